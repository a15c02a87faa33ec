"""Files of a case: kept and given back as they came, under a plain name, never run by a browser."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from tests.desk.pages.test_case_acts_page import case_of, view_of

from brightline.cases.files import LARGEST_FILE
from brightline.cases.service import Service

SignedIn = Callable[[str], tuple[httpx.Client, str]]
PAGE = b"<script>document.title='taken'</script>"


@pytest.mark.parametrize(
    ("name", "kept"), [("../../etc/passwd", "passwd"), ("..\\..\\a.html", "a.html"), ("счёт 发票.pdf", "счёт 发票.pdf")]
)
def test_a_file_comes_back_as_it_was_under_a_plain_name(
    name: str, kept: str, signed_in: SignedIn, service: Service
) -> None:
    client, csrf = signed_in("ana")
    case = case_of(service, "omsky").id
    with client:
        sent = client.post(f"/desk/cases/{case}/files", data={"csrf": csrf}, files={"file": (name, PAGE, "text/html")})
        assert sent.status_code == 303
        file = view_of(service, case).files[-1]
        answer = client.get(f"/desk/cases/{case}/files/{file.id}")
    assert file.name == kept
    assert answer.content == PAGE
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"file": ("a.pdf", b"", "application/pdf")}, "0 bytes"),
        ({"file": ("a.pdf", b"x" * (LARGEST_FILE + 1), "application/pdf")}, "bytes"),
        ({"other": ("a.pdf", b"x", "application/pdf")}, "Choose one first"),
    ],
    ids=["empty", "too large", "none"],
)
def test_what_is_no_file_to_keep_is_refused(
    files: dict[str, tuple[str, bytes, str]], told: str, signed_in: SignedIn, service: Service
) -> None:
    client, csrf = signed_in("ana")
    case = case_of(service, "omsky").id
    before = view_of(service, case).files
    with client:
        answer = client.post(f"/desk/cases/{case}/files", data={"csrf": csrf}, files=files)
    assert answer.status_code in (413, 422)
    assert told in answer.text or answer.status_code == 413
    assert view_of(service, case).files == before


def test_a_file_of_another_case_is_not_there(signed_in: SignedIn, service: Service) -> None:
    client, csrf = signed_in("ana")
    case, other = case_of(service, "omsky").id, case_of(service, "kontur").id
    with client:
        client.post(f"/desk/cases/{case}/files", data={"csrf": csrf}, files={"file": ("a.txt", b"a", "text/plain")})
        file = view_of(service, case).files[-1]
        assert client.get(f"/desk/cases/{other}/files/{file.id}").status_code == 404
