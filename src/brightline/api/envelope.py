"""A payment with its papers in one JSON body: `{"payment": …, "papers": […]}`.

`payment` is a payment object, or a message (XML, MT) as one text. Any other body is a message as it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import cast

from brightline.beside.papers import papers_of
from brightline.beside.strict import read_json
from brightline.errors import CallError, UnreadableMessage
from brightline.payments.own_json import parse_json

_BEGINS = re.compile(rb'\A\s*\{\s*"(?:payment|papers)"\s*:')
_KEYS = {"payment", "papers"}


def opened(body: bytes) -> tuple[bytes, Sequence[object]]:
    """The message of a body, and the papers handed in with it. Raises CallError where the papers are not as documented.

    What cannot be opened is a message as it stands: reading it says what is wrong, and a person sees it.
    """
    if not _BEGINS.match(body):
        return body, ()
    try:
        text = body.decode("utf-8")
        said = cast("dict[str, object]", parse_json(text, ""))
    except (UnicodeDecodeError, UnreadableMessage):
        return body, ()
    if set(said) - _KEYS or "payment" not in said:
        raise CallError("body", f"the keys {', '.join(sorted(said))[:200]}", "payment and papers")
    return _message(said["payment"]), _papers(text)


def _message(payment: object) -> bytes:
    written = payment if isinstance(payment, str) else json.dumps(payment, ensure_ascii=False)
    return written.encode("utf-8", "replace")


def _papers(text: str) -> Sequence[object]:
    """The papers as plain values, once they are known to be of their shape."""
    said = cast("dict[str, object]", read_json(text, "body"))
    papers = said.get("papers", [])
    papers_of(papers, "papers")
    return cast("Sequence[object]", papers)
