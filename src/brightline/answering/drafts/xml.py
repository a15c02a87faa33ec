"""XML of ISO 20022 put together from plain values: an empty value leaves its element out, a list repeats it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from brightline.answering.drafts.order import Original


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with its currency, digits as printed."""

    value: str
    currency: str


_NOT_XML = re.compile("[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")

Content = str | Money | Sequence["Content"] | Mapping[str, "Content"] | None


def document(version: str, content: Mapping[str, Content]) -> bytes:
    """The document of that version as UTF-8, indented for who reads it."""
    space = f"urn:iso:std:iso:20022:tech:xsd:{version}"
    root = etree.Element(f"{{{space}}}Document", nsmap={None: space})  # type: ignore[dict-item]  # the default namespace
    for name, value in content.items():
        _lay(root, space, name, value)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def agent(bic: str) -> Mapping[str, Content]:
    """A bank by its BIC."""
    return {"FinInstnId": {"BICFI": bic}}


def moment(made: datetime) -> str:
    """A moment with its zone, to the second."""
    return made.isoformat(timespec="seconds")


def money(original: Original) -> Money | None:
    """What the banks settled, where the payment says it."""
    return Money(original.amount, original.currency) if original.amount and original.currency else None


def original_ids(original: Original, *, uetr: bool = True) -> dict[str, Content]:
    """The elements by which a message names the payment it speaks of, in the order of the schemas."""
    said: dict[str, Content] = {
        "OrgnlGrpInf": {"OrgnlMsgId": original.message_id, "OrgnlMsgNmId": original.message_name},
        "OrgnlInstrId": original.instruction_id,
        "OrgnlEndToEndId": original.end_to_end_id,
    }
    return {**said, "OrgnlUETR": original.uetr} if uetr else said


def _lay(parent: etree._Element, space: str, name: str, value: Content) -> None:
    if isinstance(value, str | Money):
        _lay_text(etree.SubElement(parent, f"{{{space}}}{name}"), value)
    elif isinstance(value, Mapping):
        if any(one is not None and one != [] for one in value.values()):
            element = etree.SubElement(parent, f"{{{space}}}{name}")
            for inner, one in value.items():
                _lay(element, space, inner, one)
    elif value is not None:
        for one in value:
            _lay(parent, space, name, one)


def _lay_text(element: etree._Element, value: str | Money) -> None:
    if isinstance(value, Money):
        element.set("Ccy", value.currency)
    element.text = _allowed(value.value if isinstance(value, Money) else value)


def _allowed(text: str) -> str:
    """Without signs that XML does not know."""
    return _NOT_XML.sub("", text)
