"""Kind, country, birth date and identifiers as steps for and against, on an invented bearer."""

from __future__ import annotations

import pytest

from brightline.names.bearer import bearer_steps
from brightline.names.identifiers import CLEARING, SETTLING
from brightline.names.weights import weights
from brightline.terms import Identifier, ListedEntity, ListedIdentifier, Query

NAME = 3000  # what the name gave, to be taken back where a number clears


def entity(schema: str = "Company", **known: object) -> ListedEntity:
    return ListedEntity("test", "1", schema, (), **known)  # type: ignore[arg-type]


def steps(query: Query, listed: ListedEntity) -> dict[str, int]:
    return {step.name: step.weight for step in bearer_steps(query, listed, NAME)}


def numbers(scheme: str, value: str, theirs: str, their_scheme: str = "") -> dict[str, int]:
    listed = entity(identifiers=(ListedIdentifier(their_scheme or scheme, theirs),))
    return steps(Query("", identifiers=(Identifier(scheme, value),)), listed)


def test_what_only_one_side_knows_says_nothing() -> None:
    full = Query("", "Company", ("RU",), "1961-02-03", (Identifier("INN", "7707083893", True),))
    assert steps(full, entity("")) == {}
    listed = entity(
        countries=("RU",), birth_dates=("1961",), identifiers=(ListedIdentifier("INN", "7707083893", "RU"),)
    )
    assert steps(Query(""), listed) == {}


@pytest.mark.parametrize(
    ("ours", "theirs", "step"),
    [
        ("Company", "Company", "schema-same"),
        ("Organization", "Company", "schema-same"),
        ("Person", "Company", "schema-differs"),
        ("Vessel", "Airplane", "schema-differs"),
        ("LegalEntity", "Vessel", "schema-differs"),
        ("LegalEntity", "Person", None),
        ("LegalEntity", "Company", None),
    ],
)
def test_kinds_of_bearer(ours: str, theirs: str, step: str | None) -> None:
    assert list(steps(Query("", ours), entity(theirs))) == ([step] if step else [])
    assert list(steps(Query("", theirs), entity(ours))) == ([step] if step else [])


@pytest.mark.parametrize(
    ("ours", "theirs", "step"),
    [
        ("1961-02-03", "1961-02-03", ("birth-date-same", "birth_day_same")),
        ("1961-02-03", "1961-02", ("birth-date-same", "birth_month_same")),
        ("1961", "1961-02-03", ("birth-date-same", "birth_year_same")),
        ("1961-02-03", "1961-03-02", ("birth-date-near", "birth_near")),
        ("1961-02-03", "1962-02-03", ("birth-date-near", "birth_near")),
        ("1961", "1960", ("birth-date-near", "birth_near")),
        ("1961-02-03", "1961-02-04", ("birth-date-differs", "birth_differs")),
        ("1961-02-03", "1963-02-03", ("birth-date-differs", "birth_differs")),
    ],
)
def test_birth_dates_known_to_the_day_the_month_or_the_year(ours: str, theirs: str, step: tuple[str, str]) -> None:
    name, weight = step
    listed = entity("Person", birth_dates=(theirs,))
    assert steps(Query("", birth_date=ours), listed) == {name: getattr(weights(), weight)}


def test_of_several_birth_dates_the_one_that_speaks_most_for_the_same_counts() -> None:
    listed = entity("Person", birth_dates=("1950", "1961-02-03", "1962"))
    assert steps(Query("", birth_date="1961-02-03"), listed) == {"birth-date-same": weights().birth_day_same}


@pytest.mark.parametrize("scheme", sorted(SETTLING))
def test_an_equal_number_of_a_unique_scheme_settles(scheme: str) -> None:
    assert numbers(scheme, "AB12CD34", "ab 12-cd 34") == {"identifier-same": weights().identifier_same}


@pytest.mark.parametrize("scheme", ["PASSPORT", "NATIONAL-ID", "TAX", "REG", "DUNS", "MMSI", "CALLSIGN", "OKPO"])
def test_an_equal_number_that_is_unique_only_at_home_does_not_settle(scheme: str) -> None:
    assert numbers(scheme, "123456", "123456") == {"document-same": weights().document_same}


def test_publishers_call_tax_and_registration_numbers_by_many_names() -> None:
    assert numbers("INN", "7707083893", "7707083893", "TAX") == {"identifier-same": weights().identifier_same}
    assert numbers("REG", "1027700132195", "1027700132195", "OGRN") == {"identifier-same": weights().identifier_same}
    assert numbers("REG", "10277-A", "10277A") == {"document-same": weights().document_same}


@pytest.mark.parametrize("scheme", sorted(CLEARING))
def test_another_number_of_the_same_length_takes_back_what_the_name_gave(scheme: str) -> None:
    assert numbers(scheme, "7707083893", "7736050003") == {"identifier-differs": weights().identifier_differs - NAME}


@pytest.mark.parametrize(
    ("scheme", "ours", "theirs"),
    [
        ("INN", "770708389312", "7736050003"),  # a person's and a company's
        ("BIC", "ZRCHRUMM", "SVMKRUMM"),  # a bank may have several
        ("PASSPORT", "123456", "654321"),
        ("INN", "1234", "1234"),  # too short to be anybody's, and no other either
        ("IBAN", "DE89370400440532013000", "DE89370400440532013000"),
    ],
)
def test_numbers_that_say_nothing(scheme: str, ours: str, theirs: str) -> None:
    assert numbers(scheme, ours, theirs) == {}


def test_one_equal_number_outweighs_one_that_differs() -> None:
    listed = entity(identifiers=(ListedIdentifier("INN", "7707083893"), ListedIdentifier("OGRN", "1027700132195")))
    ours = (Identifier("OGRN", "1037700132190"), Identifier("INN", "7707083893"))
    assert steps(Query("", identifiers=ours), listed) == {"identifier-same": weights().identifier_same}


def test_a_number_that_fails_its_check_neither_settles_nor_clears() -> None:
    listed = entity(identifiers=(ListedIdentifier("INN", "7707083893"),))
    for value in ("7707083893", "7736050003"):
        assert steps(Query("", identifiers=(Identifier("INN", value, False),)), listed) == {}
