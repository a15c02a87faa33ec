"""Pairs and passports: what two people found of a party or a relationship, until it ends."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, String, Table, Text

from brightline.cases.tables.metadata import METADATA, PERSONAL

clearances = Table(
    "clearances",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("kind", String(8), nullable=False),  # pair, passport
    Column("case", String(32), ForeignKey("cases.id")),  # made from; none: handed in
    Column("state", String(10), nullable=False),  # proposed, live, refused, ended
    Column("sealed", LargeBinary, info={PERSONAL: True}),  # as the engine reads it, under the key of this id
    Column("list", String(80)),  # of a pair
    Column("entry", String(120)),
    Column("owner", String(32), ForeignKey("people.id"), nullable=False),
    Column("approver", String(32), ForeignKey("people.id")),
    Column("proposed", String(27), nullable=False),
    Column("approved", String(27)),
    Column("expires", String(10), nullable=False),  # the last day it holds
    Column("ended", String(27)),
    Column("why", Text, info={PERSONAL: True}),  # it was refused or ended
    Index("ix_clearances_state_kind", "state", "kind"),
)
