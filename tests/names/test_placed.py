"""Words of a text and where they stand."""

from brightline.names.placed import placed_words


def test_each_word_stands_where_it_is_written() -> None:
    text = "PAY/ORDP/PRIMAZ, «Зыла Аэро» 样亮 inv-3"
    found = [(one.word.plain, text[one.start : one.end]) for one in placed_words(text)]
    assert found[:5] == [("pay", "PAY"), ("ordp", "ORDP"), ("primaz", "PRIMAZ"), ("zyla", "Зыла"), ("aero", "Аэро")]
    assert found[-2:] == [("inv", "inv"), ("3", "3")]


def test_a_word_whose_letters_folding_changes_takes_the_whole_piece() -> None:
    assert [(one.start, one.end) for one in placed_words("(ПРИМЁР)")] == [(0, 8)]
    assert placed_words("") == []
