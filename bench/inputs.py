"""What is measured: the shipped samples, and real messages and lists where they are at hand."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

from brightline.terms import Party, Payment, Text

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("BRIGHTLINE_SHARED_DATA") or ROOT.parent / "shared" / "data")
SDN = "ofac/sdn_2024-07-02.csv.gz"
PUBLISHED = "2024-07-02"
NOT_HERE = "real data is not here; set BRIGHTLINE_SHARED_DATA to its folder"


@dataclass(frozen=True, slots=True)
class Message:
    """A file of messages, in memory: what is measured is our work, not the disk's."""

    name: str
    data: bytes

    @property
    def is_xml(self) -> bool:
        """Whether a bare XML parser can be run over it for comparison."""
        return self.data.lstrip()[:1] == b"<"


def samples() -> tuple[Message, ...]:
    """The sample messages of the package."""
    folder = Path(str(resources.files("brightline.cli").joinpath("samples")))
    return tuple(_messages(path for path in folder.iterdir() if path.name != "EXPECTED.yaml"))


def real_messages() -> tuple[Message, ...]:
    """The real messages, nothing where they are not at hand."""
    folder = SHARED / "payments"
    return tuple(_messages(path for path in folder.rglob("*") if path.is_file() and path.name != "INDEX.csv"))


def _messages(paths: Iterator[Path]) -> Iterator[Message]:
    for path in sorted(paths):
        yield Message(path.name, path.read_bytes())


def real_list() -> bytes | None:
    """The complete SDN list of 2024-07-02 as published, unpacked; None where it is not at hand."""
    path = SHARED / SDN
    return gzip.decompress(path.read_bytes()) if path.is_file() else None


NORTHERN = "bor vel gar dun zhe kol lum mir nep ors pel rus sev tul uzh yam ala ben dar fah jam kar nas sal tar vik zah"
EASTERN = "chen fang guo hai jin lin ming qing shan wei xin yong zhao"
SYLLABLES = [*NORTHERN.split(" "), *EASTERN.split(" ")]
ENDINGS = ("OOO", "Co Ltd", "LLC", "AO", "Trading Company Limited", "GmbH", "")


def made_up_name(number: int) -> str:
    """An invented name, another for each number, always the same for the same one."""
    first, rest = _word(number * 7919 + 11, 3)
    second, _ = _word(rest + number * 104729 + 5, 2)
    return f"{first} {second} {ENDINGS[number % len(ENDINGS)]}".strip()


def _word(number: int, syllables: int) -> tuple[str, int]:
    word = ""
    for _ in range(syllables):
        number, rest = divmod(number, len(SYLLABLES))
        word += SYLLABLES[rest]
    return word.capitalize(), number


def with_new_names(payments: tuple[Payment, ...], count: int) -> tuple[Payment, ...]:
    """So many payments, each like a given one but with names and texts nobody has seen before; banks stay."""
    numbers = iter(range(10**9))

    def renamed(party: Party) -> Party:
        if not party.name or party.role.endswith("_agent"):
            return party
        return replace(party, name=made_up_name(next(numbers)), forms=(), identifiers=())

    def retold(text: Text) -> Text:
        return replace(text, value=f"{text.value} {made_up_name(next(numbers))}")

    def renewed(payment: Payment) -> Payment:
        parties, texts = tuple(map(renamed, payment.parties)), tuple(map(retold, payment.texts))
        return replace(payment, parties=parties, texts=texts)

    return tuple(renewed(payments[number % len(payments)]) for number in range(count))
