"""Stories of the press as a decision keeps them: their documented shape, read into nouns."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, TypeAdapter

from brightline.beside.strict import Strict, shaped
from brightline.beside.values import Country, Words
from brightline.terms.beside import NamedInPress, PressStory

KIND = "media"


class NamedShape(Strict):
    """A person or body that the story names."""

    name: Words
    context: Literal["adverse", "political", "neutral"]
    articles: list[Words]


class StoryShape(Strict):
    """One story. `damaged`: those of its articles that say several things otherwise than the others."""

    story: Words
    title: str
    independent_sources: int = Field(ge=1)
    because: str
    articles: list[Words] = Field(min_length=1)
    damaged: list[Words] = Field(default_factory=list)
    countries: list[Country] = Field(default_factory=list)
    named: list[NamedShape] = Field(min_length=1)


_MANY = TypeAdapter(list[StoryShape])


def media_of(given: object, where: str) -> tuple[PressStory, ...]:
    """The stories that concern one payment. Raises CallError where they are not of the documented shape."""
    shapes = shaped(_MANY, given, where)
    return tuple(_noun(shape, f"{KIND}[{at}]") for at, shape in enumerate(shapes))


def _noun(said: StoryShape, path: str) -> PressStory:
    return PressStory(
        id=said.story,
        path=path,
        title=said.title,
        sources=said.independent_sources,
        because=said.because,
        articles=tuple(said.articles),
        damaged=tuple(said.damaged),
        countries=tuple(said.countries),
        named=tuple(NamedInPress(one.name, one.context, tuple(one.articles)) for one in said.named),
    )
