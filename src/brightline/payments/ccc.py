"""Chinese commercial (telegraph) code: four-digit groups that stand for Chinese signs in Latin-only messages.

The reading follows the rules SWIFT users agreed on for Chinese names in MT fields: one four-digit number a sign, groups
separated by blanks; numbers of more than four digits, and four digits in brackets or quotes, are left alone; a name of
digits only is a Chinese name. Because a bare year would decode by mistake, a run needs at least two groups.
The table comes from the Unihan database; its source and licence stand at the head of telegraph_codes.txt.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_NO_SIGN = "〓"
_RUN = re.compile(r"(?<!\S)\d{4}(?:\s+\d{4})+(?!\S)")
_ONLY_GROUPS = re.compile(r"\s*\d{4}(?:\s+\d{4})*\s*")
_DIGITS_BEFORE = re.compile(r"(?:\+|\w*\d\w*)\S*\s+\Z")
_DIGITS_AFTER = re.compile(r"\s+[+(]?\w*\d")


@cache
def _signs() -> str:
    """All ten thousand places of the table, one sign each."""
    table = [_NO_SIGN * 100] * 100
    for line in files("brightline.payments").joinpath("telegraph_codes.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            block, _, signs = line.partition("\t")
            table[int(block)] = signs
    return "".join(table)


@cache
def _codes() -> dict[str, str]:
    return {sign: f"{place:04}" for place, sign in reversed(list(enumerate(_signs()))) if sign != _NO_SIGN}


def sign_of(code: str) -> str | None:
    """The sign a four-digit code stands for, or None."""
    sign = _signs()[int(code)]
    return None if sign == _NO_SIGN else sign


def decode_ccc(text: str, least: int = 2) -> str | None:
    """The text with every run of at least `least` groups replaced by its signs; None where there is no such run.

    A run beside another number (a telephone or an account written in groups) is left alone, and so is a run in which
    one code has no sign.
    """
    if not _RUN.search(text):
        return None
    read = _RUN.sub(lambda run: _decode_run(text, run, least), text)
    return None if read == text else read


def _decode_run(text: str, run: re.Match[str], least: int) -> str:
    groups = run.group().split()
    if (
        len(groups) < least
        or _DIGITS_BEFORE.search(text[max(0, run.start() - 40) : run.start()])
        or _DIGITS_AFTER.match(text, run.end())
    ):
        return run.group()
    signs = [sign_of(group) for group in groups]
    return run.group() if None in signs else "".join(sign for sign in signs if sign)


def only_groups(text: str) -> bool:
    """Whether the text consists of four-digit groups alone."""
    return _ONLY_GROUPS.fullmatch(text) is not None


def encode_ccc(text: str) -> str:
    """Chinese signs as groups separated by blanks; other signs pass through. The way back of `decode_ccc`."""
    codes = _codes()
    return " ".join(codes.get(sign, sign) for sign in text if not sign.isspace())
