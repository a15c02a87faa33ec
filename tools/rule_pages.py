"""Writes docs/rules/<rule>.md from the law book. The same book gives the same bytes; a test compares them.

Run: .venv/bin/python tools/rule_pages.py
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import cast

import yaml

from brightline.law.book import LawBook, read_book
from brightline.law.shapes import Cite, ClauseLaw, Group, Rule, RuleVersion
from brightline.law.vocabulary import FACTS, TESTS

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"


def pages(book: LawBook) -> dict[str, str]:
    """Every page by its file name: one for each rule, and an index."""
    found = {f"{rule.name}.md": rule_page(rule, book) for rule in book.rules}
    return found | {"index.md": _index(book)}


def rule_page(rule: Rule, book: LawBook) -> str:
    """The page of one rule: its question, its conditions by date, its law."""
    lines = [
        f"# {rule.name}",
        "",
        "<!-- Made from the law book by tools/rule_pages.py. Change the law files, not this page. -->",
        "",
        f"**{rule.asks}**",
        "",
        f"Asked once for each {_SUBJECTS[rule.subject]}. Force: `{rule.force.value}` ({_FORCES[rule.force.value]}).",
        "",
        f"Before its first version the answer is no: {rule.before}",
        "",
        f"What would settle an unknown: {rule.would_settle}.",
    ]
    for version in rule.versions:
        lines += ["", *_version(version, book)]
    lines += ["", *_flag_table(rule, book)] if rule.name == FLAGGED else []
    return "\n".join(lines) + "\n"


def flags_of(rule: Rule) -> dict[str, list[str]]:
    """The red flags that a rule's questions name, each with the clauses of its latest version that ask for it."""
    found: dict[str, list[str]] = {}
    for clause in rule.versions[-1].clauses():
        for flag in _FLAG.findall(clause.asks):
            found.setdefault(flag, []).append(clause.id)
    return found


def red_flags() -> list[dict[str, str]]:
    """Every red flag of the alerts: flag, source, what it says, and what it needs beside a payment (if anything)."""
    return cast("list[dict[str, str]]", yaml.safe_load(FLAG_FILE.read_text(encoding="utf-8")))


def _flag_table(rule: Rule, book: LawBook) -> list[str]:
    asked = flags_of(rule)
    for other in (one for one in book.rules if one is not rule):
        for flag, clauses in flags_of(other).items():
            asked.setdefault(flag, []).extend(f"{other.name}: {clause}" for clause in clauses)
    lines = ["## Red flags", "", "| flag | says | clause | needs beside the payment |", "| --- | --- | --- | --- |"]
    for row in red_flags():
        clauses = ", ".join(f"`{clause}`" for clause in asked.get(row["flag"], ())) or "none"
        lines.append(f"| {row['flag']} ({row['source']}) | {row['says']} | {clauses} | {NEEDS[row.get('needs', '')]} |")
    return lines


FLAGGED, FLAG_FILE = "diversion-route", Path(__file__).with_name("red_flags.yaml")
_FLAG = re.compile(r"RF[\w-]*\d")
NEEDS = {
    "": "nothing",
    "papers": "papers of the deal (`--trade`)",
    "profile": "a profile of the party (`--profiles`)",
    "history": "earlier payments (`--history`)",
    "owners": "a register of owners: `owned-party`, `s11-owned`",
    "outside": "what no payment, paper or profile here can show",
    "listed-party": "nothing; names are compared with the aliases of the lists: `listed-party`",
    "listed-bank-in-chain": "nothing; branches that a list names: `listed-bank-in-chain`",
    "not-retrieved": "its text, which could not be retrieved",
}


_SUBJECTS = {
    "payment": "payment",
    "party": "party that is no bank of the chain",
    "matched": "listed entity that a party resembles",
    "owned": "party behind which a listed owner may stand",
    "goods": "line of goods",
}
_FORCES = {
    "binds": "law of this institution",
    "exposes": "foreign secondary sanctions: it exposes, it does not forbid",
    "correspondent": "law of a bank in the chain",
    "policy": "our policy",
    "informs": "for information",
}


def _version(version: RuleVersion, book: LawBook) -> list[str]:
    span = version.span
    until = f" until {span.told_end}" if span.end else ""
    effects = [f"yes: {version.then}", *(f"yes with `{clause}`: {to}" for clause, to in version.raised)]
    zone = "" if span.zone.key in until else f" ({span.zone.key})"
    lines = [f"## From {span.told_start}{until}{zone}", "", version.note, ""]
    lines += [f"Effect: {', '.join(effects)}; unknown: {version.if_unknown}; no: none.", ""]
    lines += _group(version.when, book, 0)
    if version.also:
        lines += ["", "Asked too; does not decide the answer:", ""]
        lines += [line for clause in version.also for line in _clause(clause, book, 0)]
    lines += ["", "Law:", ""]
    return lines + [_cite(cite, book) for cite in version.cites]


def _group(group: Group, book: LawBook, depth: int) -> list[str]:
    words = {"every": "every one of these:", "either": "one of these at least:", "not": "not:"}
    words["at_least"] = f"{group.least} of these at least:"
    lines = [f"{'    ' * depth}- {words[group.kind]}"]
    for part in group.parts:
        lines += _group(part, book, depth + 1) if isinstance(part, Group) else _clause(part, book, depth + 1)
    return lines


def _clause(clause: ClauseLaw, book: LawBook, depth: int) -> list[str]:
    """One condition: its name, its question, the fact, the test, and what it is tested against."""
    pad, deeper = "    " * depth, "    " * (depth + 1)
    lines = [f"{pad}- `{clause.id}` {clause.asks} ({FACTS[clause.fact].told}; {TESTS[clause.test].told})"]
    if clause.words:
        lines.append(f"{deeper}- against: {', '.join(clause.words)}")
    for value in book.parameters[clause.parameter].values if clause.parameter else ():
        law = " ".join(_cite(cite, book).removeprefix("- ") for cite in value.cites)
        words = ", ".join(value.words)
        after = f" Until {value.span.told_end}; {value.after_end.note}." if value.after_end else ""
        lines.append(f"{deeper}- against `{clause.parameter}` from {value.span.told_start}: {words}.{after} {law}")
    if clause.would_settle:
        lines.append(f"{deeper}- would be settled by {clause.would_settle}")
    return lines


def _cite(cite: Cite, book: LawBook) -> str:
    act = book.acts[cite.act]
    read = {"verified": "official text read", "secondary": "from secondary texts", "unverified": "not verified"}
    told = f"in force from {cite.in_force}; {read[cite.status]}, checked on {cite.checked_on}"
    return f"- [{act.number}]({cite.url}), {cite.place} ({told})."


def _index(book: LawBook) -> str:
    lines = [
        "# Rules",
        "",
        "<!-- Made from the law book by tools/rule_pages.py. -->",
        "",
        "| rule | asks | force | versions from |",
    ]
    lines.append("| --- | --- | --- | --- |")
    for rule in book.rules:
        days = ", ".join(version.span.from_day.isoformat() for version in rule.versions)
        lines.append(f"| [{rule.name}]({rule.name}.md) | {rule.asks} | {rule.force.value} | {days} |")
    lines += ["", "# Acts", "", "| act | title | in force | our reading | what was read |"]
    lines.append("| --- | --- | --- | --- | --- |")
    for name in sorted(book.acts):
        act = book.acts[name]
        number, reading = f"[{act.number}]({act.url})", f"{act.status}, {act.checked_on}"
        lines.append(f"| {number} | {act.title} | {act.in_force} | {reading} | {act.read} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the pages that differ; say which."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages(read_book()).items():
        path = FOLDER / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.relative_to(FOLDER.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
