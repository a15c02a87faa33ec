from hypothesis import given
from hypothesis import strategies as st

from brightline.names.near import hashes_left
from brightline.names.slips import slip_percent
from brightline.names.weights import weights

WORD = st.text(alphabet="abc", min_size=3, max_size=27)


@given(WORD, st.lists(st.tuples(st.integers(0, 30), st.sampled_from("abc"), st.booleans()), max_size=3))
def test_words_that_are_close_share_a_form(word: str, slips: list[tuple[int, str, bool]]) -> None:
    other = word
    for at, letter, keep in slips:
        other = other[: at % (len(other) + 1)] + letter + other[at % (len(other) + 1) + (0 if keep else 1) :]
    if slip_percent(word, other, weights()) > 0:
        assert set(hashes_left(word, word)) & set(hashes_left(other, other))
