"""What the desk says after an act."""

from __future__ import annotations

from brightline.desk.said import SENTENCES, sentence


def test_a_link_cannot_put_words_into_the_desk() -> None:
    assert sentence("Your account is closed, call 555") is None
    assert sentence("") is None


def test_each_sentence_has_a_tone_that_the_style_knows() -> None:
    assert {tone for tone, _ in SENTENCES.values()} <= {"good", "warn", "bad"}
    assert sentence("done") == {"tone": "good", "text": "Done. The journal has the line."}
