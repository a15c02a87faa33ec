from brightline.names.pairs import score_pair


def test_an_empty_name_scores_nothing() -> None:
    assert score_pair("Person", "", "Ivan Primerov").score == 0
    assert not score_pair("Person", " ", " ").match


def test_an_unknown_schema_is_read_as_a_legal_entity() -> None:
    assert score_pair("Thing", "Primer JSC", "Primer JSC").candidate.schema == "LegalEntity"


def test_equal_and_other_names() -> None:
    assert score_pair("Person", "Иван Примеров", "PRIMEROV, Ivan").match
    assert not score_pair("Person", "Иван Примеров", "OBRAZTSOV, Petr").match


def test_the_order_of_the_two_does_not_matter() -> None:
    for one, other in (
        ("Primer Pribor", "Primerpribor JSC"),
        ("A Primerov", "Anna Primerova"),
        ("徐例实", "Xu Li Shi"),
    ):
        assert score_pair("LegalEntity", one, other).score == score_pair("LegalEntity", other, one).score
