"""Writes docs/lists/*.md from the about.yaml of every list source. `--check` only compares."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "brightline" / "lists" / "sources"
PAGES = ROOT / "docs" / "lists"
BUILT = "<!-- Built by tools/list_pages.py from about.yaml; do not edit. -->\n"


def main() -> int:
    """Write the pages, or compare them."""
    built = pages()
    if "--check" in sys.argv[1:]:
        differing = [name for name, text in built.items() if _kept(name) != text] + sorted(_kept_names() - set(built))
        print(f"docs/lists differs: {', '.join(differing)}" if differing else "docs/lists is as built")
        return 1 if differing else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for gone in _kept_names() - set(built):
        (PAGES / gone).unlink()
    for name, text in built.items():
        (PAGES / name).write_text(text, encoding="utf-8")
    return 0


def pages() -> dict[str, str]:
    """Every page by file name: the table of all formats, and one page a source."""
    stated = {folder.name: _about(folder) for folder in sorted(SOURCES.iterdir()) if (folder / "about.yaml").is_file()}
    return {"index.md": _index(stated)} | {f"{name}.md": _page(name, about) for name, about in stated.items()}


def _kept_names() -> set[str]:
    return {path.name for path in PAGES.glob("*.md")}


def _kept(name: str) -> str:
    path = PAGES / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _about(folder: Path) -> dict[str, Any]:
    said = yaml.safe_load((folder / "about.yaml").read_text(encoding="utf-8"))
    assert isinstance(said, dict)
    return said


def _index(stated: dict[str, dict[str, Any]]) -> str:
    rows = [
        f"| [{name}]({name}.md) | {_ids(about)} | {about['publisher']} | {_cell(about['sample'])} |"
        for name, about in stated.items()
    ]
    return "\n".join(
        [
            BUILT + "# List formats we read",
            "",
            "`brightline lists import` recognises the format; it is never asked for. Several files of one list given",
            "together are one set. The last column says what the reader was tried against: where no real file was at",
            "hand it was built from the published format, with samples of our own.",
            "",
            "| format | list id | publisher | tried against |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _ids(about: dict[str, Any]) -> str:
    named = list(about.get("lists") or {}) or ([about["list_id"]] if about["list_id"] else [])
    return ", ".join(f"`{one}`" for one in named) if named else "`--list ID`, else from the file"


def _page(name: str, about: dict[str, Any]) -> str:
    lines = [
        BUILT + f"# {name}",
        "",
        f"Publisher: {about['publisher']}.",
        *([f"Where it is published: <{about['url']}>."] if about["url"] else []),
        "",
        "| | |",
        "| --- | --- |",
        f"| list id | {_ids(about)} |",
        f"| regime | {about['regime']} |",
        f"| terms | {_cell(about['licence'])} |",
        f"| public list | {'yes' if about['public'] else 'no'} |",
        *_bounds(about),
        "",
        "## Tried against",
        "",
        str(about["sample"]),
        "",
        "## What is odd about it, and handled",
        "",
        *(f"- {one}" for one in about["quirks"] or ["Nothing noted."]),
        "",
    ]
    return "\n".join(lines)


def _bounds(about: dict[str, Any]) -> list[str]:
    bounds = about.get("lists") or {about["list_id"] or "any list": about}
    return [
        f"| entries expected, {name} | {_count(each['fewest'])} to {_count(each['most'])}; "
        "fewer is refused without `--excerpt` |"
        for name, each in bounds.items()
    ]


def _count(number: int) -> str:
    return f"{number:,}"


def _cell(said: object) -> str:
    return " ".join(str(said).split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main())
