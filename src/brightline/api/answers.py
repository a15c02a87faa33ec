"""How answers are written: JSON bytes made once, and what the OpenAPI document says of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel
from starlette.responses import Response

from brightline.api.problems import PROBLEM

PROBLEM_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}
ALWAYS = (400, 401, 403, 408, 413, 422, 500, 503)  # what any call may be answered with


def json_answer(content: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Content as JSON. A lone surrogate cannot travel in UTF-8 and becomes a question mark."""
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return Response(written, status, dict(headers or {}), media_type="application/json")


def answers(model: type[BaseModel] | None, *problems: int, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """What a route may answer, for the OpenAPI document: its shape, and the problems."""
    good: dict[str, Any] = {"description": HTTPStatus(status).phrase}
    if model is not None:
        good["model"] = model
    told: dict[int | str, dict[str, Any]] = {status: good}
    for code in sorted({*ALWAYS, *problems}):
        content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        told[code] = {"description": HTTPStatus(code).phrase, "content": content}
    return told
