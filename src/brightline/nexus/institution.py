"""Who is asking: the bank or firm that screens, whose law binds it, through whom it clears. Read strictly from YAML.

Switching the profile changes the force of findings and what may be done, never what was seen.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import pycountry

from brightline.errors import LawError
from brightline.law.vocabulary import REGIMES
from brightline.terms import Payment
from brightline.text.marks import Entry, Value, parse_yaml

UNSPECIFIED = "unspecified"
KINDS = ("bank", "payment-firm", "trading-firm")
ROLES = ("debtor_agent", "intermediary_agent", "creditor_agent")
ENTITY_KINDS = ("branch", "subsidiary", "office")
_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")
_HS = re.compile(r"[0-9]{2,6}")
_ONE_COUNTRY = {"US": "us", "GB": "uk", "JP": "jp", "CH": "ch", "UA": "ua"}
# Members of the European Union since 1 February 2020.
_UNION = frozenset(
    {
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
        *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
    }
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A branch, subsidiary or office in another country."""

    name: str
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class Correspondent:
    """A bank through which the institution clears a currency."""

    bic: str
    country: str
    currency: str


@dataclass(frozen=True, slots=True)
class ControlledGoods:
    """Goods of the institution's own control list: a tariff code or its beginning, what it is, and where it says so."""

    hs: str
    title: str
    cite: str


@dataclass(frozen=True, slots=True)
class Institution:
    """The profile. `in_play`: regimes that bind through persons or branches who take part in this business.

    `role`: which bank of the chain it is in every payment; None: the one that bears one of its BICs.
    `country` is None for a profile that says nothing; then no finding is said to bind. `dollar_percent`: the share of
    business in dollars, whole percent. `control_lists`: ids of lists that are the institution's own control lists.
    """

    name: str
    kind: str = "bank"
    country: str | None = None
    bics: tuple[str, ...] = ()
    role: str | None = None
    entities: tuple[Entity, ...] = ()
    in_play: tuple[str, ...] = ()
    correspondents: tuple[Correspondent, ...] = ()
    dollar_percent: int | None = None
    control_lists: tuple[str, ...] = ()
    controlled_goods: tuple[ControlledGoods, ...] = ()
    digest: str = UNSPECIFIED
    text: str = ""

    @property
    def bound_by(self) -> frozenset[str]:
        """Regimes whose measures are law here: of its own country, of persons in play, and those of the UN."""
        if self.country is None:
            return frozenset()
        own = regime_of_country(self.country)
        return frozenset({"un", *self.in_play} | ({own} if own else set()))

    def role_in(self, payment: Payment) -> str | None:
        """Which bank of the chain the institution is in a payment; None where neither role nor BIC says so."""
        ours = {bic[:8] for bic in self.bics}
        found = (party.role for party in payment.parties if party.bic and party.bic[:8] in ours)
        return self.role or next((role for role in found if role in ROLES), None)


NOBODY = Institution(UNSPECIFIED)


def regime_of_country(country: str) -> str | None:
    """The sanctions regime that is law in a country (ISO alpha-2), of those we know."""
    return "eu" if country in _UNION else _ONE_COUNTRY.get(country)


def read_institution(text: str, where: str) -> Institution:
    """Read a profile. Raises LawError with the line, what was found and what would be right."""
    entry = parse_yaml(text, where).entry()
    read = Institution(
        name=entry.take("institution").text(),
        kind=entry.take("kind").word(KINDS),
        country=_country(entry.take("country")),
        bics=tuple(_bic(one) for one in _items(entry, "bics")),
        role=role.word(ROLES) if (role := entry.take_optional("role")) else None,
        entities=tuple(_entity(one.entry()) for one in _items(entry, "entities")),
        in_play=tuple(one.word(REGIMES) for one in _items(entry, "in_play")),
        correspondents=tuple(_correspondent(one.entry()) for one in _items(entry, "correspondents")),
        dollar_percent=_percent(entry.take_optional("dollar_percent")),
        control_lists=tuple(one.text() for one in _items(entry, "control_lists")),
        controlled_goods=tuple(_goods(one.entry()) for one in _items(entry, "controlled_goods")),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )
    entry.close()
    return read


@lru_cache(maxsize=16)
def shipped_institution(name: str) -> Institution:
    """A shipped profile by its name, or the one that says nothing. Raises LawError naming those there are."""
    if name == UNSPECIFIED:
        return NOBODY
    if name not in shipped_names():
        raise LawError("institution", repr(name), f"a profile file, or one of {', '.join(shipped_names())}")
    text = files("brightline.nexus").joinpath(f"institutions/{name}.yaml").read_text(encoding="utf-8")
    return read_institution(text, f"shipped profile {name}")


@lru_cache(maxsize=1)
def shipped_names() -> tuple[str, ...]:
    """The names of the shipped profiles."""
    there = files("brightline.nexus").joinpath("institutions").iterdir()
    return tuple(sorted(one.name.removesuffix(".yaml") for one in there if one.name.endswith(".yaml")))


def _items(entry: Entry, name: str) -> tuple[Value, ...]:
    """The items of a list that may be absent."""
    value = entry.take_optional(name)
    return value.items() if value is not None else ()


def _country(value: Value) -> str:
    code = value.text("a country code such as CN")
    if not code.isupper() or pycountry.countries.get(alpha_2=code) is None:
        raise value.refuse(repr(code), "a country code of two capital letters (ISO 3166), such as CN")
    return code


def _bic(value: Value) -> str:
    code = value.text("a BIC")
    if not _BIC.fullmatch(code):
        raise value.refuse(repr(code), "a BIC of eight or eleven capital letters and digits")
    return code


def _entity(entry: Entry) -> Entity:
    read = Entity(entry.take("name").text(), _country(entry.take("country")), entry.take("kind").word(ENTITY_KINDS))
    entry.close()
    return read


def _correspondent(entry: Entry) -> Correspondent:
    currency = entry.take("currency")
    code = currency.text("a currency code such as USD")
    if not code.isupper() or pycountry.currencies.get(alpha_3=code) is None:
        raise currency.refuse(repr(code), "a currency code of three capital letters (ISO 4217), such as USD")
    read = Correspondent(_bic(entry.take("bic")), _country(entry.take("country")), code)
    entry.close()
    return read


def _goods(entry: Entry) -> ControlledGoods:
    code = entry.take("hs")
    digits = code.text("a tariff code in quotes")
    if not _HS.fullmatch(digits):
        raise code.refuse(repr(digits), "two to six digits of the Harmonized System, in quotes")
    read = ControlledGoods(digits, entry.take("title").text(), entry.take("cite").text())
    entry.close()
    return read


def _percent(value: Value | None) -> int | None:
    if value is None:
        return None
    thousandths = value.thousandths()
    if thousandths % 1000 or thousandths > 100_000:
        raise value.refuse(value.text(), "a whole percentage from 0 to 100")
    return thousandths // 1000
