"""Why people decide as they do: the codes of reasons.yaml, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from brightline.errors import Refused
from brightline.screen.four_eyes import OUTCOMES
from brightline.terms.dispositions import DISPOSITIONS
from brightline.text.marks import Value, parse_yaml

REOPENED = "reopened"
_MATCH: Mapping[str, bool | None] = {"true": True, "false": False, "open": None}


@dataclass(frozen=True, slots=True)
class Reason:
    """A code and its words. `true_match`: whether the alert was right, where it says; `regimes`: whose law it names."""

    code: str
    says: str
    dispositions: tuple[str, ...]
    true_match: bool | None
    regimes: tuple[str, ...]


@lru_cache(maxsize=1)
def reasons() -> Mapping[str, Reason]:
    """Every reason by its code, in the order of the file."""
    entry = shipped("reasons.yaml").entry()
    read = [_reason(one) for one in entry.take("reasons").items()]
    entry.close()
    return {one.code: one for one in read}


def graver(one: str, other: str) -> str:
    """The graver of two outcomes."""
    return max(one, other, key=OUTCOMES.index)


def reason_for(code: str | None, disposition: str) -> Reason:
    """The reason of that code, if it fits the disposition. Raises Refused naming those that do."""
    fitting = [one.code for one in reasons().values() if disposition in one.dispositions]
    if code not in fitting:
        raise Refused("reason", repr((code or "nothing")[:40]), f"for {disposition} one of {', '.join(fitting)}")
    return reasons()[code]


def shipped(name: str) -> Value:
    """A data file of the desk that ships, with the line of every value."""
    return parse_yaml(files("brightline.cases").joinpath(name).read_text(encoding="utf-8"), name)


def _reason(value: Value) -> Reason:
    entry = value.entry()
    regimes = entry.take_optional("regimes")
    read = Reason(
        code=entry.take("code").text(),
        says=entry.take("says").text(),
        dispositions=tuple(one.word((*DISPOSITIONS, REOPENED)) for one in entry.take("for").items()),
        true_match=_MATCH[entry.take("match").word(tuple(_MATCH))],
        regimes=regimes.words() if regimes else (),
    )
    entry.close()
    return read
