"""The message as received, marked by finding."""

from __future__ import annotations

from brightline.desk.message import MOST_SIGNS, message_marked


def joined(raw: str, told: dict[int, frozenset[str]]) -> str:
    return "".join(piece for piece, _ in message_marked(raw, told)[0])


def test_words_are_marked_with_the_number_of_their_finding() -> None:
    pieces, note = message_marked(":59:ACME\nBALL BEARINGS 8482.10", {2: frozenset({"848210"}), 1: frozenset({"acme"})})
    assert [one for one in pieces if one[1]] == [("ACME", 1), ("8482.10", 2)]
    assert note == ""


def test_a_name_escaped_in_xml_is_found() -> None:
    pieces, _ = message_marked("<Nm>Kestrel &amp; Sons</Nm>", {1: frozenset({"Kestrel & Sons"})})
    assert ("Kestrel &amp; Sons", 1) in pieces


def test_the_two_letters_of_a_country_mark_nothing() -> None:
    assert message_marked(":50F:3/RU/MOSCOW", {1: frozenset({"RU"})})[0] == ((":50F:3/RU/MOSCOW", 0),)
    assert ("武", 1) in message_marked("武汉", {1: frozenset({"武"})})[0]


def test_signs_that_hide_text_are_made_visible() -> None:
    assert joined("abc\u202egnp.exe\r\nnext", {}) == "abc‹U+202E›gnp.exe\nnext"


def test_a_long_message_is_cut_and_says_so() -> None:
    pieces, note = message_marked("x" * (MOST_SIGNS + 1), {})
    assert len("".join(piece for piece, _ in pieces)) == MOST_SIGNS
    assert note == "first 20,000 of 20,001 characters"


def test_an_erased_message_says_that_it_is_gone() -> None:
    pieces, note = message_marked(None, {1: frozenset({"name"})})
    assert "erased" in pieces[0][0]
    assert note == "erased"
