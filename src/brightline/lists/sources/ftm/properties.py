"""The properties of FollowTheMoney that we have a word for, and those we keep as they are."""

from __future__ import annotations

SCHEMAS = {
    "Person": "Person",
    "Organization": "Organization",
    "PublicBody": "Organization",
    "Company": "Company",
    "LegalEntity": "LegalEntity",
    "Vessel": "Vessel",
    "Airplane": "Airplane",
}

# Schemas that speak of others: the properties that point from them to an entry.
TIES = {
    "Sanction": ("entity",),
    "Address": (),
    "Identification": ("holder",),
    "Passport": ("holder",),
    "Ownership": ("owner", "asset"),
    "Directorship": ("director", "organization"),
    "Representation": ("agent", "client"),
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Family": ("person", "relative"),
    "Associate": ("person", "associate"),
    "UnknownLink": ("subject", "object"),
    "Succession": ("predecessor", "successor"),
    "Occupancy": ("holder", "post"),
}
UNTOLD = frozenset({("Occupancy", "holder")})  # that another held the same post is no tie
# (schema, property that names the other) → kind of the tie, seen from the entry.
KINDS = {
    ("Ownership", "owner"): "owner",
    ("Ownership", "asset"): "subsidiary",
    ("Directorship", "director"): "director",
    ("Directorship", "organization"): "director-of",
    ("Family", "person"): "family",
    ("Family", "relative"): "family",
    ("Membership", "member"): "member",
    ("Membership", "organization"): "member-of",
    ("Employment", "employer"): "employer",
    ("Employment", "employee"): "employee",
    ("Occupancy", "post"): "post",
}

NAMES = {"name": "alias", "alias": "alias", "abbreviation": "alias", "weakAlias": "weak", "previousName": "former"}
NUMBERS = {
    "innCode": "INN",
    "ogrnCode": "OGRN",
    "kppCode": "KPP",
    "okpoCode": "OKPO",
    "leiCode": "LEI",
    "swiftBic": "BIC",
    "bikCode": "OTHER",
    "imoNumber": "IMO",
    "mmsi": "MMSI",
    "callSign": "CALLSIGN",
    "uscCode": "USCC",
    "dunsCode": "DUNS",
    "uniqueEntityId": "REG",
    "registrationNumber": "REG",
    "idNumber": "NATIONAL-ID",
    "socialSecurityNumber": "NATIONAL-ID",
    "passportNumber": "PASSPORT",
    "passport": "PASSPORT",
    "taxNumber": "TAX",
    "vatCode": "TAX",
    "npiCode": "OTHER",
    "cikCode": "OTHER",
    "permId": "OTHER",
    "icijId": "OTHER",
    "publicKey": "CRYPTO",
    "email": "EMAIL",
    "phone": "PHONE",
    "website": "WEBSITE",
}
PLAIN = {
    "position": "titles",
    "title": "titles",
    "notes": "remarks",
    "summary": "remarks",
    "description": "remarks",
    "program": "programs",
    "programId": "programs",
    "sourceUrl": "urls",
    "wikipediaUrl": "urls",
}
COUNTRIES = ("country", "mainCountry", "nationality", "citizenship", "jurisdiction", "flag", "pastFlags")
TOPICS = {
    "sanction": "blocking",
    "sanction.linked": "other",
    "sanction.counter": "other",
    "export.control": "export-control",
    "export.control.linked": "export-control",
    "export.risk": "export-control",
    "debarment": "other",
}
# Known properties without a word of ours: kept silently. Any other is kept and named once for the list.
KEPT = frozenset(
    {
        *("firstName", "lastName", "middleName", "secondName", "fatherName", "motherName", "nameSuffix"),
        *(
            "birthPlace",
            "birthCountry",
            "deathDate",
            "education",
            "ethnicity",
            "religion",
            "political",
            "spokenLanguage",
        ),
        *("height", "weight", "eyeColor", "hairColor", "appearance", "wikidataId", "keywords", "topics", "status"),
        *("legalForm", "sector", "classification", "incorporationDate", "dissolutionDate", "parent", "subsidiaries"),
        *("createdAt", "modifiedAt", "retrievedAt", "publisher", "publisherUrl", "alephUrl", "indexText", "proof"),
        *("opencorporatesUrl", "mainAddress", "ticker", "isinCode", "lei", "giiNumber", "coatoCode", "okopfCode"),
        *(
            "okvedCode",
            "okatoCode",
            "oksmCode",
            "oktmoCode",
            "fnsCode",
            "fssCode",
            "pfrNumber",
            "ogrnipCode",
            "jibCode",
        ),
        *("caemCode", "irsCode", "ricCode", "ipoCode", "cageCode", "brightQueryId", "brightQueryOrgId", "ricCode"),
        *("type", "model", "serialNumber", "buildDate", "manufacturer", "registrationDate", "registrationPort"),
        *(
            "tonnage",
            "grossRegisteredTonnage",
            "deadweightTonnage",
            "pastNames",
            "pastTypes",
            "crsNumber",
            "navigationArea",
        ),
        *(
            "nameChangeDate",
            "owner",
            "operator",
            "icaoCode",
            "amount",
            "currency",
            "amountUsd",
            "capital",
            "licenseNumber",
        ),
        *("bookNumber", "isOwner", "dosCode", "hsCode", "unspscCode", "occupancies"),
    }
)
