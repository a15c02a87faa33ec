"""The UK Sanctions List as CSV: a line with the date of the report, a header, one row a name."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.reading.days import one_day
from brightline.lists.source import SourceFile
from brightline.lists.sources.uk_sanctions_list.entity import Designation

# Column → field of the designation that it fills once.
_ONE = {
    "Unique ID": "UniqueID",
    "Last Updated": "LastUpdated",
    "OFSI Group ID": "OFSIGroupID",
    "UN Reference Number": "UNReferenceNumber",
    "Regime Name": "RegimeName",
    "Designation Type": "IndividualEntityShip",
    "Designation source": "DesignationSource",
    "Sanctions Imposed": "SanctionsImposed",
    "Other Information": "OtherInformation",
    "UK Statement of Reasons": "UKStatementofReasons",
    "Date Designated": "DateDesignated",
}
_MANY = {
    "Title": "Title",
    "Name non-latin script": "NameNonLatinScript",
    "Phone number": "PhoneNumber",
    "Website": "Website",
    "Email address": "EmailAddress",
    "D.O.B": "DOB",
    "Nationality(/ies)": "Nationality",
    "Position": "Position",
    "Gender": "Gender",
    "Subsidiaries": "Subsidiary",
    "Parent company": "ParentCompany",
    "Business registration number (s)": "BusinessRegistrationNumber",
    "IMO number": "IMONumber",
    "Current owner/operator (s)": "CurrentOwnerOperator",
    "Previous owner/operator (s)": "PreviousOwnerOperator",
    "Current believed flag of ship": "CurrentBelievedFlagOfShip",
}
_KEPT = {
    "Non-latin script type": "NonLatinScriptType",
    "Non-latin script language": "NonLatinScriptLanguage",
    "Type of entity": "TypeOfEntity",
    "Previous flags": "PreviousFlag",
    "Type of ship": "TypeOfShip",
    "Tonnage of ship": "TonnageOfShip",
    "Length of ship": "LengthOfShip",
    "Year Built": "YearBuilt",
    "Hull identification number (HIN)": "HullIdentificationNumber",
}
_NAMES = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
_ADDRESS = (*(f"Address Line {number}" for number in range(1, 7)), "Address Postal Code")
_PAIRS = {
    "Passport": ("Passport number", "Passport additional information"),
    "NationalIdentifier": ("National Identifier number", "National Identifier additional information"),
}
COLUMNS = (
    *("Last Updated", "Unique ID", "OFSI Group ID", "UN Reference Number", "Name 6", *_NAMES[:5], "Name type"),
    *("Alias strength", "Title", "Name non-latin script", "Non-latin script type", "Non-latin script language"),
    *("Regime Name", "Designation Type", "Designation source", "Sanctions Imposed", "Other Information"),
    *("UK Statement of Reasons", *_ADDRESS, "Address Country", "Phone number", "Website", "Email address"),
    *("Date Designated", "D.O.B", "Nationality(/ies)", *_PAIRS["NationalIdentifier"], *_PAIRS["Passport"]),
    *("Position", "Gender", "Town of birth", "Country of birth", "Type of entity", "Subsidiaries", "Parent company"),
    *("Business registration number (s)", "IMO number", "Current owner/operator (s)", "Previous owner/operator (s)"),
    *("Current believed flag of ship", "Previous flags", "Type of ship", "Tonnage of ship", "Length of ship"),
    *("Year Built", "Hull identification number (HIN)"),
)


def designations(
    file: SourceFile, skipped: list[str], unknown: dict[str, None]
) -> tuple[list[Designation], str | None]:
    """The designations of a file and the day of the report. Raises SourceError; rows that fail go to `skipped`.

    The rows of one unique ID are joined in an order of their own, so that the order of rows does not matter.
    """
    lines = table.rows_of(table.decode(file.data, file.name, ("utf-8", "cp1252")), file.name)
    _, header = next(lines, (0, []))
    published = one_day(" ".join(header)) if "Unique ID" not in header else None
    if header and header[0].strip().lower().startswith("report date"):
        _, header = next(lines, (0, []))
    header = [" ".join(cell.split()) for cell in header]
    table.check_columns(header, COLUMNS, (), file.name)
    groups: dict[str, list[tuple[str, Mapping[str, str]]]] = {}
    for line, cells in lines:
        where = f"{file.name} line {line}"
        try:
            row = table.row_fields(header, cells, where)
            groups.setdefault(_id(row, where), []).append((where, row))
        except SourceError as wrong:
            skipped.append(str(wrong))
    return [_joined(rows) for rows in groups.values()], published


def _id(row: Mapping[str, str], where: str) -> str:
    unique = row["Unique ID"].strip()
    if not unique:
        raise SourceError(where, "no unique ID", "the unique ID of the designation")
    return unique


def _joined(rows: list[tuple[str, Mapping[str, str]]]) -> Designation:
    ordered = sorted(
        rows, key=lambda each: (each[1]["Name type"].casefold() != "primary name", tuple(each[1].values()))
    )
    told = Designation(ordered[0][0])
    for _, row in ordered:
        _add(told, row)
    return told


def _add(told: Designation, row: Mapping[str, str]) -> None:
    for column, name in _ONE.items():
        told.one[name] = told.one.get(name) or row[column].strip()
    for column, name in _MANY.items():
        told.many.setdefault(name, []).append(row[column])
    for column, name in _KEPT.items():
        told.kept.append((name, row[column]))
    for name, (number, said) in _PAIRS.items():
        told.pairs.setdefault(name, []).append((row[number], row[said]))
    told.names.append(([row[name] for name in _NAMES], row["Name type"], row["Alias strength"]))
    address = ", ".join(part for name in _ADDRESS if (part := row[name].strip()))
    told.addresses.append((address, row["Address Country"].strip()))
    birth_place = [row[name].strip() for name in ("Town of birth", "Country of birth")]
    told.kept.append(("BirthPlace", ", ".join(part for part in birth_place if part)))
