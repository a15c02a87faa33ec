"""One element that names somebody → a draft of a party: names, addresses, numbers, birth.

Banks and customers, any version: the choice `Pty`/`Agt`, the older `CmbndId` and `NmAndAdr`, numbers in elements of
their own (`PsptNb`) or with a scheme (`Othr/SchmeNm`). What is none of a party's parts is handed back to be walked.
"""

from __future__ import annotations

from brightline.payments.draft import Draft
from brightline.payments.gathered import Around, Gathered, keep_attributes, note_leaf
from brightline.payments.roles import IDENTIFYING, scheme_of
from brightline.payments.tree import Node
from brightline.terms import Form, Identifier, Noted

_BICS = frozenset(("BICFI", "BIC", "AnyBIC", "BICOrBEI", "BEI"))
_INTO = frozenset(
    ("Pty", "Agt", "FinInstnId", "OrgId", "PrvtId", "FIId", "Id", "CmbndId", "NmAndAdr", "DtAndPlcOfBirth")
)
_NUMBERED = frozenset(("Othr", "PrtryId", "OthrId", "ClrSysMmbId", "PrtryFI"))
_ADDRESSES = frozenset(("PstlAdr", "Adr", "PstlAddr"))
# Printed on one line: the street with its number, the town with its postcode.
_JOINED = {"BldgNb": "StrtNm", "TwnNm": "PstCd"}

Rest = list[tuple[Node, Around]]


def read_party(node: Node, role: str, around: Around, out: Gathered) -> tuple[Draft, Rest]:
    """The party named by the element, and the parts that are something else."""
    draft = Draft(role, node.path)
    rest: Rest = []
    if node.children:
        _fill(node, draft, around.enter(node.name), out, rest)
    elif node.text:
        keep_attributes(node, out)
        draft.take_name(node.text, node.path)
    return draft, rest


def _fill(node: Node, draft: Draft, around: Around, out: Gathered, rest: Rest) -> None:
    if node.attributes:
        keep_attributes(node, out)
    for child in node.children:
        name = child.name
        if not child.children:
            _take_leaf(child, draft, around, out)
        elif name in _ADDRESSES:
            _read_address(child, draft, out)
        elif name in _NUMBERED:
            _read_number(child, draft, out)
        elif name == "BrnchId":
            _read_branch(child, draft, around, out, rest)
        elif name == "CtctDtls":
            _read_contact(child, draft, out, rest)
        elif name in _INTO:
            _fill(child, draft, around.enter(name), out, rest)
        else:
            rest.append((child, around))


def _take_leaf(leaf: Node, draft: Draft, around: Around, out: Gathered) -> None:
    name, text = leaf.name, leaf.text
    if not text or not _take_known(name, text, leaf.path, draft):
        note_leaf(leaf, around, out)
    elif leaf.attributes:
        keep_attributes(leaf, out)


def _take_known(name: str, text: str, path: str, draft: Draft) -> bool:
    """One of a party's own values; False for what is none of them."""
    if name == "Nm":
        draft.take_name(text, path)
    elif name in _BICS:
        draft.take_bic(text)
    elif name in IDENTIFYING:
        draft.identifiers.append(Identifier(IDENTIFYING[name], text))
    elif name == "AdrLine":
        _take_line(text, draft)
    elif name == "Id":
        draft.identifiers.append(Identifier("OTHER", text))
    else:
        return _take_origin(name, text, draft)
    return True


def _take_origin(name: str, text: str, draft: Draft) -> bool:
    """Birth and residence; False if the leaf says neither."""
    if name == "BirthDt" and draft.birth_date is None:
        draft.birth_date = text
        return True
    if name == "CtryOfBirth":
        return draft.take_country(text, "birth")
    return name == "CtryOfRes" and draft.take_country(text, "residence")


def _take_line(text: str, draft: Draft) -> None:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    draft.address.extend(lines)
    draft.printed.extend(lines)


def _read_address(node: Node, draft: Draft, out: Gathered) -> None:
    """Lines as printed; parts in the order of the message, street and number, postcode and town on one line."""
    if node.attributes:
        keep_attributes(node, out)
    last = ""
    for child in node.children:
        name, text = child.name, child.text
        if child.children:
            _read_address_part(child, draft, out)
        elif not text:
            continue
        elif name == "Nm":
            draft.take_name(text, child.path)
        elif name == "AdrTp":
            note_leaf(child, Around(node.name), out)
        elif name == "AdrLine":
            _take_line(text, draft)
        elif name == "Ctry" and draft.take_country(text, "address"):
            last = ""
        elif last and _JOINED.get(name) == last:
            draft.address[-1] += f" {text}"
        else:
            draft.address.append(text)
        last = name


def _read_address_part(node: Node, draft: Draft, out: Gathered) -> None:
    """An address inside an address, or the kind of the address."""
    if node.name in _ADDRESSES:
        _read_address(node, draft, out)
        return
    for leaf in node.leaves():
        note_leaf(leaf, Around("AdrTp" if node.name == "AdrTp" else node.name), out)


def _read_number(node: Node, draft: Draft, out: Gathered) -> None:
    """A number with its scheme: `Othr/Id` + `SchmeNm`, `ClrSysMmbId/MmbId` + `ClrSysId`, the older `PrtryId`."""
    if node.attributes:
        keep_attributes(node, out)
    leaves = [leaf for leaf in node.leaves() if leaf.text]
    numbers = [leaf for leaf in leaves if leaf.name in ("Id", "MmbId") and leaf.path.count("/") == _below(node)]
    schemes = [leaf for leaf in leaves if leaf not in numbers and leaf.name in ("Cd", "Prtry", "IdTp", "ClrSysId")]
    scheme = scheme_of(schemes[0].text) if schemes else ("CLEARING" if node.name == "ClrSysMmbId" else "OTHER")
    for leaf in leaves:
        if leaf in numbers:
            draft.identifiers.append(Identifier(scheme, leaf.text))
        elif leaf in schemes:
            out.codes.append(Noted("identification_scheme", leaf.text, leaf.path))
        else:
            note_leaf(leaf, Around(node.name), out)


def _below(node: Node) -> int:
    return node.path.count("/") + 1


def _read_branch(node: Node, draft: Draft, around: Around, out: Gathered, rest: Rest) -> None:
    """A branch belongs to its bank: its name among the printed ones, its address and numbers with the bank's."""
    branch = Draft(draft.role, node.path)
    _fill(node, branch, around.enter(node.name), out, rest)
    draft.printed.extend(branch.printed)
    draft.address.extend(branch.address)
    draft.countries.extend(branch.countries)
    draft.country = draft.country or branch.country
    draft.identifiers.extend(
        Identifier("BRANCH", number.value) if number.scheme == "OTHER" else number for number in branch.identifiers
    )
    if branch.bic:
        draft.take_bic(branch.bic)
    if branch.name and draft.name is None:
        draft.name, draft.path = branch.name, branch.path
    elif branch.name:
        draft.forms.append(Form("branch", branch.name))


def _read_contact(node: Node, draft: Draft, out: Gathered, rest: Rest) -> None:
    """Telephone and mail identify the party; a contact's name is a text, for it is somebody else's."""
    if node.attributes:
        keep_attributes(node, out)
    around = Around(node.name, "", "contact")
    for child in node.children:
        if child.children:
            rest.append((child, around))
        elif child.name in IDENTIFYING and child.text:
            keep_attributes(child, out)
            draft.identifiers.append(Identifier(IDENTIFYING[child.name], child.text))
        else:
            note_leaf(child, around, out)
