"""The sources we know, in the order in which a file is offered to them: most particular first."""

from __future__ import annotations

from brightline.lists.source import Source
from brightline.lists.sources.us_ofac_csv.read import SOURCE as US_OFAC_CSV

# Sources are asked in this order and the first that recognises a file reads it. Each `recognise` is meant to
# be exact, so that the order decides nothing but speed; a house test checks that no two claim the same sample.
SOURCES: tuple[Source, ...] = (US_OFAC_CSV,)


def source_named(name: str) -> Source | None:
    """The source of this folder name, or None."""
    return next((source for source in SOURCES if source.name == name), None)
