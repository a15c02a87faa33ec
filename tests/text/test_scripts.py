from brightline.text.scripts import is_han, main_script, script_of


def test_digits_and_signs_have_no_script() -> None:
    assert [script_of("7"), script_of("-")] == ["", ""]


def test_main_script_is_the_most_frequent() -> None:
    assert main_script("Завод No. 7") == "cyrillic"
    assert main_script("") == ""


def test_han() -> None:
    assert is_han("深")
    assert not is_han("ф")
