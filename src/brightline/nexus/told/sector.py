"""Facts of a party and the five sectors of section 11."""

from __future__ import annotations

import re
from collections.abc import Mapping

from brightline.nexus.facts import Facts
from brightline.nexus.russian_signs import RUSSIA, russian_signs, tied_to_russia
from brightline.nexus.sectors import SectorSign, sign_of, sign_of_code, works_in
from brightline.nexus.signs.who_pays import only_everyday
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.terms import Answer, Party, SeenGoods

_GETS_GOODS = ("debtor", "ultimate_debtor", "buyer", "consignee", "end_user", "notify_party")
# Chapters of machines, electrical goods, aircraft and instruments; and the headings in them of household machines.
_INDUSTRIAL = ("84", "85", "88", "90")
_HOUSEHOLD = (
    "8414",
    "8415",
    "8418",
    "842211",
    "8423",
    "8450",
    "8452",
    "8509",
    "8510",
    "8513",
    "8516",
    "8528",
    "9003",
    "9004",
)
# Headings of machines that makers and builders work with: boilers and turbines, furnaces, lifting and earth moving,
# foundry and rolling, machine tools, minerals, glass, plastics, moulds, chips.
_OF_MAKERS = tuple(
    f"84{number:02}" for number in (2, 3, 4, 5, 6, 10, 11, 17, *range(26, 32), *range(54, 67), 74, 75, 77, 79, 80, 86)
)


# What builders work with: plain goods in anybody else's hands.
_OF_BUILDERS = ("25", "32", "3917", "3918", "3925", "44", "48", "68", "69", "70", "72", "73", "74", "76", "83", "94")
_BUILDING = re.compile(
    r"tile|brick|cement|concrete|plaster|gypsum|laminat|parquet|floor|wallpaper|paint|window|door|pipe|tap|faucet|sanitary|"
    r"roof|insulat|glass|timber|plywood|stone|granite|marble|плит|кирпич|цемент|бетон|гипс|ламинат|паркет|обои|краск|окн|"
    r"двер|труб|смесител|сантех|кровл|утеплит|стекл|фанер|камень|гранит|мрамор|砖|水泥|地板|涂料|门窗|管|卫浴|玻璃|石材",
    re.IGNORECASE,
)

_ABROAD = Told(Answer.NO, "asked of Russian firms alone")


def russian(party: Party, asked: Asked) -> Told:
    """Whether the party belongs to Russia."""
    answer, countries = tied_to_russia(party), _countries(party)
    if answer is Answer.NO or RUSSIA in countries:
        return Told(answer, f"countries seen: {', '.join(countries) or 'none'}")
    return Told(answer, "; ".join(russian_signs(party)))


def sector(party: Party, asked: Asked) -> Told:
    """Whether its name or activity code puts it into one of the five sectors."""
    if tied_to_russia(party) is Answer.NO:
        return _ABROAD
    if (coded := _code_of(party, asked.facts)) and coded.kind == "code":
        return Told(Answer.YES, f"activity code {coded.words!r}: {coded.sector}")
    sign = _sign(party)
    if sign is None or sign.kind in ("none", "household", "technical"):
        return Told(Answer.NO, _told(party, sign))
    if sign.sector == "construction" and only_everyday(asked.facts) and not any(map(_builds, asked.facts.goods)):
        return Told(Answer.NO, f"{_told(party, sign)}; but the goods are plain everyday ones")
    return Told(Answer.YES if sign.kind == "defence" else Answer.UNKNOWN, _told(party, sign))


def maker(party: Party, asked: Asked) -> Told:
    """Unknown where its name is that of a maker or technical firm whose purchases decide."""
    if tied_to_russia(party) is Answer.NO:
        return _ABROAD
    sign = _sign(party) or _code_of(party, asked.facts)
    decides = sign is not None and sign.kind in ("household", "technical")
    return Told(Answer.UNKNOWN if decides else Answer.NO, _told(party, sign))


def buys_machines(party: Party, asked: Asked) -> Told:
    """Unknown where it gets machines that makers and builders work with, or a text says that it builds or makes."""
    if tied_to_russia(party) is Answer.NO:
        return _ABROAD
    sign = _sign(party)
    if party.role not in _GETS_GOODS or (sign is not None and sign.kind in ("none", "household")):
        return Told(Answer.NO, f"{party.role.replace('_', ' ')}; {_told(party, sign)}")
    if works := _works(asked.facts):
        return Told(Answer.UNKNOWN, f"the text says {works.words!r} ({works.sector})")
    machines = [line for line in asked.facts.goods if (line.hs or "").startswith(_OF_MAKERS)]
    if not machines:
        return Told(Answer.NO, "no code names a machine of that kind, and no text such works")
    return Told(Answer.UNKNOWN, f"HS {machines[0].hs}: a machine that makers and builders work with")


def goods_plain(topic: object, asked: Asked) -> Told:
    """Whether all goods named are plain: everyday goods, services, or codes outside machines and instruments."""
    goods = asked.facts.goods
    if not goods:
        return Told(Answer.NO, "no goods are named")
    others = [line for line in goods if not _is_plain(line)]
    if others:
        line = others[0]
        return Told(Answer.NO, f"{line.words or line.hs or 'goods'}: {line.note or line.reading}")
    return Told(Answer.YES, ", ".join(dict.fromkeys(line.words or line.hs or "" for line in goods)))


def _works(facts: Facts) -> SectorSign | None:
    """Works that a text names, unless all goods are everyday ones: cocoa for the production of chocolate is food."""
    if facts.goods and all(line.reading == "harmless" for line in facts.goods):
        return None
    return next((sign for text in facts.payment.texts if (sign := works_in(text.value))), None)


def _builds(line: SeenGoods) -> bool:
    return (line.hs or "").startswith(_OF_BUILDERS) or bool(_BUILDING.search(line.words or ""))


def _is_plain(line: SeenGoods) -> bool:
    if line.tier or line.critical or line.reading not in ("harmless", "service", "unlisted"):
        return False
    code = line.hs or ""
    return line.reading != "unlisted" or not code.startswith(_INDUSTRIAL) or code.startswith(_HOUSEHOLD)


def _sign(party: Party) -> SectorSign | None:
    """The hint of the name, or of another reading of it."""
    names = (party.name or "", *(form.value for form in party.forms if not form.kind.endswith("address")))
    return next((sign for name in names if name and (sign := sign_of(name))), None)


def _code_of(party: Party, facts: Facts) -> SectorSign | None:
    """An activity code written at the party; one in a text is the firm's only where it is the one Russian party."""
    own = sign_of_code(" ".join((*party.printed, *party.address)))
    if own is not None:
        return own
    russians = [one for one in facts.payment.parties if not one.role.endswith("_agent") and RUSSIA in _countries(one)]
    if russians != [party]:
        return None
    return next((sign for text in facts.payment.texts if (sign := sign_of_code(text.value))), None)


def _told(party: Party, sign: SectorSign | None) -> str:
    name = repr(party.name or "")
    if sign is None:
        return f"{name}: no word of the table says what it does"
    if sign.kind == "none":
        return f"{name}: {sign.words!r}, in none of the sectors"
    kinds = {"household": "makes everyday things", "technical": "a technical name", "factory": "a factory"}
    return f"{name}: {sign.words!r}, {kinds.get(sign.kind, 'by its name')} ({sign.sector})"


def _countries(party: Party) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in (party.country, *(form.value for form in party.countries)) if one))


TELLERS: Mapping[str, Teller] = {
    "party.russian": russian,
    "party.sector": sector,
    "party.maker": maker,
    "party.buys_machines": buys_machines,
    "payment.goods_plain": goods_plain,
}
