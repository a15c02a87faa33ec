"""`brightline match`: candidates for a name, best first, and how a wrong question is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

NAMED = (
    ("PRIMERSKIY PRIBORNYY ZAVOD", "-0- ", "RUSSIA-EO14024", "Tax ID No. 7701234565 (Russia)."),
    ("LUNEV, Foma Karpovich", "individual", "RUSSIA-EO14024", "DOB 03 Feb 1961; nationality Russia."),
)


@pytest.fixture
def imported(desk: Any, sdn_file: Callable[..., bytes]) -> Any:
    """A desk with a small list in its home."""
    desk.write("sdn.csv", sdn_file(30, *NAMED))
    done = desk.quick("lists", "import", "sdn.csv", "--excerpt", "--published", "2024-07-01")
    assert done.status == 0, done.err
    return desk


def _candidates(desk: Any, *arguments: str) -> list[dict[str, Any]]:
    done = desk.quick("match", "--json", *arguments)
    assert done.status == 0, done.err
    (answer,) = [json.loads(line) for line in done.out.splitlines()]
    return list(answer["candidates"])


def test_what_is_known_of_the_bearer_counts(imported: Any) -> None:
    (alone,) = _candidates(imported, "Foma Lunev", "--threshold", "0.3")
    (born,) = _candidates(imported, "Foma Lunev", "--birth-date", "1961-02-03", "--country", "Russia")
    assert (alone["entry"], born["entry"]) == ("90001", "90001")
    assert born["weight"] > alone["weight"]
    assert {"birth-date-same", "country-same"} <= {step["name"] for step in born["steps"]}


def test_a_number_alone_finds_its_bearer(imported: Any) -> None:
    (found,) = _candidates(imported, "", "--id", "inn:77 0123 4565")
    assert found["entry"] == "90000"


def test_the_best_come_first_and_no_more_than_asked_for(imported: Any) -> None:
    every = _candidates(imported, "Zavod", "--threshold", "0.0001")
    assert len(every) > 3
    assert [one["weight"] for one in every] == sorted((one["weight"] for one in every), reverse=True)
    assert _candidates(imported, "Zavod", "--threshold", "0.0001", "--limit", "2") == every[:2]


def test_for_people_the_steps_stand_beneath(imported: Any) -> None:
    out = imported.quick("match", "Primerskiy Pribornyy Zavod").out
    assert out.startswith("Primerskiy Pribornyy Zavod: 1 candidate\n")
    assert "[us-ofac-sdn 90000, " in out
    assert imported.quick("match", "Blue Heron").out == "Blue Heron: no candidates\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "neither NAME nor --names"),
        (("Lunev", "--names", "x.txt"), "both NAME and --names"),
        (("Lunev", "--schema", "Robot"), "'Robot'"),
        (("Lunev", "--country", "Atlantis"), "'Atlantis'"),
        (("Lunev", "--birth-date", "spring"), "'spring'"),
        (("Lunev", "--id", "7701234565"), "SCHEME:VALUE"),
        (("Lunev", "--threshold", "2"), "--threshold"),
    ],
)
def test_a_wrong_question_is_refused(
    arguments: tuple[str, ...], told: str, desk: Any, sentence: Callable[[Any], str]
) -> None:
    done = desk.quick("match", *arguments)
    assert (done.status, done.out) == (2, "")
    assert told in sentence(done)


def test_a_trial_is_said_to_be_one(desk: Any) -> None:
    done = desk.quick("match", "Blue Heron", "--trial")
    assert done.status == 0
    assert "not for use" in done.err
