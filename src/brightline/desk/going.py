"""Sending a browser on: after a form always by GET, and never away from the desk."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from starlette.responses import RedirectResponse

HOME = "/desk/queue"


def go(there: str, said: str = "") -> RedirectResponse:
    """To another page of the desk; `said` names a sentence to show there."""
    if said:
        there += ("&" if "?" in there else "?") + urlencode({"said": said})
    return RedirectResponse(there, 303)


def inside(there: str) -> str:
    """The address if it is one of the desk, else the queue: a link may ask for a page, never for another site."""
    parts = urlsplit(there)
    ours = not parts.scheme and not parts.netloc and parts.path.startswith("/desk/") and "\\" not in there
    return there if ours and not there.startswith("/desk/sign-in") else HOME
