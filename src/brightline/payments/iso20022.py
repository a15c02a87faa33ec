"""ISO 20022 XML → payments: pacs.008, pacs.009, pacs.004, pain.001 and camt.052/053/054 entries, any version.

One payment for each transaction or entry, with what the header, the group and the statement say of all of them.
Messages that move no money come back as such with all their values; transfers of a type that we do not read, and
whatever we do not know, are unreadable.
"""

from __future__ import annotations

from brightline.errors import UnreadableMessage
from brightline.payments.envelope import Enclosed, Opened, message_type, open_envelope
from brightline.payments.gathered import Gathered
from brightline.payments.harden import parse
from brightline.payments.kinds import LEVELS, STATEMENTS, UNREAD_TRANSFERS, kind_of_root, moves_no_money
from brightline.payments.message import Message, assemble, values_only
from brightline.payments.picks import pick_text
from brightline.payments.transactions import Transaction, transactions
from brightline.payments.tree import Node, local, read_tree
from brightline.payments.walker import gather
from brightline.terms import NotAPayment, Read, Unread, Unreadable

MOST_SHARED = 20_000_000


def read_xml(data: bytes, source: str) -> list[Read]:
    """Every payment of an XML file in order, sources not yet numbered. Never raises for what a file holds."""
    try:
        opened = open_envelope(parse(data))
        if not opened.messages:
            raise _nothing(opened)
    except UnreadableMessage as told:
        return [unreadable(source, told)]
    return [read for message in opened.messages for read in _read_message(message, opened.wrapping, source)]


def unreadable(source: str, told: UnreadableMessage) -> Unreadable:
    """The error as an answer."""
    return Unreadable(source, told.where, told.found, told.expected, told.advice)


def _nothing(opened: Opened) -> UnreadableMessage:
    where = opened.wrapping[0].path.split("/")[0] if opened.wrapping else "root element"
    return UnreadableMessage(where, "XML without an ISO 20022 message", "a message such as pacs.008 in a Document")


def _read_message(enclosed: Enclosed, wrapping: list[Unread], source: str) -> list[Read]:
    """The payments of one message, or the one thing that is wrong with it."""
    try:
        head = read_tree(enclosed.header, "AppHdr") if enclosed.header is not None else Node("AppHdr", "AppHdr")
        format_ = message_type(enclosed, pick_text([head], ("MsgDefIdr",)))
        kind = _kind(enclosed, format_)
        header = gather(head)
        header.unread.extend(wrapping)
        if enclosed.root is None:
            return [_header_only(header, kind, format_, source)]
        root = read_tree(enclosed.root, "")
        message = Message(source, format_ or kind, kind, root, header, (pick_text([head], ("BizSvc",)) or "").lower())
    except UnreadableMessage as told:
        return [unreadable(source, told)]
    return _read_by_kind(message)


def _kind(enclosed: Enclosed, format_: str | None) -> str:
    """`pacs.008`: the root element knows best, as what we read follows its structure."""
    root = enclosed.root
    rooted = kind_of_root(local(root.tag)) if root is not None else None
    kind = rooted or (format_[:8] if format_ else None)
    if kind is None:
        name = local(root.tag) if root is not None else "AppHdr"
        raise UnreadableMessage(name, "a message that names no type we know", "a message such as pacs.008")
    if rooted is None and kind in LEVELS and root is not None:
        raise UnreadableMessage(local(root.tag), f"an unknown root element for {format_}", "the message's own root")
    return kind


def _header_only(header: Gathered, kind: str, format_: str | None, source: str) -> Read:
    """A header without its document: nothing to read, and no payment only if it announces none."""
    if moves_no_money(kind):
        return NotAPayment(values_only(source, format_ or kind, [header], None))
    told = UnreadableMessage("AppHdr", f"a header for {format_ or kind} without its document", "the message itself")
    return unreadable(source, told)


def _read_by_kind(message: Message) -> list[Read]:
    kind = message.kind
    if kind in LEVELS:
        return _read_transactions(message)
    if moves_no_money(kind):
        return [_not_a_payment(message)]
    what = UNREAD_TRANSFERS.get(kind, "a type of message we do not know")
    told = UnreadableMessage(
        message.name, f"{what} ({message.format})", "a type of transfer we read", "Have a person look at it."
    )
    return [unreadable(message.source, told)]


def _not_a_payment(message: Message) -> NotAPayment:
    root = message.root
    message_id = pick_text([root], ("GrpHdr/MsgId", "MsgHdr/MsgId", "Assgnmt/Id", "MsgId/Id", "MsgId"))
    return NotAPayment(values_only(message.source, message.format, [message.header, gather(root)], message_id))


def _read_transactions(message: Message) -> list[Read]:
    """One answer for each transaction; a statement without entries moves no money."""
    found = list(transactions(message.root, LEVELS[message.kind]))
    if not found and message.kind in STATEMENTS:
        return [_not_a_payment(message)]
    if not found:
        told = UnreadableMessage(message.name, "no transaction", f"at least one {LEVELS[message.kind][-1]}")
        return [unreadable(message.source, told)]
    shared = sum(part.size() for part in found[0].parts[:-1]) + message.header.size()
    if shared * len(found) > MOST_SHARED:
        told = UnreadableMessage(
            message.name, f"{shared} values shared by {len(found)} transactions", "fewer", "Split the file."
        )
        return [unreadable(message.source, told)]
    return [_read_transaction(message, transaction) for transaction in found]


def _read_transaction(message: Message, transaction: Transaction) -> Read:
    try:
        return assemble(message, transaction)
    except UnreadableMessage as told:
        return unreadable(message.source, told)
