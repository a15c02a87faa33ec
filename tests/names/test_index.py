"""`find` gives what `scan` gives, at any weight: on invented names of every script, damaged at will."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brightline.errors import SourceError
from brightline.names.index import NameIndex, build
from brightline.names.scores import weight_of
from brightline.terms import Identifier, ListedEntity, ListedIdentifier, ListedName, Query

NAMES = [
    ("Person", "PRIMEROV, Ivan Sergeyevich", "Иван Сергеевич ПРИМЕРОВ"),
    ("Person", "PRIMEROVA, Anna", "A. Primerova"),
    ("Person", "AL-MISALI, Ahmad bin Hassan", "أحمد المثالي"),
    ("Person", "XU Lishi", "徐例实"),
    ("Person", "KIM Yong Rye", "김용례"),
    ("Company", "OOO OBRAZETS TREYDING", "ООО Образец Трейдинг"),
    ("Company", "JSC Research Institute Primer No. 7", "АО НИИ Пример № 7"),
    ("Company", "JSC Research Institute Primer No. 9", ""),
    ("Company", "Shenzhen Yangli Electronics Co., Ltd.", "深圳市样例电子有限公司"),
    ("Company", "ROS TEC", "Rostec-Primer"),
    ("Vessel", "SEA EXAMPLE 5", ""),
    ("Vessel", "MORE MORE 8 A. A. OBRAZ", "More-More"),
    ("Organization", "X", "Trading Company"),
    ("Organization", "🚢", ""),
]
ENTITIES = tuple(
    ListedEntity(
        "test",
        str(at),
        schema,
        tuple(ListedName(name, kind) for name, kind in ((first, "primary"), (second, "weak")) if name),
        identifiers=(ListedIdentifier("INN", f"77000000{at:02}", "RU"),),
        countries=("RU",) if at % 2 else (),
        birth_dates=("1960-01-02",) if schema == "Person" else (),
    )
    for at, (schema, first, second) in enumerate(NAMES)
)
INDEX = NameIndex.from_bytes(build(ENTITIES), ENTITIES)
WORDS = sorted({word for row in NAMES for name in row[1:] for word in name.split()})


@st.composite
def damaged_names(draw: st.DrawFn) -> str:
    """Listed words in any order, some with slips, some joined."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=0, max_size=5))
    text = draw(st.sampled_from([" ", "", "-"])).join(words)
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["", "a", "ы", "x ", "7"])) + text[at + draw(st.integers(0, 1)) :]
    return text


@st.composite
def queries(draw: st.DrawFn) -> Query:
    """A damaged name with or without what else may be known."""
    inn = draw(st.sampled_from([None, "7700000003", "7711111111"]))
    return Query(
        draw(damaged_names()),
        draw(st.sampled_from([None, "Person", "Company", "LegalEntity", "Vessel"])),
        draw(st.sampled_from([(), ("RU",), ("CN", "RU"), ("US",)])),
        draw(st.sampled_from([None, "1960", "1960-01-02", "1975-05-05"])),
        (Identifier("INN", inn, True),) if inn else (),
        draw(st.sampled_from([(), ("Primerov Ivan",)])),
    )


@settings(max_examples=400, deadline=None)
@given(queries(), st.sampled_from([0.05, 0.3, 0.5, 0.7, 0.9]))
def test_find_is_scan(query: Query, threshold: float) -> None:
    assert INDEX.find(query, weight_of(threshold)) == INDEX.scan(query, weight_of(threshold))


@settings(max_examples=100, deadline=None)
@given(queries())
def test_steps_sum_to_the_weight(query: Query) -> None:
    for candidate in INDEX.scan(query, weight_of(0.0)):
        assert sum(step.weight for step in candidate.steps) == candidate.weight
        assert candidate.steps[0].name == "prior"


@pytest.mark.parametrize("at", range(len(NAMES) - 1))
def test_each_listed_name_finds_its_entry_first(at: int) -> None:
    found = INDEX.find(Query(NAMES[at][1]), weight_of(0.5))
    assert found[0].entry == str(at)
    assert found[0].position == at


def test_the_order_of_entities_changes_no_answer() -> None:
    turned = ENTITIES[::-1]
    index = NameIndex.from_bytes(build(turned), turned)
    for row in NAMES:
        query = Query(row[1])
        mine = [(one.entry, one.weight, one.steps) for one in INDEX.find(query, weight_of(0.3))]
        assert mine == [(one.entry, one.weight, one.steps) for one in index.find(query, weight_of(0.3))]


@pytest.mark.parametrize(
    "text", ["more " * 200, "a " * 500, "1 2 3 " * 150, "深圳" * 160, "sea more a 8 " * 80, "x" * 1000]
)
def test_a_kilobyte_of_anything_is_answered_exactly(text: str) -> None:
    assert INDEX.find(Query(text), weight_of(0.3)) == INDEX.scan(Query(text), weight_of(0.3))


def test_building_twice_gives_equal_bytes() -> None:
    assert build(ENTITIES) == build(ENTITIES)


def test_an_index_is_mapped_from_a_file(tmp_path: object) -> None:
    path = tmp_path / "names.bin"  # type: ignore[operator]
    path.write_bytes(build(ENTITIES))
    index = NameIndex.open(path, ENTITIES)
    assert index.find(Query("Primerov Ivan"), weight_of(0.7)) == INDEX.find(Query("Primerov Ivan"), weight_of(0.7))


def test_an_index_of_nothing_finds_nothing() -> None:
    assert NameIndex.from_bytes(build(()), ()).find(Query("Primerov"), weight_of(0.3)) == ()


@pytest.mark.parametrize("block", [b"", b"something else entirely", build(ENTITIES)[:4000]])
def test_what_is_no_index_is_refused(block: bytes) -> None:
    with pytest.raises(SourceError):
        NameIndex.from_bytes(block, ENTITIES)
