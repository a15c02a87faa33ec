"""OFAC's facts, one kind and one value each, put where they belong in an entry.

The same kinds appear in every form that OFAC and trade.gov publish: in the remarks of the CSV files
(`Tax ID No. 7710 (Russia)`), as identifier types in `sdn.xml` and the Consolidated Screening List, and as feature types
in the Advanced and Enhanced XML. What is printed among the identifiers but is none (`Gender`, `Secondary sanctions
risk:`) is read for what it means and never becomes an identifier.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from brightline.lists.draft import Draft
from brightline.lists.reading.days import half_dates, only_date
from brightline.lists.reading.kinds import scheme_of
from brightline.lists.reading.numbers import identifier_of_kind
from brightline.lists.secondary import secondary_of
from brightline.terms import Link
from brightline.text.countries import country_code

_DIRECTIVE_2 = re.compile(
    r"14024 directive 2\b|correspondent account|payable-through|\bcapta\b|561 full", re.IGNORECASE
)
_SECTORAL = re.compile(
    r"directive [134]\b|directive 1a\b|sectoral|ban on investment|new debt|loans from|foreign exchange"
    r"|banking transactions",
    re.IGNORECASE,
)
_EXPORT = re.compile(r"export sanctions|export-import", re.IGNORECASE)
_BLOCKING = re.compile(r"blocking property|property and interests in property blocked|^block$", re.IGNORECASE)

Handler = Callable[[Draft, str, str], None]


def measures_of(text: str) -> tuple[str, ...]:
    """The measures that a publisher's text names: blocking, correspondent-account, sectoral, export-control."""
    found = []
    for measure, pattern in (
        ("blocking", _BLOCKING),
        ("correspondent-account", _DIRECTIVE_2),
        ("sectoral", _SECTORAL),
        ("export-control", _EXPORT),
    ):
        if pattern.search(text):
            found.append(measure)
    return tuple(found)


def _birth(draft: Draft, kind: str, value: str) -> None:
    dates = half_dates(value)
    draft.birth_dates.extend(dates)
    if not dates:
        draft.keep("date of birth", value)


def _place(draft: Draft, kind: str, value: str) -> None:
    draft.keep("place of birth", value)


def _nationality(draft: Draft, kind: str, value: str) -> None:
    draft.country(value)
    draft.keep("nationality" if "nationality" in kind else "citizenship", value)


def _gender(draft: Draft, kind: str, value: str) -> None:
    draft.genders.append(value.lower())


def _weak(draft: Draft, kind: str, value: str) -> None:
    draft.name(_unquoted(value), "former" if kind.startswith("f") else "weak")


def _link(draft: Draft, kind: str, value: str) -> None:
    draft.links.append(Link("linked-to", value.strip(" ()")))


def _secondary(draft: Draft, kind: str, value: str) -> None:
    draft.secondary.extend(secondary_of(f"{kind} {value}"))


def _directive(draft: Draft, kind: str, value: str) -> None:
    draft.measures.extend(measures_of(f"{kind} {value}"))
    if "caatsa" in kind:
        draft.secondary.append("caatsa")
    draft.keep(kind.strip(" :-"), value)


def _listing(draft: Draft, kind: str, value: str) -> None:
    draft.measures.extend(measures_of(kind))
    day = only_date(value)
    if day and (draft.listed_on is None or day < draft.listed_on):
        draft.listed_on = day
    draft.keep(kind.strip(" :"), value)


def _dated(draft: Draft, kind: str, value: str) -> None:
    draft.keep(kind.strip(" :"), only_date(value) or value)


def _flag(draft: Draft, kind: str, value: str) -> None:
    if not kind.startswith("former"):
        draft.country(value)
    draft.keep(kind, value)


def _web(draft: Draft, kind: str, value: str) -> None:
    draft.urls.append(value)
    _number(draft, kind, value)


def _owner(draft: Draft, kind: str, value: str) -> None:
    draft.links.append(Link("operator" if "operator" in kind else "owner", value))


def _other(draft: Draft, kind: str, value: str) -> None:
    draft.keep(kind.strip(" :-"), value)


def _number(draft: Draft, kind: str, value: str) -> None:
    found = identifier_of_kind(kind, value, russian=draft.russian)
    if found:
        draft.identifiers.append(found)


# Kinds that are no identifiers, by how they begin, lower case; the longest that fits is taken.
HANDLERS: dict[str, Handler] = {
    "dob": _birth,
    "birthdate": _birth,
    "date of birth": _birth,
    "pob": _place,
    "place of birth": _place,
    "nationality of registration": _flag,
    "nationality country": _nationality,
    "nationality": _nationality,
    "citizenship country": _nationality,
    "citizen": _nationality,
    "gender": _gender,
    "a.k.a.": _weak,
    "f.k.a.": _weak,
    "n.k.a.": _weak,
    "linked to": _link,
    "secondary sanctions risk": _secondary,
    "additional sanctions information -": _secondary,
    "additional sanctions information": _secondary,
    "caatsa section 235 information": _directive,
    "executive order 13662 directive determination -": _directive,
    "executive order 13662 directive determination": _directive,
    "executive order 14024 directive information -": _directive,
    "executive order 14024 directive information": _directive,
    "executive order 14014 directive information": _directive,
    "executive order 14059 information": _directive,
    "executive order 13846 information": _directive,
    "peesa information": _directive,
    "ifca determination -": _other,
    "transactions prohibited for persons owned or controlled by u.s. financial institutions": _other,
    "listing date": _listing,
    "effective date": _other,
    "purchase/sales for divestment date": _other,
    "organization established date": _dated,
    "organization type": _other,
    "target type": _other,
    "issuer name": _other,
    "chinese commercial code": _other,
    "website": _web,
    "vessel year of build": _other,
    "former vessel flag": _flag,
    "other vessel flag": _flag,
    "vessel flag": _flag,
    "vessel type": _other,
    "other vessel type": _other,
    "vessel owner": _owner,
    "vessel tonnage": _other,
    "vessel gross tonnage": _other,
    "vessel gross registered tonnage": _other,
    "aircraft operator": _owner,
    "aircraft model": _other,
    "aircraft manufacture date": _dated,
    "aircraft manufacturer": _other,
    "locode": _other,
}
_LONGEST_FIRST = tuple(sorted(HANDLERS, key=len, reverse=True))


@lru_cache(maxsize=8192)
def handler_of(kind: str) -> Handler | None:
    """The handler of a kind that is no identifier; None where the kind has none."""
    lowered = " ".join(kind.casefold().split())
    found = next((known for known in _LONGEST_FIRST if lowered.startswith(known)), None)
    if found is None or (found == "aircraft manufacturer" and "serial" in lowered):
        return None
    return HANDLERS[found]


def note_fact(draft: Draft, kind: str, value: str, country: str | None = None) -> bool:
    """Put one fact where it belongs; False where the kind is unknown (it is then kept under its own name).

    `country` is the issuing country as written by the publisher. A kind in which a secondary sanction hides, under
    whatever name it is filed, becomes `secondary` and never an identifier.
    """
    text = " ".join(value.split())
    if secondary_of(f"{kind} {text}") and not _is_link(kind):
        _secondary(draft, kind, text)
        handler = handler_of(kind)
        if handler is _directive:
            handler(draft, kind.casefold(), text)
        return True
    handler = handler_of(kind)
    if handler is not None:
        handler(draft, kind.casefold(), text)
        return True
    return _note_number(draft, kind, text, country)


def _is_link(kind: str) -> bool:
    return kind.casefold().startswith(("linked to", "a.k.a", "f.k.a", "n.k.a"))


def _note_number(draft: Draft, kind: str, text: str, country: str | None) -> bool:
    code = country_code(country) if country else None
    found = identifier_of_kind(kind, text, code, russian=draft.russian)
    if found is None:
        draft.keep(kind.strip(" :-"), text)
        return scheme_of(kind) is not None
    draft.identifiers.append(found)
    if found.country and draft.schema not in ("Person", "Vessel", "Airplane") and found.scheme != "PASSPORT":
        draft.countries.append(found.country)  # sdn.csv alone has no addresses: the registering country is all there is
    return True


def _unquoted(value: str) -> str:
    text = value.strip().rstrip(".").strip() if value.strip().endswith("'.") else value.strip()
    if len(text) >= 2 and text[0] == text[-1] == "'":
        return text[1:-1]
    return text.strip("'") if text.startswith("'") else text
