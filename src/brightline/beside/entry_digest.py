"""The digest of what tells who a listed entry is: it changes when the record of the entry materially changes."""

from __future__ import annotations

import hashlib
import json

from brightline.terms import ListedEntity


def entry_digest(entity: ListedEntity) -> str:
    """Sixteen hex digits over the kind of bearer, names, numbers, birth dates, countries and addresses of an entry.

    Their order in the publisher's file does not count; programmes, measures and remarks tell nobody apart.
    """
    told = [
        entity.schema,
        sorted((name.value, name.kind) for name in entity.names),
        sorted((one.scheme, one.value, one.country or "") for one in entity.identifiers),
        sorted(entity.birth_dates),
        sorted(entity.countries),
        sorted(entity.addresses),
    ]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:16]
