"""The elements and attributes of the FSF file that we read or leave aside on purpose (FSF 1.0 and 1.1)."""

from __future__ import annotations

_BASIS = frozenset({"@regulationLanguage", "@logicalId", "regulationSummary", "remark"})
_PLACE = frozenset({"@countryIso2Code", "@countryDescription", "@region", "@place", "@city", "@zipCode"})
_ACT = frozenset(
    {
        *("@regulationType", "@organisationType", "@publicationDate", "@entryIntoForceDate", "@numberTitle"),
        *("@programme", "@logicalId", "@publicationUrl", "publicationUrl"),
    }
)
KNOWN: dict[str, frozenset[str]] = {
    "sanctionEntity": frozenset(
        {
            *("@designationDate", "@designationDetails", "@unitedNationId", "@euReferenceNumber", "@logicalId"),
            *(
                "remark",
                "regulation",
                "subjectType",
                "nameAlias",
                "citizenship",
                "birthdate",
                "identification",
                "address",
            ),
        }
    ),
    "regulation": _ACT,
    "regulationSummary": _ACT,
    "subjectType": frozenset({"@code", "@classificationCode"}),
    "nameAlias": _BASIS
    | {
        *("@firstName", "@middleName", "@lastName", "@wholeName", "@gender", "@title", "@function"),
        *("@nameLanguage", "@strong"),
    },
    "citizenship": _BASIS | _PLACE,
    "birthdate": _BASIS
    | _PLACE
    | {
        *("@circa", "@calendarType", "@birthdate", "@dayOfMonth", "@monthOfYear", "@year"),
        *("@yearRangeFrom", "@yearRangeTo"),
    },
    "identification": _BASIS
    | _PLACE
    | {
        *("@diplomatic", "@knownExpired", "@knownFalse", "@reportedLost", "@revokedByIssuer", "@issuedBy"),
        *("@issuedDate", "@issueDate", "@validFrom", "@validTo", "@latinNumber", "@nameOnDocument", "@number"),
        *("@identificationTypeCode", "@identificationTypeDescription"),
    },
    "address": _BASIS | _PLACE | {"@street", "@poBox", "@asAtListingTime", "contactInfo"},
    "contactInfo": frozenset({"@key", "@value"}),
}
