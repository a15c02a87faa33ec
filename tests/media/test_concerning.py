"""Lines of stories are read strictly; what else they bring is tested where a payment is screened beside them."""

from __future__ import annotations

import pytest

from brightline.errors import CallError
from brightline.media.concerning import read_stories


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "line 1"),
        ('\n{"kind": "decision"}', "line 2"),
        ('{"kind": "story", "id": "x"}', "another shape"),
        ("[]", "no article and no story"),
    ],
)
def test_what_is_no_line_of_stories_is_named(text: str, told: str) -> None:
    with pytest.raises(CallError) as raised:
        read_stories(text, "f.jsonl")
    assert told in str(raised.value)
