"""What a message that moves no money asks, of which payment, and who asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from brightline.cases.requests.terms import is_question, kinds
from brightline.screen.plain import Json, maps

LONGEST_WORDS = 4000
NO_REFERENCE = "none"
_RELATED = ("related_reference", "original_message_id", "original_instruction_id")
_END_TO_END = "original_end_to_end_id"
_SENDERS = ("instructing_agent", "initiating_party", "intermediary_agent")


@dataclass(frozen=True, slots=True)
class Names:
    """What a payment is named by: any of them may be missing."""

    uetr: str | None = None
    references: tuple[str, ...] = ()
    end_to_end_id: str | None = None

    def __str__(self) -> str:
        told = [f"the UETR {self.uetr}"] if self.uetr else []
        told += [f"the reference {one}" for one in self.references]
        return ", ".join([*told, *([f"the end-to-end id {self.end_to_end_id}"] if self.end_to_end_id else [])])


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message that speaks of a payment. `asks`: that an answer is wanted. `words`: its texts as written.

    `seen`: the listed names and goods in it, which a person has to look at.
    """

    kind: str
    reference: str
    correspondent: str
    names: Names
    words: str
    asks: bool
    seen: tuple[str, ...] = ()


def spoken_of(line: Json) -> Spoken:
    """What a message that is no payment says, by its line."""
    payment = cast("Json", line["payment"])
    kind = _kind(str(payment.get("format") or ""))
    references = {str(one["kind"]): str(one["value"]) for one in reversed(maps(payment, "references"))}
    words = "\n".join(str(one["value"]) for one in maps(payment, "texts"))[:LONGEST_WORDS]
    asking = kinds().get(kind)
    return Spoken(
        kind=kind,
        reference=str(payment.get("message_id") or NO_REFERENCE)[:80],
        correspondent=_sender(payment, references)[:120],
        names=_names(payment, references),
        words=words,
        asks=asking is not None and (not asking.only_if_asked or is_question(words)),
        seen=tuple(dict.fromkeys(_seen(cast("Json", line.get("seen") or {})))),
    )


def _seen(seen: Json) -> Iterator[str]:
    yield from (str(one["name"]) for one in maps(seen, "mentioned"))
    for one in maps(seen, "goods"):
        yield str(one.get("hs") or one.get("words") or one["path"])


def _kind(format_: str) -> str:
    return format_[:5] if format_.startswith("MT") else format_[:8]


def _names(payment: Json, references: Json) -> Names:
    uetr = payment.get("uetr") or references.get("original_uetr")
    related = dict.fromkeys(str(references[one]) for one in _RELATED if references.get(one))
    end_to_end = references.get(_END_TO_END) or payment.get("end_to_end_id")
    return Names(str(uetr).lower() if uetr else None, tuple(related), str(end_to_end) if end_to_end else None)


def _sender(payment: Json, references: Json) -> str:
    """The bank that sent it: the sender of a FIN message or header, else the first bank named."""
    banks = {str(one["role"]): str(one["bic"]) for one in reversed(maps(payment, "parties")) if one.get("bic")}
    return next((banks[one] for one in _SENDERS if one in banks), str(references.get("sender") or "unknown sender"))
