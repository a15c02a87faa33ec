"""A party field of an MT message (50a to 59a, 41a, 42a) taken apart by its option letter.

| option | content |
| --- | --- |
| A, G, C in 50 | account or party identifier, then a BIC |
| B | account, then a place or name |
| C | account or clearing code alone |
| F | account or `CODE/CC/number`, then numbered lines (below) |
| D, H, K, L, none | account, then name and address without numbers |

Numbered lines: `1/` name, `2/` address, `3/` country/town, `4/` date of birth, `5/` place of birth, `6/` customer
number, `7/` national number, `8/` more of either.

Where name and address are not told apart, the name is the first line; the next one belongs to it too when the first is
full (33 signs or more) or plainly goes on, or when the next one holds the legal form that the first lacks. `ADD.`
begins the address. All lines stay in `printed`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from brightline.payments.identifiers import recognise, without_identifiers
from brightline.payments.mt_blocks import Field
from brightline.terms import Form, Identifier
from brightline.text.countries import country_of_bic

_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*([1-8])/(.*)", re.DOTALL)
_IDENTITY = re.compile(r"([A-Z]{4})/([A-Z]{2})/(.+)")
_COUNTRY_TOWN = re.compile(r"([A-Z]{2})(?:/(.*)|$)", re.DOTALL)
_IDENTITY_SCHEMES = {
    "ARNU": "ALIEN-REGISTRATION", "CCPT": "PASSPORT", "CUST": "CUSTOMER", "DRLC": "DRIVING-LICENCE", "EMPL": "EMPLOYER",
    "IBEI": "IBEI", "NIDN": "NATIONAL-ID", "SOSE": "SOCIAL-SECURITY", "TXID": "TAX",
}  # fmt: skip
_PLACEHOLDERS = frozenset({"", "-", "NOTPROVIDED", "NOT PROVIDED", "NONREF", "NONE"})
_CLEARING = re.compile(r"(AT|AU|BL|CC|CH|CN|CP|ES|FW|GR|HK|IE|IN|IT|NZ|PL|PT|RT|RU|SC|SW|ZA)(.*)", re.DOTALL)
_RUSSIAN_CODE = re.compile(r"(\d{9})(?:[./ ]?(\d{20}))?")
_DEBIT_CREDIT = re.compile(r"([CD])/(.+)", re.DOTALL)

_FULL_LINE = 33
_LONGEST_LINE = 35
_LEGAL_FORM = re.compile(
    r"(?:^|[\s.,(])(?:CO\.?,? ?LTD|LTD|LIMITED|LLC|L\.L\.C|INC|CORP(?:ORATION)?|GMBH|AG|S\.?A\.?S?|SPA"
    r"|S\.P\.A|SRL|S\.R\.L|B\.?V|N\.?V|OY|AB|AS|A/S|PLC|LLP|PTE|PTY|SDN BHD|BHD|FZE|FZCO|FZ-LLC|DMCC"
    r"|OOO|OAO|ZAO|PAO|AO|TOO|JSC|PJSC|OJSC|CJSC|UAB|SIA|OU|KFT|ZRT|A\.S"
    r"|TIC(?:ARET)?|STI|ООО|ОАО|ЗАО|ПАО|АО|ТОО|COMPANY|HOLDINGS?|TRADING CO)\.?,?\)?(?=$|[\s,(])",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:[-&,+/(]|\b(?:AND|OF|THE|FOR|DE|DI|DER|I|И|С|S))\s*$", re.IGNORECASE)
_ADDRESS_LIKE = re.compile(
    r"^\s*(?:\d+|NO\.? ?\d|ADD|ROOM|RM\b|FLOOR|FLAT|UNIT|SUITE|STE\b|BLDG|BUILDING|BLOCK"
    r"|P\.? ?O\.? ?BOX|STR\.|UL\.|G\.|PR\.|D\.|KV\.)"
    r"|\b(?:STREET|ROAD|AVENUE|AVE|LANE|BLVD|BOULEVARD|STR|STRASSE|DISTRICT|DIST|PROVINCE|ULITSA|ULICA|PROSPEKT|OBLAST|RD|ST)\b",
    re.IGNORECASE,
)
_ADD = re.compile(r"(?:^|(?<=\s))ADD(?:R(?:ESS)?)?\s?[.:]\s?", re.IGNORECASE)
_GROUPS = re.compile(r"\s*\d{4}(?:\s+\d{4})+\s*")


@dataclass(frozen=True, slots=True)
class FieldParty:
    """What one party field says."""

    printed: tuple[str, ...]
    name: str | None = None
    joined: str | None = None  # the name without the blanks that stand for the ends of full lines
    address: tuple[str, ...] = ()
    country: str | None = None
    countries: tuple[Form, ...] = ()
    bic: str | None = None
    account: str | None = None
    further_accounts: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    birth_date: str | None = None


@dataclass(slots=True)
class _Found:
    """What the lines gave so far."""

    names: list[str] = field(default_factory=list)
    address: list[str] = field(default_factory=list)
    countries: list[Form] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    accounts: list[str] = field(default_factory=list)
    bic: str | None = None
    birth_date: str | None = None


def read_party(content: Field) -> FieldParty:
    """One party field as it is written, by option letter and by what the lines show. Raises nothing."""
    found = _Found()
    lines = [line.strip() for line in content.lines]
    while lines and lines[0].startswith("/"):
        _party_identifier(found, lines.pop(0))
    if _is_numbered(content, lines):
        _read_numbered(found, lines)
    elif lines and _BIC.fullmatch(lines[0]) and _holds_bic(content, lines[0]):
        found.bic = lines[0].upper()
        found.names.extend(lines[1:2])
        found.address.extend(lines[2:])
    else:
        _read_plain(found, lines)
    return _finished(content, found)


def _holds_bic(content: Field, line: str) -> bool:
    """Options A, G and 50C hold a BIC; a bank without an option does where the letters name a country."""
    if content.option in ("A", "G") or content.tag == "50C":
        return True
    return not content.option and content.number not in ("50", "59") and country_of_bic(line) is not None


def _finished(content: Field, found: _Found) -> FieldParty:
    name = " ".join(found.names)
    address = next((form.value for form in found.countries if form.kind == "address"), None)
    return FieldParty(
        printed=content.lines,
        name=None if name.upper() in _PLACEHOLDERS else name,
        joined=_joined(found.names, found.address, content.lines),
        address=tuple(line for line in found.address if line),
        country=address,
        countries=tuple(dict.fromkeys(found.countries)),
        bic=found.bic,
        account=found.accounts[0] if found.accounts else None,
        further_accounts=tuple(found.accounts[1:]),
        identifiers=tuple(dict.fromkeys(found.identifiers)),
        birth_date=found.birth_date,
    )


def _joined(lines: list[str], address: list[str], printed: tuple[str, ...]) -> str | None:
    """The name with words that broke at the end of a full line made whole; None where no line was full.

    Where the last line of the name is full, the name may go on in what was taken for the address.
    """
    full = {line.strip() for line in printed if len(line.strip()) >= _LONGEST_LINE}
    open_ended = bool(lines) and any(line.endswith(lines[-1]) for line in full)
    names = [*lines, *address[:1]] if open_ended else lines
    joined = ""
    for place, name in enumerate(names):
        goes_on = place and any(line.endswith(names[place - 1]) for line in full)
        joined += name if goes_on or not joined else f" {name}"
    return joined if joined and joined != " ".join(lines) else None


def _party_identifier(found: _Found, line: str) -> None:
    """`/account`, `/C/account`, `//FW021000089`, `//RU044525225.30101810400000000225`."""
    if line.startswith("//"):
        _clearing_code(found, line[2:].strip())
        return
    account = line[1:].strip()
    side = _DEBIT_CREDIT.fullmatch(account)
    account = side.group(2).strip() if side else account
    if account.upper() not in _PLACEHOLDERS:
        found.accounts.append(account)


def _clearing_code(found: _Found, code: str) -> None:
    known = _CLEARING.fullmatch(code)
    russian = _RUSSIAN_CODE.match(known.group(2).strip()) if known and known.group(1) == "RU" else None
    if russian:
        found.identifiers.extend(recognise(f"BIK {russian.group(1)}"))
        found.accounts.extend(account for account in (russian.group(2),) if account)
    elif known:
        found.identifiers.append(Identifier("CLEARING", code))
    elif code:
        found.accounts.append(code)


def _is_numbered(content: Field, lines: list[str]) -> bool:
    if content.option == "F":
        return any(_NUMBERED.match(line) for line in lines)
    return len(lines) > 1 and lines[0].startswith("1/") and all(_NUMBERED.match(line) for line in lines)


def _read_numbered(found: _Found, lines: list[str]) -> None:
    """Option F. A line without a number goes on with the one before."""
    last = "0"
    for line in lines:
        match = _NUMBERED.match(line)
        identity = _IDENTITY.fullmatch(line)
        if match:
            last = match.group(1)
            _numbered_line(found, last, match.group(2).strip())
        elif last == "0" and identity:
            _identity(found, identity.group(1), identity.group(2), identity.group(3))
        elif last in ("0", "1"):
            found.names.append(line)
        else:
            found.address.append(line)


def _numbered_line(found: _Found, number: str, value: str) -> None:
    if number == "1":
        found.names.append(value)
    elif number == "3" and not any(form.kind == "address" for form in found.countries):
        _country_and_town(found, value)
    elif number in ("2", "3"):
        found.address.append(value)
    elif number == "4":
        found.birth_date = _birth_date(value)
    elif number == "5":
        _note_country(found, "birth", value)
    elif number in ("6", "7"):
        _customer_or_national(found, "CUSTOMER" if number == "6" else "NATIONAL-ID", value)
    elif number == "8" and found.identifiers:
        last = found.identifiers[-1]
        found.identifiers[-1] = Identifier(last.scheme, last.value + value, last.valid)


def _country_and_town(found: _Found, value: str) -> None:
    match = _COUNTRY_TOWN.fullmatch(value)
    if match is None:
        found.address.append(value)
        return
    found.countries.append(Form("address", match.group(1)))
    if match.group(2):
        found.address.append(match.group(2).strip())


def _note_country(found: _Found, kind: str, value: str) -> None:
    match = _COUNTRY_TOWN.fullmatch(value)
    if match:
        found.countries.append(Form(kind, match.group(1)))


def _customer_or_national(found: _Found, scheme: str, value: str) -> None:
    country, _, number = value.partition("/")
    if number and len(country) == 2:
        found.countries.append(Form("identity", country))
        found.identifiers.append(Identifier(scheme, number.rpartition("/")[2]))
    elif value:
        found.identifiers.append(Identifier(scheme, value))


def _identity(found: _Found, code: str, country: str, number: str) -> None:
    """`CCPT/RU/4503123456`, `TXID/RU/7707083893`, `CUST/DE/BANK/123`."""
    number = number.rpartition("/")[2].strip() if code in ("CUST", "DRLC", "EMPL") else number.strip()
    scheme = _IDENTITY_SCHEMES.get(code, code)
    russian = recognise(f"INN {number}") if scheme == "TAX" and country == "RU" else ()
    passport = recognise(f"PASSPORT {number}") if scheme == "PASSPORT" else ()
    found.identifiers.extend(russian or passport or (Identifier(scheme, number),))
    found.countries.append(Form("identity", country))


def _birth_date(value: str) -> str | None:
    digits = value.strip()
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) == 8 and digits.isdigit() else digits or None


def _read_plain(found: _Found, lines: list[str]) -> None:
    names, address = split_name(lines)
    found.names.extend(names)
    found.address.extend(address)


def split_name(lines: list[str]) -> tuple[list[str], list[str]]:
    """Name lines and address lines of an unnumbered party. Lines of identifiers alone belong to neither."""
    lines = [line for line in lines if line and without_identifiers(line)]
    for place, line in enumerate(lines[:4]):
        mark = _ADD.search(line)
        if mark:
            before, after = line[: mark.start()].strip(), line[mark.end() :].strip()
            names = [*lines[:place], *([before] if before else [])]
            return names, [*([after] if after else []), *lines[place + 1 :]]
    if not lines:
        return [], []
    end = 1
    while end < min(len(lines), 3) and _name_goes_on(lines[:end], lines[end]):
        end += 1
    return lines[:end], lines[end:]


def _name_goes_on(names: list[str], following: str) -> bool:
    last = names[-1]
    if _GROUPS.fullmatch(last) and _GROUPS.fullmatch(following):
        return True
    if _ADDRESS_LIKE.search(following) and not _LEGAL_FORM.search(following):
        return False
    if "".join(names).count("(") > "".join(names).count(")") or _GOES_ON.search(last):
        return True
    has_form = _LEGAL_FORM.search(" ".join(names)) is not None
    return (len(last) >= _FULL_LINE and not has_form) or (not has_form and _LEGAL_FORM.search(following) is not None)
