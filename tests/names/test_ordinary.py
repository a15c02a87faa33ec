"""One ordinary word for a name tells nobody; a coined one, or two words, may."""

from __future__ import annotations

import pytest

from brightline.names.ordinary import tells_nobody


@pytest.mark.parametrize("name", ["ООО Орион", "ORION LIMITED LIABILITY COMPANY", "Zvezda", "OPTIMA JSC"])
def test_a_name_of_one_ordinary_word_tells_nobody(name: str) -> None:
    assert tells_nobody(name)


@pytest.mark.parametrize("name", ["KAMAZ", "АО Уралвагонзавод", "POLY TECHNOLOGIES INCORPORATED", ""])
def test_a_coined_word_or_a_name_of_more_words_may(name: str) -> None:
    assert not tells_nobody(name)
