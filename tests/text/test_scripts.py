from brightline.text.scripts import is_han, main_script, script_of, scripts_in


def test_scripts_in_order_of_appearance() -> None:
    assert scripts_in("ООО Alfa 公司") == ("cyrillic", "latin", "han")


def test_digits_and_signs_have_no_script() -> None:
    assert [script_of("7"), script_of("-")] == ["", ""]
    assert scripts_in("12-3") == ()


def test_main_script_is_the_most_frequent() -> None:
    assert main_script("Завод No. 7") == "cyrillic"
    assert main_script("") == ""


def test_han() -> None:
    assert is_han("深")
    assert not is_han("ф")
