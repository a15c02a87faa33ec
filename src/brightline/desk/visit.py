"""Who asks for a page, and what came with the request: plain values, taken before a page is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.datastructures import FormData, QueryParams

from brightline.cases.actors import Actor
from brightline.cases.service import Service

NOBODY = Actor("", "", "", "desk", frozenset())  # before signing in


@dataclass(frozen=True, slots=True)
class Ask:
    """One request of a page. `form` is empty for GET; `csrf` is what every form of this session must send back."""

    service: Service
    actor: Actor
    csrf: str
    token: str
    here: str
    path: Mapping[str, str]
    query: QueryParams
    form: FormData = field(default_factory=FormData)
    theme: str = ""
    client: str = ""
    secure: bool = False
    said: str = ""

    def word(self, name: str, limit: int = 400) -> str:
        """A plain field of the form, trimmed and cut; empty where it was not sent."""
        value = self.form.get(name)
        return value.strip()[:limit] if isinstance(value, str) else ""

    def secret(self, name: str, limit: int = 1000) -> str:
        """A password of the form, as typed: blanks at its ends belong to it."""
        value = self.form.get(name)
        return value[:limit] if isinstance(value, str) else ""
