"""The elements and attributes of the SECO list that we read or leave aside on purpose."""

from __future__ import annotations

_SUBJECT = frozenset({"identity", "justification", "relation", "other-information", "generic-attribute"})
KNOWN: dict[str, frozenset[str]] = {
    "target": frozenset(
        {
            *("@ssid", "@sanctions-set-id", "sanctions-set-id", "foreign-identifier", "individual", "entity"),
            *("object", "generic-attribute", "modification"),
        }
    ),
    "individual": _SUBJECT | {"@sex"},
    "entity": _SUBJECT,
    "object": _SUBJECT | {"@object-type"},
    "identity": frozenset(
        {
            *("@ssid", "@main", "name", "day-month-year", "place-of-birth", "nationality", "address"),
            "identification-document",
        }
    ),
    "name": frozenset({"@ssid", "@name-type", "@quality", "@lang", "name-part"}),
    "name-part": frozenset({"@ssid", "@order", "@name-part-type", "value", "spelling-variant"}),
    "spelling-variant": frozenset({"@ssid", "@lang", "@script"}),
    "day-month-year": frozenset({"@ssid", "@day", "@month", "@year", "@quality", "@calendar"}),
    "place-of-birth": frozenset({"@ssid", "@place-id", "@quality"}),
    "nationality": frozenset({"@ssid", "@quality", "country"}),
    "country": frozenset({"@iso-code"}),
    "address": frozenset(
        {
            *("@ssid", "@place-id", "@main", "@quality", "c-o", "address-details", "p-o-box", "zip-code", "location"),
            *("area", "country", "remarks"),
        }
    ),
    "identification-document": frozenset(
        {
            *("@ssid", "@document-type", "@place-of-issue-id", "number", "issuer", "date-of-issue", "expiry-date"),
            *("place-of-issue", "remark"),
        }
    ),
    "issuer": frozenset({"@code"}),
    "date-of-issue": frozenset({"*"}),
    "expiry-date": frozenset({"*"}),
    "place-of-issue": frozenset({"*"}),
    "relation": frozenset({"@ssid", "@target-id", "@relation-type", "remark"}),
    "justification": frozenset({"@ssid"}),
    "other-information": frozenset({"@ssid"}),
    "generic-attribute": frozenset({"@name", "@ssid"}),
    "foreign-identifier": frozenset({"@ssid", "@name", "@issuer"}),
    "sanctions-set-id": frozenset({"@ssid"}),
    "remark": frozenset({"@ssid"}),
    "modification": frozenset({"*"}),
}
