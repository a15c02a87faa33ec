"""The nouns of the product, as people in the field say them. Frozen, plain, cheap by the million.

Nothing here reads, decides or writes. Shapes for the wire and for files are made elsewhere, from these.
"""

from __future__ import annotations

from brightline.terms.answers import (
    Answer,
    AsOf,
    Determined,
    Force,
    Outcome,
)
from brightline.terms.decided import (
    Citation,
    Clause,
    Decision,
    Determination,
    EditionNote,
    Evidence,
    Finding,
    Lacking,
    LawChanged,
    Mentioned,
    Seen,
    SeenGoods,
    Subject,
)
from brightline.terms.listed import (
    Link,
    ListedEntity,
    ListedIdentifier,
    ListedName,
    ListVersion,
)
from brightline.terms.matched import (
    Candidate,
    Query,
    Step,
)
from brightline.terms.message import (
    Form,
    Goods,
    Identifier,
    Leg,
    NotAPayment,
    Noted,
    Party,
    Payment,
    Read,
    Text,
    Unread,
    Unreadable,
)
from brightline.terms.owned import (
    Held,
    Holding,
    OwnerPath,
    OwnershipEdge,
    OwnershipNode,
    Portion,
)

__all__ = [
    "Answer",
    "AsOf",
    "Candidate",
    "Citation",
    "Clause",
    "Decision",
    "Determination",
    "Determined",
    "EditionNote",
    "Evidence",
    "Finding",
    "Force",
    "Form",
    "Goods",
    "Held",
    "Holding",
    "Identifier",
    "Lacking",
    "LawChanged",
    "Leg",
    "Link",
    "ListVersion",
    "ListedEntity",
    "ListedIdentifier",
    "ListedName",
    "Mentioned",
    "NotAPayment",
    "Noted",
    "Outcome",
    "OwnerPath",
    "OwnershipEdge",
    "OwnershipNode",
    "Party",
    "Payment",
    "Portion",
    "Query",
    "Read",
    "Seen",
    "SeenGoods",
    "Step",
    "Subject",
    "Text",
    "Unread",
    "Unreadable",
]
