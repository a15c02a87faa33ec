"""What somebody typed into a form that was refused: shown again, so that nobody types it twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.datastructures import FormData

NEVER = ("csrf", "password", "revision", "query")  # fields that are not typed, or must not be shown
LONGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    """The fields of one form. `of`: which one, by the end of its address; empty where nothing was refused."""

    of: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    def word(self, name: str, *forms: str, default: str = "") -> str:
        """What was typed into a field of one of these forms, else the default."""
        return self.fields.get(name, default) if self.of in forms else default

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """Every field that holds something, in the order of the form."""
        return tuple((name, value) for name, value in self.fields.items() if value)


NOTHING = Kept()


def kept_of(path: str, form: FormData) -> Kept:
    """The plain fields of a form sent to an address. Of several values of one name the last."""
    fields = {name: value for name, value in form.items() if isinstance(value, str) and name not in NEVER}
    return Kept(path.rstrip("/").rpartition("/")[2], {name: value[:LONGEST] for name, value in fields.items()})
