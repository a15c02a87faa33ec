"""Facts of what is on file about the parties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from brightline.errors import LawError
from brightline.nexus.signs import on_file
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.terms import Answer, Evidence

FOUNDED, COALITION = "founded_since", "export_control_coalition"
_NO_PROFILE = Told(Answer.NO, "no profile of a party came beside the message")
_NOTHING = Told(Answer.NO, "nothing of the kind is on file")


def founded_after(topic: object, asked: Asked) -> Told:
    """Whether a party outside the coalition was founded after the day that the alerts name."""
    try:
        since = asked.book.parameter(FOUNDED, asked.moment).words[0]
    except LawError:  # the alert that looks at the day of foundation had not come yet
        return _NOTHING
    return _told(on_file.founded_late(asked.facts, since, asked.book.parameter(COALITION, asked.moment).words))


def office_there(topic: object, asked: Asked) -> Told:
    """Whether a party of another country has an office in Russia or Belarus."""
    return _told(on_file.office_there(asked.facts))


def shared_address(topic: object, asked: Asked) -> Told:
    """Whether two parties of other names share an address."""
    return _told(on_file.shared_address(asked.facts))


def out_of_trade(topic: object, asked: Asked) -> Told:
    """Whether goods or amount lie outside a party's usual trade."""
    return _told(on_file.out_of_trade(asked.facts))


def lapsed(topic: object, asked: Asked) -> Told:
    """Unknown where an attestation or questionnaire of a party has ended."""
    return _told(on_file.lapsed(asked.facts, asked.moment.date()), Answer.UNKNOWN)


def _told(found: Iterable[on_file.Seen], answer: Answer = Answer.YES) -> Told:
    seen = tuple(dict.fromkeys(found))
    if not seen:
        return _NOTHING
    evidence = tuple(Evidence(kind="profile", path=path, words=words) for path, words in seen)
    return Told(answer, "; ".join(words for _, words in seen), evidence)


def _with_profiles(teller: Callable[[object, Asked], Told]) -> Teller:
    """The teller, asked only where profiles came."""
    return lambda topic, asked: teller(topic, asked) if asked.facts.beside.profiles else _NO_PROFILE


_TOLD = (founded_after, office_there, shared_address, out_of_trade, lapsed)
TELLERS: Mapping[str, Teller] = {f"profiles.{teller.__name__}": _with_profiles(teller) for teller in _TOLD}
