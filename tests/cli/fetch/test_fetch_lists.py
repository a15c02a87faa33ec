"""`brightline lists fetch` against a publisher that cuts, stalls, lies, moves, or sends pages and shrunken lists."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.cli.fetch.publisher import Page, Publisher, publishing

from brightline.cli.fetch import fetch_lists as module
from brightline.cli.fetch.addresses import published_addresses
from brightline.cli.fetch.patience import Patience
from brightline.cli.fetch.shelf import held
from brightline.lists.sources.registry import SOURCES

Sdn = Callable[..., bytes]
QUICK = Patience(connect=2, silence=0.2, whole=5, tries=3, first_wait=0.01, most_bytes=2_000_000)
OTHER_DAY = "Tue, 09 Jul 2024 10:00:00 GMT"
ROWS = 400


@pytest.fixture
def publisher(desk: Any, sdn_file: Sdn, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """A publisher of one list with its minimum lowered, so that a small list is a whole one."""
    monkeypatch.setattr(module, "PATIENCE", QUICK)
    source = next(one for one in SOURCES if one.name == "us_ofac_csv")
    about = source.about
    small = {"us-ofac-sdn": (50, 1000)}
    monkeypatch.setattr(type(about), "bounds", lambda self, name: small.get(name, (1, 10)))
    with publishing() as running:
        running.pages["SDN.CSV"] = Page(sdn_file(ROWS))
        yield running


def _fetch(desk: Any, publisher: Publisher, *more: str) -> tuple[int, Mapping[str, Any], str]:
    done = desk.quick("lists", "fetch", *(more or ("us-ofac-sdn",)), "--from", publisher.url, "--json")
    assert "Traceback" not in done.err
    rows = [json.loads(line) for line in done.out.splitlines()]
    return done.status, rows[0] if rows else {}, done.err


def _good(desk: Any, publisher: Publisher) -> Mapping[str, Any]:
    status, row, err = _fetch(desk, publisher)
    assert (status, row["status"]) == (3, "imported"), err  # 3: the files beside the entries are not there
    return row


def _stays(desk: Any, publisher: Publisher, good: Mapping[str, Any]) -> str:
    """A call after which the good list is as it was; what was said."""
    status, row, err = _fetch(desk, publisher)
    assert status in (1, 2)
    assert row["status"] in ("refused", "not-fetched")
    assert (row["digest"], row["published"]) == (good["digest"], good["published"])
    (held,) = [json.loads(line) for line in desk.quick("lists", "show", "--json").out.splitlines()]
    assert (held["digest"], held["current"]) == (good["digest"], True)
    return err


def test_a_list_is_fetched_with_its_date_age_and_licence_and_asked_for_only_if_it_changed(
    desk: Any, publisher: Publisher
) -> None:
    row = _good(desk, publisher)
    assert (row["entries"], row["published"]) == (ROWS, "2024-07-08T10:00:00+00:00")
    assert row["age_days"] > 300
    assert "public domain" in row["licence"]
    again = _fetch(desk, publisher)[1]
    assert (again["status"], again["bytes"], publisher.statuses("SDN.CSV")) == ("unchanged", 0, [200, 304])
    words = desk.quick("lists", "fetch", "us-ofac-sdn", "--from", publisher.url).out
    assert words.startswith("us-ofac-sdn: unchanged published 2024-07-08T10:00:00+00:00, ")


def test_a_new_list_becomes_a_version_beside_the_one_before(desk: Any, publisher: Publisher, sdn_file: Sdn) -> None:
    first = _good(desk, publisher)
    publisher.pages["SDN.CSV"] = Page(sdn_file(ROWS + 1), etag='"two"', modified=OTHER_DAY)
    second = _good(desk, publisher)
    assert second["digest"] != first["digest"]
    held = [json.loads(line) for line in desk.quick("lists", "show", "--json").out.splitlines()]
    assert [one["entries"] for one in held] == [ROWS, ROWS + 1]


def test_a_download_that_is_cut_is_gone_on_with(desk: Any, publisher: Publisher) -> None:
    page = publisher.pages["SDN.CSV"]
    page.cut, page.cuts = 15_000, 2
    assert _good(desk, publisher)["entries"] == ROWS
    assert [asked for name, asked, _ in publisher.asked if name == "SDN.CSV"] == [None, "bytes=15000-", "bytes=30000-"]


def test_what_was_had_is_gone_on_with_by_the_next_call(
    desk: Any, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = publisher.pages["SDN.CSV"]
    page.cut = 15_000
    monkeypatch.setattr(module, "PATIENCE", replace(QUICK, tries=1))
    assert _fetch(desk, publisher)[1]["status"] == "not-fetched"
    assert _good(desk, publisher)["entries"] == ROWS
    assert publisher.statuses("SDN.CSV") == [200, 206]


def test_a_server_that_cannot_go_on_is_asked_for_the_whole(desk: Any, publisher: Publisher) -> None:
    page = publisher.pages["SDN.CSV"]
    page.cut, page.cuts, page.ranges = 15_000, 1, False
    assert _good(desk, publisher)["entries"] == ROWS
    assert publisher.statuses("SDN.CSV") == [200, 200]


def test_what_nothing_marks_is_begun_anew(desk: Any, publisher: Publisher) -> None:
    page = publisher.pages["SDN.CSV"]
    page.cut, page.etag, page.modified = 15_000, None, None
    assert _good(desk, publisher)["entries"] == ROWS
    assert [asked for name, asked, _ in publisher.asked if name == "SDN.CSV"] == [None, None]


def test_a_file_that_changed_between_two_parts_is_begun_anew(
    desk: Any, publisher: Publisher, sdn_file: Sdn, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.pages["SDN.CSV"].cut = 15_000
    monkeypatch.setattr(module, "PATIENCE", replace(QUICK, tries=1))
    _fetch(desk, publisher)
    publisher.pages["SDN.CSV"] = Page(sdn_file(ROWS + 1), etag='"two"', modified=OTHER_DAY)
    assert _good(desk, publisher)["entries"] == ROWS + 1
    assert publisher.statuses("SDN.CSV") == [200, 200]


def test_a_busy_server_is_asked_again(desk: Any, publisher: Publisher) -> None:
    publisher.pages["SDN.CSV"].fails = 2
    assert _good(desk, publisher)["entries"] == ROWS
    assert publisher.statuses("SDN.CSV") == [503, 503, 200]


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ({"stall": 0.5}, "no answer in time"),
        ({"status": 403, "body": b"no"}, "the answer 403"),
        ({"fails": 99}, "the answer 503"),
        ({"announced": 40_000_000, "cut": 500, "cuts": 99}, "more than 2,000,000 bytes"),
        ({"announced": 100_000, "cut": 500, "cuts": 99}, "a broken connection"),
        ({"body": b"<!DOCTYPE html><html><body>Down for maintenance</body></html>"}, "an HTML page"),
        ({"body": b""}, "an empty file"),
        ({"headers": {"Digest": "SHA-256=" + base64.b64encode(b"x" * 32).decode()}}, "another sha-256 digest"),
        ({"headers": {"Content-MD5": base64.b64encode(b"x" * 16).decode()}}, "another md5 digest"),
        ({"headers": {"Content-Encoding": "br"}}, "the encoding 'br'"),
        ({"status": 302, "headers": {"Location": "http://127.0.0.1:9/SDN.CSV"}}, "a redirect to"),
        ({"status": 302, "headers": {"Location": "/SDN.CSV"}}, "more than 5 redirects"),
        ({"modified": "Mon, 01 Jul 2024 10:00:00 GMT", "body": None, "rows": ROWS + 9}, "a list published 2024-07-01"),
        ({"modified": OTHER_DAY, "rows": ROWS // 2}, f"found {ROWS // 2} entries"),
        ({"modified": OTHER_DAY, "rows": 9}, "at least 50 entries"),
    ],
)
def test_a_bad_answer_never_replaces_a_good_list(
    desk: Any, publisher: Publisher, sdn_file: Sdn, spoilt: dict[str, Any], told: str
) -> None:
    good = _good(desk, publisher)
    rows = spoilt.pop("rows", None)
    body = sdn_file(rows) if rows else spoilt.pop("body", sdn_file(ROWS + 1))
    spoilt.pop("body", None)
    publisher.pages["SDN.CSV"] = Page(body, etag='"bad"', **({"modified": OTHER_DAY} | spoilt))
    assert told in _stays(desk, publisher, good)
    publisher.pages["SDN.CSV"] = Page(sdn_file(ROWS + 1), etag='"well"', modified=OTHER_DAY)
    assert _fetch(desk, publisher)[1]["entries"] == ROWS + 1


def test_a_digest_that_agrees_and_a_compressed_answer_are_taken(desk: Any, publisher: Publisher, sdn_file: Sdn) -> None:
    packed = gzip.compress(sdn_file(ROWS))
    stated = base64.b64encode(hashlib.sha256(packed).digest()).decode()
    headers = {"Content-Encoding": "gzip", "Repr-Digest": f"sha-256=:{stated}:"}
    publisher.pages["SDN.CSV"] = Page(packed, headers=headers)
    assert _good(desk, publisher)["entries"] == ROWS


def test_a_redirect_within_the_mirror_is_followed(desk: Any, publisher: Publisher) -> None:
    page = publisher.pages["SDN.CSV"]
    publisher.pages["there"] = page
    publisher.pages["SDN.CSV"] = Page(b"", status=301, headers={"Location": "/there"})
    assert _good(desk, publisher)["entries"] == ROWS


def test_each_list_stands_for_itself(desk: Any, publisher: Publisher) -> None:
    done = desk.quick("lists", "fetch", "un-sc", "us-ofac-sdn", "--from", publisher.url, "--json")
    assert done.status == 1
    assert [json.loads(line)["status"] for line in done.out.splitlines()] == ["not-fetched", "imported"]


def test_a_file_that_was_there_before_may_not_be_lacking(desk: Any, publisher: Publisher) -> None:
    publisher.pages["ALT.CSV"] = Page(b'100000,1,"aka","BRINEX",-0- \r\n')
    good = _good(desk, publisher)
    del publisher.pages["ALT.CSV"]
    publisher.pages["SDN.CSV"].etag = '"new"'
    assert "ALT.CSV" in _stays(desk, publisher, good)


def test_a_kept_file_that_was_changed_is_fetched_anew(desk: Any, publisher: Publisher) -> None:
    _good(desk, publisher)
    (desk.home / "fetched" / "us-ofac-sdn" / "SDN.CSV").write_bytes(b"spoilt")
    assert _fetch(desk, publisher)[1]["status"] == "unchanged"
    assert publisher.statuses("SDN.CSV") == [200, 200]


def test_a_version_removed_from_the_home_comes_back(desk: Any, publisher: Publisher) -> None:
    good = _good(desk, publisher)
    shutil.rmtree(desk.home / "lists")
    assert _fetch(desk, publisher)[1]["digest"] == good["digest"]
    assert len(desk.quick("lists", "show", "--json").out.splitlines()) == 1


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("no-such-list",), "one of: us-ofac-sdn"),
        (("us-ofac-sdn", "--from", "ftp://example.org"), "an address such as https://"),
        (("us-ofac-sdn", "--from", "https://"), "an address such as https://"),
    ],
)
def test_a_wrong_call_is_told(desk: Any, sentence: Callable[[Any], str], call: tuple[str, ...], told: str) -> None:
    done = desk.quick("lists", "fetch", *call)
    assert done.status == 2
    assert told in sentence(done)
    assert not desk.home.exists()


def test_every_address_is_secure_and_of_a_source_that_gives_that_list() -> None:
    names = [name for one in published_addresses().values() for name in one.files]
    assert len(names) == len(set(names))
    for one in published_addresses().values():
        assert one.about.list_id in (one.list, None) or one.list in one.about.lists
        assert all(url.startswith("https://") for url in one.files.values())


def test_two_calls_at_once_are_refused(desk: Any, publisher: Publisher) -> None:
    with held(Path(desk.home)):
        assert "one at a time" in desk.quick("lists", "fetch", "--from", publisher.url).err
