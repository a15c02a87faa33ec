"""Japan's lists of bodies to which exports are prohibited, from the text of their PDF form.

One list names bodies of Russia, the other bodies of countries other than Russia and Belarus. Each entry has a running
number, a Japanese name, a name in Latin letters with its aliases, and an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from brightline.errors import SourceError
from brightline.lists.draft import Draft, looks_like_a_company
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.terms import ListedEntity
from brightline.text.countries import countries_in

RUSSIA, OTHERS = "jp-meti-russia", "jp-meti-other-countries"
_TITLE = "輸出等に係る禁止措置"
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_DAY = r"\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
_FIRST, _LAST = re.compile(f"指定日[：:]{_DAY}"), re.compile(f"更新日[：:]{_DAY}")
_ADDRESS = re.compile(r"所\s*在\s*地\s*[：:]")
_ALIAS_LINE = re.compile(r"別\s*称\s*[：:](.*)", re.DOTALL)
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff（）「」、。・：]")
_BESIDE = re.compile(r"（別\s*称.*?）", re.DOTALL)
_CHINESE = re.compile(r"[（(]([\u3400-\u9fff]{4,})[）)]")  # a name in Chinese beside the Japanese one
_SIGNS = "-–—;；,. "
_INCLUDING = re.compile(r",\s+including\s.*", re.DOTALL)
_AKA = re.compile(r",?\s*a\.?k\.?a\.?,?\s.*?alias(?:es)?\s*:?", re.DOTALL | re.IGNORECASE)


def recognise(head: bytes, file_name: str) -> bool:
    """Whether the text begins as these notices do."""
    try:
        text = "".join(head[:4096].decode("utf-8", "ignore").split())
    except ValueError:
        return False
    return _TITLE in text and "外務省告示" in text and "所在地" in text


def read(files: Sequence[SourceFile]) -> ReadList:
    """The list in one file. Raises SourceError where its day is missing or its numbers have a gap."""
    (file,) = files
    text = file.data.decode("utf-8", "replace").translate(_WIDE)
    last = _day(_LAST, text)
    if last is None:
        raise SourceError(file.name, "no day of the last change (最終更新日)", "it in the head of the list")
    others = "以外の国の団体" in "".join(text[:600].split())
    list_id, first = OTHERS if others else RUSSIA, _day(_FIRST, text)
    entities, skipped = [], []
    entries = list(_entries(text, file.name))
    addresses = len(_ADDRESS.findall(text))
    if addresses > len(entries) + max(3, len(entries) // 50):
        told = f"{addresses} addresses and only {len(entries)} numbers in a row"
        raise SourceError(file.name, told, f"an entry with the number {len(entries) + 1}")
    for number, entry in entries:
        entity = _entity(list_id, number, entry, first)
        if entity is None:
            skipped.append(f"{file.name} entry {number}: no name")
        else:
            entities.append(entity)
    return ReadList(list_id, last, "content", tuple(entities), skipped=tuple(skipped))


def _day(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text[:2000])
    return date(int(match[1]), int(match[2]), int(match[3])).isoformat() if match else None


def _entries(text: str, where: str) -> Iterator[tuple[int, str]]:
    """The entries by their running numbers. Raises SourceError where there is none."""
    head = _LAST.search(text)
    at, number = head.end() if head else 0, 1
    found = _numbered(text, at, 1)
    if found is None:
        raise SourceError(where, "no entry with the number 1", "entries numbered from 1")
    while found is not None:
        following = _numbered(text, found.end(), number + 1)
        yield number, text[found.end() : following.start() if following else len(text)]
        found, number = following, number + 1


def _numbered(text: str, at: int, number: int) -> re.Match[str] | None:
    """The next place where an entry begins: its number before a Japanese name, at a line or behind an address."""
    pattern = re.compile(
        rf"(?:(?<=\n)|(?<=[A-Za-z.)\d]))\s*(?<!\d){number}\s*(?=[^\n]{{0,12}}[\u3040-\u30ff\u3400-\u9fff])"
    )
    for match in pattern.finditer(text, at):
        if _ADDRESS.search(text, at, match.start()) or number == 1:
            return match
    return None


def _entity(list_id: str, number: int, entry: str, first: str | None) -> ListedEntity | None:
    parts = _ADDRESS.split(entry)
    japanese, names, aliases = _names(parts[0])
    if not names and not japanese:
        return None
    main = names or japanese
    draft = Draft(list_id, str(number), "Company" if looks_like_a_company(main) else "Organization")
    draft.name(main, "primary")
    draft.name(japanese, "original")
    for alias in aliases:
        draft.name(alias, "alias")
    draft.measures.append("export-control")
    for address in (" ".join(part.split()) for part in parts[1:]):
        draft.addresses.append(address)
        draft.countries.extend(countries_in(address)[-1:])
    if not draft.countries and list_id == RUSSIA:
        draft.countries.append("RU")
    draft.keep("first designation of the list", first or "")
    return draft.entity()


def _names(written: str) -> tuple[str, str, list[str]]:
    """The Japanese name, the name in Latin letters, and the aliases."""
    line = _ALIAS_LINE.search(written)
    aliases = re.split(r"[;；]", _joined(line[1])) if line else []
    body = written[: line.start()] if line else written
    last = max((match.end() for match in _JAPANESE.finditer(body)), default=0)
    rest = body[last:]
    beside, _, below = rest.partition("\n")
    if below.strip() and len(beside.split()) == 1:  # a legal form that belongs to the Japanese name
        last, rest = last + len(beside), below
    parts = _AKA.split(rest, maxsplit=1)
    aliases += re.split(r"\n\s*[-–—]|[;；]", parts[1]) if len(parts) > 1 else []
    aliases += _CHINESE.findall("".join(body[:last].split()))
    japanese, latin = _BESIDE.sub("", body[:last]), _INCLUDING.sub("", parts[0])
    tidy = [_tidy(alias) for alias in aliases]
    return _tidy(japanese), _tidy(latin), [alias for alias in tidy if len(alias) > 1]


def _joined(lines: str) -> str:
    """Lines of aliases made whole: a break inside a Japanese name is nothing, one between scripts parts two names."""
    found, before = "", False
    for line in filter(None, (line.strip() for line in lines.split("\n"))):
        after = bool(_JAPANESE.search(line))
        found += ("" if not found or (before and after) else " " if before == after else ";") + line
        before = after
    return found


def _tidy(name: str) -> str:
    """A name on one line, without the signs and the "and" of an enumeration."""
    text = f" {' '.join(name.split()).strip(_SIGNS)} "
    return text.removeprefix(" and ").removesuffix(" and ").strip(_SIGNS)


SOURCE = Source("jp_meti", recognise, read)
