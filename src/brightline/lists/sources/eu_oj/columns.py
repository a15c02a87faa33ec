"""The columns of the Official Journal tables, and what is forbidden in each annex of the acts we know."""

from __future__ import annotations

CONSOLIDATED = ("celex",)
AMENDMENT = ("amendedCelex", "amendmentCelex")
COMMON = (
    *("recordId", "programKey", "annex", "measure", "startDate", "reason", "schema"),
    *("name", "alias", "weakAlias", "previousName", "country", "nationality", "jurisdiction"),
    *("birthDate", "birthPlace", "position", "passportNumber", "gender", "appearance", "ethnicity"),
    *("fatherName", "motherName", "incorporationDate", "legalForm", "sector", "registrationNumber"),
    *("taxNumber", "idNumber", "innCode", "ogrnCode", "kppCode", "okpoCode", "leiCode", "swiftBic"),
    *("ticker", "imoNumber", "mmsi", "flag", "address", "phone", "email", "website", "notes"),
)

# Column → scheme of the numbers in it where their own label or check digits do not say otherwise.
NUMBERS = {
    "innCode": "INN",
    "ogrnCode": "OGRN",
    "kppCode": "KPP",
    "okpoCode": "OKPO",
    "leiCode": "LEI",
    "swiftBic": "BIC",
    "imoNumber": "IMO",
    "mmsi": "MMSI",
    "taxNumber": "TAX",
    "registrationNumber": "REG",
    "passportNumber": "PASSPORT",
    "idNumber": "NATIONAL-ID",
}
CONTACTS = {"phone": "PHONE", "email": "EMAIL", "website": "WEBSITE"}
KEPT = (
    *("birthPlace", "appearance", "ethnicity", "fatherName", "motherName", "incorporationDate"),
    *("legalForm", "sector", "ticker"),
)

SCHEMAS = {
    "Person": "Person",
    "LegalEntity": "LegalEntity",
    "Company": "Company",
    "Organization": "Organization",
    "PublicBody": "Organization",
    "Vessel": "Vessel",
    "Airplane": "Airplane",
    "Asset": "LegalEntity",  # ports, airports, zones, means of payment: named in an annex, but no party of their own
}

# Act and annex (without its part letter) → measures, where the printed measure says less than the act.
# Regulation (EU) No 833/2014: XIV Article 5h, XLIV Article 5ac, XLV Article 5ad: no transactions with these banks;
# III, V, VI, XII, XIII Article 5: capital market; XIX Article 5aa: transactions with state-owned bodies.
# Regulation (EC) No 765/2006: XV Article 1zb: financial messaging; IX Article 1j: capital market.
BY_ANNEX = {
    ("32014R0833", "XIV"): "correspondent-account",
    ("32014R0833", "XLIV"): "correspondent-account",
    ("32014R0833", "XLV"): "correspondent-account",
    ("32006R0765", "XV"): "correspondent-account",
}
