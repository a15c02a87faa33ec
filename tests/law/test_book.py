"""The law book: what ships is complete and cited; what we do not understand is refused with its line."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from brightline.errors import LawError
from brightline.law.book import FOLDERS, read_book
from brightline.law.shapes import Group
from brightline.law.vocabulary import FACTS, TESTS
from brightline.terms import Force

SHIPPED = Path(__file__).resolve().parents[2] / "src" / "brightline" / "law"

BOOK = read_book()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped law folder, to be spoiled."""
    for name in FOLDERS:
        shutil.copytree(SHIPPED / name, tmp_path / name)
    return tmp_path


def _change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, f"{file} no longer says {old!r}"
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


RULE, SHARE = "rules/listed-party.yaml", "parameters/share.yaml"
S11 = "rules/s11-designated.yaml"
DIVERSION = "rules/diversion-route.yaml"
SHELF = [
    # file, what is there, what is put there instead, words of the refusal
    (RULE, "    if_unknown: review", "    if_unknown: no", "line 21", '"no" in quotes'),
    (RULE, "    if_unknown: review", "    if_unkown: review", "no 'if_unknown'", "its unknown does"),
    (RULE, "    if_unknown: review", "    if_unknown: review\n    urgency: high", "unknown key 'urgency'", "only cite"),
    (RULE, "    then: review", "    then: block", "'block'", "stop or review or none"),
    (RULE, "    raised: {blocking: stop}", "    raised: {blocked: stop}", "the clause 'blocked'", "same-party"),
    (RULE, "    raised: {blocking: stop}", "    raised: {blocking: yes}", "boolean", '"yes" in quotes'),
    (RULE, "test: begun", "test: started", "'started'", "one of answers"),
    (RULE, "test: begun", "test: reaches", "the test reaches on entity.listed_on", "begun"),
    (RULE, "fact: matched.same", "fact: matched.identical", "'matched.identical'", "matched.same"),
    (RULE, "fact: matched.same", "fact: goods.listing", "the fact goods.listing", "a fact of the matched"),
    (RULE, "restricting_measures", "measures", "the parameter 'measures'", "restricting_measures"),
    (RULE, "value: [blocking], ", "", "both or neither", "one of them"),
    (RULE, "value: [blocking]", "value: []", "an empty list", "at least one item"),
    (RULE, "id: not-ended", "id: listed-by-then", "the clause 'listed-by-then' twice", "name of its own"),
    (RULE, "place: \"section 1702\"", "page: \"section 1702\"", "no 'place'", "where in the act"),
    (RULE, "act: US-IEEPA", "act: US-EEPA", "the act 'US-EEPA'", "an act under acts/"),
    (RULE, "rule: listed-party", "rule: listed-parties", "'listed-parties'", "the name of the file"),
    (RULE, "subject: matched", "subject: persons", "'persons'", "one of payment, matched, owned, goods, party"),
    (RULE, "force: exposes", "force: forbids", "'forbids'", "exposes"),
    (RULE, "  - from: 1977-12-28", "  - from: 28.12.1977", "'28.12.1977'", "2024-06-12"),
    (RULE, "from: 1977-12-28", "from: 1977-12-28T00:01", "'1977-12-28T00:01'", "America/New_York"),
    (RULE, "from: 1977-12-28", "from: 1977-12-28T00:01 New York", "'1977-12-28T00:01 New York'", "America/New_York"),
    (RULE, "from: 1977-12-28", "from: 1977-12-28T00:01 America/Boston", "'America/Boston'", "Europe/Brussels or UTC"),
    (RULE, "from: 1977-12-28", "from: 1977-12-28T25:00 UTC", "'1977-12-28T25:00 UTC'", "America/New_York"),
    (RULE, "from: 1977-12-28", "from: 2024-03-10T02:30 America/New_York", "02:30", "leave this hour out"),
    (RULE, "from: 1977-12-28", "from: 1977-12-28\n    until: 1977-12-28", "until 1977-12-28", "after 1977-12-28"),
    (RULE, "from: 1977-12-28", "from: 1977-12-28\n    cite: {act: US-IEEPA}", "'cite' a second time", "each key once"),
    (S11, "from: 2023-12-22", "from: 2023-12-22\n    until: 2024-06-12T00:01 America/New_York", "T00:01", "overlap"),
    (RULE, "layer: primary", "layer: primary\nspeaks_for: holding", "'holding'", "release"),
    (RULE, "asks: \"Is a party", "asks: x\nasks: \"Is a party", "'asks' a second time", "each key once"),
    (DIVERSION, "of: 2", "of: 1", "'1'", "a whole number from 2"),
    (DIVERSION, "of: 2", "of: 2.5", "'2.5'", "a whole number from 2"),
    (DIVERSION, "of: 2", "most: 2", "no 'of'", "a value for 'of'"),
    (S11, "  - from: 2024-06-12", "  - from: 2023-12-22", "2023-12-22", "overlap"),
    (S11, "  - from: 2023-12-22", "  - from: 2023-12-22\n    until: 2024-07-01", "2024-06-12", "overlap"),
    (S11, "  - from: 2023-12-22", "  - from: 2023-12-22\n    until: 2024-05-01", "2024-06-12", "no gaps"),
    ("places/chpl_destinations.yaml", "value: [RU, BY]", "value: [RU, NO]", "bare word NO", '"NO" in quotes'),
    ("places/chpl_destinations.yaml", "value: [RU, BY]", "value: [RU, Belarus]", "'Belarus'", "two capitals"),
    ("places/chpl_destinations.yaml", "value: [RU, BY]", "value: [RU, RU]", "'RU' a second time", "each word once"),
    ("goods/chpl.yaml", 'exact: ["854231"]', "exact: [85423]", "'85423'", "four or six digits"),
    ("goods/chpl.yaml", "history: first-45}", "history: first-44}", "'first-44'", "first-45"),
    ("acts/eo-14114.yaml", "status: verified", "status: official", "'official'", "verified or secondary or unverified"),
    ("acts/eo-14114.yaml", "zone: America/New_York", "zone: New York", "'New York'", "America/New_York"),
    ("acts/eo-14114.yaml", "url: \"https", "url: \"htps", "'htps", "https://"),
    ("acts/eo-14114.yaml", "act: EO-14114", "act: EO-14024", "the act EO-14024 a second time", "one file per act"),
    ("acts/eo-14114.yaml", "read: ", "digest: abc\nread: ", "'abc'", "sha256"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "says", "right"), SHELF, ids=[f"{s[0]}: {s[2]}" for s in SHELF])
def test_what_is_not_understood_is_refused_with_the_words_that_would_be_right(
    folder: Path, file: str, old: str, new: str, says: str, right: str
) -> None:
    _change(folder, file, old, new)
    with pytest.raises(LawError) as refused:
        read_book(folder)
    told = str(refused.value)
    assert says in told
    assert right in told
    assert ", line " in refused.value.where


NUMBER = """name: share
asks: At which share?
unit: {unit}
values:
  - from: 2014-08-13
    value: {value}
{cite}"""
CITE = '    cite: {act: EO-14024, place: "section 1"}\n'


@pytest.mark.parametrize(
    ("unit", "value", "cite", "says"),
    [
        ("percent", "150", CITE, "a percent from 0 to 100"),
        ("share", "1.5", CITE, "a share from 0 to 1"),
        ("share", "0.50001", CITE, "up to three decimals"),
        ("share", "half", CITE, "up to three decimals"),
        ("share", "yes", CITE, '"yes" in quotes'),
        ("share", "0.5", "", "the act and the place it rests on"),
        ("days", "-3", CITE, "a number"),
    ],
)
def test_a_number_is_in_range_and_cited(folder: Path, unit: str, value: str, cite: str, says: str) -> None:
    (folder / SHARE).write_text(NUMBER.format(unit=unit, value=value, cite=cite), encoding="utf-8")
    with pytest.raises(LawError, match=says.replace('"', ".")) as refused:
        read_book(folder)
    assert refused.value.where.startswith("parameters/share.yaml, line ")


def test_a_number_is_held_in_thousandths_and_has_no_value_before_its_first_day(folder: Path) -> None:
    (folder / SHARE).write_text(NUMBER.format(unit="percent", value="50", cite=CITE), encoding="utf-8")
    book = read_book(folder)
    assert book.parameter("share", datetime(2014, 8, 13, 12, tzinfo=UTC)).thousandths == 50_000
    with pytest.raises(LawError, match="the first holds from 2014-08-13"):
        book.parameter("share", datetime(2014, 8, 13, 3, tzinfo=UTC))  # still the 12th in New York


UNTIL = """    until: {until}
    after_end: {{answer: unknown, note: "renewal not known", cite: {{act: EO-14024, place: "section 1"}}}}
"""


@pytest.mark.parametrize(
    ("until", "says"),
    [
        ("    until: 2025-03-12\n", "nothing after it"),
        ("    until: 2014-08-13\n", "a day or moment after 2014-08-13"),
        (UNTIL.format(until="2025-03-12").replace("unknown", '"no"', 1), "unknown"),
        (UNTIL.format(until="2025-03-12").replace("note", "why"), "why it is not known"),
        (UNTIL.format(until="2025-03-12").replace("cite", "law"), "the act and the place it rests on"),
        (UNTIL.format(until="2025-03-12").split("\n")[1] + "\n", "none: the value is open"),
    ],
)
def test_a_value_that_ends_says_what_holds_then(folder: Path, until: str, says: str) -> None:
    text = NUMBER.format(unit="percent", value="50", cite=CITE) + until
    (folder / SHARE).write_text(text, encoding="utf-8")
    with pytest.raises(LawError, match=says) as refused:
        read_book(folder)
    assert refused.value.where.startswith("parameters/share.yaml, line ")


def test_a_value_that_ended_with_its_renewal_not_known_is_lapsed(folder: Path) -> None:
    text = NUMBER.format(unit="percent", value="50", cite=CITE) + UNTIL.format(
        until="2025-03-12T00:01 America/New_York"
    )
    (folder / SHARE).write_text(text, encoding="utf-8")
    book = read_book(folder)
    living, over = (
        book.parameter("share", datetime(2025, 3, 12, 4, minute, tzinfo=UTC)) for minute in (0, 1)
    )  # 12:00 and 12:01 a.m. in New York
    assert (living.lapsed, over.lapsed) == (False, True)
    assert over.after_end is not None
    assert over.after_end.note == "renewal not known"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "an empty file"),
        ("- a\n", "keys with values"),
        ("rule: [\n", "YAML"),
        ("rule: x\n", "no 'asks'"),
        ("rule: x\n\tasks: y\n", "line 2: expected YAML, found a tab"),
        ("rule: " + "[" * 200_000, "nested more than 100 deep"),
    ],
)
def test_files_that_are_no_rules(folder: Path, text: str, says: str) -> None:
    (folder / "rules" / "x.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LawError, match=says):
        read_book(folder)


def test_a_rule_without_clauses_is_refused(folder: Path) -> None:
    text = (folder / RULE).read_text(encoding="utf-8")
    start, end = text.index("    when:"), text.index("    then:")
    (folder / RULE).write_text(text[:start] + text[end:], encoding="utf-8")
    with pytest.raises(LawError, match="A rule without clauses is no rule"):
        read_book(folder)
    (folder / RULE).write_text(text[:start] + "    when: {every: []}\n" + text[end:], encoding="utf-8")
    with pytest.raises(LawError, match="at least one item"):
        read_book(folder)


def test_bytes_that_are_not_utf8(folder: Path) -> None:
    (folder / RULE).write_bytes(b"rule: \xff")
    with pytest.raises(LawError, match="UTF-8"):
        read_book(folder)


def test_a_folder_with_the_name_of_a_file(folder: Path) -> None:
    (folder / "rules" / "x.yaml").mkdir()
    with pytest.raises(LawError, match=r"rules/x\.yaml: expected a file in YAML, found Is a directory"):
        read_book(folder)


def test_an_empty_folder_is_no_law_book(tmp_path: Path) -> None:
    with pytest.raises(LawError, match="no acts"):
        read_book(tmp_path)


def test_the_digest_names_the_text_whatever_the_line_ends(folder: Path) -> None:
    assert read_book(folder).digest == BOOK.digest
    text = (folder / RULE).read_bytes()
    (folder / RULE).write_bytes(text.replace(b"\n", b"\r\n"))
    assert read_book(folder).digest == BOOK.digest
    (folder / RULE).write_bytes(text + b"# a note\n")
    assert read_book(folder).digest != BOOK.digest


def test_rules_on_a_moment() -> None:
    early = datetime(2023, 12, 21, 12, tzinfo=ZoneInfo("America/New_York"))
    assert BOOK.rule("s11-designated").at(early) is None
    assert all(rule.at(datetime(2024, 7, 2, tzinfo=UTC)) for rule in BOOK.rules)
    assert BOOK.rule_names == tuple(sorted(BOOK.rule_names))


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(LawError, match="a moment with its zone"):
        BOOK.tiers_on(datetime(2024, 7, 2))
    with pytest.raises(LawError, match="one of arms-direct, chpl-goods"):
        BOOK.rule("no-such-rule")
    with pytest.raises(LawError, match="one of affiliates_rule, "):
        BOOK.parameter("no_such", datetime(2024, 7, 2, tzinfo=UTC))


def test_the_common_list_has_its_fifty_codes_in_six_tiers() -> None:
    tiers = BOOK.tiers_on(datetime(2024, 2, 24, tzinfo=UTC))
    counts = {tier: list(tiers.values()).count(tier) for tier in sorted(set(tiers.values()))}
    assert counts == {"1": 4, "2": 5, "3.A": 16, "3.B": 9, "4.A": 11, "4.B": 5}
    assert len(BOOK.tiers_on(datetime(2023, 10, 1, tzinfo=UTC))) == 45
    assert BOOK.tiers_on(datetime(2022, 10, 1, tzinfo=UTC)) == {}
    assert tiers["848210"] == "3.B"
    assert "611120" not in tiers


def test_unverified_and_wider_codes_never_answer_by_themselves() -> None:
    sure = [code for codes in BOOK.goods.values() for code in codes if code.sure]
    assert sure
    assert all(code.exact and code.cite.status in ("verified", "secondary") for code in sure)
    moment = datetime(2024, 7, 2, tzinfo=UTC)
    cellulose, diesel, bearing = (BOOK.critical_item(hs, moment) for hs in ("391220", "271019", "848210"))
    assert cellulose is not None
    assert diesel is not None
    assert bearing is not None
    assert [cellulose.sure, diesel.sure, bearing.sure] == [False, False, True]
    assert all(code.own_mapping for code in BOOK.goods["critical-items"])
    machine = BOOK.critical_item("845690", moment)  # by its heading only
    assert machine is not None
    assert not machine.exact
    assert BOOK.critical_item("611120", moment) is None


def test_every_act_says_what_was_read_and_has_no_digest_without_a_copy() -> None:
    for act in BOOK.acts.values():
        assert act.url.startswith("http")
        assert act.read
        assert act.checked_on >= date(2026, 1, 1)
        assert act.digest is None  # no copy of an act is kept with the law
    assert BOOK.acts["EO-14114"].status == "verified"


FORCES = {  # rules that speak of the institution's own law, or for release
    "conflict-of-laws": (Force.BINDS,),
    "home-export-control": (Force.BINDS,),
    "harmless": (Force.INFORMS,),
    "licence": (Force.INFORMS,),
    "earlier-exposure": (Force.INFORMS,),
    "papers-contradict": (Force.POLICY,),
}


def test_every_clause_uses_the_known_words_and_every_rule_speaks_of_exposure() -> None:
    for rule in BOOK.rules:
        assert rule.force in FORCES.get(rule.name, (Force.EXPOSES, Force.CORRESPONDENT))
        for version in rule.versions:
            assert isinstance(version.when, Group)
            start = version.span.start
            assert [cite for cite in version.citations(start) if cite.in_force <= version.span.from_day.isoformat()]
            for clause in version.clauses():
                assert clause.fact in FACTS
                assert clause.test in TESTS
                assert re.search(r"\?(?: \([A-Z0-9, -]+\))?$", clause.asks), (
                    clause.asks
                )  # a question, then numbers of flags
            assert rule.force is Force.BINDS or "forbidden" not in version.note


def test_every_fact_and_every_act_is_used() -> None:
    clauses = [clause for rule in BOOK.rules for version in rule.versions for clause in version.clauses()]
    assert {clause.fact for clause in clauses} == set(FACTS)
    assert {clause.test for clause in clauses} == set(TESTS)
    used = {clause.parameter for clause in clauses if clause.parameter}
    assert set(BOOK.parameters) == used | OWNERSHIP | BESIDE


BESIDE = {  # numbers that papers, profiles and earlier payments are measured by
    "founded_since",
    "papers_late_contract",
    "papers_late_invoice",
    "papers_tolerance",
    "papers_undervalued",
    "resubmission_days",
    "resubmission_percent",
}
OWNERSHIP = {  # how shares are counted by regime, for the owners of companies
    *("owned_share_eu", "owned_share_uk", "owned_counting_us", "owned_counting_eu", "owned_counting_uk"),
    "affiliates_rule",
}


@pytest.mark.parametrize(
    ("name", "day", "words"),
    [
        ("owned_counting_eu", date(2024, 7, 2), "more-than"),
        ("owned_counting_eu", date(2024, 7, 3), "at-least"),
        ("owned_counting_uk", date(2026, 6, 1), "not-added-up"),
        ("owned_counting_us", date(2014, 8, 13), "whole-stake-passes-on"),
        ("affiliates_rule", date(2025, 11, 9), "in-force"),
        ("affiliates_rule", date(2025, 11, 10), "suspended"),
    ],
)
def test_how_shares_are_counted_by_regime_and_day(name: str, day: date, words: str) -> None:
    value = BOOK.parameter(name, datetime.combine(day, time(12), tzinfo=ZoneInfo("Europe/Brussels")))
    assert words in value.words
    assert not value.lapsed


def test_whether_the_affiliates_rule_returned_is_not_known() -> None:
    living, over = (BOOK.parameter("affiliates_rule", datetime(2026, 11, day, 12, tzinfo=UTC)) for day in (9, 10))
    assert (living.lapsed, over.lapsed) == (False, True)
    assert {
        BOOK.parameter(f"owned_share_{regime}", datetime(2026, 1, 1, tzinfo=UTC)).thousandths for regime in ("eu", "uk")
    } == {500}


def test_a_passage_is_cited_from_its_own_day_on() -> None:
    version = BOOK.rule("listed-party").versions[0]
    acts = {year: [cite.act for cite in version.citations(datetime(year, 7, 1, tzinfo=UTC))] for year in (2016, 2024)}
    assert acts == {2016: ["US-IEEPA"], 2024: ["US-IEEPA", "OFAC-FAQ-980"]}
    assert [cite.in_force for cite in version.citations()] == ["1977-12-28", "2022-02-24"]


def test_what_holds_between_two_changes_is_worked_out_once_for_each_such_time() -> None:
    book, worked = read_book(), list[int]()
    at = datetime(2024, 6, 12, 4, tzinfo=UTC)  # midnight in New York, when a rule changed
    for moment in (at, at + timedelta(seconds=1), at - timedelta(seconds=1), at):
        book.once(moment, "a test", lambda: worked.append(1))
    assert len(worked) == 2
