"""The law book: acts, parameters, places, goods, licences and rules of one folder, read strictly, named by a digest."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from brightline.errors import LawError
from brightline.law.licence import Licence
from brightline.law.read_acts import read_acts
from brightline.law.read_goods import read_goods
from brightline.law.read_licences import read_licences, read_parties
from brightline.law.read_parameters import read_parameters
from brightline.law.read_rules import read_rules
from brightline.law.shapes import Act, Dated, GoodsCode, Parameter, Rule
from brightline.text.marks import read_yaml

FOLDERS = ("acts", "parameters", "places", "goods", "parties", "licences", "rules")
PRIORITY, CRITICAL = "common-high-priority", "critical-items"
_MOST_MOMENTS = 1024  # whose time between two changes a book remembers


@dataclass(frozen=True, slots=True)
class LawBook:
    """All we hold of the law. `digest` names the text of every file, whatever order they were read in.

    `checked_on`: the last day on which an act was checked against its source.
    """

    acts: Mapping[str, Act]
    parameters: Mapping[str, Parameter]
    goods: Mapping[str, tuple[GoodsCode, ...]]
    licences: Mapping[str, Licence]
    rules: tuple[Rule, ...]
    digest: str
    checked_on: date = field(init=False, repr=False, compare=False)
    _by_name: Mapping[str, Rule] = field(init=False, repr=False, compare=False)
    _edges: tuple[datetime, ...] = field(init=False, repr=False, compare=False)
    _kept: dict[int, dict[str, Any]] = field(init=False, default_factory=dict, repr=False, compare=False)
    _times: dict[datetime, dict[str, Any]] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather the rules by name, every moment at which something changes, and the last day of checking."""
        object.__setattr__(self, "checked_on", max((act.checked_on for act in self.acts.values()), default=date.min))
        object.__setattr__(self, "_by_name", {rule.name: rule for rule in self.rules})
        object.__setattr__(self, "_edges", _edges_of(self))

    @property
    def rule_names(self) -> tuple[str, ...]:
        """The names of all rules, in order."""
        return tuple(rule.name for rule in self.rules)

    def rule(self, name: str) -> Rule:
        """A rule by its name. Raises LawError, naming the known ones, where there is none."""
        if name in self._by_name:
            return self._by_name[name]
        raise LawError("the law book", f"the rule {name!r}", f"one of {', '.join(self.rule_names)}")

    def licence(self, name: str) -> Licence:
        """A licence by its id (GL-8). Raises LawError, naming the known ones, where there is none."""
        if name in self.licences:
            return self.licences[name]
        raise LawError("the law book", f"the licence {name!r}", f"one of {', '.join(self.licences)}")

    def parameter(self, name: str, moment: datetime) -> Dated:
        """The value of a parameter at a moment; `lapsed` where it ended and nobody knows what followed.

        A moment before the first value is an error that says so.
        """
        value: Dated = self.once(moment, f"parameter {name}", lambda: self._parameter(name, moment))
        return value

    def _parameter(self, name: str, moment: datetime) -> Dated:
        known = self.parameters.get(name)
        if known is None:
            raise LawError("the law book", f"the parameter {name!r}", f"one of {', '.join(sorted(self.parameters))}")
        last: Dated | None = None
        for value in known.values:
            if value.span.holds(moment):
                return value
            last = value if value.span.start <= moment else last
        if last is not None:
            return replace(last, lapsed=True)
        first = known.values[0].span
        raise LawError(
            f"parameter {name}",
            f"the moment {moment.isoformat()}",
            f"one with a value; the first holds from {first.told_start} ({first.zone})",
        )

    def goods_entry(self, hs6: str, moment: datetime) -> GoodsCode | None:
        """The common high priority entry of a six-digit code at a moment; None where the list does not hold it."""
        return self._codes(PRIORITY, moment).entries.get(hs6)

    def tiers_on(self, moment: datetime) -> Mapping[str, str]:
        """Every code of the common high priority list at a moment, with its tier: `goods.see_goods` is handed it."""
        return self._codes(PRIORITY, moment).items

    def critical_item(self, hs6: str, moment: datetime) -> GoodsCode | None:
        """The class of critical items a code may fall in (our own mapping): by six digits, else by heading."""
        codes = self._codes(CRITICAL, moment).entries
        return codes.get(hs6) or codes.get(hs6[:4])

    def critical_class(self, item: str, moment: datetime) -> GoodsCode | None:
        """The first code entry of a class such as CI-6 at a moment, for its title and citation."""
        return next(
            (code for code in self.goods.get(CRITICAL, ()) if code.item == item and code.span.holds(_zoned(moment))),
            None,
        )

    def classes_on(self, moment: datetime) -> Mapping[str, str]:
        """Every code or heading mapped to a class of critical items at a moment, with the class."""
        return self._codes(CRITICAL, moment).items

    def _codes(self, name: str, moment: datetime) -> _InForce:
        """The codes of a list in force at a moment."""
        found: _InForce = self.once(moment, f"goods {name}", lambda: _in_force(self.goods.get(name, ()), moment))
        return found

    def once(self, moment: datetime, name: str, work_out: Callable[[], Any]) -> Any:
        """What is the same from one change of the law to the next, worked out once for each such time.

        `name` stands for it; nothing of it may depend on the moment itself. Changes are those of rules, their
        citations, parameters and goods lists. Raises LawError for a moment without a zone.
        """
        kept = self._times.get(moment)
        if kept is None:
            kept = self._time_of(_zoned(moment))
        if name not in kept:
            kept[name] = work_out()
        return kept[name]

    def _time_of(self, moment: datetime) -> dict[str, Any]:
        if len(self._times) >= _MOST_MOMENTS:
            self._times.clear()
        kept = self._kept.setdefault(bisect_right(self._edges, moment), {})
        self._times[moment] = kept
        return kept


@dataclass(frozen=True, slots=True)
class _InForce:
    """A goods list at one time: entries by code (of several the surest, then the first), and their tier or class."""

    entries: Mapping[str, GoodsCode]
    items: Mapping[str, str]


def _edges_of(book: LawBook) -> tuple[datetime, ...]:
    """Every moment at which a rule, what it cites, a value or the membership of a goods list changes."""
    versions = [version for rule in book.rules for version in rule.versions]
    values = [value.span for parameter in book.parameters.values() for value in parameter.values]
    codes = [code.span for listed in book.goods.values() for code in listed]
    spans = [*(version.span for version in versions), *values, *codes]
    days = {datetime.combine(cite.in_force, time.min, one.span.zone) for one in versions for cite in one.cites}
    ends = {span.end for span in spans if span.end is not None}
    return tuple(sorted(moment.astimezone(UTC) for moment in {span.start for span in spans} | ends | days))


def _in_force(codes: tuple[GoodsCode, ...], moment: datetime) -> _InForce:
    found: dict[str, GoodsCode] = {}
    for code in codes:
        held = found.get(code.code)
        if code.span.holds(moment) and (held is None or (code.sure and not held.sure)):
            found[code.code] = code
    return _InForce(found, {code: entry.item for code, entry in found.items()})


def read_book(folder: Path | None = None) -> LawBook:
    """Read a law folder (None: the shipped one) strictly.

    Raises LawError with the file, the line, what was found and the words that would be right.
    """
    return _shipped() if folder is None else _read(folder)


@lru_cache(maxsize=1)
def _shipped() -> LawBook:
    return _read(Path(str(files("brightline.law"))))


def _read(folder: Path) -> LawBook:
    paths = {name: sorted((folder / name).glob("*.yaml")) for name in FOLDERS}
    for name in ("acts", "rules"):
        if not paths[name]:
            raise LawError(str(folder), f"no {name}/*.yaml", "a law folder with acts/ and rules/")
    texts = {name: [read_yaml(path, folder) for path in paths[name]] for name in FOLDERS}
    acts = read_acts(texts["acts"])
    parameters = read_parameters([*texts["parameters"], *texts["places"]], acts)
    goods = read_goods(texts["goods"], acts)
    rules = read_rules(texts["rules"], acts, parameters)
    licences = read_licences(texts["licences"], acts, read_parties(texts["parties"]))
    return LawBook(
        acts, parameters, goods, licences, rules, _digest(folder, (path for name in FOLDERS for path in paths[name]))
    )


def _digest(folder: Path, paths: Iterable[Path]) -> str:
    """sha256 over the relative path and the sha256 of the text of every file, in the order of the paths."""
    lines = [f"{path.relative_to(folder).as_posix()}={hashlib.sha256(_text(path)).hexdigest()}\n" for path in paths]
    return hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()


def _text(path: Path) -> bytes:
    """The file with plain line ends, so that a checkout with other line ends has the same name."""
    return path.read_bytes().replace(b"\r\n", b"\n")


def _zoned(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise LawError("the moment asked about", moment.isoformat(), "a moment with its zone")
    return moment
