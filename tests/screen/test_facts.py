"""What a payment and an edition say together: who is matched, in which role, and what settles it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.screen.conftest import AFTER_JUNE, ENTITIES, edition_of, listed, version

from brightline.screen.edition import Edition
from brightline.screen.facts import query_of, screen_names, see
from brightline.terms import Answer, Form, Identifier, ListedIdentifier, ListedName, Noted, Party, Payment

Made = Callable[..., Payment]


def _same(payment: Payment, edition: Edition) -> list[tuple[str, str, Answer, str]]:
    facts, _ = see(payment, screen_names(payment, edition), edition, AFTER_JUNE)
    return [(one.role, one.entity.entry, one.same, one.settled_by) for one in facts.matched]


def test_a_party_becomes_a_question_with_all_that_is_known_of_it() -> None:
    party = Party(
        "debtor", "Dbtr", "OOO ROMASHKA", forms=(Form("rur6", "ООО РОМАШКА"),), country="RU", bic="ZRCHRUMM",
        identifiers=(Identifier("INN", "7707083893", True), Identifier("OGRN", "1", False), Identifier("TAX", "5")),
    )  # fmt: skip
    query = query_of(party)
    assert (query.name, query.schema, query.countries, query.forms) == ("OOO ROMASHKA", None, ("RU",), ("ООО РОМАШКА",))
    assert [one.scheme for one in query.identifiers] == ["BIC", "INN", "TAX"]  # the one that fails its check is left


@pytest.mark.parametrize(
    ("party", "schema"),
    [
        (Party("debtor_agent", "P", "ANY"), "Organization"),
        (Party("creditor", "P", "ANY", birth_date="1961-02-03"), "Person"),
        (Party("creditor", "P", "ANY"), None),
    ],
)
def test_a_bank_is_an_organisation_and_who_was_born_a_person(party: Party, schema: str | None) -> None:
    assert query_of(party).schema == schema


def test_an_equal_number_settles_and_a_name_only_where_it_is_sure(payment: Made) -> None:
    entities = (*ENTITIES, listed("3", "KVARTSOVIK SEVERNIYMAYAK MANUFAKTURA"))
    edition = edition_of(version(), entities=entities)
    number, near, sure = (
        _same(payment(**said), edition)
        for said in (
            {"debtor": "OOO SOVSEM DRUGOE", "inn": "7707083893"},
            {"debtor": "OOO KVARTSAVIK ZAVOD"},
            {"debtor": "KVARTSOVIK SEVERNIYMAYAK MANUFAKTURA"},
        )
    )
    assert number == [("debtor", "1", Answer.YES, "identifier")]
    assert near == [("debtor", "1", Answer.UNKNOWN, "name")]
    assert sure == [("debtor", "3", Answer.YES, "name")]


@pytest.mark.parametrize(("kind", "same"), [("primary", Answer.YES), ("weak", Answer.UNKNOWN)])
def test_a_weak_alias_never_settles_however_little_the_policy_asks(kind: str, same: Answer, payment: Made) -> None:
    entity = replace(listed("9", "ANY"), names=(ListedName("KVARTSOVIK SEVERNIYMAYAK", kind),))
    text = edition_of(version()).policy.text.replace("sure: shipped", "sure: 0.7")
    edition = edition_of(version(), text=text, entities=(entity,))
    assert _same(payment(debtor="KVARTSOVIK SEVERNIYMAYAK"), edition) == [("debtor", "9", same, "name")]


@pytest.mark.parametrize(("born", "same"), [("1961-02-03", Answer.YES), ("1994-07-21", Answer.UNKNOWN)])
def test_a_name_is_never_sure_against_a_birth_date(born: str, same: Answer, payment: Made) -> None:
    entity = listed("9", "LUNEV, Foma Karpovich", schema="Person", birth_dates=("1961-02-03",))
    person = Party("debtor", "Dbtr/Nm", "LUNEV FOMA KARPOVICH", country="RU", birth_date=born)
    parties = (person, *(one for one in payment().parties if one.role != "debtor"))
    found = _same(replace(payment(), parties=parties), edition_of(version(), entities=(entity,)))
    assert [answer for _, _, answer, settled_by in found if settled_by == "name"] == [same]


def test_a_party_of_which_nothing_is_known_is_not_looked_up(payment: Made, edition: Edition) -> None:
    parties = (*payment().parties, Party("ultimate_creditor", "UltmtCdtr"))
    assert _same(replace(payment(), parties=parties), edition) == []


def test_a_name_in_a_text_is_seen_and_never_more_than_unknown(payment: Made) -> None:
    edition = edition_of(version(), entities=(listed("9", "KVARTSOVIK SEVERNIYMAYAK ZAVOD"),))
    asked = payment(words="shoes HS 6403.99 for Kvartsovik Severniymayak Zavod")
    assert _same(asked, edition) == [("mentioned", "9", Answer.UNKNOWN, "name")]
    _, seen = see(asked, screen_names(asked, edition), edition, AFTER_JUNE)
    assert [(one.name, one.path) for one in seen.mentioned] == [("Kvartsovik Severniymayak Zavod", "RmtInf/Ustrd")]


def test_a_name_in_another_reading_of_a_text_is_found(payment: Made) -> None:
    edition = edition_of(version(), entities=(listed("9", "KVARTSOVIK SEVERNIYMAYAK ZAVOD"),))
    asked = payment(words="see below")
    form = Form("rur6", "для Кварцовик Северныймаяк завод")
    texts = (replace(asked.texts[0], forms=(form,)),)
    assert [role for role, *_ in _same(replace(asked, texts=texts), edition)] == ["mentioned"]


@pytest.mark.parametrize(
    "words", ["toys, paid on behalf of Kvartsovik, invoice 4", "игрушки, грузополучатель Кварцовик"]
)
def test_who_is_paid_or_bought_for_is_looked_up_as_a_party_is(words: str, payment: Made) -> None:
    edition = edition_of(version(), entities=(listed("9", "KVARTSOVIK HOLDING"),))
    assert _same(payment(words=words), edition) == [("mentioned", "9", Answer.UNKNOWN, "name")]
    assert _same(payment(words="toys Kvartsovik"), edition) == []


def test_a_name_behind_care_of_in_an_address_is_looked_up(payment: Made) -> None:
    edition = edition_of(version(), entities=(listed("9", "KVARTSOVIK"),))
    asked = payment()
    parties = (replace(asked.parties[0], address=("c/o Kvartsovik", "4 Nathan Road")), *asked.parties[1:])
    assert _same(replace(asked, parties=parties), edition) == [("mentioned", "9", Answer.UNKNOWN, "name")]


def test_a_number_in_a_text_settles_and_one_that_fails_its_check_does_not(payment: Made) -> None:
    vessel = listed("9", "MORE PRIMER", schema="Vessel", identifiers=(ListedIdentifier("IMO", "9074729", None),))
    other = listed("8", "VOLNA PRIMER", schema="Vessel", identifiers=(ListedIdentifier("IMO", "9074720", None),))
    edition = edition_of(version(), entities=(vessel, other))
    noted = tuple(Noted("IMO", value, "RmtInf/Ustrd") for value in ("9074729", "9074720"))
    assert _same(replace(payment(), identifiers=noted), edition) == [("vessel", "9", Answer.YES, "identifier")]


def test_goods_and_regimes_are_seen(payment: Made) -> None:
    edition = edition_of(version(), version("un-sc", regime="un"))
    asked = payment(words="ball bearings", hs="848210")
    facts, seen = see(asked, screen_names(asked, edition), edition, AFTER_JUNE)
    assert {(one.hs, one.tier) for one in seen.goods} == {("848210", "3.B")}
    assert facts.regimes_loaded == ("un", "us")
    assert facts.nexus == ("RU",)


def test_every_list_is_asked(payment: Made) -> None:
    both = edition_of(version(), version("un-sc", regime="un"), entities=ENTITIES)
    assert len(_same(payment(inn="7707083893"), both)) == 2
