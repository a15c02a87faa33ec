"""The goods of a passport: whether a payment's goods are among them, and whether a list holds them on that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from brightline.goods.describe import GENERIC, see_goods
from brightline.law.book import LawBook
from brightline.nexus.facts import Facts
from brightline.nexus.signs.goods_kinds import is_risky, kind_of_code
from brightline.terms import Answer, Goods, SeenGoods
from brightline.text.fold import tokens

# Words that say only that something was bought, as contracts and invoices do: what it was, the documents say.
_SAY_NOTHING = frozenset(
    (
        *(
            "as",
            "per",
            "according",
            "to",
            "under",
            "contract",
            "invoice",
            "specification",
            "goods",
            "products",
            "general",
        ),
        *(
            "merchandise",
            "mixed",
            "various",
            "sundry",
            "assorted",
            "consumer",
            "commodities",
            "sample",
            "samples",
            "items",
        ),
        *(
            "по",
            "за",
            "в",
            "согласно",
            "контракту",
            "счету",
            "спецификации",
            "товар",
            "товары",
            "товаров",
            "ассортименте",
        ),
        *("народного", "потребления", "прочие", "разные", "百货", "杂货", "各类商品"),
    )
)
_OPEN = ("", "vague", "generic")
_SHORTEST = 3  # letters of a word that tells goods


def goods_inside(cleared: Sequence[Goods], facts: Facts) -> tuple[Answer, str]:
    """Whether every line of goods is one of those cleared, or says nothing that could be anything else."""
    outside = [line for line in facts.goods if not _is_inside(line, cleared)]
    named = ", ".join(_told(line) for line in outside or facts.goods)
    if outside:
        return Answer.NO, f"{named}: not among the goods that were cleared"
    meant = ", ".join(f"HS {one.hs}" + (f" ({one.words})" if one.words else "") for one in cleared)
    return Answer.YES, f"{named or 'none are named'}; cleared: {meant}"


def _is_inside(line: SeenGoods, cleared: Sequence[Goods]) -> bool:
    if is_risky(line):
        return False
    if line.hs:
        return any(line.hs.startswith(one.hs or "-") for one in cleared)
    words = set(tokens(line.words or ""))
    if line.reading in _OPEN and (line.note.startswith(GENERIC) or words <= _SAY_NOTHING):
        return True
    return any(len(word) >= _SHORTEST and word in words for one in cleared for word in tokens(one.words or ""))


def goods_listed(cleared: Sequence[Goods], book: LawBook, moment: datetime) -> tuple[Answer, str]:
    """Yes where none of the cleared goods is on a list, of a critical class, sensitive or undecided on that day."""
    seen = see_goods(cleared, (), book.tiers_on(moment), book.classes_on(moment))
    grave = [line for line in seen if is_risky(line)]
    told = ", ".join(f"{_told(line)}: {line.tier or line.critical or line.note or line.reading}" for line in grave)
    return Answer.NO if grave else Answer.YES, told or ", ".join(_told(line) for line in seen)


def all_plain(cleared: Sequence[Goods]) -> bool:
    """Whether all goods of a passport are plain everyday ones by their codes."""
    return all(kind_of_code(one.hs or "") is not None for one in cleared)


def _told(line: SeenGoods) -> str:
    return f"HS {line.hs}" if line.grade == "code" else repr(line.words or "nothing named")
