"""Which drafts there are, in which version, who signs them, which codes they carry: kinds.yaml, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from brightline.errors import Refused
from brightline.text.marks import Entry, Value, parse_yaml

_FILE = "kinds.yaml"
_SCHEMAS = ("catalogue", "reading")


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a draft, its words, and the status that goes with it where there is one."""

    code: str
    says: str
    status: str | None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of draft. `needs`: the action the decision must permit; None where it takes none."""

    kind: str
    version: str
    schema: str  # catalogue, reading
    what: str
    needs: str | None
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    codes: tuple[Code, ...]

    @property
    def is_mt(self) -> bool:
        """Whether it is a message of SWIFT's older format."""
        return self.kind.startswith("MT")

    def code(self, wanted: str | None) -> Code | None:
        """The code asked for, the first one where nobody asks, None where the kind has none. Raises Refused."""
        if wanted is None:
            return self.codes[0] if self.codes else None
        found = next((one for one in self.codes if one.code == wanted), None)
        if found is None:
            known = ", ".join(one.code for one in self.codes) or f"none: {self.kind} carries no code"
            raise Refused("code", repr(wanted[:20]), f"for {self.kind} {known}")
        return found


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Kind]:
    """Every kind by its name, in the order of the file."""
    entry = parse_yaml(files("brightline.answering.drafts").joinpath(_FILE).read_text(encoding="utf-8"), _FILE).entry()
    read = [_kind(one) for one in entry.take("kinds").items()]
    entry.close()
    return {one.kind: one for one in read}


def kind_of(name: str) -> Kind:
    """The kind of that name. Raises Refused naming those there are."""
    if name not in kinds():
        raise Refused("draft", repr(name[:20]), f"one of {', '.join(kinds())}")
    return kinds()[name]


def _kind(value: Value) -> Kind:
    entry = value.entry()
    needs, codes = entry.take_optional("needs"), entry.take_optional("codes")
    read = Kind(
        kind=entry.take("kind").text(),
        version=entry.take("version").text(),
        schema=entry.take("schema").word(_SCHEMAS),
        what=entry.take("what").text(),
        needs=needs.text() if needs else None,
        ours=entry.take("ours").words(),
        theirs=entry.take("theirs").words(),
        codes=tuple(_code(one.entry()) for one in codes.items()) if codes else (),
    )
    entry.close()
    return read


def _code(entry: Entry) -> Code:
    status = entry.take_optional("status")
    read = Code(entry.take("code").text(), entry.take("says").text(), status.text() if status else None)
    entry.close()
    return read
