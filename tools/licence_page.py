"""Writes docs/licences.md from the law book. The same book gives the same bytes; a test compares them.

Run: .venv/bin/python tools/licence_page.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from brightline.law.book import LawBook, read_book
from brightline.law.licence import Licence, LicenceVersion

PAGE = Path(__file__).resolve().parent.parent / "docs" / "licences.md"
INTRODUCTION = """\
# Licences and exemptions

<!-- Made from the law book by tools/licence_page.py. Change the law files, not this page. -->

What the United States permit although a party is blocked: general licences of the Russia programme, two sections of
its regulations, two exemptions of the statute. The rule [licence](rules/licence.md) asks whether one covers a payment.

- A licence ends at 12:01 a.m. in New York. Moments are compared with hour and zone, at decision and at value time.
- **No text of a licence was opened.** Numbers, subjects and days come from a transcription of the programme page of
  26 June 2026; conditions and exclusions are not known to us, so no licence answers yes on the message alone.
- Each end says how well it is known. An end that is not verified, and a renewal nobody told us of, answer unknown.
- A licence of the United States says nothing of other regimes' lists.

`brightline law show GL-8` prints one with its citations, `brightline law show --on 2025-03-11` those alive on a day.

| licence | names | versions |
| --- | --- | --- |
"""


def page(book: LawBook) -> str:
    """The whole page: one row a licence."""
    rows = [_row(book.licences[name]) for name in sorted(book.licences, key=_in_order)]
    return INTRODUCTION + "\n".join(rows) + "\n"


def _in_order(name: str) -> tuple[bool, int, str]:
    """GL 2 before GL 13, other grounds after them."""
    number = name.removeprefix("GL-")
    return (not number.isdigit(), int(number) if number.isdigit() else 0, name)


def _row(licence: Licence) -> str:
    names = ", ".join(party.name for party in licence.parties) or "no party, as far as we know"
    names += "" if licence.parties_known or not licence.parties else " and others"
    earlier = [f"({licence.earlier.note})"] if licence.earlier else []
    versions = "<br>".join([*earlier, *(_version(version) for version in licence.versions)])
    return f"| **{licence.id}** {licence.title} | {names} | {versions} |"


def _version(version: LicenceVersion) -> str:
    told = f"[{version.id}]({version.cites[0].url}) from {version.span.told_start}{_doubt(version.from_status)}"
    if version.span.end:
        told += f" until {version.span.told_end}{_doubt(version.until_status)}"
    after = f"; {version.after_end.note}" if version.after_end else ""
    limits = f" ({'; '.join(version.limits)})" if version.limits else ""
    return told + after + limits


def _doubt(status: str) -> str:
    return " (not verified)" if status == "unverified" else ""


def main() -> int:
    """Write the page where it differs; say so."""
    text = page(read_book())
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        PAGE.write_text(text, encoding="utf-8")
        print(f"wrote {PAGE.relative_to(PAGE.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
