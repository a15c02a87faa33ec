"""licences/: one file per chain of licences; parties/: the parties that licences name. Read strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from brightline.law.activities import ACTIVITIES, WITH_A_PARTY
from brightline.law.licence import Licence, LicenceVersion, NamedParty
from brightline.law.shapes import Act
from brightline.law.spans import read_after_end, read_cites, read_span
from brightline.law.vocabulary import STATUSES
from brightline.text.marks import Entry, Value

KINDS = ("general-licence", "regulation", "exemption")
_ID = re.compile(r"[A-Z0-9][A-Z0-9.-]+")
_BIC = re.compile(r"[A-Z]{6}")


def read_parties(files: Sequence[Value]) -> dict[str, NamedParty]:
    """Every party that licences name, by its word. Raises LawError where a file says something we do not understand."""
    parties: dict[str, NamedParty] = {}
    for file in files:
        entry = file.entry()
        entry.take("source", "Say in a sentence where names and BICs come from").text()
        items = entry.take("parties").items()
        entry.close()
        for item in items:
            party = _read_party(item.entry())
            if party.id in parties:
                raise item.refuse(f"the party {party.id} a second time", "each party once")
            parties[party.id] = party
    return parties


def _read_party(entry: Entry) -> NamedParty:
    name, shown = entry.take("party").text(), entry.take("name").text()
    words, bics = entry.take("words", "At least one word of its listed names").words(), entry.take_optional("bics")
    entry.close()
    for bic in bics.items() if bics else ():
        if not _BIC.fullmatch(bic.text()):
            raise bic.refuse(repr(bic.text()), "the first six signs of a BIC: bank and country, such as SABRRU")
    return NamedParty(name, shown, words, bics.words() if bics else ())


def read_licences(
    files: Sequence[Value], acts: Mapping[str, Act], parties: Mapping[str, NamedParty]
) -> dict[str, Licence]:
    """Every licence by its id. Raises LawError where a file says something we do not understand."""
    licences: dict[str, Licence] = {}
    for file in files:
        licence = _read_licence(file, acts, parties)
        if licence.id in licences:
            raise file.refuse(f"the licence {licence.id} a second time", "one file per chain")
        licences[licence.id] = licence
    return licences


def _read_licence(file: Value, acts: Mapping[str, Act], parties: Mapping[str, NamedParty]) -> Licence:
    entry = file.entry()
    name, kind = entry.take("licence"), entry.take("kind").word(KINDS)
    stem = file.file.rpartition("/")[2].removesuffix(".yaml")
    if not _ID.fullmatch(name.text()) or name.text().lower() != stem:
        raise name.refuse(repr(name.text()), f"{stem.upper()!r}, the name of the file in capitals")
    title, covers = entry.take("title").text(), _read_covers(entry.take("covers"))
    named, known = _read_named(entry, parties)
    _party_or_activity(file, covers, named)
    read = entry.take("conditions_read", "Say whether the text with its conditions was read").word(("yes", "no"))
    settle = entry.take("would_settle").text()
    earlier = read_after_end(entry, acts, "earlier")
    items = entry.take("versions", "A licence has at least one dated version").items()
    entry.close()
    versions = _read_versions(items, acts)
    return Licence(name.text(), title, kind, covers, named, known, read == "yes", settle, earlier, versions)


def _read_covers(value: Value) -> tuple[str, ...]:
    for item in value.items():
        item.word(tuple(ACTIVITIES))
    return value.words()


def _read_named(entry: Entry, parties: Mapping[str, NamedParty]) -> tuple[tuple[NamedParty, ...], bool]:
    """`parties:` and, beside it, `parties_known:` (all, some): whether the licence names others too."""
    value, known = entry.take_optional("parties"), entry.take_optional("parties_known")
    if value is None:
        if known is not None:
            raise known.refuse("parties_known without parties", "both or neither")
        return (), False
    if known is None:
        raise value.refuse("parties without parties_known", "parties_known: all, or some where others are not known")
    for item in value.items():
        item.word(tuple(parties))
    return tuple(parties[name] for name in value.words()), known.word(("all", "some")) == "all"


def _party_or_activity(file: Value, covers: Sequence[str], named: Sequence[NamedParty]) -> None:
    dealings = [one for one in covers if one in WITH_A_PARTY]
    if dealings and not named:
        raise file.refuse(f"{dealings[0]} without parties", "the parties it is about, under parties")


def _read_versions(items: Sequence[Value], acts: Mapping[str, Act]) -> tuple[LicenceVersion, ...]:
    """Versions in order of time. One that replaces the one before early says so; gaps are allowed and mean a lapse."""
    read = [_read_version(item.entry(), acts) for item in items]
    joined = [version for version, _ in read]
    for number, ((left, _), (right, replaces)) in enumerate(pairwise(read)):
        over = left.span.end is None or left.span.end > right.span.start
        if right.span.start <= left.span.start or (over and replaces != left.id):
            found, ends = f"version {right.id} from {right.span.told_start}", left.span.told_end or "never"
            told = f"one after {left.id} (ends: {ends}), or 'replaces: \"{left.id}\"': two versions overlap"
            raise items[number + 1].refuse(found, told)
        if over:
            joined[number] = replace(
                left, span=replace(left.span, end=right.span.start), until_status=right.from_status
            )
    return tuple(joined)


def _read_version(entry: Entry, acts: Mapping[str, Act]) -> tuple[LicenceVersion, str]:
    name = entry.take("version").text()
    cites = read_cites(entry, acts)
    span = read_span(entry, acts, cites)
    from_status, until_status = (_read_status(entry, key, cites[0].status) for key in ("from_status", "until_status"))
    sure, limits = entry.take_optional("surely_from"), entry.take_optional("limits")
    after_end, replaces = read_after_end(entry, acts), entry.take_optional("replaces")
    if after_end is not None and span.end is None:
        raise entry.place.refuse("after_end without until", "until, or no after_end")
    entry.close()
    version = LicenceVersion(
        id=name,
        span=span,
        from_status=from_status,
        until_status=until_status,
        surely_from=sure.moment(span.zone) if sure else None,
        after_end=after_end,
        limits=limits.words() if limits else (),
        cites=cites,
    )
    return version, replaces.text() if replaces else ""


def _read_status(entry: Entry, key: str, otherwise: str) -> str:
    """`from_status`, `until_status`: how well that end is known; that of the first citation unless stated."""
    value = entry.take_optional(key)
    return value.word(STATUSES) if value else otherwise
