"""A newcomer's first day, call by call; the demonstration as a process of its own, without a network."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from brightline.lists.source import About

SAMPLES = Path(str(resources.files("brightline.cli").joinpath("samples")))
NO_NETWORK = "import socket\nsocket.socket.connect = socket.getaddrinfo = None\n"
AS_OF = "2024-07-03T09:00:00+08:00"
NAMED = (
    "PRIMERSKIY PRIBORNYY ZAVOD",
    "-0- ",
    "RUSSIA-EO14024",
    "Secondary sanctions risk: See Section 11 of Executive Order 14024.; Tax ID No. 7701234565 (Russia).",
)
MESSAGE = """\
{1:F01BKCHCNBJXXXX0000000000}{2:I103TESTKZ2AXXXXN}{3:{121:0f2b8a9e-6f0c-4d0e-9a57-0d8a5d1f9a11}}{4:
:20:FIRSTDAY1
:23B:CRED
:32A:240702CNY1250,50
:50K:/40702810000000000001
OOO INVENTED BUYER
MOSCOW RUSSIA
:59:/6222000000000001
%s
:70:GREEN TEA HS 0902.10
:71A:SHA
-}
"""


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def _expected() -> list[dict[str, str]]:
    said = yaml.safe_load((SAMPLES / "EXPECTED.yaml").read_text(encoding="utf-8"))
    return [dict(one) for one in said]


@pytest.fixture
def imported(desk: Any, sdn_file: Callable[..., bytes]) -> Any:
    """A desk with a small list in its home."""
    desk.write("sdn.csv", sdn_file(3, NAMED))
    done = desk.quick("lists", "import", "sdn.csv", "--excerpt", "--published", "2024-07-01")
    assert done.status == 0, done.err
    return desk


def test_the_demo_decides_every_sample_as_expected(desk: Any) -> None:
    done = desk.quick("demo", "--json")
    assert done.status == 0, done.err
    assert "not for use" in done.err
    decided = _lines(done.out)
    told = {(one["payment"]["source"], one["outcome"]) for one in decided}
    assert told == {(one["source"], one["outcome"]) for one in _expected()}
    assert all(one["trial"] is True for one in decided if "determination" in one)


def test_the_demo_writes_one_page_here_and_nothing_elsewhere(desk: Any) -> None:
    done = desk("demo", before=NO_NETWORK)
    assert done.status == 0, done.err
    assert done.seconds < 20
    assert "not for use" in done.err
    assert [path.name for path in desk.folder.iterdir()] == ["brightline-demo.html"]
    assert not desk.home.exists()
    for outcome in ("release", "review", "stop"):
        assert outcome in done.out.lower()
    page = (desk.folder / "brightline-demo.html").read_text(encoding="utf-8")
    assert not re.search(
        r"<(?:script|img|iframe)[^>]+src=[\"']?https?:|<link[^>]+href=[\"']?https?:|@import|url\(https?:", page
    )
    assert len(page) < 3_000_000


def test_without_a_list_nothing_is_screened(desk: Any, sentence: Callable[[Any], str]) -> None:
    done = desk.quick("screen", str(SAMPLES))
    assert done.status == 2
    assert done.out == ""
    assert "--trial" in sentence(done)


def test_a_trial_screens_the_samples_and_says_so_in_every_decision(desk: Any) -> None:
    done = desk.quick("screen", str(SAMPLES), "--trial", "--as-of", AS_OF, "--out", "d.jsonl", "--report", "r.html")
    assert done.status == 3, done.err  # one sample is cut in half on purpose
    assert done.out == ""
    decisions = _lines((desk.folder / "d.jsonl").read_text(encoding="utf-8"))
    told = {one["payment"]["source"]: one["outcome"] for one in decisions}
    assert {one["source"]: one["outcome"] for one in _expected()}.items() <= told.items()
    assert all(one["trial"] is True for one in decisions if "determination" in one)
    assert (desk.folder / "r.html").stat().st_size > 1000


def test_explain_and_replay_need_the_decisions_alone(desk: Any) -> None:
    desk.quick("screen", str(SAMPLES), "--trial", "--as-of", AS_OF, "--out", "d.jsonl")
    first = next(
        one for one in _lines((desk.folder / "d.jsonl").read_text(encoding="utf-8")) if one["outcome"] == "stop"
    )
    explained = desk.quick("explain", "d.jsonl", first["id"])
    assert explained.status == 0, explained.err
    assert "stop" in explained.out.lower()
    replayed = desk("replay", "d.jsonl")  # a process of its own: other seeds of hashing, nothing remembered
    assert replayed.status == 0, replayed.err
    assert re.search(r"^\d+ equal, 0 different$", replayed.out, re.M)


def test_replay_names_a_decision_that_was_tampered_with(desk: Any) -> None:
    desk.quick("screen", str(SAMPLES), "--trial", "--as-of", AS_OF, "--out", "d.jsonl")
    text = (desk.folder / "d.jsonl").read_text(encoding="utf-8")
    desk.write("t.jsonl", text.replace('"outcome":"stop"', '"outcome":"release"', 1))
    replayed = desk.quick("replay", "t.jsonl")
    assert replayed.status == 1
    assert "1 different" in replayed.out


def test_a_list_of_ones_own_day_stops_its_party_and_releases_nobody_by_accident(imported: Any) -> None:
    listed = imported.write("listed.fin", MESSAGE % "PRIMERSKIY PRIBORNYY ZAVOD")
    other = imported.write("other.fin", MESSAGE % "QINGDAO BLUE HERON TRADING CO LTD\nQINGDAO CHINA")
    done = imported.quick("screen", str(listed), str(other), "--as-of", AS_OF)
    assert done.status == 0, done.err
    first, second = _lines(done.out)
    assert first["outcome"] == "stop"
    assert first["trial"] is False
    assert any(one["evidence"] and one["evidence"][0].get("list") == "us-ofac-sdn" for one in first["findings"])
    # the list is an excerpt: nothing screened against it is released
    assert second["outcome"] == "review"


def test_what_is_loaded_is_shown_with_its_day_and_its_kind(imported: Any) -> None:
    shown = imported.quick("lists", "show", "--json")
    (row,) = _lines(shown.out)
    assert (row["list"], row["published"], row["entries"], row["excerpt"]) == ("us-ofac-sdn", "2024-07-01", 4, True)
    assert imported.quick("lists", "show").out.startswith("us-ofac-sdn@2024-07-01")


def test_lists_published_later_are_not_known_yet(imported: Any, sentence: Callable[[Any], str]) -> None:
    message = imported.write("m.fin", MESSAGE % "ANYBODY")
    done = imported.quick("screen", str(message), "--known", "2024-06-30")
    assert done.status == 2
    assert "us-ofac-sdn@2024-07-01" in sentence(done)


def test_several_versions_live_side_by_side(imported: Any, sdn_file: Callable[..., bytes]) -> None:
    imported.write("later.csv", sdn_file(5, NAMED))
    assert imported.quick("lists", "import", "later.csv", "--excerpt", "--published", "2024-08-01").status == 0
    changed = imported.quick("lists", "diff", "us-ofac-sdn@2024-07-01", "us-ofac-sdn@2024-08-01")
    assert changed.status == 0, changed.err
    assert "2 added, 0 removed, 0 changed" in changed.out
    message = imported.write("m.fin", MESSAGE % "ANYBODY")
    for known, published in (("2024-07-15", "2024-07-01"), ("2024-08-15", "2024-08-01")):
        (decision,) = _lines(imported.quick("screen", str(message), "--known", known, "--as-of", AS_OF).out)
        assert decision["edition"]["lists"]["us-ofac-sdn"]["published"] == published


def test_the_same_entries_as_a_whole_and_as_an_excerpt_are_two_versions(
    desk: Any, sdn_file: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(About, "bounds", lambda _about, _list: (100, 1000))  # a small list is whole here
    desk.write("sdn_2024-07-02.csv", sdn_file(200))
    desk.write("one.fin", MESSAGE % "QINGDAO BLUE HERON TRADING CO LTD\nQINGDAO CHINA")
    editions: list[str] = []
    for part in (("--excerpt",), ()):
        assert desk.quick("lists", "import", "sdn_2024-07-02.csv", *part).status == 0
        out = f"d{len(editions)}.jsonl"
        desk.quick("screen", "one.fin", "--as-of", AS_OF, "--out", out)
        (decision,) = _lines((desk.folder / out).read_text(encoding="utf-8"))
        editions.append(decision["edition"]["id"])
        assert decision["edition"]["lists"]["us-ofac-sdn"]["excerpt"] is bool(part)
    assert editions[0] != editions[1]
    for out in ("d0.jsonl", "d1.jsonl"):
        assert desk.quick("replay", out).out == "1 equal, 0 different\n"


def test_a_name_is_matched_and_the_exhaustive_way_finds_the_same(imported: Any) -> None:
    call = ("match", "Primersky Pribornyi Zavod OOO", "--json", "--threshold", "0.1")
    quick, slow = imported.quick(*call), imported.quick(*call, "--exhaustive")
    assert quick.status == 0, quick.err
    assert quick.err.startswith("Lists: us-ofac-sdn of 2024-07-01 (")  # no candidates in what? said each time
    (answer,) = _lines(quick.out)
    assert (answer["row"], answer["query"]) == (1, "Primersky Pribornyi Zavod OOO")
    assert answer["candidates"][0]["entry"] == "90000"
    assert sum(step["weight"] for step in answer["candidates"][0]["steps"]) == answer["candidates"][0]["weight"]
    assert quick.out == slow.out


def test_names_come_from_a_file_one_answer_a_line(imported: Any) -> None:
    imported.write("names.txt", "Primerskiy Pribornyy Zavod\n\nMiller, John, and Sons\n")
    answers = _lines(imported.quick("match", "--names", "names.txt", "--json").out)
    assert [(one["row"], one["query"]) for one in answers] == [
        (1, "Primerskiy Pribornyy Zavod"),
        (2, ""),
        (3, "Miller, John, and Sons"),
    ]
    assert answers[0]["candidates"]
    assert answers[1]["candidates"] == []


def test_a_row_of_names_that_cannot_be_read_is_in_the_answer_as_such(imported: Any) -> None:
    imported.write("names.csv", "name,country\nMiller,Atlantis\nPrimerskiy Pribornyy Zavod,\n")
    done = imported.quick("match", "--names", "names.csv", "--json")
    misread, found = _lines(done.out)
    assert done.status == 3
    assert (misread["row"], misread["query"], misread["candidates"]) == (1, "Miller", [])
    assert "Atlantis" in misread["error"]["found"]
    assert found["candidates"]


def test_pairs_are_scored_without_any_list(desk: Any) -> None:
    desk.write(
        "pairs.csv",
        "note,schema,name1,name2\na,Company,ROMASHKA LLC,OOO Romashka\nb,Person,,X\n"
        "c,Company,ROMASHKA LLC,Borealis Shipping GmbH\n",
    )
    done = desk.quick("score", "--pairs", "pairs.csv")
    assert done.status == 0, done.err
    rows = [line.split(",") for line in done.out.splitlines()]
    assert rows[0] == ["note", "schema", "name1", "name2", "score", "match"]
    assert [row[5] for row in rows[1:]] == ["true", "false", "false"]
    assert float(rows[2][4]) == 0.0


def test_the_policy_is_shown_as_a_file_to_edit(desk: Any) -> None:
    shown = desk.quick("policy", "show")
    assert shown.status == 0, shown.err
    desk.write("mine.yaml", shown.out)
    assert desk.quick("policy", "check", "mine.yaml").status == 0
    desk.write("wrong.yaml", shown.out + "\nno_such_setting: 1\n")
    wrong = desk.quick("policy", "check", "wrong.yaml")
    assert wrong.status == 2
    assert "no_such_setting" in wrong.err


def test_the_policy_as_a_machine_readable_line(desk: Any) -> None:
    (line,) = _lines(desk.quick("policy", "show", "--json").out)
    assert line["text"] == desk.quick("policy", "show").out
    desk.write("mine.yaml", line["text"])
    (checked,) = _lines(desk.quick("policy", "check", "mine.yaml", "--json").out)
    assert checked == {name: line[name] for name in ("policy", "version", "digest")}


def test_a_day_names_its_own_version_before_those_of_its_hours(desk: Any, sdn_file: Callable[..., bytes]) -> None:
    desk.write("sdn.csv", sdn_file(10))
    for moment in ("2024-07-02", "2024-07-02T10:00:00+00:00"):
        desk.quick("lists", "import", "sdn.csv", "--excerpt", "--published", moment)
        (shown,) = _lines(desk.quick("lists", "show", f"us-ofac-sdn@{moment}", "--json").out)
        assert shown["published"] == moment


def test_a_damaged_note_of_an_edition_is_named(desk: Any) -> None:
    (desk.home / "editions").mkdir(parents=True)
    (desk.home / "editions" / "ab.json").write_text("{", encoding="utf-8")
    done = desk.quick("editions", "list")
    assert done.status == 2
    assert "ab.json" in done.err


def test_the_law_of_a_day_is_shown(desk: Any) -> None:
    every = desk.quick("law", "show")
    assert every.status == 0, every.err
    assert "s11-designated" in every.out
    one = desk.quick("law", "show", "s11-designated", "--on", "2024-06-11")
    assert one.status == 0, one.err
    assert desk.quick("law", "show", "no-such-rule").status == 2


def test_the_same_bytes_whatever_the_workers(desk: Any) -> None:
    call = ("screen", str(SAMPLES), "--trial", "--as-of", AS_OF, "--workers")
    assert desk.quick(*call, "1").out == desk.quick(*call, "2").out != ""


def test_the_options_that_every_verb_shares_may_stand_before_or_after(imported: Any) -> None:
    assert imported.quick("--json", "lists", "show").out == imported.quick("lists", "show", "--json").out
    elsewhere = str(imported.home.parent / "elsewhere")
    assert (
        imported.quick("--home", elsewhere, "lists", "show", "--json").out
        == imported.quick("lists", "show", "--json", "--home", elsewhere).out
        == ""
    )


def test_help_and_version_answer_nought(desk: Any) -> None:
    assert desk.quick("--help").status == 0
    assert desk.quick("--version").out.startswith("brightline ")
    assert desk.quick("screen", "--help").status == 0


def test_a_refused_import_changes_nothing(
    imported: Any, fingerprint: Callable[[Path], Mapping[str, str]], sdn_file: Callable[..., bytes]
) -> None:
    before = fingerprint(imported.home)
    imported.write("short.csv", sdn_file(20))
    for file in ("short.csv", "nowhere.csv"):
        done = imported.quick("lists", "import", file, "--published", "2024-09-01")
        assert done.status == 2, done.err
    assert fingerprint(imported.home) == before
