"""A licence file that says something we do not understand is refused: its line, and the words that would be right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brightline.errors import LawError
from brightline.law.book import FOLDERS, read_book

SHIPPED = Path(__file__).resolve().parents[2] / "src" / "brightline" / "law"
GL8, GL115, GL13 = "licences/gl-8.yaml", "licences/gl-115.yaml", "licences/gl-13.yaml"
PARTIES = "parties/named_in_licences.yaml"
SHELF = [
    # file, what is there, what is put there instead, words of the refusal
    (GL8, "covers: [energy]", "covers: [oil]", "'oil'", "one of energy"),
    (GL8, "covers: [energy]", "covers: []", "an empty list", "at least one item"),
    (GL8, "covers: [energy]", "covers: [energy]\nlicencee: all", "the unknown key 'licencee'", "licence, kind, title"),
    (GL8, "licence: GL-8", "licence: GL-9", "'GL-9'", "'GL-8', the name of the file"),
    (GL8, "kind: general-licence", "kind: law", "'law'", "general-licence or regulation or exemption"),
    (GL8, "sberbank, ", "sber, ", "'sber'", "sberbank"),
    (GL8, "parties_known: all\n", "", "parties without parties_known", "all, or some"),
    (GL8, "parties_known: all", "parties_known: yes", "bare word yes", '"yes" in quotes'),
    (GL8, 'conditions_read: "no"\n', "", "no 'conditions_read'", "was read"),
    (GL8, 'conditions_read: "no"', "conditions_read: no", "bare word no", '"no" in quotes'),
    (GL8, "until: 2025-03-12T00:01 America/New_York", "until: 2025-03-12T00:01", "T00:01'", "a moment with its zone"),
    (GL8, "until: 2025-03-12T00:01 America/New_York", "until: 2024-03-12", "until 2024-03-12", "after 2025-01-10"),
    (GL8, 'replaces: "8 to 8B"', 'replaces: "8"', "version 8C to 8I", "two versions overlap"),
    (GL8, "    until: 2025-01-10\n", "    until: 2025-01-11\n", "version 8L from 2025-01-10", "two versions overlap"),
    (GL8, "from_status: unverified", "from_status: guessed", "'guessed'", "verified or secondary or unverified"),
    (GL8, "act: OFAC-FAQ-1182, place", "act: OFAC-FAQ-1182, page", "no 'place'", "where in the act"),
    (GL8, "act: OFAC-FAQ-1182", "act: OFAC-FAQ-9999", "the act 'OFAC-FAQ-9999'", "an act under acts/"),
    (GL13, "    until: 2026-07-09T00:01 America/New_York\n", "", "after_end without until", "no after_end"),
    (GL13, "answer: unknown, note: \"renewal", "answer: \"yes\", note: \"renewal", "'yes'", "unknown"),
    (GL115, 'licence: GL-115', 'licence: gl-115', "'gl-115'", "in capitals"),
    ("licences/gl-126.yaml", "parties: [rosneft, lukoil]\nparties_known: all\n", "", "wind-down without", "parties"),
    (PARTIES, "bics: [SABRRU]", "bics: [SABRRUMM]", "'SABRRUMM'", "first six signs"),
    (PARTIES, "party: vtb,", "party: sberbank,", "the party sberbank a second time", "each party once"),
    (PARTIES, "source: ", "sauce: ", "no 'source'", "where names and BICs come from"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "says", "right"), SHELF, ids=[f"{s[0]}: {s[2][:40]}" for s in SHELF])
def test_a_licence_that_is_not_understood_is_refused(
    tmp_path: Path, file: str, old: str, new: str, says: str, right: str
) -> None:
    for name in FOLDERS:
        shutil.copytree(SHIPPED / name, tmp_path / name)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text, f"{file} no longer says {old!r}"
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LawError) as refused:
        read_book(tmp_path)
    told = str(refused.value)
    assert says in told
    assert right in told
    assert refused.value.where.startswith(f"{file}, line ")
