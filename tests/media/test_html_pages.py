"""Blocks of a page stand on lines of their own, so that furniture is never glued to a sentence."""

from __future__ import annotations

from tests.media.wire import TAKE

from brightline.media.clean import clean
from brightline.media.html_pages import flat_text


def test_navigation_aside_and_footer_are_lines_of_their_own() -> None:
    story = "".join(f"<p>{sentence}</p>" for sentence in TAKE)
    page = (
        f"<html><body><nav>Skip to main content</nav><article>{story}</article>"
        "<aside>Related articles</aside><footer>All rights reserved.</footer></body></html>"
    )
    article = clean(flat_text(page), "page.html")
    assert [one.text for one in article.sentences] == list(TAKE)
    assert [one.text for one in article.removed] == ["Skip to main content", "Related articles", "All rights reserved."]


def test_scripts_say_nothing_and_the_head_tells_the_day() -> None:
    head = '<meta property="article:published_time" content="2024-05-14T10:00:00Z"><script>var a = "b"</script>'
    text = flat_text(f"<html><head>{head}</head><body><p>{TAKE[0]}</p><style>p{{}}</style></body></html>")
    assert text.split("\n") == ["date 2024-05-14", TAKE[0]]


def test_a_page_nested_very_deep_is_read() -> None:
    assert TAKE[0] in flat_text("<div>" * 1000 + TAKE[0] + "</div>" * 1000)
