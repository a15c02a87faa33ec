"""A number that settles who is meant makes the namesakes of that list idle talk; nothing else is left out."""

from __future__ import annotations

from brightline.screen.settled import without_namesakes
from brightline.terms import Answer, Evidence, Finding, Force


def _listed(name: str, settled_by: str, path: str = "Cdtr", list_: str = "us-ofac-sdn") -> Evidence:
    return Evidence("listed-entity", path=path, list=list_, entry=name, name=name, settled_by=settled_by)


BANK = _listed("EXAMPLE BANK", "identifier")
SUBSIDIARY = _listed("EXAMPLE BANK LEASING", "name")
ELSEWHERE = _listed("EXAMPLE BANK", "name", list_="eu-fsf")
ANOTHER = _listed("EXAMPLE LEASING", "name", path="Dbtr")
COUNTRY = Evidence("country", name="RU")


def _kept(answer: Answer, *evidence: Evidence) -> tuple[Evidence, ...]:
    (finding,) = without_namesakes([Finding("listed-party", answer, "stop", Force.EXPOSES, evidence=evidence)])
    return finding.evidence


def test_namesakes_of_the_settling_list_go_and_all_else_stays() -> None:
    kept = _kept(Answer.YES, BANK, SUBSIDIARY, ELSEWHERE, ANOTHER, COUNTRY)
    assert kept == (BANK, ELSEWHERE, ANOTHER, COUNTRY)


def test_where_only_a_name_speaks_every_candidate_stays() -> None:
    assert _kept(Answer.YES, SUBSIDIARY, ELSEWHERE) == (SUBSIDIARY, ELSEWHERE)


def test_what_is_not_known_keeps_its_evidence() -> None:
    assert _kept(Answer.UNKNOWN, BANK, SUBSIDIARY) == (BANK, SUBSIDIARY)
