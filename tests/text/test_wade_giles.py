import pytest

from brightline.text.wade_giles import is_pinyin, wade_giles


@pytest.mark.parametrize(
    ("written", "pinyin"),
    [
        ("chang chia cheng", "zhang jia zheng"),
        ("hsieh chih hung", "xie zhi hong"),
        ("kuo tai ming", "guo dai ming"),
        ("ssu ma ch'ien", "si ma qian"),
        ("chou jen fa", "zhou ren fa"),
        ("i chien", "yi jian"),
    ],
)
def test_the_first_reading_has_plain_consonants(written: str, pinyin: str) -> None:
    readings = [" ".join(reading) for reading in wade_giles(tuple(written.split()))]
    assert readings[:1] == [pinyin] or pinyin in readings


def test_an_apostrophe_decides() -> None:
    assert ("chang",) not in {reading[:1] for reading in wade_giles(("chang", "hsi"))[:1]}
    assert all(reading[0] == "chang" for reading in wade_giles(("ch'ang", "hsi")))


@pytest.mark.parametrize("written", ["li wei", "kim sung ho", "john smith", "hsi", "hung"])
def test_other_names_have_no_reading(written: str) -> None:
    assert wade_giles(tuple(written.split())) == ()


def test_syllables_of_pinyin() -> None:
    assert all(map(is_pinyin, ["zhuang", "er", "shi", "lu", "yuan"]))
    assert not any(map(is_pinyin, ["hsi", "kuang'", "tung", "", "z"]))
