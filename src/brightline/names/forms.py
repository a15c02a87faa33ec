"""Legal forms: ООО, LLC, GmbH, 有限公司 → the kind of form. The table is `legal_forms.tsv`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from brightline.text.fold import fold
from brightline.text.scripts import is_han


@lru_cache(maxsize=1)
def _forms() -> tuple[dict[str, tuple[tuple[tuple[str, ...], str], ...]], dict[str, str]]:
    """First word → (words, kind), longest first; and the Chinese, Japanese and Korean forms."""
    spaced: dict[str, dict[tuple[str, ...], str]] = {}
    han: dict[str, str] = {}
    for line in files("brightline.names").joinpath("legal_forms.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, spellings = line.split("\t")
        for spelling in spellings.split("|"):
            words = tuple(fold(spelling).split())
            if is_han(words[0][0]):
                han.setdefault("".join(words), kind)
            spaced.setdefault(words[0], {}).setdefault(words, kind)
    ordered = {
        first: tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))
        for first, found in spaced.items()
    }
    return ordered, han


def form_at(words: Sequence[str], at: int) -> tuple[int, str | None]:
    """How many folded words at this place are a legal form, and its kind; (0, None) if none."""
    for form, kind in _forms()[0].get(words[at], ()):
        if form == tuple(words[at : at + len(form)]):
            return len(form), kind
    return 0, None


def han_form(part: str) -> str | None:
    """The kind of a legal form in Chinese characters."""
    return _forms()[1].get(part)
