"""`brightline media`: articles in, stories out, with sources counted and what copies got wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context, counted
from brightline.cli.files import Input, inputs, read_input, write_whole
from brightline.errors import PathError, UnreadableMessage
from brightline.media.opening import MOST_BYTES
from brightline.media.reading import read_article
from brightline.media.story import tell_stories
from brightline.media.wire import article_json, story_json
from brightline.screen.wire import line
from brightline.terms.press import Article


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("media")(run)


def run(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles (text, HTML) or folders of them.")],
    out: Annotated[Path | None, typer.Option(help="Write the lines here; stdout then stays empty.")] = None,
) -> int:
    """Turn articles into stories: one line an article, then one a story."""
    ours: Context = context.obj
    unread: list[UnreadableMessage | PathError] = []
    articles = list(_articles(list(inputs(paths)), unread))
    stories = tell_stories(articles)
    lines = [line(article_json(one)) for one in articles] + [line(story_json(one)) for one in stories]
    if out is None:
        sys.stdout.buffer.writelines(lines)
    else:
        write_whole(out, b"".join(lines))
    for told in unread:
        ours.say(f"passed over: {told}")
    sources = sum(one.sources for one in stories)
    ours.say(
        f"{counted(len(articles), 'article', 'articles')}: {counted(len(stories), 'story', 'stories')}, "
        f"{counted(sources, 'independent source', 'independent sources')}"
    )
    return 3 if unread else 0


def _articles(found: Sequence[Input], unread: list[UnreadableMessage | PathError]) -> Iterator[Article]:
    for one in found:
        try:
            yield read_article(read_input(one, MOST_BYTES), one.source)
        except (UnreadableMessage, PathError) as told:
            unread.append(told)
