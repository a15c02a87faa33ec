from brightline.text.fold import fold
from brightline.text.tables import letter_tables, rows


def test_every_letter_is_written_as_folded() -> None:
    """A letter that folding changes would never be looked up; those that folding parts are kept for other callers."""
    wrong = [
        written
        for table, letters in letter_tables().items()
        if table.endswith(("-names", "-family", "-han", "-given"))
        for written in letters
        if fold(written) != written
    ]
    assert wrong == []


def test_no_simplified_sign_is_itself_traditional() -> None:
    pairs = dict(rows("simplified.tsv"))
    assert not set(pairs.values()) & set(pairs)


def test_no_sign_has_two_cantonese_readings() -> None:
    signs = [sign for _, signs in rows("cantonese.tsv") for sign in signs]
    assert len(signs) == len(set(signs))
