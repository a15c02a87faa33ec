"""rules/: one file per rule. A closed language: `every`, `either`, `not`, `at_least` over known facts and tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from brightline.law.shapes import Act, ClauseLaw, Group, Parameter, Rule, RuleVersion
from brightline.law.spans import join_spans, read_cites, read_span
from brightline.law.vocabulary import EFFECTS, FACTS, GROUPS, LAYERS, REGIMES, SUBJECTS, TESTS, UNKNOWN_EFFECTS
from brightline.terms import Force
from brightline.text.marks import Entry, Value


def read_rules(
    files: Sequence[Value], acts: Mapping[str, Act], parameters: Mapping[str, Parameter]
) -> tuple[Rule, ...]:
    """Every rule, ordered by name. Raises LawError where a file says something we do not understand."""
    rules: dict[str, Rule] = {}
    for file in files:
        rule = _read_rule(file, acts, parameters)
        if rule.name in rules:
            raise file.refuse(f"the rule {rule.name} a second time", "one file per rule")
        rules[rule.name] = rule
    return tuple(rules[name] for name in sorted(rules))


def _read_rule(file: Value, acts: Mapping[str, Act], parameters: Mapping[str, Parameter]) -> Rule:
    entry = file.entry()
    name = entry.take("rule")
    stem = file.file.rpartition("/")[2].removesuffix(".yaml")
    if name.text() != stem:
        raise name.refuse(repr(name.text()), f"{stem!r}, the name of the file")
    asks, subject = entry.take("asks").text(), entry.take("subject").word(SUBJECTS)
    force = Force(entry.take("force").word(tuple(force.value for force in Force)))
    before, would_settle = entry.take("before").text(), entry.take("would_settle").text()
    layer, law_of, speaks_for = (entry.take_optional(key) for key in ("layer", "law_of", "speaks_for"))
    items = entry.take("versions", "A rule has at least one dated version").items()
    entry.close()
    versions = _read_versions(items, subject, acts, parameters)
    return Rule(
        name.text(),
        asks,
        subject,
        force,
        before,
        would_settle,
        versions,
        layer.word(LAYERS) if layer else "secondary",
        tuple(one.word(REGIMES) for one in law_of.items()) if law_of else (),
        speaks_for is not None and speaks_for.word(("release",)) == "release",
    )


def _read_versions(
    items: Sequence[Value], subject: str, acts: Mapping[str, Act], parameters: Mapping[str, Parameter]
) -> tuple[RuleVersion, ...]:
    read = [_read_version(item.entry(), subject, acts, parameters) for item in items]
    spans = join_spans([(item, version.span) for item, version in zip(items, read, strict=True)])
    for (_, left), (place, right) in pairwise(zip(items, spans, strict=True)):
        if left.end != right.start:
            raise place.refuse(f"a version from {right.told_start}", f"one from {left.told_end}: a rule has no gaps")
    return tuple(replace(version, span=span) for version, span in zip(read, spans, strict=True))


def _read_version(
    entry: Entry, subject: str, acts: Mapping[str, Act], parameters: Mapping[str, Parameter]
) -> RuleVersion:
    cites = read_cites(entry, acts)
    span = read_span(entry, acts, cites)
    place = entry.take("when", "A rule without clauses is no rule")
    when = _read_group(place, subject, parameters)
    also = _read_also(entry.take_optional("also"), subject, parameters)
    clauses = (*when.clauses(), *also)
    _one_name_each(place, clauses)
    version = RuleVersion(
        span=span,
        when=when,
        also=also,
        then=entry.take("then").word(EFFECTS),
        raised=_read_raised(entry.take_optional("raised"), tuple(clause.id for clause in clauses)),
        if_unknown=entry.take("if_unknown", "Every rule says what its unknown does").word(UNKNOWN_EFFECTS),
        note=entry.take("note", "Say in a sentence what this version stands for").text(),
        cites=cites,
    )
    entry.close()
    return version


def _read_group(place: Value, subject: str, parameters: Mapping[str, Parameter]) -> Group:
    entry = place.entry()
    if len(entry.left) != 1 or next(iter(entry.left)) not in GROUPS:
        found = f"the keys {', '.join(entry.left) or 'nothing'}"
        raise place.refuse(found, "exactly one of every, either, not, at_least")
    kind = next(iter(entry.left))
    if kind == "at_least":
        return _read_at_least(entry.take(kind).entry(), subject, parameters)
    items = entry.take(kind).items()
    if kind == "not" and len(items) != 1:
        raise items[1].refuse(f"{len(items)} clauses under not", "exactly one")
    return Group(kind, tuple(_read_part(item, subject, parameters) for item in items))


def _read_at_least(entry: Entry, subject: str, parameters: Mapping[str, Parameter]) -> Group:
    """`at_least: {of: N, clauses: [...]}`: so many of the clauses must hold, and never all or one of them."""
    of, items = entry.take("of"), entry.take("clauses").items()
    entry.close()
    least = of.thousandths() // 1000
    if of.thousandths() % 1000 or not 1 < least < len(items):
        raise of.refuse(repr(of.text()), f"a whole number from 2 to {len(items) - 1}; all is every, one is either")
    return Group("at_least", tuple(_read_part(item, subject, parameters) for item in items), least)


def _read_part(item: Value, subject: str, parameters: Mapping[str, Parameter]) -> Group | ClauseLaw:
    if any(kind in item.entry().left for kind in GROUPS):
        return _read_group(item, subject, parameters)
    return _read_clause(item, subject, parameters)


def _read_also(value: Value | None, subject: str, parameters: Mapping[str, Parameter]) -> tuple[ClauseLaw, ...]:
    return tuple(_read_clause(item, subject, parameters) for item in value.items()) if value else ()


def _read_clause(item: Value, subject: str, parameters: Mapping[str, Parameter]) -> ClauseLaw:
    entry = item.entry()
    name, asks = entry.take("id").text(), entry.take("asks").text()
    fact = entry.take("fact").word(tuple(FACTS))
    if FACTS[fact].subject not in (subject, "payment"):
        raise item.refuse(f"the fact {fact} in a rule asked per {subject}", f"a fact of the {subject} or the payment")
    test = entry.take("test").word(tuple(TESTS))
    if FACTS[fact].kind not in TESTS[test].takes:
        fitting = [name for name, known in TESTS.items() if FACTS[fact].kind in known.takes]
        raise item.refuse(f"the test {test} on {fact}", f"one of {', '.join(fitting)}")
    words, parameter = _read_words(entry, test, parameters)
    settle = entry.take_optional("would_settle")
    entry.close()
    return ClauseLaw(name, asks, fact, test, words, parameter, settle.text() if settle else None)


def _read_words(entry: Entry, test: str, parameters: Mapping[str, Parameter]) -> tuple[tuple[str, ...], str | None]:
    """What a clause is tested against: `value:` (words written here) or `parameter:` (dated, cited)."""
    value, parameter = entry.take_optional("value"), entry.take_optional("parameter")
    unit = TESTS[test].unit
    if unit is None:
        if extra := value or parameter:
            raise extra.refuse(f"a value for the test {test}", "none: this test needs no value")
        return (), None
    if (value is None) == (parameter is None):
        raise entry.place.refuse("both or neither of value and parameter", f"one of them: the test {test} needs {unit}")
    if parameter is None:
        assert value is not None
        return value.words(), None
    name = parameter.text()
    if name not in parameters or parameters[name].unit != unit:
        fitting = sorted(known.name for known in parameters.values() if known.unit == unit)
        raise parameter.refuse(f"the parameter {name!r}", f"one of the unit {unit}: {', '.join(fitting)}")
    return (), name


def _read_raised(value: Value | None, known: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """`raised:` clause → effect. Raises LawError for a clause the version does not have."""
    if value is None:
        return ()
    entry = value.entry()
    for name in entry.left:
        if name not in known:
            raise value.refuse(f"the clause {name!r}", f"a clause of this version: {', '.join(known)}")
    return tuple((name, entry.left[name].word(EFFECTS)) for name in entry.left)


def _one_name_each(place: Value, clauses: Sequence[ClauseLaw]) -> None:
    seen: set[str] = set()
    for clause in clauses:
        if clause.id in seen:
            raise place.refuse(f"the clause {clause.id!r} twice", "each clause with a name of its own")
        seen.add(clause.id)
