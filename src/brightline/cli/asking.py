"""Asking a running service, over HTTP, for listed names: in batches, as clients of yente do."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from brightline.cases.proof.own_names import Asked
from brightline.errors import CallError, StoreError
from brightline.lists.sources.ftm.properties import NUMBERS

PATIENCE = 120.0  # seconds for one batch
MOST_RESULTS = 500  # of one question: more may have the same name
_PROPERTY = {scheme: name for name, scheme in reversed(NUMBERS.items())}


@dataclass(frozen=True, slots=True)
class Service:
    """A running service: its address, and a key with the scope `match` (empty for a demonstration)."""

    url: str
    key: str
    threshold: float

    def __call__(self, some: Sequence[Asked]) -> Sequence[frozenset[tuple[str, str]]]:
        """The lists and entries found for each question. Raises CallError or StoreError where it does not answer."""
        queries = {str(place): _example(one) for place, one in enumerate(some)}
        said = self._post(f"/match/default?limit={MOST_RESULTS}&threshold={self.threshold}", {"queries": queries})
        answers = said["responses"]
        return [_found(answers[str(place)]["results"], one) for place, one in enumerate(some)]

    def _post(self, path: str, body: object) -> Any:
        if urlsplit(self.url).scheme not in ("http", "https"):
            raise CallError(
                "--url", repr(self.url[:80]), "the address of a running service, such as http://127.0.0.1:8000"
            )
        headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {self.key}"} if self.key else {})
        asked = urllib.request.Request(self.url.rstrip("/") + path, json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            told = f"{refused.code} {refused.reason}"
            raise CallError("--url", f"{self.url}: {told}", "an answer", "Name a key with the scope match.") from None
        except (OSError, ValueError) as broken:
            raise StoreError(
                self.url, str(broken)[:200], "a running service", "Start it, or leave out --url."
            ) from None


def _example(one: Asked) -> dict[str, object]:
    if one.name:
        return {"schema": one.schema, "properties": {"name": [one.name]}}
    numbers = {_PROPERTY.get(one.scheme, "idNumber"): [one.number], "country": list(one.countries)}
    return {"schema": one.schema, "properties": numbers}


def _found(results: Sequence[dict[str, Any]], one: Asked) -> frozenset[tuple[str, str]]:
    """Whether the entry is among the matches; entries are named `{list}-{entry}` over HTTP."""
    own = f"{one.list}-{one.entry}"
    return frozenset((one.list, one.entry) for each in results if each["match"] and each["id"] == own)
