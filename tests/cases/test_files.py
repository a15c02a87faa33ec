"""Files of a case: kept sealed under plain names, found by nobody else's id, gone when erased."""

from __future__ import annotations

from hashlib import sha256

import pytest
from sqlalchemy import select
from tests.cases.desk import reviewed, somebody, stopped, taken_in

from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.erasure import erase
from brightline.cases.files import LARGEST_FILE, add_file, plain_name, read_file
from brightline.cases.tables.cases import case_files
from brightline.cases.view import case_view
from brightline.errors import NotAllowed, NotThere, Refused

PAPER = "%PDF-1.7 счёт 发票".encode()


def test_a_file_comes_back_as_it_was(store: Store, deciding: Deciding) -> None:
    ana, case = somebody(store, "Ana", "analyst"), taken_in(store, deciding, reviewed())
    kept = add_file(store, case, "发票 7.pdf", "application/pdf", PAPER, ana)
    assert (kept.name, kept.size, kept.digest) == ("发票 7.pdf", len(PAPER), sha256(PAPER).hexdigest())
    assert read_file(store, case, kept.id, somebody(store, "Au", "auditor")) == (kept, PAPER)
    view = case_view(store, case, ana)
    assert view.files == (kept,)
    assert view.timeline[-1].content["digest"] == kept.digest


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\x.pdf", "x.pdf"),
        (".htaccess", "htaccess"),
        ("a\0b\r\nc.txt", "abc.txt"),
        ("..", "file"),
        ("", "file"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_never_a_path(given: str, plain: str) -> None:
    assert plain_name(given) == plain


def test_what_may_not_be_kept(store: Store, deciding: Deciding) -> None:
    ana, case = somebody(store, "Ana", "analyst"), taken_in(store, deciding, reviewed())
    for content in (b"", b"x" * (LARGEST_FILE + 1)):
        with pytest.raises(Refused, match="bytes"):
            add_file(store, case, "x", "text/plain", content, ana)
    with pytest.raises(NotAllowed):
        add_file(store, case, "x", "text/plain", b"x", somebody(store, "Au", "auditor"))
    with pytest.raises(NotThere):
        add_file(store, "0" * 32, "x", "text/plain", b"x", ana)
    for odd in ("text/html; evil", "x" * 99 + "/plain"):
        assert add_file(store, case, "x", odd, b"x", ana).media_type == "application/octet-stream"


def test_a_file_is_read_through_its_own_case_alone(store: Store, deciding: Deciding) -> None:
    ana, case = somebody(store, "Ana", "analyst"), taken_in(store, deciding, reviewed())
    other, kept = taken_in(store, deciding, stopped()), add_file(store, case, "x", "text/plain", PAPER, ana)
    with pytest.raises(NotThere):
        read_file(store, other, kept.id, ana)


def test_erased_with_its_case(store: Store, deciding: Deciding) -> None:
    ana, case = somebody(store, "Ana", "analyst"), taken_in(store, deciding, reviewed())
    kept = add_file(store, case, "passport of Ivan.pdf", "application/pdf", PAPER, ana)
    with store.write() as conn:
        row = conn.execute(select(case_files)).one()
        assert PAPER not in bytes(row.sealed)
        erase(conn, store, case, "ada", "The time to keep it is over.")
    with pytest.raises(NotThere, match="erased"):
        read_file(store, case, kept.id, ana)
    view = case_view(store, case, ana)
    assert (view.files[0].name, view.row.creditor, view.raw) == ("erased", None, None)
    assert (view.timeline[0].kind, view.timeline[0].content) == ("opened", {})
