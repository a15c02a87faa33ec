"""A report of figures as one self-contained page: no network, no script, fit to print."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from brightline.report.page import asset, environment
from brightline.report.reading import LINE, shown
from brightline.report.sheet import AMOUNT, SECONDS, SHARE, TEXT, Cell, Column, Figure, Sheet, Table

MOST_ROWS = 200  # of one table on the page; the data has all
NOTHING = "–"
_SECONDS = ((5_400, 60, "min"), (172_800, 3_600, "h"))
_DAY = 86_400
_LEFT, _RIGHT, _TOP, _BOTTOM = 60.0, 590.0, 14.0, 200.0  # of a figure, in its own units


@dataclass(frozen=True, slots=True)
class _Rows:
    table: Table
    rows: list[list[str]]
    left: int


@dataclass(frozen=True, slots=True)
class _Drawn:
    figure: Figure
    paths: list[tuple[str, str]]
    across: list[tuple[str, str]]
    up: list[tuple[str, str]]
    here: str


def sheet_page(sheet: Sheet) -> bytes:
    """The page as UTF-8 HTML; the same bytes for the same report."""
    css = asset("style.css") + asset("sheet.css")
    template = environment().get_template("sheet.html")
    tables = [_rows(one) for one in sheet.tables]
    figures = [_drawn(one) for one in sheet.figures]
    return template.render(css=Markup(css), sheet=sheet, tables=tables, figures=figures).encode("utf-8")


def told(value: Cell, kind: str) -> str:
    """A value as a reader sees it: `12,345`, `87.5 %`, `3 h`; a dash where there is none."""
    if value is None:
        return NOTHING
    if kind == SHARE:
        return f"{float(value) * 100:.1f} %"
    if kind == SECONDS:
        return _span(int(value))
    if kind in (TEXT, AMOUNT):
        return shown(value, LINE)
    return f"{value:,}" if isinstance(value, int | float) else shown(value, LINE)


def _span(seconds: int) -> str:
    for limit, unit, name in _SECONDS:
        if seconds < limit:
            return f"{round(seconds / unit)} {name}"
    return f"{round(seconds / _DAY)} d"


def _rows(table: Table) -> _Rows:
    some = table.rows[:MOST_ROWS]
    return _Rows(table, [_line(table.columns, row) for row in some], len(table.rows) - len(some))


def _line(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> list[str]:
    return [told(value, column.kind) for column, value in zip(columns, row, strict=True)]


def _drawn(figure: Figure) -> _Drawn:
    points = [at for line in figure.lines for at in line.points] or [(0.0, 0.0)]
    low, high = min(x for x, _ in points), max(x for x, _ in points)
    top = max(y for _, y in points) or 1.0

    def place(x: float, y: float) -> str:
        return f"{_across(x, low, high):.1f},{_BOTTOM - (_BOTTOM - _TOP) * y / top:.1f}"

    paths = [(line.name, " ".join(place(x, y) for x, y in line.points)) for line in figure.lines]
    across = [(f"{_across(x, low, high):.1f}", f"{x:g}") for x in _steps(low, high)]
    up = [(f"{_BOTTOM - (_BOTTOM - _TOP) * y / top:.1f}", f"{y:,.6g}") for y in _steps(0.0, top)]
    here = "" if figure.here is None else f"{_across(figure.here, low, high):.1f}"
    return _Drawn(figure, paths, across, up, here)


def _across(x: float, low: float, high: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * ((x - low) / (high - low) if high > low else 0.5)


def _steps(low: float, high: float) -> list[float]:
    return [round(low + (high - low) * step / 4, 4) for step in range(5)] if high > low else [low]
