"""The real engine asked about generated payments of every kind, under every way: what the banks of the episode go by.

Payments are generated once, evidence is made once for each of them and edition, and every way decides on it, as in
`lab compare`. Of each kind the same number is asked; how common a kind is in the episode is another table.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from brightline.beside.book import BesideBook
from brightline.beside.history import read_history
from brightline.beside.papers import read_papers
from brightline.beside.profiles import read_profiles
from brightline.errors import CallError
from brightline.lab import beside_files
from brightline.lab.episode.rates import ENERGY, LICENSED, PHASES, UNLICENSED, Answer, Rates, rate
from brightline.lab.episode.tables import order_kinds
from brightline.lab.observation import Observed
from brightline.lab.traffic import make_traffic
from brightline.lab.ways import Bank, Way
from brightline.lab.world import make_world
from brightline.lists.source import SourceFile
from brightline.lists.sources.owners_csv.read import read as read_owners
from brightline.names.forms import form_words
from brightline.ownership.book import Register
from brightline.ownership.graph import OwnerGraph
from brightline.payments.read import read_table
from brightline.screen.edition import Edition
from brightline.terms import AsOf, Payment

SAMPLE_SEED = 1
_DRAWN = 3_000  # payments of the traffic from which those asked are taken
# Value days before and after the base was widened on 12 June 2024; the second lie within the life of licence 8J.
DAYS = ((date(2024, 5, 13), date(2024, 6, 7)), (date(2024, 6, 17), date(2024, 7, 12)))
_MAINLAND = {"linked_mainland": 0.3, "hong_kong_share": 0.0, "third_country_share": 0.0}
_UNSEEN = ("sign:none", "sign:harmless")
_OIL = {"amount": "90000000.00", "currency": "CNY", "debtor_country": "CN", "debtor_agent_bic": "HDBKCNBJ",
        "creditor_country": "RU", "hs": "270900", "route": "RU CN",
        "remittance": "PAYMENT FOR CRUDE PETROLEUM OIL UNDER CONTRACT"}  # fmt: skip
_OIL_PAYMENTS = 5
_UNLISTED, _LISTED = "SEVBRUMM", "VTBRRUMM"
_OPENS = "T09:00:00+08:00"

Outcomes = Sequence[Sequence[str]]  # a row a payment, an outcome a way


@dataclass(frozen=True, slots=True)
class Sample:
    """Payments of one phase of the law with what came beside them; `kinds` and `signed` are the lab's knowledge."""

    payments: Sequence[Payment]
    beside: BesideBook
    register: Register | None
    kinds: Sequence[str]
    signed: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Question:
    """What the engine is asked with: an edition, the ways, payments of each kind, and licences taken away."""

    edition: Edition
    ways: Sequence[Way]
    each: int
    without: Sequence[str] = ()


Decide = Callable[[Sample, Sequence[Way], Edition], Outcomes]


def decided(sample: Sample, ways: Sequence[Way], edition: Edition) -> Outcomes:
    """Every payment of a sample decided under every way."""
    owners = edition.owners.with_registers((sample.register,) if sample.register else ())
    bank = Bank(ways, replace(edition, owners=owners), sample.beside)
    return [[one.outcome.value for one in bank.rulings(payment, _opening(payment))] for payment in sample.payments]


def _opening(payment: Payment) -> AsOf:
    moment = datetime.fromisoformat(f"{payment.value_date}{_OPENS}")
    return AsOf(moment, moment)


def measure(asked: Question, decide: Decide = decided) -> Rates:
    """The engine's answers for every way, phase of the law and kind. Raises CallError where a kind has no payment."""
    answers, signed = dict[tuple[str, str, str], Answer](), dict[str, float]()
    for phase, days in zip(PHASES, DAYS, strict=True):
        sample = _sample(asked.each, *days)
        made = decide(sample, asked.ways, asked.edition)
        for kind in dict.fromkeys(sample.kinds):
            places = [place for place, one in enumerate(sample.kinds) if one == kind]
            seen = [sample.signed[place] for place in places]
            signed[kind] = round(sum(seen) / len(seen), 6)
            for at, way in enumerate(asked.ways):
                answers[way.name, phase, kind] = rate([made[place][at] for place in places], seen)
    answers.update(_energy(asked, decide))
    return Rates(asked.edition.note.id, answers, signed)


def _sample(each: int, first: date, last: date) -> Sample:
    """So many payments of each kind of order, with papers, profiles, history and a register beside them."""
    seen = Observed(make_traffic(make_world(SAMPLE_SEED, _DRAWN, first, last, _MAINLAND)))
    reasons: list[list[str]] = [one["reason_codes"] for one in seen.truth().to_pylist()]
    wanted = {one.of for one in order_kinds()}
    places = [at for kind in sorted(wanted) for at in [at for at, one in enumerate(reasons) if one[0] == kind][:each]]
    lacking = wanted - {reasons[at][0] for at in places}
    if lacking:
        raise CallError("the sample", f"no payment of the kind {min(lacking)!r} in it", "one of each kind of order")
    rows = seen.table().to_pylist()
    signed = [not any(mark in _UNSEEN for mark in reasons[at]) for at in places]
    return Sample(
        _read(rows[at] for at in places), _beside(seen), _register(seen), [reasons[at][0] for at in places], signed
    )


def _beside(seen: Observed) -> BesideBook:
    return BesideBook({
        "papers": read_papers(beside_files.papers(seen).decode(), "papers of the sample"),
        "profiles": read_profiles(beside_files.profiles(seen).decode(), "profiles of the sample"),
        "history": read_history([("history.jsonl", io.BytesIO(beside_files.history(seen)))], form_words()),
    })  # fmt: skip


def _register(seen: Observed) -> Register:
    owners = read_owners([SourceFile("owners.csv", beside_files.register(seen))])
    return Register("lab-owners", OwnerGraph.of(owners.nodes, owners.edges))


def _read(rows: Iterable[Mapping[str, object]]) -> list[Payment]:
    """Payments read from rows as any table is."""
    lines = "\n".join(json.dumps({key: value for key, value in row.items() if value}) for row in rows)
    return [one for one in read_table(lines.encode(), "sample.jsonl") if isinstance(one, Payment)]


def _energy(asked: Question, decide: Decide) -> dict[tuple[str, str, str], Answer]:
    """Oil paid through an unlisted bank, through a listed one under the licence, and once the licences are gone.

    Asked within the life of licence 8J: what its earlier letters covered is not known well enough to the law book.
    """
    made = {}
    for kind, bank, edition in (
        (ENERGY, _UNLISTED, asked.edition), (LICENSED, _LISTED, asked.edition),
        (UNLICENSED, _LISTED, _without(asked.edition, asked.without)),
    ):  # fmt: skip
        said = decide(_oil(bank), asked.ways, edition)
        for at, way in enumerate(asked.ways):
            told = rate([one[at] for one in said], [False] * len(said))
            made.update({(way.name, phase, kind): told for phase in PHASES})
    return made


def _oil(bank: str) -> Sample:
    rows = [
        {**_OIL, "end_to_end_id": f"L{place + 1:015X}", "creditor_agent_bic": bank,
         "value_date": (DAYS[1][0] + timedelta(days=place)).isoformat(),
         "debtor_name": f"BEIHAI {place + 1} PETROCHEMICAL IMPORT CO LTD",
         "creditor_name": f"OOO SEVERNEFT {place + 1}"}
        for place in range(_OIL_PAYMENTS)
    ]  # fmt: skip
    return Sample(_read(rows), BesideBook({}), None, ["energy"] * len(rows), [False] * len(rows))


def _without(edition: Edition, licences: Sequence[str]) -> Edition:
    kept = {name: one for name, one in edition.book.licences.items() if name not in licences}
    book = replace(edition.book, licences=kept, digest=f"{edition.book.digest} without {' '.join(licences)}")
    return replace(edition, book=book)
