"""A pattern with hints finds what the pattern alone finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.nexus import arms, route, russian_signs, sectors
from brightline.nexus.hinted import Hinted
from brightline.nexus.told import chain

HINTED = {
    f"{module.__name__}.{name}": value
    for module in (arms, chain, route, russian_signs, sectors)
    for name, value in vars(module).items()
    if isinstance(value, Hinted)
}
TEXTS = [
    "One of our clients", "VARIOUS payers", "do not mention", "наш клиент", "某客户", "COVER FOR", "by order of",
    "INV NO 5", "inv.no 5", "in favor of", "/BNF/", "B/O X", "f/o X", "発 发票", "в/ч 12345", "V/ CH 1234",
    "voinskaya chast 12345", "войсковая часть 12345", "military unit 12345", "ОКВЭД 26.11", "okved-2: 28",
    "via MANZHOULI", "经满洲里", "ooo romashka", "romashka zao", "obschestvo s ogranichennoy otvetstvennostyu",
    "publichnoe akcionernoe obshestvo", "a@b.ru", "www.b.рф",
]  # fmt: skip


@pytest.mark.parametrize("name", sorted(HINTED))
@pytest.mark.parametrize("text", TEXTS)
def test_a_hint_stands_wherever_the_pattern_is_found(name: str, text: str) -> None:
    one = HINTED[name]
    assert bool(one.search(text)) == bool(one.pattern.search(text))
    assert [match.group() for match in one.finditer(text)] == one.pattern.findall(text) or one.pattern.groups


@pytest.mark.parametrize("name", sorted(HINTED))
def test_each_pattern_is_found_in_some_text(name: str) -> None:
    assert any(HINTED[name].search(text) for text in TEXTS)


@given(st.data(), st.sampled_from(sorted(HINTED)))
def test_whatever_fits_the_pattern_holds_a_hint(data: st.DataObject, name: str) -> None:
    text = data.draw(st.from_regex(HINTED[name].pattern))
    assert HINTED[name].search(text)
