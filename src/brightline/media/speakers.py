"""Who says a sentence: the clause that names speaker and role, and the agency spoken to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from brightline.media.vocabulary import vocabulary

_NAME = r"(?:[A-Z](?:[\w'’-]|\.[A-Z])*\.? ?){1,6}(?:(?:bin|al|von|van|de) [A-Z][\w'’-]+)?"
_SAYS = rf"(?:{'|'.join(vocabulary().says)})"
_SAYS_ANY = rf"(?:{_SAYS[3:-1]}|[a-z]{{3,12}}(?:ed|es))"  # right behind a quote and a name every verb tells of speech
_LEADS = rf"(?:{'|'.join(vocabulary().leads_to_words)})"
_TO = r"(?: (?:to |told )?(?:AFP|Reuters|AP|the AFP|reporters|the press|journalists))?"
_AGED = r"(?:,? \d{1,3},)?"
_OPEN, _CLOSE = '"“”«', '"”“»'
_ROLE = r"(?P<role>(?:an? |the )?[^,“”\"«»]{4,90})"
_AFTER_QUOTE = (
    re.compile(rf"[,.!?][{_CLOSE}] (?P<who>{_NAME}) of (?P<role>[^,“”\"]{{3,90}}?) {_SAYS}\b(?P<rest>.*)$"),
    re.compile(rf"[,.!?][{_CLOSE}],? (?P<role>[a-z][^,“”\"]{{3,70}}?) (?P<who>{_NAME}) {_SAYS_ANY}\b(?P<rest>.*)$"),
    re.compile(
        rf"[,.!?][{_CLOSE}],? (?P<who>(?:[A-Z][\w’']+['’]s )?{_NAME}){_AGED},? (?:{_ROLE}, )?{_SAYS_ANY}\b(?P<rest>.*)$"
    ),
    re.compile(
        rf"[,.!?][{_CLOSE}],? (?P<role>[A-Z][^,“”\"]{{3,70}}?'s [a-z ]{{3,30}}?), (?P<who>{_NAME}),? "
        rf"{_SAYS}\b(?P<rest>.*)$"
    ),
    re.compile(
        rf"[,.!?][{_CLOSE}],? {_SAYS}{_TO} (?P<role>(?:the|its|his|her|their) [^,“”\"]{{3,70}}), "
        rf"(?P<who>{_NAME})(?P<rest>[,. ].*|)$"
    ),
    re.compile(
        rf"[,.!?][{_CLOSE}],? {_SAYS}{_TO} "
        rf"(?P<role>(?:[a-z][^,“”\"]{{1,70}}?|[A-Z][^,“”\"]{{3,60}}['’]s [a-z ]{{3,40}}?),? )?"
        rf"(?P<who>(?:[A-Z][\w’']+['’]s )?{_NAME})(?P<rest>.*)$"
    ),
    re.compile(
        rf"[,.!?][{_CLOSE}],? {_SAYS}{_TO} (?P<who>(?:an? |the )[a-z][^,“”\"]{{3,60}}?)"
        rf"(?P<rest>(?:,| in | at | after | who ).*|[.]?)$"
    ),
    re.compile(
        rf"[,.!?][{_CLOSE}],? (?P<who>he|she|they|(?:the|a|an|Chinese|Russian|US|American)? ?[\w' -]{{3,60}}?) "
        rf"{_SAYS}\b(?P<rest>.*)$"
    ),
)
_ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?P<role>(?:independent |the |an? )?(?:[\w-]+ ){{0,6}}?)"
    rf"(?P<who>{_NAME}|[\w' -]{{3,60}}?)"
    rf"(?:, (?P<tail>[^,“”\"]{{4,90}}))?(?=[,.“”\"]|$| this week)"
)
_SAID_THAT = re.compile(
    rf"^(?:(?:But|And|Meanwhile|However|Earlier),? )?"
    rf"(?P<who>(?:The |US |Chinese |Russian )?[A-Z][\w’' -]{{1,60}}?),? "
    rf"(?:(?P<role>[^,“”\"]{{4,90}}), )?{_SAYS}\b(?! to (?:be|have)\b)"
)
_ENDING = re.compile(
    rf"[^.\"”“]{{12,}}, (?P<role>(?:[a-zA-Z][\w' -]{{3,70}}? )?)"
    rf"(?P<who>[A-Z][\w’' -]{{2,50}}?|analysts|experts|officials|he|she|they) {_SAYS}(?P<rest>[^,]{{0,60}})\.?$"
)
_AND_SAID = re.compile(
    rf"\b(?:and|while|but) (?P<who>[A-Z][\w’']+['’]s [a-z ]{{3,30}}?|[A-Z][\w’' ]{{2,40}}?) {_SAYS} that\b"
)
# Words first, then the speaker: "..., warned the Treasury", "..., assured Li Wei".
_INVERTED = re.compile(
    rf"[^\"”“]{{20,}}, {_SAYS}{_TO} (?P<who>(?:the |a )?[A-Z][\w’' -]{{2,50}}?)(?:, (?P<tail>[^,“”\"]{{4,90}}))?\.?$"
)
# The speaker first, then the words: "Liang Weimin, who exports excavators, said, “We used to wait”".
_BEFORE_QUOTE = re.compile(
    rf"(?:^|[,;] |[.] )(?:[A-Z][a-z]+ [^,“”\"]{{3,60}}, )?(?P<who>{_NAME}){_AGED}"
    rf"(?:,? (?P<role>(?!who (?:said|told))[^“”\"]{{4,110}}?),)?"
    rf" (?:also |then |even |later )?{_SAYS}\b[^“”\"]{{0,60}}?[:,]? ?[{_OPEN}]"
)
# Part of a quote, by the verb that leads to it: "Putin, in an interview, hailed Beijing's “genuine want”".
_LEADING_TO = re.compile(
    rf"(?P<who>(?:[A-Z][\w’'-]+ )*[A-Z][\w’-]+|[Tt]he [a-z]+|he|she|they),?(?: (?:in|at|on|during) [^,“”\"]{{3,60}},)?"
    rf" (?:has |have |had |even |also |then |again |once |once again |repeatedly |is |are )*"
    rf"{_LEADS}\b[^“”\"]{{0,90}}[{_OPEN}]"
)
_BOTH = re.compile(
    rf", (?P<who>(?:both|the two) \w+|[a-z' ]{{3,40}}? (?:ministry|officials)) {_SAYS}(?: \w+day)?(?=[,.])"
)
_THEN_SAID = re.compile(rf"^(?P<who>{_NAME})[a-z]+ [^“”\"]{{5,150}}? and {_SAYS}\b")
_LEADING = re.compile(r"^(?:But|And|Meanwhile|However|the|The|that|this)\s+")
_NOT_WHO = re.compile(r"\b(?:while|after|before|as|when|which|that|has|have|had)\b")
_ROLE_BEFORE = re.compile(r"^(?P<role>.*\b[a-z]+) (?P<who>[A-Z][\w’-]+(?: [A-Z][\w’-]+)+)$")
_ROLE_AT = re.compile(r"^(?P<who>[A-Z][\w’-]+(?: [A-Z][\w’-]+)+) (?P<role>(?:at|of|from|with) .+)$")
_PRONOUN = frozenset({"he", "she", "they", "it"})
_TITLES = re.compile(
    r"^(?:(?:US |Chinese |Russian |American |French |British )?"
    r"(?:Vice |Deputy |Assistant |Under |Former |Chief |U\.?S\.? )*"
    r"(?:President|Premier|Prime Minister|Secretary of State|Secretary|Minister|Attorney|Judge|Justice|Governor|Senator"
    r"|General|Colonel|Chancellor|Ambassador|Commissioner|Director|Chairman|Chairwoman|Executive|Officer|Mayor"
    r"|Professor|Mr\.?|Ms\.?|Mrs\.?|Dr\.?) )+"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a sentence. `span`: the place of the clause that says so; `pronoun`: named earlier."""

    who: str
    role: str | None
    span: tuple[int, int]
    pronoun: bool = False


@lru_cache(maxsize=1 << 15)
def speaker_of(text: str) -> Speaker | None:
    """The speaker that a sentence names, if it names one."""
    for pattern in _AFTER_QUOTE:
        if found := pattern.search(text):
            return _speaker(found, found.start() + 2)
    if found := _BOTH.search(text):
        return _speaker(found, found.start())
    if found := _ACCORDING.search(text):
        return _speaker(found, found.start())
    if found := _ENDING.search(text):
        return _speaker(found, found.start("role"))
    if found := _AND_SAID.search(text):
        return _speaker(found, found.start("who"))
    for pattern in (_BEFORE_QUOTE, _INVERTED, _THEN_SAID):
        if found := pattern.search(text):
            return _speaker(found, found.start("who"))
    if found := _SAID_THAT.match(text):
        return _speaker(found, found.start())
    if found := _LEADING_TO.search(text):
        return _speaker(found, found.start("who"))
    return None


def _speaker(found: re.Match[str], start: int) -> Speaker | None:
    groups = found.groupdict()
    who = (groups.get("who") or "").strip(" ,.")
    said = (groups.get("role") or "").strip(" ,")
    tail = (groups.get("tail") or "").strip(" ,")
    while lead := _LEADING.match(who):
        who = who[lead.end() :]
    who, role = _parted(who, said if len(said) > 3 else "")
    if not who or _NOT_WHO.search(who):
        return None
    return Speaker(who, role or (tail if len(tail) > 4 else None), (start, found.end()), who.lower() in _PRONOUN)


def _parted(who: str, role: str) -> tuple[str, str | None]:
    """Name and role apart: "Carnegie's Gabuev", "Russian analyst Konstantin Kalachev", "Ali Wyne at the Group"."""
    if owner := re.match(r"(?P<body>[A-Z][\w’']+?)['’]s (?P<name>[A-Z].*)", who):
        return (owner["name"], role or owner["body"]) if " " not in owner["name"] or role else (who, role or None)
    if title := _TITLES.match(who):
        return who[title.end() :], title[0].strip() if not role or role.startswith("who ") else role
    if found := _ROLE_AT.match(who):
        return found["who"], found["role"]
    if found := _ROLE_BEFORE.match(who):
        return found["who"], f"{role} {found['role']}".strip()
    return who, role or None
