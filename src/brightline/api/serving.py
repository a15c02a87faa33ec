"""What every route reaches: the service behind the application, and answers awaited from its workers."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from typing import TypeVar

from fastapi import Request

from brightline.api.yente.search import TextSearch
from brightline.cases.service import Service

Answered = TypeVar("Answered")


class Served:
    """What one application holds: the service, and the text search of the edition now in use."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._search: tuple[str, TextSearch] | None = None

    def text_search(self) -> TextSearch:
        """The search over the edition in use; a new edition gets a new one."""
        edition = self.service.edition
        if self._search is None or self._search[0] != edition.note.id:
            self._search = edition.note.id, TextSearch(edition)
        return self._search[1]


def served(request: Request) -> Served:
    """What the application holds."""
    found = request.app.state.served
    assert isinstance(found, Served)
    return found


def service_of(request: Request) -> Service:
    """The service behind the application."""
    return served(request).service


async def asked(answer: Future[Answered]) -> Answered:
    """An answer of a worker or of the writer, awaited without holding up other requests."""
    return await asyncio.wrap_future(answer)
