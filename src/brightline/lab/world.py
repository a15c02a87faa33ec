"""The settings of a world: each with its value, its range and its source (a corridor fact C…, or assumed)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from brightline.errors import CallError
from brightline.lab.goods_mix import KINDS, GoodsLine, shipped_goods

MOST = 2_000_000  # payments of one world
FORMAT = "brightline.world/1"


@dataclass(frozen=True, slots=True)
class Setting:
    """One parameter. `low` and `high`: the range within which it is plausible; `source`: C… or assumed."""

    name: str
    value: float
    low: float
    high: float
    source: str


SETTINGS = (
    Setting("hong_kong_share", 0.05, 0.02, 0.10, "assumed"),
    Setting("third_country_share", 0.12, 0.10, 0.50, "C79"),
    Setting("linked_mainland", 0.042, 0.03, 0.05, "C44"),
    Setting("linked_hong_kong", 0.375, 0.30, 0.45, "C48"),
    Setting("linked_third_country", 0.05, 0.02, 0.15, "assumed"),
    Setting("hidden_share", 0.20, 0.15, 0.40, "assumed"),
    # Of the linked payments that leave a sign: which. They sum to 1.
    Setting("cause_goods", 0.50, 0.30, 0.70, "assumed"),
    Setting("cause_listed", 0.14, 0.05, 0.25, "assumed"),
    Setting("cause_misdescribed", 0.16, 0.05, 0.30, "assumed"),
    Setting("cause_end_user", 0.06, 0.02, 0.15, "assumed"),
    Setting("cause_owner", 0.08, 0.02, 0.15, "assumed"),
    Setting("cause_sent_again", 0.06, 0.02, 0.15, "assumed"),
    Setting("energy_share", 0.005, 0.001, 0.01, "C81"),
    # Hard negatives: harmless payments that look like linked ones, as shares of all harmless payments.
    Setting("hard_look_alike", 0.03, 0.01, 0.06, "assumed"),
    Setting("hard_near", 0.20, 0.10, 0.30, "assumed"),
    Setting("hard_vague", 0.04, 0.01, 0.10, "assumed"),
    Setting("hard_minority", 0.01, 0.002, 0.03, "assumed"),
    Setting("hard_sent_again", 0.03, 0.01, 0.10, "C16, share assumed"),
    Setting("agent_share", 0.10, 0.05, 0.30, "C26 before the peak"),
    Setting("shell_share_linked", 0.40, 0.10, 0.60, "C49, share assumed"),
    Setting("shell_share_harmless", 0.01, 0.002, 0.05, "assumed"),
    Setting("median_amount_usd", 20000.0, 10000.0, 40000.0, "C69"),
    Setting("amount_sigma", 1.55, 1.5, 1.6, "C69"),
    Setting("tail_share", 0.01, 0.0, 0.03, "C69"),
    Setting("firms", 3000.0, 2000.0, 5000.0, "C73"),
    Setting("repeat_share", 0.80, 0.60, 0.90, "C58, C74"),
    Setting("same_goods_share", 0.80, 0.50, 0.95, "assumed"),
    Setting("code_share", 0.35, 0.10, 0.60, "assumed"),
    Setting("invoice_named_share", 0.50, 0.30, 0.90, "assumed"),
    Setting("number_share", 0.70, 0.30, 0.95, "assumed"),
    Setting("papers_share", 0.60, 0.20, 0.90, "assumed"),
    Setting("transport_paper_share", 0.30, 0.10, 0.60, "assumed"),
    Setting("papers_wrong_share", 0.04, 0.01, 0.10, "assumed"),
    Setting("papers_slip_share", 0.01, 0.0, 0.05, "assumed"),
    Setting("register_share", 0.80, 0.40, 0.95, "assumed"),
    Setting("profile_share", 0.30, 0.10, 0.70, "assumed"),
    Setting("own_script_share", 0.15, 0.05, 0.40, "assumed"),
    Setting("yuan_share", 0.85, 0.60, 0.95, "C42"),
)
_CAUSES = ("cause_goods", "cause_listed", "cause_misdescribed", "cause_end_user", "cause_owner", "cause_sent_again")
_AT_MOST_ALL = (
    ("hong_kong_share", "third_country_share"),
    ("energy_share", "hard_look_alike", "hard_near", "hard_vague", "hard_minority", "hard_sent_again"),
)
_WHOLE_OR_SIZE = ("median_amount_usd", "amount_sigma", "firms")


@dataclass(frozen=True, slots=True)
class World:
    """What regenerates traffic bit for bit: a seed, how many payments, between which days, and every setting."""

    seed: int
    payments: int
    first: date
    last: date
    settings: Mapping[str, float]
    goods: tuple[GoodsLine, ...]

    def __getitem__(self, name: str) -> float:
        return self.settings[name]


def make_world(
    seed: int, payments: int, first: date, last: date, changed: Mapping[str, float] | None = None,
    goods: tuple[GoodsLine, ...] | None = None,
) -> World:  # fmt: skip
    """A world with some settings changed. `goods`: another mix than the shipped one.

    Raises CallError for an impossible day, number, name or share, and for shares that sum to more than all.
    """
    if seed < 0:
        raise CallError("--seed", str(seed), "a whole number of 0 or more")
    if not 0 < payments <= MOST:
        raise CallError("--payments", str(payments), f"a number from 1 to {MOST}")
    if last < first:
        raise CallError("--to", last.isoformat(), f"a day not before --from ({first.isoformat()})")
    known = {one.name: one.value for one in SETTINGS}
    for name, value in (changed or {}).items():
        _check(name, value, known)
    settings = {**known, **(changed or {})}
    _check_sums(settings)
    return World(seed, payments, first, last, settings, shipped_goods() if goods is None else goods)


def _check(name: str, value: float, known: Mapping[str, float]) -> None:
    if name not in known:
        near = nearest(name, tuple(known))
        raise CallError("setting", repr(name), f"one of {', '.join(sorted(known))}", near)
    if name in _WHOLE_OR_SIZE:
        if not 0 < value < 1e9:
            raise CallError(f"setting {name}", str(value), "a number above 0")
    elif not 0 <= value <= 1:
        raise CallError(f"setting {name}", str(value), "a share from 0 to 1")


def _check_sums(settings: Mapping[str, float]) -> None:
    causes = sum(settings[name] for name in _CAUSES)
    if abs(causes - 1) > 1e-9:
        raise CallError(f"settings {', '.join(_CAUSES)}", f"{causes:g} together", "shares that sum to 1")
    for names in _AT_MOST_ALL:
        together = sum(settings[name] for name in names)
        if together > 1:
            raise CallError(f"settings {', '.join(names)}", f"{together:g} together", "shares that sum to 1 at most")


def nearest(word: str, known: tuple[str, ...]) -> str:
    """`Did you mean …?` for a word that is almost right, else nothing."""
    close = get_close_matches(word, known, 1)
    return f"Did you mean {close[0]!r}?" if close else ""


def _check_goods(goods: tuple[GoodsLine, ...]) -> None:
    """Raises ValueError where a kind is unknown or lacking, or a weight is not above 0."""
    kinds = {one.kind for one in goods}
    if kinds != set(KINDS) or any(not one.weight > 0 for one in goods):
        raise ValueError(
            f"goods of the kinds {', '.join(sorted(kinds))}; {', '.join(KINDS)} are needed, weights above 0"
        )


def world_json(world: World) -> bytes:
    """The world as a file: everything that regenerates it, each setting with its range and source."""
    described = [
        {"name": one.name, "value": world[one.name], "range": [one.low, one.high],
         "source": one.source if world[one.name] == one.value else f"set by the caller (shipped: {one.value})"}
        for one in SETTINGS
    ]  # fmt: skip
    content = {"format": FORMAT, "seed": world.seed, "payments": world.payments, "from": world.first.isoformat(),
               "to": world.last.isoformat(), "settings": described,
               "goods": [[one.kind, one.weight, one.hs, one.words] for one in world.goods]}  # fmt: skip
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_world(text: str, where: str) -> World:
    """A world from its file. Raises CallError where it is none, or says something we do not know."""
    try:
        said = json.loads(text)
        if said["format"] != FORMAT:
            raise ValueError(f"the format {said['format']!r}")
        settings = {str(one["name"]): float(one["value"]) for one in said["settings"]}
        days = date.fromisoformat(said["from"]), date.fromisoformat(said["to"])
        goods = tuple(
            GoodsLine(str(kind), float(weight), str(hs), str(words)) for kind, weight, hs, words in said["goods"]
        )
        _check_goods(goods)
        return make_world(int(said["seed"]), int(said["payments"]), *days, settings, goods)
    except (ValueError, KeyError, TypeError) as broken:
        raise CallError(where, f"{broken}", "a world.json of `brightline lab generate`") from None
