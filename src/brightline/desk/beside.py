"""What came beside a payment (papers, profiles, earlier payments, pairs, passports), as rows to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from brightline.beside.media import KIND as MEDIA
from brightline.report.reading import NAME, SOME, Json, part, shown

Rows = tuple[tuple[str, str], ...]
_TITLES = ("type", "kind", "number", "name", "title", "id", "end_to_end_id")
_TELLING = ("role", "kind", "name", "words", "country")  # values that need no name
_MOST_ROWS = 60


def beside_view(decision: Json) -> tuple[tuple[str, tuple[tuple[str, Rows], ...]], ...]:
    """By kind, each thing with a title and its values; lists inside are counted by place. Long ones are cut.

    Stories of the press are shown apart.
    """
    return tuple(
        (kind, tuple(_thing(one) for one in _things(given)))
        for kind, given in part(decision, "beside").items()
        if kind != MEDIA
    )


def _things(given: object) -> Sequence[object]:
    return given[:SOME] if isinstance(given, list) else [given]


def _thing(given: object) -> tuple[str, Rows]:
    if not isinstance(given, Mapping):
        return shown(str(given), NAME), ()
    title = " ".join(str(given[one]) for one in _TITLES[:3] if isinstance(given.get(one), str))
    title = title or next((str(given[one]) for one in _TITLES if isinstance(given.get(one), str)), "")
    return shown(title.replace("_", " "), NAME), tuple(_rows(given, ""))[:_MOST_ROWS]


def _in_one_line(given: Mapping[str, object]) -> str:
    """A small thing in a line: what it is first, each further value after its name."""
    told = [(str(key), str(value)) for key, value in given.items() if value not in (None, "")]
    return ", ".join(value if key in _TELLING else f"{key.replace('_', ' ')} {value}" for key, value in told)


def _rows(given: object, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(given, Mapping):
        for key, value in given.items():
            yield from _rows(value, f"{name} {str(key).replace('_', ' ')}".strip())
    elif isinstance(given, list) and any(isinstance(one, (Mapping, list)) for one in given):
        for place, value in enumerate(given[:SOME], 1):
            numbered = f"{name} {place}" if len(given) > 1 else name
            if isinstance(value, Mapping) and not any(isinstance(one, (Mapping, list)) for one in value.values()):
                yield shown(numbered, NAME), shown(_in_one_line(value), NAME)
            else:
                yield from _rows(value, numbered)
    elif given not in (None, "", []):
        value = ", ".join(map(str, given)) if isinstance(given, list) else str(given)
        yield shown(name, NAME), shown(value, NAME)
