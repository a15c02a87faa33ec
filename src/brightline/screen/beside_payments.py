"""What a message that moves no money says of names and goods: looked up, and never a clearance."""

from __future__ import annotations

from brightline.goods.describe import see_goods
from brightline.payments.enrich import complete
from brightline.screen.edition import Edition
from brightline.screen.facts import screen_names
from brightline.terms import AsOf, Mentioned, NotAPayment, Seen

_TELLING = ("listed", "undecided")  # readings of goods words that a person should look at


def seen_beside(other: NotAPayment, edition: Edition, as_of: AsOf) -> Seen:
    """Listed names among its parties and in its texts, and goods words that are listed or left open."""
    said = complete(other.payment)
    alike = screen_names(said, edition)
    book = edition.book
    goods = see_goods(said.goods, said.texts, book.tiers_on(as_of.law), book.classes_on(as_of.law))
    parties = tuple(Mentioned(one.ours, one.path) for one in alike.parties)
    named = tuple(dict.fromkeys((*parties, *alike.named)))
    return Seen(
        goods=tuple(one for one in goods if one.tier or one.critical or one.reading in _TELLING), mentioned=named
    )
