"""YAML read with the place of every value, so that each refusal can name its line.

Keys are taken one by one; `close` proves that none is left. Nothing is converted behind the author's back:
a date is a date only where one is asked for, and `yes` is never a boolean by accident but a refusal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from brightline.errors import CallError, LawError

Refusal = LawError | CallError
_BOOLEAN = "tag:yaml.org,2002:bool"
_NULL = "tag:yaml.org,2002:null"
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:(T\d{2}:\d{2})(?: ([\w/+-]+))?)?")
_EXAMPLE = "a day such as 2024-06-12, or a moment with its zone such as 2025-03-12T00:01 America/New_York"
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_DEEPEST = 100  # levels of lists and keys; no file of ours has twenty
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Value:
    """One node of a file. `where` names its file and line; `error`: whose fault a refusal is, ours or the caller's."""

    node: yaml.Node
    file: str
    error: type[Refusal] = LawError

    @property
    def where(self) -> str:
        """The file and line, as a person would say it."""
        return f"{self.file}, line {self.node.start_mark.line + 1}"

    @property
    def is_list(self) -> bool:
        """Whether the file has a list here."""
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def is_mapping(self) -> bool:
        """Whether the file has keys with values here."""
        return isinstance(self.node, yaml.MappingNode)

    def refuse(self, found: str, expected: str, advice: str = "") -> Refusal:
        """The error that names this place."""
        return self.error(self.where, found, expected, advice)

    def below(self, node: yaml.Node) -> Value:
        """A node inside this one, of the same file."""
        return Value(node, self.file, self.error)

    def text(self, expected: str = "a word or sentence") -> str:
        """The scalar as written. Refuses what YAML would turn into a boolean, nothing, a list or a mapping."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.refuse(_shape(self.node), expected)
        if self.node.tag == _BOOLEAN:
            raise self.refuse(
                f"the bare word {self.node.value} (YAML makes a boolean of it)", f'"{self.node.value}" in quotes'
            )
        if self.node.tag == _NULL or not self.node.value.strip():
            raise self.refuse("nothing", expected)
        return str(self.node.value)

    def word(self, allowed: tuple[str, ...]) -> str:
        """A word out of a closed set."""
        known = " or ".join(allowed) if len(allowed) < 4 else "one of " + ", ".join(allowed)
        word = self.text(known)
        if word not in allowed:
            raise self.refuse(repr(word), known)
        return word

    def day(self) -> date:
        """A calendar day such as 2024-06-12."""
        written = self.text("a day such as 2024-06-12")
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise self.refuse(repr(written), "a day such as 2024-06-12") from None

    def moment(self, days_in: ZoneInfo) -> datetime:
        """The start of a day (counted in `days_in`), or a moment with the zone it is written in; in UTC."""
        written = self.text(_EXAMPLE)
        found = _MOMENT.fullmatch(written)
        if found is None or (found[2] and not found[3]):
            raise self.refuse(repr(written), _EXAMPLE)
        zone = read_zone(self, found[3]) if found[3] else days_in
        try:
            wall = datetime.fromisoformat(found[1] + (found[2] or "T00:00")).replace(tzinfo=zone)
        except ValueError:
            raise self.refuse(repr(written), _EXAMPLE) from None
        moment = wall.astimezone(UTC)
        if found[2] and moment.astimezone(zone).replace(tzinfo=None) != wall.replace(tzinfo=None):
            raise self.refuse(repr(written), f"a moment there is: clocks in {zone.key} leave this hour out")
        return moment

    def thousandths(self) -> int:
        """A number with up to three decimals, in thousandths: nothing that decides is a float."""
        written = self.text("a number")
        if not _NUMBER.fullmatch(written) or len(written.partition(".")[2]) > 3:
            raise self.refuse(repr(written), "a number with up to three decimals")
        whole, _, part = written.partition(".")
        return int(whole) * 1000 + int(part.ljust(3, "0") or 0)

    def items(self) -> tuple[Value, ...]:
        """The items of a list that is not empty."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.refuse(_shape(self.node), "a list")
        if not self.node.value:
            raise self.refuse("an empty list", "at least one item")
        return tuple(self.below(node) for node in self.node.value)

    def words(self) -> tuple[str, ...]:
        """A list of words, each written once."""
        seen: list[str] = []
        for item in self.items():
            word = item.text()
            if word in seen:
                raise item.refuse(f"{word!r} a second time", "each word once")
            seen.append(word)
        return tuple(seen)

    def entry(self) -> Entry:
        """The mapping, ready to be taken apart."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.refuse(_shape(self.node), "keys with values")
        found: dict[str, Value] = {}
        for key, value in self.node.value:
            name = self.below(key).text("a key")
            if name in found:
                raise self.below(key).refuse(f"the key {name!r} a second time", "each key once")
            found[name] = self.below(value)
        return Entry(self, found)

    def plain(self) -> object:
        """The value as lists, mappings and texts as written, for a reader of shapes; an empty list stays one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [self.below(node).plain() for node in self.node.value]
        if isinstance(self.node, yaml.MappingNode):
            return {name: value.plain() for name, value in self.entry().left.items()}
        return self.text("a value")


@dataclass(slots=True)
class Entry:
    """A mapping whose keys are taken one by one."""

    place: Value
    left: dict[str, Value]
    known: list[str] = field(default_factory=list)

    def take(self, name: str, advice: str = "") -> Value:
        """The value of a key that must be there."""
        value = self.take_optional(name)
        if value is None:
            found = ", ".join(self.left) or "nothing more"
            raise self.place.refuse(f"no {name!r} (there is: {found})", f"a value for {name!r}", advice)
        return value

    def take_optional(self, name: str) -> Value | None:
        """The value of a key that may be absent."""
        self.known.append(name)
        return self.left.pop(name, None)

    def close(self) -> None:
        """Refuse every key nobody asked for, naming those that would be understood."""
        for name, value in self.left.items():
            raise value.refuse(f"the unknown key {name!r}", f"only {', '.join(self.known)}")


def read_yaml(path: Path, root: Path) -> Value:
    """One file as a marked value; `where` is relative to `root`. Raises LawError where it is not YAML."""
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as broken:
        raise LawError(name, f"bytes that are not UTF-8 ({broken.reason})", "a UTF-8 text") from None
    except OSError as broken:
        raise LawError(name, broken.strerror or "an unreadable file", "a file in YAML") from None
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str, error: type[Refusal] = LawError) -> Value:
    """A text as a marked value; `name` stands for it in each refusal. Raises `error` where it is not YAML."""
    try:
        _refuse_depth(text, name, error)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as broken:
        mark = getattr(broken, "problem_mark", None)
        where = f"{name}, line {mark.line + 1}" if mark else name
        problem = " ".join(str(getattr(broken, "problem", broken)).split()).removeprefix("found ")
        raise error(where, problem, "YAML") from None
    if node is None:
        raise error(f"{name}, line 1", "an empty file", "keys with values")
    return Value(node, name, error)


def _refuse_depth(text: str, name: str, error: type[Refusal]) -> None:
    """Refuse values nested so deeply that composing them would break the process instead of raising an error."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            where = f"{name}, line {event.start_mark.line + 1}" if event.start_mark else name
            raise error(where, f"values nested more than {_DEEPEST} deep", "a few levels")


def read_zone(value: Value, written: str) -> ZoneInfo:
    """A time zone by its IANA name, written at a place of a file."""
    try:
        return ZoneInfo(written)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise value.refuse(repr(written), "a zone such as America/New_York, Europe/Brussels or UTC") from None


def _shape(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    return "keys with values" if isinstance(node, yaml.MappingNode) else repr(node.value)
