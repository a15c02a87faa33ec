"""One row or element, read strictly: each field is taken, ignored by name, or refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from brightline.errors import SourceError


class Record:
    """The fields of one row. Take each, then `close()`, which refuses what nobody took."""

    __slots__ = ("_left", "_where")

    def __init__(self, fields: Mapping[str, str], where: str) -> None:
        self._left = dict(fields)
        self._where = where

    @property
    def where(self) -> str:
        """The place of this record in the publisher's file."""
        return self._where

    def take(self, name: str) -> str:
        """The field, which must be there. Raises SourceError if the publisher no longer sends it."""
        value = self._left.pop(name, None)
        if value is None:
            advice = "The publisher no longer sends this field; the format has to be read anew before it is used."
            raise SourceError(self._where, f"only {self._known()}", f"the field {name!r}", advice)
        return value

    def take_optional(self, name: str) -> str | None:
        """The field, or None where the publisher sends none."""
        return self._left.pop(name, None)

    def left(self) -> Mapping[str, str]:
        """The fields that nobody took yet, in the publisher's order."""
        return dict(self._left)

    def close(self, ignoring: Iterable[str] = ()) -> None:
        """Prove that nothing is left. Raises SourceError naming the first field that is neither taken nor ignored."""
        new = sorted(set(self._left) - set(ignoring))
        if new:
            advice = "The publisher has added it; the format has to be read anew before it is used."
            raise SourceError(self._where, f"the unread field {new[0]!r}", "only fields we know", advice)

    def _known(self) -> str:
        return ", ".join(sorted(self._left)) or "nothing"
