"""The walker: every leaf of an element is put in exactly one place, whatever the message or its version.

Parties, agents and accounts are recognised by the name of the element or by what stands in it; single values by
their names. Nothing is looked up by position, so that a new version, a missing element or an unknown one changes
where a value ends up, never whether it is kept.
"""

from __future__ import annotations

from brightline.payments.accounts import Account, attach, read_account
from brightline.payments.draft import Draft
from brightline.payments.gathered import Around, Gathered, keep_attributes, note_leaf
from brightline.payments.party import read_party
from brightline.payments.roles import ROLES, SIGNS_OF_AGENT, SIGNS_OF_PARTY, STRANGE_AGENT, STRANGE_PARTY
from brightline.payments.tree import Node

# Elements that never name anybody; a short cut, they would be walked anyway.
_PLAIN = frozenset(
    (
        *("GrpHdr", "PmtId", "PmtTpInf", "SttlmInf", "RmtInf", "Strd", "RfrdDocInf", "RfrdDocAmt", "CdtrRefInf", "Tp"),
        *("CdOrPrtry", "SvcLvl", "CtgyPurp", "LclInstrm", "Purp", "Refs", "Amt", "AmtDtls", "BkTxCd", "Domn", "Fmly"),
        *("Bal", "ValDt", "BookgDt", "ReqdExctnDt", "Rsn", "Sts", "XchgRateInf", "CcyXchg", "InstdAmt", "TxAmt"),
    )
)
_NOBODY_WHEN_BARE = frozenset(("Fr", "To", "Agt", "Pty"))


def gather(node: Node, leaving: str | None = None) -> Gathered:
    """Everything at and below the element, except its children named `leaving`, which are gathered apart."""
    out = Gathered()
    if not node.children:
        note_leaf(node, Around(), out)
        return out
    keep_attributes(node, out)
    _walk([child for child in node.children if child.name != leaving], Around().enter(node.name), out)
    return out


def _walk(children: list[Node], around: Around, out: Gathered) -> dict[str, Draft]:
    """Siblings together: an account belongs to the party beside it that it is named after."""
    beside: dict[str, Draft] = {}
    accounts: list[Account] = []
    for child in children:
        name = child.name
        if not child.children:
            _take_leaf(child, around, beside, out)
        elif name.endswith("Acct"):
            accounts.append(_read_account(child, out))
        elif (role := _role_here(child)) is not None:
            _keep(_read_somebody(child, role, around, out), name, beside)
        else:
            keep_attributes(child, out)
            _walk(child.children, around.enter(name), out)
    for account in accounts:
        attach(account, beside, out)
    return beside


def _take_leaf(leaf: Node, around: Around, beside: dict[str, Draft], out: Gathered) -> None:
    """A single value; a role with nothing but words in it is somebody's name."""
    if leaf.text and leaf.name in ROLES and leaf.name not in _NOBODY_WHEN_BARE:
        _keep(_read_somebody(leaf, ROLES[leaf.name], around, out), leaf.name, beside)
    else:
        note_leaf(leaf, around, out)


def _keep(draft: Draft | None, name: str, beside: dict[str, Draft]) -> None:
    if draft is not None:
        beside[name] = draft


def _role_here(node: Node) -> str | None:
    """The role of whom the element names, or None if it names nobody."""
    if node.name in _PLAIN:
        return None
    role = ROLES.get(node.name)
    if role is not None:
        return role
    inside = {child.name for child in node.children}
    if not SIGNS_OF_AGENT.isdisjoint(inside):
        return STRANGE_AGENT
    return STRANGE_PARTY if not SIGNS_OF_PARTY.isdisjoint(inside) else None


def _read_somebody(node: Node, role: str, around: Around, out: Gathered) -> Draft | None:
    """The draft, kept in its place among the parties, unless nothing was said of anybody."""
    at = len(out.drafts)
    draft, rest = read_party(node, role, around, out)
    for part, beside in rest:
        _walk([part], beside, out)
    if draft.is_empty():
        return None
    out.drafts.insert(at, draft)
    return draft


def _read_account(node: Node, out: Gathered) -> Account:
    account, rest = read_account(node, out)
    beside: dict[str, Draft] = {}
    for part, around in rest:
        beside.update(_walk([part], around, out))
    if "Ownr" in beside and account.holder not in ROLES and beside["Ownr"].account is None:
        beside["Ownr"].account = account.number
    return account
