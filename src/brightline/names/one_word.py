"""Listed firms that a text names by one word that says who: KAMAZ, ZALA AERO, концерн Калашников, ООО «Стан».

The other words of the listed name say what kind of firm it is; they may stand beside it or lack. Ordinary words
(`ordinary.tsv`), given names and words of three letters tell nobody by themselves: they need the firm's legal form or
quotation marks beside them, or for an abbreviation of three capitals a word such as "for".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brightline.names.forms import form_at
from brightline.names.index import NameIndex
from brightline.names.ordinary import is_ordinary
from brightline.names.placed import Placed
from brightline.names.read import Name, read_name
from brightline.names.words import Word
from brightline.terms import ListedEntity

_FIRMS = ("Company", "Organization", "LegalEntity")
_SHIPS = ("Vessel", "Airplane")
_A_NAME = 9000  # a word of the tables that weighs this much is the name of one house: VTB
_ELSE = 5000  # the most that the other words of a name may weigh that one word tells
_LEAST, _SHORT = 3, 4  # letters of a word that may tell; of one that does so by itself
# Parts of the coined names of Russian industry: a word of two of them stands for a listed name of more words too.
_COINED = re.compile(
    r"vagon|zavod|mash|stank|pribor|prom|svya[sz]|stro[iy]|te[ck]h|khim|neft|gaz|energ|avia|avto|sudo|kosm|radio|ele[ck]tr|metal"
    r"|spets|export|eksport|bank|trans|snab|ural|sib|ros|rus|sov|vnesh|oboron"
)
_FOR = re.compile(r"(?<!\w)(?:for|via|with|dlya|za|cherez|для|за|через|от|с)[\s\"«“:]*$", re.IGNORECASE)
_SHIP = re.compile(r"(?<!\w)(?:m/?[vt]|s/s|vessel|ship|tanker|т/?х|судн[оа]|теплоход\w*|танкер\w*)[\s\"«“:.]*$", re.I)
_STATION = r"(?:terminal|station|depot|sea ?port|warehouse|терминал|станци|порт|склад|депо)"
_NAMES_A_STATION = re.compile(rf"\s*{_STATION}", re.IGNORECASE)  # on the way: neither paid nor served
_STATION_OF = re.compile(rf"(?<!\w){_STATION}\w{{0,3}}[\s«\"]*$", re.IGNORECASE)
_OPENS, _CLOSES = "«\"“„'‘「《", "»\"”“'’」》"


def told_by_one_word(text: str, placed: list[Placed], index: NameIndex) -> Iterator[tuple[str, int]]:
    """The words of the text that name a listed firm (or after "M/V" a ship) so, and the place of its entity."""
    tellers: dict[str, list[int]] = {}
    for at, one in enumerate(placed):
        if _may_tell(one.word):
            tellers.setdefault(one.word.key, []).append(at)
    for name in index.names_holding(tellers, _ELSE):
        entity = index.entities[index.name_entity(name)]
        if entity.schema in _FIRMS or entity.schema in _SHIPS:
            look = _Look(text, placed, index.name_text(name), entity)
            yield from ((span, index.name_entity(name)) for span in _spans(look, tellers))


class _Look:
    """One listed name looked for in a text."""

    def __init__(self, text: str, placed: list[Placed], listed: str, entity: ListedEntity) -> None:
        self.text, self.placed, self.ship = text, placed, entity.schema in _SHIPS
        self.weak = any(name.value == listed and name.kind == "weak" for name in entity.names)
        self.readings = read_name(listed)[:1]

    def told(self, theirs: Name, at: int) -> str | None:
        """The words around a place of the text that name the firm; None if they do not."""
        first, last = self._stretch(theirs, at)
        word, start, end = self.placed[at].word, self.placed[first].start, self.placed[last - 1].end
        lacking = {one.key for one in theirs.words} - {one.word.key for one in self.placed[first:last]}
        if any(one.role not in ("generic", "place") for one in theirs.words if one.key in lacking):
            return None
        if any(one.weight >= _A_NAME for one in theirs.words if one.key in lacking) or self._in_a_compound(start, end):
            return None
        span = self.text[start:end]
        told = self._marked(theirs, first, last) or self._alone(word, span, bool(lacking), last - first, start)
        return span if told else None

    def _stretch(self, theirs: Name, at: int) -> tuple[int, int]:
        """From where to where the words of the text around a place are words of the listed name."""
        keys = [word.key for word in theirs.words]
        first, last = at, at + 1
        while first and self.placed[first - 1].word.key in keys and last - first < len(keys):
            first -= 1
        while last < len(self.placed) and self.placed[last].word.key in keys and last - first < len(keys):
            last += 1
        return first, last

    def _in_a_compound(self, start: int, end: int) -> bool:
        """Whether the words are but a part of something written with hyphens or dots: of an address, a double name."""
        before, after = self.text[max(0, start - 2) : start], self.text[end : end + 2]
        return bool(re.match(r"[-@.&']\w", after) or re.search(r"\w[-@.&']$", before) or "@" in before + after)

    def _marked(self, theirs: Name, first: int, last: int) -> bool:
        """Whether the firm's own legal form or quotation marks stand at these words, and nothing more of a name."""
        start, end = self.placed[first].start, self.placed[last - 1].end
        before, after = self.text[:start][-1:], self.text[end : end + 1]
        if before and after and before in _OPENS and after in _CLOSES:
            return True
        form, behind = self._form_beside(first, last)
        return form is not None and form == theirs.form and (behind or self._closed(last))

    def _form_beside(self, first: int, last: int) -> tuple[str | None, bool]:
        """The kind of legal form written right before or after these words, and whether it stands after."""
        words = [placed.word.written for placed in self.placed[max(0, first - 4) : last + 4]]
        first, last = first - max(0, first - 4), last - max(0, first - 4)
        if last < len(words) and (kind := form_at(words, last)[1]):
            return kind, True
        for at in range(first):
            length, kind = form_at(words, at)
            if kind and at + length == first:
                return kind, False
        return None, False

    def _closed(self, last: int) -> bool:
        """Whether the name ends here: a sign, a number, a short word or a change of case follows, or nothing."""
        end = self.placed[last - 1].end
        if last == len(self.placed) or re.match(r"\s*[^\w\s]", self.text[end:]):
            return True
        word, written = self.placed[last].word, self.text[self.placed[last].start : self.placed[last].end]
        return len(word.plain) < _LEAST or not word.plain.isalpha() or written.islower()

    def _alone(self, word: Word, span: str, lacks: bool, words: int, start: int) -> bool:
        """Whether the words tell the firm with nothing beside them."""
        house = word.weight >= _A_NAME and word.role == "generic"
        if self.ship and not (not lacks and _SHIP.search(self.text[:start])):
            return False
        if _NAMES_A_STATION.match(self.text[start + len(span) :]) or _STATION_OF.search(self.text[:start]):
            return False
        if not house and is_ordinary(word):
            return False
        if lacks and words == 1 and not house and len(_COINED.findall(word.plain)) < 2:
            return False
        if (self.weak and not span.isupper()) or (span.islower() and not self.text.islower()):
            return False
        return house or len(word.plain) >= _SHORT or (span.isupper() and self._short_may_tell(start))

    def _short_may_tell(self, start: int) -> bool:
        """Whether three capitals may be a name here: after "for", or of a proper name where not all is in capitals."""
        return bool(_FOR.search(self.text[:start])) or not (self.weak or self.text.isupper())


def _spans(look: _Look, tellers: dict[str, list[int]]) -> Iterator[str]:
    """The stretches of the text that name the firm."""
    for theirs in look.readings:
        for word in theirs.words:
            for at in tellers.get(word.key, ()):
                if _same_letters(look.placed[at].word, word) and (span := look.told(theirs, at)):
                    yield span


def _may_tell(word: Word) -> bool:
    """Whether a word may say which firm is meant: no word of our tables but the name of a house."""
    if len(word.plain) < _LEAST or not word.plain.isalpha():
        return False
    return word.role in ("name", "given") or (word.role == "generic" and word.weight >= _A_NAME)


def _same_letters(ours: Word, theirs: Word) -> bool:
    """Whether two words of one key are equal: by their letters, or from another script by their sound."""
    return ours.plain == theirs.plain or not ours.written.isascii() or ours.weight >= _A_NAME
