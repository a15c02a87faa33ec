"""The numbers of `weights.yaml`, read strictly once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files

import yaml

from brightline.errors import LawError


@dataclass(frozen=True, slots=True)
class Weights:
    """Every number that decides on a name, in thousandths of a nat; the file says what each means."""

    version: int
    prior: int
    rare_word: tuple[int, ...]
    common_word: int
    given: int
    patronymic: int
    lack_percent: int
    lack_patronymic: int
    lack_kind: int
    lack_number: int
    lack_cap_ours: int
    lack_cap_theirs: int
    least_name: int
    same_percent: int
    meaning_percent: int
    joined_percent: int
    close_percent: tuple[int, ...]
    near_percent: tuple[int, ...]
    other_first_letter: tuple[int, ...]
    looks_percent: int
    slip_hard: tuple[int, ...]
    diminutive_percent: int
    cousin_percent: int
    bent_percent: int
    cut_percent: int
    initial: int
    initial_lack: int
    whole_name: int
    short_name_times: tuple[int, ...]
    whole_name_elsewhere: int
    whole_name_from: int
    whole_name_most: int
    acronym: tuple[int, ...]
    number_differs: int
    number_most: int
    place_differs: int
    place_most: int
    patronymic_differs: int
    patronymic_most: int
    name_differs: int
    name_most: int
    gender_differs: int
    mark_extra: int
    mark_most: int
    order_differs: int
    order_most: int
    says_who: int
    says_nothing: int
    word_differs: int
    word_most: int
    kind_differs: int
    kind_most: int
    form_same: int
    form_differs: int
    weak_alias_most: int
    schema_same: int
    schema_differs: int
    country_same: int
    country_differs: int
    birth_day_same: int
    birth_month_same: int
    birth_year_same: int
    birth_near: int
    birth_differs: int
    bank_same: int
    bank_differs: int
    identifier_same: int
    document_same: int
    identifier_differs: int
    scores: tuple[tuple[int, int], ...]
    shipped_threshold: int
    sure: int


def _frozen(value: object) -> object:
    """Lists as tuples, all the way down."""
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The shipped weights.

    Raises LawError when the file has a number too many or too few.
    """
    raw: dict[str, object] = yaml.safe_load(files("brightline.names").joinpath("weights.yaml").read_text("utf-8"))
    known = {field.name for field in fields(Weights)}
    if wrong := sorted(known ^ set(raw)):
        raise LawError(
            "names/weights.yaml", f"{wrong[0]!r} missing or unknown", f"the numbers {', '.join(sorted(known))}"
        )
    return Weights(**{name: _frozen(value) for name, value in raw.items()})  # type: ignore[arg-type]
