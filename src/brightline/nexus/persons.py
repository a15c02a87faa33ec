"""Whether a payment is between natural persons, by their names alone."""

from __future__ import annotations

from functools import lru_cache

from brightline.names.forms import form_at, han_form
from brightline.nexus.sectors import sign_of
from brightline.nexus.signs.contacts import trades_in_name
from brightline.terms import Payment
from brightline.text.fold import tokens

_SIDES = ("debtor", "creditor")
_FEWEST, _MOST = 2, 4  # words of a person's name


def between_persons(payment: Payment) -> bool:
    """Whether payer and payee are named, and nobody but banks has a name that is not like a person's."""
    named = [party for party in payment.parties if not party.role.endswith("_agent")]
    sides = {party.role for party in named if party.name}
    return sides.issuperset(_SIDES) and all(_like_a_person(party.name or "") for party in named)


@lru_cache(maxsize=4096)
def _like_a_person(name: str) -> bool:
    """Two to four words without digits, no legal form, and no word of a trade or sector."""
    words = tokens(name)
    if not _FEWEST <= len(words) <= _MOST or any(not word.isalpha() for word in words) or han_form(name):
        return False
    form = any(form_at(words, at)[1] for at in range(len(words)))
    return not form and sign_of(name) is None and not trades_in_name(name)
