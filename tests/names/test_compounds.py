import pytest

from brightline.names.compounds import beside, in_parts, in_russian


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("badreddine", "badr din"),
        ("salahuddin", "salah din"),
        ("eddine", "din"),
        ("habibullah", "habib allah"),
        ("rahmatulah", "rahmat allah"),
        ("amanulllah", "aman allah"),
        ("tageddien", "tag din"),
        ("abdlghani", "abdul ghani"),
        ("salah", "salah"),
        ("fakhrizadeh", "fakhri zadeh"),
        ("alizade", "ali zadeh"),
        ("gholamreza", "gholam reza"),
        ("abdurrahman", "abdul rahman"),
        ("abdullah", "abdullah"),
        ("abdullaev", "abdullaev"),
        ("aladdin", "aladdin"),
        ("padilla", "padilla"),
        ("pereza", "pereza"),
        ("nureyev", "nureyev"),
    ],
)
def test_compound_names_come_apart(word: str, parts: str) -> None:
    assert in_parts(word) == parts.split()


def test_the_article_before_a_sun_letter() -> None:
    assert beside("az", "zawahiri") == ["al"]
    assert beside("as", "zawahiri") == ["as"]
    assert beside("ad", "din") == []


def test_belarusian_names_with_russian_endings() -> None:
    assert in_russian(["uladzimir", "navumau"]) == ["uladzimir", "navumov"]
    assert in_russian(["ivan", "petravich", "sakalouski"]) == ["ivan", "petravich", "sakalovski"]
    assert in_russian(["jean", "rousseau"]) is None
