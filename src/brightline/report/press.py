"""What the press says of the parties of a payment, as the page shows it: stories, and how they are known."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.report.reading import FEW, LINE, NAME, SOME, Json, part, parts, whole, word, words

RULE = "press"


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story that may name a party. `told`: context, grade and copies in words; `because`: why so many sources.

    `name`: as the story has it; `sources`: independent ones of the whole story.
    """

    title: str
    name: str
    score: str
    told: str
    sources: int
    because: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PressView:
    """The stories of one party. `answer`: yes where name and country fit, unknown where only the name may."""

    about: str
    answer: str
    stories: tuple[StoryView, ...]


def press_views(decision: Json) -> tuple[PressView, ...]:
    """By party, the stories that a decision was shown; empty where none came beside the payment."""
    stories = {f"media[{at}]": one for at, one in enumerate(parts(part(decision, "beside"), "media"))}
    found = [one for one in parts(decision, "findings") if word(one, "rule") == RULE]
    return tuple(
        PressView(
            word(part(one, "subject"), "role", NAME).replace("_", " "),
            word(one, "answer", NAME),
            tuple(_story(told, stories.get(word(told, "path"), {})) for told in parts(one, "evidence")[:FEW]),
        )
        for one in found
    )


def _story(told: Json, story: Json) -> StoryView:
    title, said = word(story, "title"), word(told, "words", LINE * 2)
    return StoryView(
        title=title or word(story, "story", NAME),
        name=word(told, "name", NAME),
        score=word(told, "score", NAME),
        told=said.removeprefix(f"{title}: ").rpartition("; story ")[0] or said,
        sources=whole(story, "independent_sources"),
        because=word(story, "because"),
        articles=words(story, "articles", NAME, SOME),
    )
