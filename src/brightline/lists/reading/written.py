"""Names as lists write them in one cell: several names, spellings in brackets, the native script behind a dash.

`Sergei AKSENOV (Сергей АКСЁНОВ)` is two names; `Igor Nikolaevich (Mykolayovich) TURCHENYUK` is two spellings of
one; `VTB Bank (Kazakhstan)` is one name. What is cut off is never lost: it is a name of its own.
"""

from __future__ import annotations

import re

from brightline.lists.reading.nations import nation
from brightline.text.scripts import main_script

_LABEL = re.compile(
    r"^(?:(?:also )?known as\b|a\. ?k\. ?a\.?(?=\W)|f\. ?k\. ?a\.?(?=\W)|(?-i:aka|fka|a/k/a|f/k/a)(?=\W)|"
    r"(?-i:alias|aliases)\b|"
    r"(?:in |written in )?(?:Russian|Ukrainian|Belarusian|Belarussian|Arabic|Chinese|Persian|Farsi|Hebrew|Cyrillic|"
    r"Latin|native|original|Georgian|Armenian|Korean)(?: spelling| script| language| name| characters)*\s*(?=:)|"
    r"in Russian\b|original script\b|(?-i:[Pp]reviously|[Ff]ormerly)\b(?: listed as| known as)?|"
    r"(?-i:[Cc]urrently)\b(?: known as)?|(?-i:born|née|nee)\b|"
    r"(?:married|stage|maiden|birth|full|real|pen) name(?=:)|nickname(?=:)|call ?sign(?=:))"
    r"\s*[:.,]?\s*",
    re.IGNORECASE,
)
_TOLD_APART = re.compile(
    r"[.;,]?\s*\b(?:date of birth|d\.?o\.?b\b|place of birth|p\.?o\.?b\b|nationality|gender|passport n)[^:]*:.*",
    re.IGNORECASE,
)
_IN_SCRIPT = re.compile(r"\bIn (?:Arabic|Russian|Chinese|Persian)[^:]*:\s*([^;.]+)", re.IGNORECASE)
_SCRIPT_NOTE = re.compile(r"\s*\((?:in )?(?:original|native|Arabic|Cyrillic) (?:script|spelling)\)", re.IGNORECASE)
_MARK = re.compile(r"(?:^|(?<=[\s;,\"]))\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*")
_FORMS = frozenset(
    {
        *(
            "jsc",
            "ojsc",
            "pjsc",
            "cjsc",
            "llc",
            "ltd",
            "limited",
            "inc",
            "co",
            "corp",
            "plc",
            "gmbh",
            "ag",
            "sa",
            "spa",
        ),
        *(
            "ооо",
            "оао",
            "зао",
            "пао",
            "ао",
            "ooo",
            "oao",
            "zao",
            "pao",
            "ao",
            "fze",
            "fzco",
            "fzc",
            "dmcc",
            "fsue",
            "jv",
        ),
        *("group", "holding", "company"),
    }
)
_PLACES = ("HK", "PRC", "UAE", "USA", "UK", "RF", "DPRK", "ROK", "HONG KONG", "CHINA", "THAILAND")
_TAIL = ("ltd", "limited", "inc", "co", "corp", "s.a", "l.l.c")


def cut(cell: str, at: str = ";") -> list[str]:
    """The parts of a cell between separators that do not stand inside brackets; quotes and `(a)` marks are dropped."""
    text = _MARK.sub("", cell.strip().strip('"').strip())
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth = depth + 1 if letter == "(" else max(0, depth - 1) if letter == ")" else depth
        if letter == at and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    parts.append(text[start:])
    if depth:  # brackets that never close: the separators alone decide
        parts = text.split(at)
    return [part.strip().strip('"').strip() for part in parts if part.strip(' "')]


def names_in(written: str, *, person: bool) -> tuple[tuple[str, str], ...]:
    """The names that one written name holds, the leading one first, each with its kind.

    Kinds: `main` for the name itself, `alias` for another spelling, `former` for what is called born or formerly,
    `weak` for an abbreviation in brackets.
    """
    found: dict[str, str] = {}
    text = _SCRIPT_NOTE.sub("", " ".join(written.split()))
    for native in _IN_SCRIPT.findall(text):
        found.setdefault(native.strip(), "alias")
    text = _TOLD_APART.sub("", _IN_SCRIPT.sub("", text)).strip(" ;,/")
    lead: dict[str, str] = {}
    for part in _apart(text, person):
        for name, kind in _spellings(_unlabelled(part)[0], person):
            lead.setdefault(name, kind)
    for name, kind in found.items():
        lead.setdefault(name, kind)
    return tuple(lead.items())


_SLASH = re.compile(r"\s+/\s+|\s+(?=(?:Russian|Ukrainian|Belarusian|Arabic)(?: spelling)?:)")
_SLASH_OR = re.compile(_SLASH.pattern + r"|\s+or\s+")


def _apart(text: str, person: bool) -> list[str]:
    """Names that stand behind one another with a slash, a language or, for persons, `or`; never inside brackets."""
    parts = (_SLASH_OR if person else _SLASH).split(text)
    return parts if all(part.count("(") == part.count(")") for part in parts) else [text]


def _unlabelled(text: str) -> tuple[str, str]:
    """The text without its label, and the kind the label gives."""
    kind = "alias"
    stripped = text.strip()
    while match := _LABEL.match(stripped):
        if not match.group(0).strip():
            break
        former = re.match(r"f\.?\s?k|prev|former|born|n[ée]e", match.group(0), re.IGNORECASE)
        kind = "former" if former else kind
        stripped = stripped[match.end() :].strip()
    return stripped, kind


def _spellings(text: str, person: bool) -> list[tuple[str, str]]:
    outer, inners = _brackets(text)
    names = [(part, "main") for part in _scripts_apart(outer)]
    for before, inside, after in inners:
        names.extend(_inside(before, inside, after, outer, person))
    if len(names) > 1 and any(kind == "whole" for _, kind in names):
        names[0] = (" ".join(text.split()), "main")
    return [(name, kind) for written, kind in names if kind != "whole" and (name := _trimmed(written))]


def _trimmed(name: str) -> str:
    """A name without signs at its ends and without a bracket that has no partner."""
    if name.count("(") != name.count(")"):
        name = name.replace("(", " ").replace(")", " ")
    return " ".join(name.split()).strip(" -–—,;:")


def _brackets(text: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The text without its outermost brackets, and each bracket as (before, inside, after)."""
    found: list[tuple[str, str, str]] = []
    outer, depth, start, seen = "", 0, 0, 0
    for place, letter in enumerate(text):
        if letter == "(":
            start = place if depth == 0 else start
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            if depth == 0:
                before = " ".join((outer + text[seen:start]).split())
                found.append((before, text[start + 1 : place], text[place + 1 :].strip()))
                outer += text[seen:start] + " "
                seen = place + 1
    if depth:
        outer, seen = outer + text[seen:start] + " ", len(text)
        found.append((text[:start].strip(), text[start + 1 :], ""))
    return " ".join((outer + text[seen:]).split()), found


def _inside(before: str, inside: str, after: str, outer: str, person: bool) -> list[tuple[str, str]]:
    """The names a bracket adds; `whole` says that the bracket belongs to the name as printed."""
    words, kind = _unlabelled(inside)
    labelled = words != inside.strip()
    other_script = main_script(words) not in ("", main_script(outer))
    if other_script or labelled or person:
        parts = [part for part in re.split(r"[,;]|\bor\b", words) if len(part.strip()) > 1]
        found = [_variant(part.strip(), before, after, kind, person and not other_script) for part in parts]
        return [each for written, kind in found for each in _nested(written, kind, person)]
    if _belongs(words, before, after):
        return [("", "whole")]
    return [(part.strip(), "weak" if _is_short(part) else kind) for part in words.split(";")]


def _nested(written: str, kind: str, person: bool) -> list[tuple[str, str]]:
    """A name in brackets that has brackets of its own is read once more."""
    if "(" not in written or ")" not in written:
        return [(written, kind)]
    return [(name, kind) for name, _ in _spellings(written, person)]


def _variant(part: str, before: str, after: str, kind: str, person: bool) -> tuple[str, str]:
    """A single word in a person's bracket stands for the word before it; more words are a name of their own."""
    if not person or len(part.split()) > 1:
        return (part, kind)
    rest = re.sub(r"\([^()]*\)", " ", after)
    return (" ".join([*before.split()[:-1], part, *rest.split()]), kind)


def _belongs(words: str, before: str, after: str) -> bool:
    plain = words.strip(" .").casefold()
    is_word_of_name = bool(after) and not after.startswith(("-", "–", "/", "("))
    return not before or is_word_of_name or len(plain) < 3 or plain in _FORMS or _is_place(words)


def _is_place(words: str) -> bool:
    """A country or city that tells one branch from another: `(Kazakhstan)`, `(Hong Kong)`; no longer name."""
    plain = words.strip()
    is_name = len(plain.split()) > 3 or any(sign in plain for sign in '«“‘"') or plain.split()[0].casefold() in _FORMS
    return not is_name and (plain in _PLACES or (not plain.isupper() and nation(plain) is not None))


def _is_short(words: str) -> bool:
    """An abbreviation: one word, mostly capitals."""
    letters = [letter for letter in words if letter.isalpha()]
    return len(words.split()) == 1 and sum(letter.isupper() for letter in letters) * 2 >= len(letters)


def _scripts_apart(text: str) -> list[str]:
    """A text that goes on in another script for two words or more is two names: `Enterprise X Предприятие Х`."""
    parts = re.split(r"\s+[-–—]\s+", text)
    if len(parts) > 1 and len({main_script(part) for part in parts} - {""}) > 1:
        return [part for part in parts if part]
    runs: list[list[str]] = []
    for word in text.split():
        script = main_script(word) or (main_script(runs[-1][0]) if runs else "")
        if runs and (script == main_script(runs[-1][0]) or not main_script(runs[-1][0])):
            runs[-1].append(word)
        else:
            runs.append([word])
    apart = len(runs) > 1 and all(len(run) > 1 for run in runs) and len({main_script(run[0]) for run in runs}) > 1
    return [" ".join(run) for run in runs] if apart else [text]


def listed_with_commas(text: str) -> tuple[str, ...]:
    """Names of an organisation that stand behind one another with commas, each of two words or more; else nothing."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) < 2 or any(len(part.split()) < 2 or part.casefold().startswith(_TAIL) for part in parts):
        return ()
    return tuple(parts)
