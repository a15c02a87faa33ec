"""The elements of the UN list that we read or leave aside on purpose (schema sc-sanctions.xsd)."""

from __future__ import annotations

_VALUE = frozenset({"VALUE"})
_PLACE = frozenset({"STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE"})
_COMMON = frozenset(
    {
        *("DATAID", "VERSIONNUM", "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "UN_LIST_TYPE"),
        *("REFERENCE_NUMBER", "LISTED_ON", "DELISTED_ON", "GENDER", "SUBMITTED_BY", "SUBMITTED_ON", "COMMENTS1"),
        *("NAME_ORIGINAL_SCRIPT", "TITLE", "DESIGNATION", "NATIONALITY", "NATIONALITY2", "LIST_TYPE"),
        *("LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD"),
    }
)
KNOWN: dict[str, frozenset[str]] = {
    "INDIVIDUAL": _COMMON
    | {
        *("INDIVIDUAL_ALIAS", "INDIVIDUAL_ADDRESS", "INDIVIDUAL_DATE_OF_BIRTH", "INDIVIDUAL_PLACE_OF_BIRTH"),
        "INDIVIDUAL_DOCUMENT",
    },
    "ENTITY": _COMMON | {"ENTITY_ALIAS", "ENTITY_ADDRESS"},
    "TITLE": _VALUE,
    "DESIGNATION": _VALUE,
    "NATIONALITY": _VALUE,
    "NATIONALITY2": _VALUE,
    "LIST_TYPE": _VALUE,
    "LAST_DAY_UPDATED": _VALUE,
    "INDIVIDUAL_ALIAS": frozenset(
        {"QUALITY", "ALIAS_NAME", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE"}
    ),
    "ENTITY_ALIAS": frozenset({"QUALITY", "ALIAS_NAME", "NOTE"}),
    "INDIVIDUAL_ADDRESS": _PLACE,
    "ENTITY_ADDRESS": _PLACE,
    "INDIVIDUAL_PLACE_OF_BIRTH": _PLACE,
    "INDIVIDUAL_DATE_OF_BIRTH": frozenset({"TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE"}),
    "INDIVIDUAL_DOCUMENT": frozenset(
        {
            *("TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "DATE_OF_ISSUE"),
            *("CITY_OF_ISSUE", "COUNTRY_OF_ISSUE", "NOTE"),
        }
    ),
}
