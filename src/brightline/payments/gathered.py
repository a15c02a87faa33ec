"""What a stretch of a message says, and the placing of its single values."""

from __future__ import annotations

from dataclasses import dataclass, field

from brightline.payments.draft import Draft
from brightline.payments.leaves import CONTEXTS, Field, classify
from brightline.payments.tree import Node
from brightline.terms import Noted, Text, Unread


@dataclass(slots=True)
class Gathered:
    """Everything said, in message order. Filled by the walker, then only read."""

    drafts: list[Draft] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    amounts: list[Noted] = field(default_factory=list)
    dates: list[Noted] = field(default_factory=list)
    references: list[Noted] = field(default_factory=list)
    accounts: list[Noted] = field(default_factory=list)
    codes: list[Noted] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def size(self) -> int:
        """How many things are held."""
        singles = len(self.texts) + len(self.amounts) + len(self.dates) + len(self.references)
        return singles + len(self.accounts) + len(self.codes) + len(self.unread) + len(self.drafts)


@dataclass(frozen=True, slots=True)
class Around:
    """The elements around a leaf, as far as they tell what it is."""

    name: str = ""
    above: str = ""
    context: str = ""

    def enter(self, name: str) -> Around:
        """The surroundings one element further down."""
        return Around(name, self.name, CONTEXTS.get(name, self.context))


def keep_attributes(node: Node, out: Gathered) -> None:
    """Attributes that no field holds go to unread, at `element/@name`."""
    for name, value in node.attributes:
        if value.strip():
            out.unread.append(Unread(f"{node.path}/@{name}", value.strip()))


def note_leaf(node: Node, around: Around, out: Gathered) -> None:
    """One value into the field it belongs to, with its place and, for an amount, its currency."""
    currency = None
    if node.attributes:
        currency = _currency(node, out)
    if not node.text:
        if currency is not None:
            out.unread.append(Unread(f"{node.path}/@Ccy", currency))
        return
    place, kind = classify(node.name, around.name, around.above, around.context, currency is not None)
    _put(place, kind, node, currency, out)


def _currency(node: Node, out: Gathered) -> str | None:
    """The currency attribute; any other goes to unread."""
    currency = None
    for name, value in node.attributes:
        if name == "Ccy":
            currency = value.strip()
        elif value.strip():
            out.unread.append(Unread(f"{node.path}/@{name}", value.strip()))
    return currency


def _put(place: Field, kind: str, node: Node, currency: str | None, out: Gathered) -> None:
    if place is Field.TEXT or (kind in ("purpose", "category_purpose") and " " in node.text):
        out.texts.append(Text("purpose" if place is Field.CODE else kind, node.text, node.path))
    elif place is Field.UNREAD:
        out.unread.append(Unread(node.path, node.text))
    elif place is Field.AMOUNT:
        out.amounts.append(Noted(kind, node.text, node.path, currency))
    elif place is Field.REFERENCE:
        out.references.append(Noted(kind, node.text, node.path))
    elif place is Field.CODE:
        out.codes.append(Noted(kind, node.text, node.path))
    elif place is Field.DATE:
        out.dates.append(Noted(kind, node.text, node.path))
    else:
        out.accounts.append(Noted(kind, node.text, node.path))
