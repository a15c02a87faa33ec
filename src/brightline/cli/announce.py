"""Telling webhook targets that a rescreening ended, by the outbox of the home's own store."""

from __future__ import annotations

from brightline.cli.context import Context
from brightline.cli.stores import CASES, opened, own_store


def announce_rescreen(ours: Context, edition: str, sums: tuple[int, int, int, int]) -> None:
    """Lay `rescreen.completed` for whoever wants it. Nothing where the home has no webhooks, or no store yet.

    `sums`: parties, candidates, rows that could not be read, and those of them that are a fault of ours.
    """
    if not ours.settings.doors.webhooks or not (ours.home / CASES).exists():
        return
    from brightline.cases.outbox import announce  # here: without webhooks nobody waits for the store to load

    parties, candidates, unread, _ = sums
    told = {"parties": parties, "candidates": candidates, "unread": unread, "edition": edition}
    with opened(ours, own_store(ours.home), signs=True) as store, store.write() as conn:
        announce(conn, store, "rescreen.completed", [told])
