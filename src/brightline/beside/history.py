"""Earlier payments beside the messages: the part that is handed in, and what of it is kept with one decision."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, TypeAdapter

from brightline.beside.earlier_rows import COLUMNS, read_rows
from brightline.beside.ledger import Ledger
from brightline.beside.slices import slice_of
from brightline.beside.strict import shaped
from brightline.errors import CallError
from brightline.terms import AsOf, Form, Goods, Identifier, Party, Payment, Text
from brightline.terms.earlier import Earlier, Exposed, Habit, History, Moved
from brightline.text.route import stations


@dataclass(frozen=True, slots=True)
class HistoryPart:
    """Earlier payments, indexed by who paid and who was paid: a part of what comes beside the messages."""

    ledger: Ledger

    def given_for(self, payment: Payment, as_of: AsOf) -> object:
        """What the history says beside a payment, in the shape a decision keeps; never nothing.

        Only what happened before the earlier of the two moments counts.
        """
        return slice_of(self.ledger, payment, min(as_of.law, as_of.known))


def read_history(files: Sequence[tuple[str, BinaryIO]], legal_words: Collection[str] = ()) -> HistoryPart:
    """The earlier payments of one or more files.

    `legal_words`: words of legal forms, which do not tell one party from another. Raises CallError with file, row and
    column for the first thing wrong.
    """
    return HistoryPart(Ledger.of([read_rows(stream, name) for name, stream in files], frozenset(legal_words)))


class _Kept(BaseModel):
    """The shape of `beside.history`: habits and sums as `terms.earlier` has them, attempts as rows by column."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pair: Habit
    debtor: Habit
    creditor: Habit
    recent: tuple[Moved, ...] = ()
    incoming: tuple[Moved, ...] = ()
    returning: tuple[Moved, ...] = ()
    attempts: tuple[dict[str, str], ...] = ()
    exposure: tuple[Exposed, ...] = ()


_KEPT = TypeAdapter(_Kept)


def history_of(given: object, where: str = "beside.history") -> History:
    """The nouns behind what a decision keeps of its history. Raises CallError where it is not of that shape."""
    kept = shaped(_KEPT, given, where)
    attempts = tuple(_earlier(cells, f"history.attempts[{at}]", where) for at, cells in enumerate(kept.attempts))
    return History(
        kept.pair, kept.debtor, kept.creditor, kept.recent, kept.incoming, kept.returning, attempts, kept.exposure
    )  # fmt: skip


def _earlier(cells: Mapping[str, str], path: str, where: str) -> Earlier:
    if unknown := sorted(set(cells) - set(COLUMNS)):
        raise CallError(f"{where}: {path}", f"the column {unknown[0]!r}", f"one of {', '.join(COLUMNS)}")
    if missing := [column for column in ("date", "outcome", "amount", "currency") if not cells.get(column)]:
        raise CallError(f"{where}: {path}", f"no {missing[0]}", "date, outcome, amount and currency")
    texts = tuple(Text(kind, cells[kind], f"{path}.{kind}") for kind in ("remittance", "purpose") if cells.get(kind))
    return Earlier(
        path,
        date=cells["date"],
        outcome=cells["outcome"],
        amount=cells["amount"],
        currency=cells["currency"],
        determination=cells.get("determination"),
        decision_id=cells.get("decision_id"),
        end_to_end_id=cells.get("end_to_end_id"),
        uetr=cells.get("uetr"),
        parties=tuple(_parties(cells, path)),
        texts=texts,
        goods=tuple(_goods(cells, path)),
        route=stations(cells.get("route", "")),
    )


_ROLES = (
    *("ultimate_debtor", "debtor", "debtor_agent", "intermediary_agent", "creditor_agent"),
    *("creditor", "ultimate_creditor"),
)


def _parties(cells: Mapping[str, str], path: str) -> Iterator[Party]:
    for role in _ROLES:
        name, country, account, bic = (cells.get(f"{role}_{part}") for part in ("name", "country", "account", "bic"))
        if name or account or bic:
            yield Party(
                role,
                f"{path}.{role}_name",
                name,
                address=tuple(cells.get(f"{role}_address", "").splitlines()),
                country=country,
                countries=(Form("address", country),) if country else (),
                bic=bic,
                account=account,
                identifiers=_numbers(cells.get(f"{role}_id", "")),
            )


def _numbers(written: str) -> tuple[Identifier, ...]:
    parts = [part.rpartition(":") for part in written.split(";") if part.strip()]
    return tuple(Identifier(scheme.strip() or "OTHER", value.strip()) for scheme, _, value in parts)


def _goods(cells: Mapping[str, str], path: str) -> list[Goods]:
    codes = [code.strip() for code in cells.get("hs", "").split(";") if code.strip()]
    words = cells.get("goods") or None
    if not codes:
        return [Goods(None, None, words, f"{path}.goods")] if words else []
    return [Goods(code, None, words, f"{path}.hs") for code in codes]
