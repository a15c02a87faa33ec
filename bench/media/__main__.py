"""How well the press is read: copies with known truth of invented stories, and the time for very many articles.

python -m bench.media            shares over copies of twelve stories, drawn three times, and wires spoilt by hand
python -m bench.media --kept     the wires kept for the final measuring instead
python -m bench.media --missed   also what was missed, wrongly flagged or kept
python -m bench.media --many N   processor time and memory for N flat-text articles, for the half, the quarter and so on
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from bench.media.mangle import mangled, page_in_html
from bench.media.many import growing
from bench.media.tally import Tally
from bench.media.wires import Wire, score, wires
from brightline.media.reading import read_article
from brightline.media.story import tell_stories
from brightline.media.wire import article_json, story_json

HERE = Path(__file__).parent
STORIES: list[dict[str, Any]] = yaml.safe_load((HERE / "stories.yaml").read_text(encoding="utf-8"))
DRAWS = 3


def main() -> int:
    """Measure and print."""
    if "--many" in sys.argv:
        growing(int(sys.argv[sys.argv.index("--many") + 1]), STORIES)
        return 0
    if "--kept" in sys.argv:
        _print("wires kept for the final measuring", measured(list(wires(HERE / "wires", kept=True))))
        return 0
    made = Tally()
    for seed in range(DRAWS):
        draw = random.Random(seed)
        measured([mangled(row, draw) for row in STORIES], made)
        _html(draw, made)
    _print("copies made by the mangler", made)
    _print("wires spoilt by hand", measured(list(wires(HERE / "wires", kept=False))))
    return 0


def measured(told: Sequence[Wire], tally: Tally | None = None) -> Tally:
    """The output for all stories in one pile, beside the truth about each."""
    tally = tally or Tally()
    articles = [read_article(page.encode(), name) for one in told for name, page in one.pages.items()]
    lines = [article_json(one) for one in articles]
    lines += [story_json(one) for one in tell_stories(articles)]
    for one in told:
        score(one, [line for line in lines if _of(line, one)], tally)
    return tally


def _of(line: dict[str, Any], wire: Wire) -> bool:
    return line["file"] in wire.pages if line["kind"] == "article" else bool(set(line["articles"]) & set(wire.pages))


def _html(draw: random.Random, tally: Tally) -> None:
    for row in STORIES:
        page, furniture = page_in_html(row["sentences"], draw)
        kept = [one.text for one in read_article(page.encode(), "page.html").sentences]
        for sentence in row["sentences"]:
            tally.add("story sentences kept (HTML)", sentence in kept, sentence)
        for line in furniture:
            tally.add("furniture removed (HTML)", line not in " ".join(kept), line)


def _print(title: str, tally: Tally) -> None:
    print(title)
    for what, hits, of, share in tally.rows():
        print(f"  {what:45} {hits:5} of {of:5}  {share:.3f}")
    if "--missed" in sys.argv:
        print("\n".join(f"  {one}" for one in tally.missed))


if __name__ == "__main__":
    sys.exit(main())
