"""OFAC's remarks, read as data.

A remark is a row of facts joined by `; `: dates and places of birth, identifiers with their country, weak aliases
(`a.k.a. 'X'`, printed nowhere else in the CSV form), `Linked To:`, secondary sanctions, any of them with `alt. `
before it. The CSV form cuts the text after 1,000 characters, in the middle of a word; the rest stands in
`sdn_comments.csv` and is joined without a space. Where the rest is missing, the last fact is not believed: half a tax
number is another number.
"""

from __future__ import annotations

import re

from brightline.lists.draft import Draft
from brightline.lists.facts import HANDLERS, measures_of, note_fact
from brightline.lists.secondary import secondary_of, secondary_of_cut
from brightline.text.countries import country_code

CUT_AT = 1000  # characters after which OFAC's CSV form cuts a remark

_ID_KINDS = """\
Afghan Money Service Provider License Number|Aircraft Construction Number (also called L/N or S/N or F/N)
Aircraft Manufacturer's Serial Number (MSN)|Aircraft Mode S Transponder Code|Aircraft Serial Identification
Aircraft Tail Number|BIK (RU)|Birth Certificate Number|Bosnian Personal ID No.|Branch Unit Number
British National Overseas Passport|Business Number|Business Registration Document #|Business Registration Number|C.I.F.
C.I.N.|C.R. No.|C.U.I.|C.U.I.P.|C.U.I.T.|C.U.R.P.|CNP (Personal Numerical Code)|Cartilla de Servicio Militar Nacional
Cedula No.|Central Registration System Number|Certificate of Incorporation Number|Chamber of Commerce Number
Citizen's Card Number|Commercial Registry Number|Company Number|Credencial electoral|D-U-N-S Number|D.N.I.
Digital Currency Address -|Diplomatic Passport|Driver's License No.|Dubai Chamber of Commerce Membership No.
Economic Register Number (CBLS)|Electoral Registry No.|Email Address|Enterprise Number|Equity Ticker|Fax|File Number
Fiscal Code|Folio Mercantil No.|Global Intermediary Identification Number|Government Gazette Number|I.F.E.|ISIN
Identification Number|Immigration No.|Istanbul Chamber of Comm. No.|Italian Fiscal Code|Kenyan ID No.|LE Number
Legal Entity Number|License|MMSI|MSB Registration Number|Matricula Mercantil No|Military Registration Number|Mobile
Moroccan Personal ID No.|N.I.E.|N.I.F.|NIT #|National Foreign ID Number|National ID No.|Numero de Identidad
Numero Unico de Identificacao Tributaria (NUIT)|Organization Code|Paraguayan tax identification number|Passport
Permit Number|Personal ID Card|Phone Number|Pilot License Number|Previous Aircraft Tail Number
Public Registration Number|Public Security and Immigration No.|R.F.C.|RFC|RIF #|RSIN|RTN|RUC #|Refugee ID Card
Registered Charity No.|Registration Certificate Number (Dubai)|Registration ID|Registration Number|Residency Number
Romanian C.R.|Romanian Permanent Resident|Romanian Tax Registration
Russian State Individual Business Registration Number Pattern (OGRNIP)|SRE Permit No.|SSN|SWIFT/BIC
Seafarer's Identification Document|Serial No.|Stateless Person ID Card|Stateless Person Passport|Tax ID No.
Tazkira National ID Card|Telephone No.|Telephone|Tourism License No.|Trade License No.|Trademark number
Travel Document Number|Turkish Identification Number|UAE Identification|UK Company Number|US FEIN
Unified Social Credit Code (USCC)|United Social Credit Code Certificate (USCCC)|V.A.T. Number|Vessel Call Sign
Vessel Registration Identification|VisaNumberID"""
_KINDS = frozenset(HANDLERS) | {kind.casefold() for line in _ID_KINDS.splitlines() for kind in line.split("|")}
_MOST_WORDS = max(len(kind.split()) for kind in _KINDS)
_DATED_KIND = re.compile(
    r"((?:Listing|Effective|Purchase/Sales For Divestment) Date \([^)]*\)):?\s+(.+)", re.IGNORECASE
)
_UNKNOWN_KIND = re.compile(r"([^:]{2,60}?(?: No\.?| Number| Code| Card| ID| #)):?\s+(\S*\d.*)")
_ALT = re.compile(r"alt\.\s+", re.IGNORECASE)
_TAIL = re.compile(r"(.*?)((?:\s+(?:issued|expires|exp\.)\s.*)?)", re.DOTALL)
_IN_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]*)\)", re.DOTALL)
_KEEPS_ITS_DOT = re.compile(r"\b\w\.\w\.$")
_QUOTED = ("a.k.a.", "f.k.a.", "n.k.a.")


def fragments(text: str) -> list[str]:
    """The facts of a remark, one string each. A semicolon inside quotes does not part them."""
    found: list[str] = []
    for piece in re.split(r";\s+|;$", text.strip()):
        if found and _open_quote(found[-1]):
            found[-1] = f"{found[-1]}; {piece}"
        elif piece.strip():
            found.append(piece.strip())
    if found and found[-1].endswith(".") and not _KEEPS_ITS_DOT.search(found[-1]):
        found[-1] = found[-1][:-1]
    return found


def _open_quote(fragment: str) -> bool:
    text = _ALT.sub("", fragment, count=1)
    return text.casefold().startswith(_QUOTED) and " '" in text and not text.endswith(("'", "'."))


def split_kind(fragment: str) -> tuple[str, str] | None:
    """A fragment parted into its kind and its value, `alt. ` dropped; None where it begins with no kind we know."""
    text = fragment.strip("()") if fragment.casefold().startswith("(linked to") else fragment
    text = _ALT.sub("", text, count=1) if text[:4].casefold() == "alt." else text
    dated = _DATED_KIND.fullmatch(text)
    if dated:
        return dated[1], dated[2]
    words = text.split(" ")
    for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        kind = " ".join(words[:count])
        if kind.rstrip(":").casefold() in _KINDS:
            return kind, " ".join(words[count:])
    unknown = _UNKNOWN_KIND.fullmatch(text)
    return (unknown[1], unknown[2]) if unknown else None


def _value_and_country(value: str) -> tuple[str, str | None]:
    """A value without `(Country)` and without `issued … expires …`."""
    bare = _TAIL.fullmatch(value)
    text = bare[1] if bare else value
    brackets = _IN_BRACKETS.fullmatch(text)
    if brackets and country_code(brackets[2]):
        return brackets[1], brackets[2]
    return text, None


def _note_fragment(draft: Draft, fragment: str) -> None:
    parted = split_kind(fragment)
    if parted is None:
        draft.secondary.extend(secondary_of(fragment))
        draft.measures.extend(measures_of(fragment))
        return
    kind, value = parted
    if kind.rstrip(":").casefold() in HANDLERS or _DATED_KIND.fullmatch(fragment):
        note_fact(draft, kind, value)
        return
    if kind.casefold().startswith("digital currency"):
        value = value.partition(" ")[2] or value
    bare, country = _value_and_country(value)
    note_fact(draft, kind, bare, country)


def note_remarks(draft: Draft, text: str, *, cut: bool = False) -> None:
    """Put every fact of a remark where it belongs, and the remark itself, as printed, among the remarks.

    `cut`: the text ends where OFAC cut it and its rest is not at hand; its last fragment then counts only for the
    secondary sanctions it begins to name, and the cut is noted in `kept`.
    """
    if not text.strip():
        return
    draft.remarks.append(text)
    facts = fragments(text)
    if cut and facts:
        last = facts.pop()
        draft.secondary.extend(secondary_of_cut(last))
        draft.keep("remarks cut after 1,000 characters", last)
    for fragment in facts:
        _note_fragment(draft, fragment)
