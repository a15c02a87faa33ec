"""What of a page is no story: menus, captions, shares, policies. The patterns are a table, `furniture.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

_MOST = 420  # characters; longer is never furniture by its words alone
_CREDIT = re.compile(r"[\[(][^\])]{0,60}[\])]\.?$")


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    text = files("brightline.media").joinpath("furniture.yaml").read_text(encoding="utf-8")
    said = yaml.safe_load(text)
    return {kind: re.compile("|".join(f"(?:{one})" for one in rows), re.I) for kind, rows in said.items()}


def furniture_kind(text: str) -> str | None:
    """The kind of furniture that a line or sentence is by its words; None where it may be story."""
    stripped = text.strip(" \t|·•–—-*>#")
    if not stripped:
        return "menu"
    if len(stripped) > _MOST:
        return None
    return next((kind for kind, pattern in _patterns().items() if pattern.match(stripped)), None)


def without_credit(text: str) -> str:
    """A caption without the credit in brackets at its end."""
    return _CREDIT.sub("", text.strip()).strip()
