"""Stories of the press as one self-contained page: copies side by side, who copies whom, sources counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from brightline.report.copies import (
    claim_views,
    copy_view,
    figure_rows,
    grave_rows,
    mention_rows,
    outlet_of,
    quote_rows,
    tags_of,
)
from brightline.report.owner_graph import OwnerGraph, Stake, drawn
from brightline.report.page import asset, environment
from brightline.report.reading import LINE, MANY, NAME, Json, parts, shown, whole, word

MOST_STORIES = 100  # shown in full; the others are counted


def stories_page(lines: Iterable[Mapping[str, object]]) -> bytes:
    """The page as UTF-8 HTML, from the lines of `brightline media` alone; the same bytes for the same lines.

    Stories of several articles stand first, up to `MOST_STORIES` in all; the others are counted.
    """
    articles: dict[str, Json] = {}
    stories: list[Json] = []
    for line in lines:
        if line.get("kind") == "article":
            articles[str(line.get("file"))] = line
        else:
            stories.append(line)
    stories.sort(key=lambda one: -len(_files(one)))
    page = (
        environment()
        .get_template("stories.html")
        .render(
            css=Markup(asset("style.css") + asset("stories.css")),
            articles=len(articles),
            stories=len(stories),
            sources=sum(whole(one, "independent_sources") for one in stories),
            views=[_view(one, articles) for one in stories[:MOST_STORIES]],
            more=max(0, len(stories) - MOST_STORIES),
        )
    )
    return page.encode("utf-8")


def _files(story: Json) -> list[str]:
    files = story.get("articles")
    return [str(one) for one in files] if isinstance(files, list | tuple) else []


def _view(story: Json, articles: Mapping[str, Json]) -> dict[str, object]:
    files = _files(story)
    tags = tags_of(files)
    copies = [copy_view(articles.get(file, {"file": file}), tags[file]) for file in files]
    claims = list(claim_views(story, articles, tags))
    title = next((one.title for one in copies if one.title), claims[0].text if claims else word(story, "id"))
    return {
        "id": word(story, "id", NAME),
        "title": title,
        "sources": whole(story, "independent_sources"),
        "because": word(story, "sources_because", LINE),
        "copies": copies,
        "claims": claims,
        "grave": list(grave_rows(story, tags)),
        "graph": _graph(story, articles, tags),
        "relations": list(_relations(story, tags)),
        "quotes": list(quote_rows(story, tags)),
        "figures": list(figure_rows(story, tags)),
        "mentions": list(mention_rows(story, tags)),
    }


def _relations(story: Json, tags: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for one in parts(story, "relations"):
        source, copy = (tags.get(str(one.get(key)), "?") for key in ("from", "to"))
        yield source, copy, word(one, "type", NAME), shown(one.get("confidence"), NAME), word(one, "why")


def _graph(story: Json, articles: Mapping[str, Json], tags: Mapping[str, str]) -> OwnerGraph | None:
    """The agency on top, below it the copies by how far they are from it; None where nothing comes from anything."""
    steps = [_step(one, articles, tags) for one in parts(story, "relations")[:MANY]]
    taken = {copy for _, copy, _, _ in steps}
    roots = [box for file in tags if (box := _box(file, articles, tags)) not in taken]
    origin = word(story, "origin", NAME)
    if origin and len(tags) <= MANY:
        steps = [(origin, root, "", "as the copies say or show") for root in roots] + steps
    return drawn(_rows(steps), steps, {origin: "origin"}) if steps else None


def _step(relation: Json, articles: Mapping[str, Json], tags: Mapping[str, str]) -> Stake:
    source, copy = (_box(str(relation.get(key)), articles, tags) for key in ("from", "to"))
    kind = f"{word(relation, 'type', NAME)} {shown(relation.get('confidence'), NAME)}"
    return source, copy, kind, word(relation, "why")


def _box(file: str, articles: Mapping[str, Json], tags: Mapping[str, str]) -> str:
    return f"{tags.get(file, '?')}: {outlet_of(articles.get(file, {'file': file}))}"


def _rows(steps: list[Stake]) -> list[list[str]]:
    """Names by how many steps they are below the first, so that a copy of a copy stands below it."""
    depth: dict[str, int] = {}
    for source, copy, _, _ in steps * len(steps):  # as often as the longest way can need
        depth.setdefault(source, 0)
        depth[copy] = min(max(depth.get(copy, 0), depth[source] + 1), len(steps))
    return [names for row in range(len(steps) + 1) if (names := [name for name, at in depth.items() if at == row])]
