"""What came beside some of the invented payments: owners on file, papers, earlier payments, stories of the press."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from importlib import resources
from io import BytesIO
from typing import Any

from brightline.beside.book import BesideBook, Part
from brightline.beside.history import read_history
from brightline.beside.profiles import read_profiles
from brightline.cases.again import AsItCame
from brightline.names.forms import form_words


def beside_demo(number: int, moment: datetime, book: BesideBook) -> BesideBook:
    """The book of a payment of the demonstration, by its number: what lies beside every one, and what came with it."""
    given: Mapping[str, Any] = _given().get(str(number), {})
    own: dict[str, Part] = {kind: AsItCame(said) for kind, said in given.items() if kind != "history"}
    own["profiles"] = read_profiles(json.dumps(_given()["firms"]), "firms of the demonstration")
    if "history" in given:
        own["history"] = _history(given["history"], moment)
    return BesideBook({**book.parts, **own})


@lru_cache(maxsize=1)
def _given() -> Mapping[str, Any]:
    """`firms`: the profiles on file. By the number of a payment what came with it, in the documented shapes; of earlier
    payments so many days before."""
    said: Mapping[str, Any] = json.loads(
        resources.files(__package__).joinpath("demo_beside.json").read_text(encoding="utf-8")
    )
    return said


def _history(rows: Sequence[Mapping[str, Any]], moment: datetime) -> Part:
    lines = []
    for row in rows:
        day = (moment - timedelta(days=row["days_before"])).date().isoformat()
        lines.append(json.dumps({"date": day, **{key: value for key, value in row.items() if key != "days_before"}}))
    return read_history([("earlier.jsonl", BytesIO("\n".join(lines).encode()))], form_words())
