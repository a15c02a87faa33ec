"""One account element → its number, its details noted, and the party it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.payments.draft import Draft
from brightline.payments.gathered import Around, Gathered, keep_attributes, note_leaf
from brightline.payments.party import Rest
from brightline.payments.roles import ROLES
from brightline.payments.tree import Node
from brightline.terms import Noted, Text

_NUMBERS = frozenset(("IBAN", "BBAN", "UPIC"))
_INTO = frozenset(("Id", "Othr", "PrtryAcct", "AcctId"))


@dataclass(slots=True)
class Account:
    """An account as printed. `holder` is the element it is named after: `Dbtr` for `DbtrAcct`."""

    holder: str
    path: str
    number: str | None = None


def read_account(node: Node, out: Gathered) -> tuple[Account, Rest]:
    """The account, and the parts that name its owner and servicer."""
    account = Account(node.name.removesuffix("Acct"), node.path)
    rest: Rest = []
    _fill(node, account, out, rest)
    return account, rest


def _fill(node: Node, account: Account, out: Gathered, rest: Rest) -> None:
    keep_attributes(node, out)
    for child in node.children:
        name = child.name
        if not child.children:
            _take_leaf(child, node, account, out)
        elif name in _INTO:
            _fill(child, account, out, rest)
        elif name == "Prxy":
            _read_proxy(child, out)
        else:
            rest.append((child, Around(node.name)))


def _take_leaf(leaf: Node, parent: Node, account: Account, out: Gathered) -> None:
    if not leaf.text:
        return
    if leaf.name in _NUMBERS or (leaf.name == "Id"):
        keep_attributes(leaf, out)
        account.number = account.number or leaf.text
        out.accounts.append(Noted(_kind(account.holder), leaf.text, leaf.path))
    elif leaf.name == "Nm":
        keep_attributes(leaf, out)
        out.texts.append(Text("account_name", leaf.text, leaf.path))
    elif leaf.name == "Ccy":
        out.codes.append(Noted("account_currency", leaf.text, leaf.path))
    else:
        note_leaf(leaf, Around(parent.name), out)


def _kind(holder: str) -> str:
    return ROLES.get(holder) or {"Sttlm": "settlement", "Chrgs": "charges", "": "statement"}.get(holder, holder)


def _read_proxy(node: Node, out: Gathered) -> None:
    """Another name of the account: a telephone number, a mail address."""
    for leaf in node.leaves():
        if leaf.name == "Id" and leaf.text:
            out.accounts.append(Noted("proxy", leaf.text, leaf.path))
        else:
            note_leaf(leaf, Around("Prxy"), out)


def attach(account: Account, beside: dict[str, Draft], out: Gathered) -> None:
    """Gives the account to the party beside it; a party of whom only the account is known becomes one."""
    if account.number is None or account.holder not in ROLES:
        return
    draft = beside.get(account.holder)
    if draft is None:
        draft = Draft(ROLES[account.holder], account.path)
        beside[account.holder] = draft
        out.drafts.append(draft)
    draft.account = draft.account or account.number
