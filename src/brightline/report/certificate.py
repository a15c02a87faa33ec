"""The certificate of a checked deal as one self-contained page: the answer, and all that was not verified."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from brightline.report.editions import edition_view
from brightline.report.page import LABELS, asset, environment
from brightline.report.reading import LINE, NAME, Json, part, parts, shown, word, words

MOST = 200  # lines of one list on the page


def certificate_page(checked: Mapping[str, object]) -> bytes:
    """The page as UTF-8 HTML, from the JSON of a check alone; the same bytes for the same check."""
    deal, decision = part(checked, "deal"), part(checked, "decision")
    page = (
        environment()
        .get_template("certificate.html")
        .render(
            css=Markup(asset("style.css")),
            deal=word(deal, "id", NAME),
            digest=word(deal, "digest", NAME),
            label=LABELS[word(checked, "outcome", NAME)],
            outcome=word(checked, "outcome", NAME),
            trial=decision.get("trial") is True,
            answer=word(checked, "answer", LINE),
            expires=word(checked, "expires", NAME),
            binds=word(checked, "binds", LINE),
            fields=_fields(part(deal, "given")),
            reasons=words(checked, "reasons", LINE, MOST),
            ask=words(checked, "ask", LINE, MOST),
            altered=[_copy(one) for one in parts(checked, "altered")[:MOST]],
            before=[_before(one) for one in parts(checked, "checked_before")[:MOST]],
            open=words(checked, "not_verified", LINE, MOST),
            edition=edition_view(decision),
            decision=word(decision, "id", NAME),
        )
    )
    return page.encode("utf-8")


def _fields(given: Json) -> Sequence[tuple[str, str]]:
    """The deal as it was written, a line for each field that is no list of papers."""
    return [(shown(name, NAME).replace("_", " "), _told(value)) for name, value in given.items() if name != "papers"]


def _told(value: object) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_told(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_told(inner) for inner in value)
    return shown(value, LINE)


def _copy(copy: Json) -> dict[str, object]:
    altered = [
        (word(one, "field", NAME), word(one, "before", LINE), word(one, "now", LINE)) for one in parts(copy, "altered")
    ]
    return {**_before(copy), "altered": altered[:MOST], "slips_past": copy.get("slips_past") is True}


def _before(before: Json) -> dict[str, object]:
    return {name: word(before, name, NAME) for name in ("as_of", "outcome", "digest", "decision")}
