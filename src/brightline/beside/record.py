"""What came beside a payment, as JSON and back: one shape for what is handed in and for what a decision keeps."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from brightline.beside.history import history_of
from brightline.beside.media import media_of
from brightline.beside.pairs import pairs_of
from brightline.beside.papers import papers_of
from brightline.beside.passports import passports_of
from brightline.beside.profiles import profiles_of
from brightline.errors import CallError
from brightline.terms.beside import NOTHING, Beside

KINDS = ("papers", "profiles", "history", "passports", "pairs", "media")


def beside_of(given: Mapping[str, object]) -> Beside:
    """The nouns behind JSON of the documented shape: `papers`, `profiles`, `history`, `passports`, `pairs`, `media`.

    Raises CallError where a part is not of its shape.
    """
    if not given:
        return NOTHING
    if unknown := sorted(set(given) - set(KINDS)):
        raise CallError("beside", f"the kind {unknown[0]!r}", f"only {', '.join(KINDS)}")
    return Beside(
        papers=papers_of(given.get("papers", []), "beside.papers"),
        profiles=profiles_of(given.get("profiles", []), "beside.profiles"),
        history=history_of(given["history"]) if "history" in given else None,
        passports=passports_of(given.get("passports", []), "beside.passports"),
        pairs=pairs_of(given.get("pairs", []), "beside.pairs"),
        media=media_of(given.get("media", []), "beside.media"),
        given=given,
    )


def digest_of(beside: Beside) -> str:
    """Sixteen hex digits over everything that came beside; empty where nothing did."""
    if not beside.given:
        return ""
    canonical = json.dumps(beside.given, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]
