"""Files of a case: taken in sealed, given back as they came and never shown or run here."""

from __future__ import annotations

from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.responses import Response

from brightline.cases.files import LARGEST_FILE, add_file, read_file
from brightline.desk.going import go
from brightline.desk.visit import Ask
from brightline.errors import Refused


def add(ask: Ask) -> Response:
    """Keep one file with the case. Raises Refused where none was chosen, or it is empty or too large."""
    sent = ask.form.get("file")
    if not isinstance(sent, UploadFile) or not sent.filename:
        raise Refused("file", "none", "a file", "Choose one first.")
    content = sent.file.read(LARGEST_FILE + 1)
    add_file(ask.service.store, ask.path["case"], sent.filename, sent.content_type or "", content, ask.actor)
    return go(f"/desk/cases/{ask.path['case']}#files", "file-kept")


def fetch(ask: Ask) -> Response:
    """The file to keep, whatever it says it is: a browser must not open it as a page of ours."""
    kept, content = read_file(ask.service.store, ask.path["case"], ask.path["file"], ask.actor)
    disposition = f"attachment; filename*=UTF-8''{quote(kept.name, safe='')}"
    return Response(content, media_type="application/octet-stream", headers={"content-disposition": disposition})
