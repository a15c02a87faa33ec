"""A transaction with all that speaks of it → a `Payment`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from brightline.payments.draft import Draft
from brightline.payments.gathered import Gathered
from brightline.payments.picks import DATES, DIRECTION, END_TO_END, UETR, day_of, pick, pick_amount, pick_text
from brightline.payments.roles import BY_DIRECTION, NO_DIRECTION
from brightline.payments.transactions import Transaction
from brightline.payments.tree import Node
from brightline.terms import Noted, Party, Payment


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a file: its type, its root, what its header says, and the business service named there."""

    source: str
    format: str
    kind: str
    root: Node
    header: Gathered
    service: str

    @property
    def name(self) -> str:
        """The root element, for sentences."""
        return self.root.name


def assemble(message: Message, transaction: Transaction) -> Payment:
    """The payment of one transaction. Raises UnreadableMessage if its amount or value date cannot be read."""
    nodes = list(transaction.nodes)
    amount = pick_amount(nodes, message.kind)
    parts = [message.header, *transaction.parts]
    parties, senders = _parties(parts, pick_text(nodes, DIRECTION))
    return Payment(
        source=message.source,
        format=message.format,
        variant=_variant(message, nodes[0]),
        message_id=_message_id(message),
        end_to_end_id=pick_text(nodes, END_TO_END),
        uetr=pick_text(nodes, UETR),
        amount=amount.digits,
        currency=amount.currency,
        value_date=_value_date(nodes, message.kind),
        parties=parties,
        texts=tuple(chain.from_iterable(part.texts for part in parts)),
        amounts=tuple(chain.from_iterable(part.amounts for part in parts)),
        dates=tuple(chain.from_iterable(part.dates for part in parts)),
        references=(*senders, *chain.from_iterable(part.references for part in parts)),
        accounts=tuple(chain.from_iterable(part.accounts for part in parts)),
        codes=tuple(chain.from_iterable(part.codes for part in parts)),
        unread=tuple(chain.from_iterable(part.unread for part in parts)),
    )


def values_only(source: str, format_: str, parts: Sequence[Gathered], message_id: str | None) -> Payment:
    """All values of a message that moves no money, in the fields of a payment, without an amount of its own."""
    parties, senders = _parties(parts, None)
    return Payment(
        source=source,
        format=format_,
        message_id=message_id or _reference(parts, "message_id") or _reference(parts, "business_message_id"),
        parties=parties,
        texts=tuple(chain.from_iterable(part.texts for part in parts)),
        amounts=tuple(chain.from_iterable(part.amounts for part in parts)),
        dates=tuple(chain.from_iterable(part.dates for part in parts)),
        references=(*senders, *chain.from_iterable(part.references for part in parts)),
        accounts=tuple(chain.from_iterable(part.accounts for part in parts)),
        codes=tuple(chain.from_iterable(part.codes for part in parts)),
        unread=tuple(chain.from_iterable(part.unread for part in parts)),
    )


def _message_id(message: Message) -> str | None:
    return pick_text([message.root], ("GrpHdr/MsgId",)) or _reference([message.header], "business_message_id")


def _reference(parts: Iterable[Gathered], kind: str) -> str | None:
    return next((noted.value for part in parts for noted in part.references if noted.kind == kind), None)


def _variant(message: Message, node: Node) -> str | None:
    """COV where a customer transfer lies beneath, ADV and STP where the business service says so."""
    if message.kind == "pacs.009":
        if node.find("UndrlygCstmrCdtTrf") is not None or ".cov" in message.service:
            return "COV"
        return "ADV" if ".adv" in message.service else "core"
    return "STP" if message.kind == "pacs.008" and ".stp" in message.service else None


def _value_date(nodes: list[Node], kind: str) -> str | None:
    found = pick(nodes, DATES.get(kind) or DATES["camt"])
    return day_of(found.text, found.path) if found is not None else None


def _parties(parts: Sequence[Gathered], direction: str | None) -> tuple[tuple[Party, ...], tuple[Noted, ...]]:
    """Everybody in message order; a header's bank that the message names again is kept as a reference only."""
    drafts = [draft for part in parts for draft in part.drafts]
    named = {draft.bic for draft in drafts if draft.bic and not draft.path.startswith("AppHdr")}
    repeated = [draft for draft in drafts if _only_repeats(draft, named)]
    told = tuple(Noted("sender" if _sends(draft) else "receiver", draft.bic or "", draft.path) for draft in repeated)
    return tuple(draft.party(_role(draft, direction)) for draft in drafts if draft not in repeated), told


def _only_repeats(draft: Draft, named: set[str]) -> bool:
    bare = not (draft.printed or draft.address or draft.identifiers or draft.account or draft.countries)
    return bare and draft.path.startswith("AppHdr") and draft.bic in named


def _sends(draft: Draft) -> bool:
    return draft.role == "instructing_agent"


def _role(draft: Draft, direction: str | None) -> str:
    """The contract's role; that of a statement's owner and servicer depends on the direction of the entry."""
    return BY_DIRECTION.get((draft.role, direction or "")) or NO_DIRECTION.get(draft.role) or draft.role
