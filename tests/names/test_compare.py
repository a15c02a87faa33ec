"""Steps for and against, on invented names."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.names.compare import compare
from brightline.names.scores import SHIPPED_THRESHOLD, SURE
from brightline.terms import Candidate, Identifier, ListedEntity, ListedIdentifier, ListedName, Query

INN = ListedIdentifier("INN", "7700000001", "RU")


def compared(ours: str, theirs: str, schema: str = "Company", kind: str = "primary", **known: object) -> Candidate:
    names = (ListedName(theirs, kind),)
    entity = ListedEntity(
        "test", "1", schema, names, identifiers=(INN,), birth_dates=("1960-01-02",), countries=("RU",)
    )
    return compare(Query(ours, **known), entity)  # type: ignore[arg-type]


def steps(candidate: Candidate) -> set[str]:
    return {step.name for step in candidate.steps}


@pytest.mark.parametrize(
    ("ours", "theirs", "schema"),
    [
        ("Иван Сергеевич Примеров", "PRIMEROV, Ivan Sergeyevich", "Person"),
        ("Primerow, Iwan", "PRIMEROV, Ivan Sergeyevich", "Person"),
        ("Yevgeniy Obraztsov", "OBRAZCOV, Evgenij", "Person"),
        ("Юрий Щукинский", "SHCHUKINSKIY, Yuri", "Person"),
        ("徐例实", "XU Lishi", "Person"),
        ("徐例实", "Xu Li Shi", "Person"),
        ("深圳市样例电子有限公司", "Shenzhen Yangli Electronics Co., Ltd.", "Company"),
        ("ООО «Образец Трейдинг»", "OOO OBRAZETS TREYDING", "Company"),
        ("Obrazets Treyding Limited Liability Company", "OOO OBRAZETS TREYDING", "Company"),
        ("НПО Примерприбор", "JSC Research and Production Association Primerpribor", "Company"),
        ("Завод Образцовый", "Obraztsovyi Plant", "Company"),
        ("Primer pribor", "PRIMERPRIBOR", "Company"),
        ("PRIMERPRIVOR Obrazets", "Obrazets Primerpribor", "Company"),
        ("Prіmеrpribоr Zavod", "Primerpribor Plant", "Company"),
        ("Mohammed Hussain", "محمد حسين", "Person"),
    ],
)
def test_one_name_written_in_two_ways_reaches_the_threshold(ours: str, theirs: str, schema: str) -> None:
    for one, other in ((ours, theirs), (theirs, ours)):
        candidate = compared(one, other, schema)
        assert candidate.score >= SHIPPED_THRESHOLD, candidate.steps


@pytest.mark.parametrize(
    ("ours", "theirs", "schema"),
    [
        ("Primerov", "PRIMEROV, Ivan Sergeyevich", "Person"),
        ("Anna Primerova", "PRIMEROV, Ivan Sergeyevich", "Person"),
        ("Ivan Petrovich Obraztsov", "PRIMEROV, Ivan Petrovich", "Person"),
        ("Factory No. 7", "Factory No. 9", "Company"),
        ("Primer Institute No. 7", "Primer Institute No. 9", "Company"),
        ("General Trading Company LLC", "International Trading Company Limited", "Company"),
        ("Shenzhen Electronics Co Ltd", "Shenzhen Yangli Electronics Co., Ltd.", "Company"),
        ("", "PRIMEROV, Ivan", "Person"),
        ("7", "9", "Company"),
        ("A", "PRIMEROV, A", "Person"),
    ],
)
def test_another_party_stays_below_the_threshold(ours: str, theirs: str, schema: str) -> None:
    candidate = compared(ours, theirs, schema)
    assert candidate.score < SHIPPED_THRESHOLD, candidate.steps


def test_an_equal_name_with_its_country_is_sure() -> None:
    assert compared("Primerpribor Obrazets JSC", "PRIMERPRIBOR OBRAZETS JSC", countries=("RU",)).score >= SURE
    assert compared("Иван Сергеевич Примеров", "PRIMEROV, Ivan Sergeyevich", "Person", countries=("RU",)).score >= SURE


def test_two_patronymics_are_two_people() -> None:
    same = compared("Ivan Sergeyevich Primerov", "PRIMEROV, Ivan Sergeyevich", "Person")
    other = compared("Ivan Olegovich Primerov", "PRIMEROV, Ivan Sergeyevich", "Person")
    assert other.weight < same.weight - 3000


def test_a_weak_alias_alone_is_never_sure() -> None:
    name = "Primerpribor Obrazets Vostochnyi"
    strong = compared(name, name, countries=("RU",))
    weak = compared(name, name, kind="weak", countries=("RU",))
    assert strong.score >= SURE > weak.score
    assert "weak-alias" in steps(weak)


def test_an_equal_identifier_settles_whatever_the_name() -> None:
    candidate = compared("Quite Another", "OOO OBRAZETS", identifiers=(Identifier("INN", "7700000001", True),))
    assert candidate.score >= SURE
    assert "identifier-same" in steps(candidate)


def test_a_different_identifier_clears_a_namesake() -> None:
    candidate = compared("OOO OBRAZETS", "OOO OBRAZETS", identifiers=(Identifier("INN", "7700000099", True),))
    assert candidate.score < 0.05
    assert "identifier-differs" in steps(candidate)


def test_an_identifier_that_fails_its_check_says_nothing() -> None:
    known = compared("OOO OBRAZETS", "OOO OBRAZETS", identifiers=(Identifier("INN", "7700000001", False),))
    assert known.weight == compared("OOO OBRAZETS", "OOO OBRAZETS").weight


def test_bank_codes_compare_without_the_branch() -> None:
    entity = ListedEntity("t", "1", "Company", (ListedName("Obrazets Bank", "primary"),), identifiers=(
        ListedIdentifier("BIC", "OBRZRUMM", "RU"),
    ))  # fmt: skip
    assert compare(Query("", identifiers=(Identifier("BIC", "OBRZRUMM012", True),)), entity).score >= SURE


@pytest.mark.parametrize(
    ("birth_date", "step"),
    [("1960-01-02", "same"), ("1960", "same"), ("1960-02-01", "near"), ("1961-01-02", "near"), ("1975", "differs")],
)
def test_birth_dates(birth_date: str, step: str) -> None:
    candidate = compared("Ivan Primerov", "PRIMEROV, Ivan", "Person", birth_date=birth_date)
    assert f"birth-date-{step}" in steps(candidate)


def test_the_country_speaks_for_and_against() -> None:
    plain = compared("Obrazets", "Obrazets")
    assert compared("Obrazets", "Obrazets", countries=("RU",)).weight > plain.weight
    assert compared("Obrazets", "Obrazets", countries=("US",)).weight < plain.weight


def test_a_person_is_no_vessel() -> None:
    person = ListedEntity("t", "1", "Person", (ListedName("OBRAZETS, Anna", "primary"),))
    assert "schema-differs" in steps(compare(Query("Anna Obrazets", "Vessel"), person))
    assert "schema-same" in steps(compare(Query("Anna Obrazets", "Person"), person))


def test_another_reading_of_the_name_counts() -> None:
    assert compared("2621 2455", "XU Lishi", "Person", forms=("徐例实",)).score >= SHIPPED_THRESHOLD


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_compare(ours: str, theirs: str) -> None:
    candidate = compared(ours, theirs)
    assert sum(step.weight for step in candidate.steps) == candidate.weight
    assert 0 <= candidate.score <= 1


HOSTILE = ["a" * 100_000, "ab " * 30_000, "я" * 5000, "深" * 5000, "🚢" * 5000, "1 " * 5000]
HOSTILE += ["\u202e\x00" * 3000, "김" * 3000, "ﷺ" * 3000]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_take_bounded_time(text: str) -> None:
    begun = time.process_time()
    assert compared(text, "PRIMEROV, Ivan Sergeyevich").score < SHIPPED_THRESHOLD
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("PR Design & Development LLC", "LLC PR DESIGN AND DEVELOPMENT"),
        ("样例进出口科技有限公司", "Yangli Import Export Technology Co., Ltd."),
        ("ОБРАЗЕЦ", "OBRAZETS CORPORATION JOINT STOCK COMPANY"),
        ("Konzern Obrazets JSC", "JSC CONCERN OBRAZETS"),
        ("SBERBANK MOSCOW", "PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA"),
    ],
)
def test_joining_words_and_words_of_kind_do_not_hide_a_name(ours: str, theirs: str) -> None:
    assert compared(ours, theirs, countries=("RU",)).score >= SHIPPED_THRESHOLD


def test_a_listed_tax_number_settles_though_the_message_calls_it_a_plain_one() -> None:
    entity = ListedEntity(
        "l", "1", "Organization", (ListedName("ZAVOD KVARTSOVIK", "primary"),),
        identifiers=(ListedIdentifier("INN", "7707083893", "RU"),),
    )  # fmt: skip
    found = compare(Query("QUITE ANOTHER NAME", identifiers=(Identifier("TAX", "7707083893"),)), entity)
    assert "identifier-same" in {step.name for step in found.steps}
    other = compare(Query("ZAVOD KVARTSOVIK", identifiers=(Identifier("TAX", "7707083894"),)), entity)
    assert "identifier-differs" not in {step.name for step in other.steps}
