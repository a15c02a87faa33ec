"""The policy: what a bank makes of findings. A small YAML file, read strictly."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from importlib import resources
from typing import cast

import yaml

from brightline.errors import LawError
from brightline.law.vocabulary import REGIMES
from brightline.names.scores import SHIPPED_THRESHOLD, SURE

KEYS = ("policy", "version", "required_lists", "greatest_list_age_days", "regimes", "thresholds", "rules")


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy as read. Scores are 0 to 1; `digest` names the text it was read from."""

    name: str
    version: int
    required_lists: tuple[str, ...]
    greatest_list_age_days: int
    regimes: tuple[str, ...]
    candidate_score: float
    sure_score: float
    rules: tuple[str, ...]
    digest: str
    text: str


def shipped_text() -> str:
    """The shipped policy as a file to edit."""
    return resources.files("brightline.screen").joinpath("policies/shipped.yaml").read_text(encoding="utf-8")


def read_policy(text: str, where: str, known_rules: tuple[str, ...]) -> Policy:
    """Read a policy strictly; its rules must be among `known_rules` (the law book's).

    Raises LawError with the place, the words found and the words that would be right.
    """
    said = _mapping(text, where)
    _known_keys(said, KEYS, where)
    thresholds = said["thresholds"]
    if not isinstance(thresholds, dict):
        raise LawError(f"{where}: thresholds", repr(thresholds), "candidate and sure, each a score or the word shipped")
    _known_keys(thresholds, ("candidate", "sure"), f"{where}: thresholds")
    candidate = _score(thresholds["candidate"], SHIPPED_THRESHOLD, f"{where}: thresholds.candidate")
    sure = _score(thresholds["sure"], SURE, f"{where}: thresholds.sure")
    if sure < candidate:
        raise LawError(f"{where}: thresholds.sure", str(sure), f"a score of at least candidate ({candidate})")
    return Policy(
        name=_word(said["policy"], f"{where}: policy"),
        version=_whole(said["version"], f"{where}: version"),
        required_lists=_words(said["required_lists"], f"{where}: required_lists"),
        greatest_list_age_days=_whole(said["greatest_list_age_days"], f"{where}: greatest_list_age_days"),
        regimes=_words(said["regimes"], f"{where}: regimes", REGIMES),
        candidate_score=candidate,
        sure_score=sure,
        rules=_words(said["rules"], f"{where}: rules", known_rules),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )


def _mapping(text: str, where: str) -> dict[str, object]:
    try:
        said = yaml.load(text, Loader=_UniqueKeys)
    except yaml.YAMLError as broken:
        mark = getattr(broken, "problem_mark", None)
        line = f"{where}: line {mark.line + 1}" if mark else where
        raise LawError(line, str(getattr(broken, "problem", broken)), "a YAML policy file") from None
    if not isinstance(said, dict):
        found = "nothing" if said is None else "other YAML than keys with values"
        raise LawError(where, found, f"the keys {', '.join(KEYS)}")
    return cast("dict[str, object]", said)


class _UniqueKeys(yaml.SafeLoader):
    """A safe loader that refuses a key written twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        """Build a mapping; a doubled key is an error with its line."""
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)


def _known_keys(said: dict[str, object], known: tuple[str, ...], where: str) -> None:
    if unknown := [str(key) for key in said if key not in known]:
        raise LawError(where, f"the unknown key {unknown[0]!r}", f"only {', '.join(known)}")
    if missing := [key for key in known if key not in said]:
        raise LawError(where, f"no {missing[0]!r}", f"all of {', '.join(known)}")


def _word(value: object, where: str) -> str:
    if not isinstance(value, str) or not value:
        raise LawError(where, repr(value), "a word")
    return value


def _whole(value: object, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise LawError(where, repr(value), "a whole number of 0 or more")
    return value


def _words(value: object, where: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise LawError(where, repr(value), "a list of words in square brackets")
    words = tuple(_word(word, where) for word in value)
    if known and (strange := [word for word in words if word not in known]):
        raise LawError(where, repr(strange[0]), f"some of {', '.join(known)}")
    return words


def _score(value: object, shipped: float, where: str) -> float:
    if value == "shipped":
        return shipped
    if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value) or not 0 < value <= 1:
        raise LawError(where, repr(value), "a score above 0 and up to 1, or the word shipped")
    return float(value)
