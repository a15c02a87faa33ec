"""`brightline media`: articles in, stories out, with sources counted and what copies got wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context, counted
from brightline.cli.files import Input, inputs, read_input, write_whole
from brightline.cli.open import open_edition
from brightline.errors import MissingEdition, PathError, UnreadableMessage
from brightline.media.mentions import Named, mentions_of
from brightline.media.opening import MOST_BYTES
from brightline.media.reading import read_articles
from brightline.media.story import tell_stories
from brightline.media.wire import article_json, story_json
from brightline.report.stories import stories_page
from brightline.screen.edition import Edition
from brightline.screen.wire import line
from brightline.terms.press import Article, Story


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("media")(run)


def run(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles (text, HTML) or folders of them.")],
    out: Annotated[Path | None, typer.Option(help="Write the lines here; stdout then stays empty.")] = None,
    report: Annotated[Path | None, typer.Option(help="Write a page for people here (HTML).")] = None,
    trial: Annotated[bool, typer.Option("--trial", help="Link names to the starter edition.")] = False,
) -> int:
    """Turn articles into stories: one line an article, then one a story."""
    ours: Context = context.obj
    unread: list[UnreadableMessage | PathError] = []
    articles = list(_articles(list(inputs(paths)), unread))
    stories = tell_stories(articles)
    edition = _edition(ours, trial)
    told = [article_json(one) for one in articles]
    told += [story_json(one, _mentions(one, articles, edition)) for one in stories]
    lines = [line(one) for one in told]
    if out is None:
        sys.stdout.buffer.writelines(lines)
    else:
        write_whole(out, b"".join(lines))
    if report is not None:
        write_whole(report, stories_page(told))
    for passed in unread:
        ours.say(f"passed over: {passed}")
    sources = sum(one.sources for one in stories)
    ours.say(
        f"{counted(len(articles), 'article', 'articles')}: {counted(len(stories), 'story', 'stories')}, "
        f"{counted(sources, 'independent source', 'independent sources')}"
    )
    return 3 if unread else 0


def _edition(ours: Context, trial: bool) -> Edition | None:
    """The lists of the home, to link names to; without any, names stay names, and that is said."""
    try:
        return open_edition(ours, None, None, trial=trial)
    except MissingEdition:
        ours.say("No list is imported: names in the stories are linked to nobody.")
        return None


def _mentions(story: Story, articles: Sequence[Article], edition: Edition | None) -> tuple[Named, ...]:
    inside = set(story.articles)
    return mentions_of([one for one in articles if one.file in inside], edition)


def _articles(found: Sequence[Input], unread: list[UnreadableMessage | PathError]) -> Iterator[Article]:
    for one in found:
        try:
            yield from read_articles(read_input(one, MOST_BYTES), one.source)
        except (UnreadableMessage, PathError) as told:
            unread.append(told)
