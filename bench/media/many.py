"""How the time for articles grows with their number: reading, HTML apart, and telling stories."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from typing import Any

from bench.media.pile import pages_in_html, pile
from brightline.media.reading import read_article
from brightline.media.story import tell_stories

_PAGES = 500  # in HTML


def growing(most: int, stories: Sequence[Mapping[str, Any]]) -> None:
    """Print processor seconds for an eighth of so many articles, the quarter, the half and all, each by itself."""
    for size in (most // 8, most // 4, most // 2, most):
        subprocess.run([sys.executable, "-m", "bench.media.many", str(size)], check=True)
    pages = list(pages_in_html(_PAGES, stories))
    began = time.process_time()
    for name, page in pages:
        read_article(page, name)
    print(f"{_PAGES} pages in HTML read: {time.process_time() - began:.2f} s of processor time")


def once(size: int, stories: Sequence[Mapping[str, Any]]) -> None:
    """Print processor seconds and memory for so many articles."""
    pages = list(pile(size, stories))
    began = time.process_time()
    articles = [read_article(page, name) for name, page in pages]
    read = time.process_time() - began
    told = tell_stories(articles)
    whole = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    most = max(len(one.articles) for one in told)
    sentences = sum(len(one.sentences) for one in articles)
    print(
        f"{size:6} articles, {sentences} sentences: {len(told)} stories, the greatest of {most}; "
        f"{whole:.1f} s of processor time ({read:.1f} reading), {memory:.2f} GiB",
        flush=True,
    )


if __name__ == "__main__":
    from bench.media.__main__ import STORIES

    once(int(sys.argv[1]), STORIES)
