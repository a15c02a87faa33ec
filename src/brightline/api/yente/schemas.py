"""The schemas of FollowTheMoney that a client may name, and how they descend from each other."""

from __future__ import annotations

from functools import lru_cache

PARENTS: dict[str, tuple[str, ...]] = {
    "Thing": (),
    "Interval": (),
    "Interest": ("Interval",),
    "Address": ("Thing",),
    "Analyzable": (),
    "Asset": ("Thing",),
    "BankAccount": ("Asset",),
    "CryptoWallet": ("Thing",),
    "Event": ("Interval", "Thing"),
    "Document": ("Thing", "Analyzable"),
    "RealEstate": ("Asset",),
    "Security": ("Asset",),
    "Vehicle": ("Asset",),
    "Airplane": ("Vehicle",),
    "Vessel": ("Vehicle",),
    "LegalEntity": ("Thing",),
    "Person": ("LegalEntity",),
    "Organization": ("LegalEntity",),
    "PublicBody": ("Organization",),
    "Company": ("Organization", "Asset"),
    "Position": ("Thing",),
    "Project": ("Thing",),
    "Sanction": ("Interval",),
    "Identification": ("Interval",),
    "Passport": ("Identification",),
    "Ownership": ("Interest",),
    "Directorship": ("Interest",),
    "Employment": ("Interest",),
    "Membership": ("Interest",),
    "Representation": ("Interest",),
    "Family": ("Interval",),
    "Associate": ("Interval",),
    "Occupancy": ("Interval",),
    "Succession": ("Interval",),
    "UnknownLink": ("Interest",),
}


@lru_cache(maxsize=256)
def is_a(schema: str, wanted: str) -> bool:
    """Whether a schema is another one or descends from it; an unknown schema is only itself."""
    return schema == wanted or any(is_a(parent, wanted) for parent in PARENTS.get(schema, ()))


def may_be_same(asked: str, listed: str) -> bool:
    """Whether something asked for under one schema may be an entry of another: one of them descends from the other."""
    return is_a(asked, listed) or is_a(listed, asked)
