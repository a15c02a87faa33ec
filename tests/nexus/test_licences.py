"""What of a licence a payment seems to name: activities in three languages, named parties, whole days."""

from __future__ import annotations

import pytest

from brightline.law.activities import ACTIVITIES, WITH_A_PARTY
from brightline.law.book import read_book
from brightline.nexus.facts import Facts, Matched, facts_of
from brightline.nexus.licences import activities_of, alive_on_day, party_of
from brightline.nexus.make_word_table import read_table
from brightline.terms import (
    Answer,
    Candidate,
    Goods,
    ListedEntity,
    ListedIdentifier,
    ListedName,
    Party,
    Payment,
    Text,
)

BOOK = read_book()


def _facts(*texts: str, hs: str | None = None, creditor: str = "SOME NAME") -> Facts:
    parties = (Party("debtor", "Dbtr", name="OTHER NAME"), Party("creditor", "Cdtr", name=creditor))
    goods = (Goods(hs, None, None, "goods"),) if hs else ()
    said = tuple(Text("remittance", text, "70") for text in texts)
    return facts_of(Payment(source="x#1", format="MT103", parties=parties, texts=said, goods=goods))


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        ("INV 4 CRUDE OIL ESPO BLEND", "energy"),
        ("за нефть сырую по договору 7", "energy"),
        ("原油货款", "oil-loaded"),
        ("за поставку природного газа", "energy"),
        ("动力煤", "energy"),
        ("nuclear fuel assemblies for Tianwan", "civil-nuclear"),
        ("CPC Blend, Novorossiysk", "project:caspian-pipeline"),
        ("пшеница 3 класса", "agriculture-medicine"),
        ("insulin and syringes", "agriculture-medicine"),
        ("医疗器械", "agriculture-medicine"),
        ("payment of customs duty", "administrative-fees"),
        ("аэронавигационные сборы за май", "overflight"),
        ("patent fee 2024", "intellectual-property"),
        ("расторжение договора поставки", "wind-down"),
    ],
)
def test_activities_named_in_a_text(text: str, activity: str) -> None:
    assert activity in {one.name for one in activities_of(_facts(text))}


@pytest.mark.parametrize(
    "text", ["sunflower oil", "ball bearings", "оплата по договору 18/24", "children's clothes", ""]
)
def test_texts_that_name_no_energy(text: str) -> None:
    assert not {"energy", "civil-nuclear", "project:sakhalin-2"} & {one.name for one in activities_of(_facts(text))}


@pytest.mark.parametrize(
    "text",
    [
        "diesel engines and oil filters",
        "柴油发电机组",
        "tax invoice 17, incl. tax",
        "Без налога (НДС)",
        "diamond discs",
        "grain oriented steel",
        "food processing line",
        "natural gas compressor",
        "journal bearings",
        "crude glycerine",
    ],
)
def test_goods_that_only_sound_like_an_activity_name_none(text: str) -> None:
    assert activities_of(_facts(text)) == ()


@pytest.mark.parametrize(
    ("hs", "activity"),
    [
        ("270900", "energy"),
        ("2711.11", "energy"),
        ("284420", "civil-nuclear"),
        ("300490", "agriculture-medicine"),
        ("901890", "agriculture-medicine"),
        ("100199", "agriculture-medicine"),
        ("490199", "information"),
    ],
)
def test_activities_named_by_a_tariff_code(hs: str, activity: str) -> None:
    (first, *_) = activities_of(_facts(hs=hs))
    assert (first.name, first.by) == (activity, "code")


def test_a_code_of_machine_parts_names_nothing() -> None:
    assert activities_of(_facts(hs="848210")) == ()


def test_a_name_tells_of_a_mission_and_never_of_goods() -> None:
    assert [one.name for one in activities_of(_facts(creditor="Embassy of Exampleland in Moscow"))] == ["diplomatic"]
    assert activities_of(_facts(creditor="OOO Crude Oil Trading")) == ()


def test_the_words_are_those_of_the_closed_vocabulary() -> None:
    table = read_table("activities.yaml")
    kinds = {phrase.kind for held in table.phrases.values() for phrase in held}
    kinds |= {kind for _, of_words in table.chinese for kind in of_words.values()}
    assert kinds - {"nothing", "oil"} <= set(ACTIVITIES)
    assert set(ACTIVITIES) - kinds <= {"oil-loaded", *WITH_A_PARTY}


def _matched(*names: str, bic: str = "") -> Matched:
    numbers = (ListedIdentifier("BIC", bic),) if bic else ()
    written = tuple(ListedName(name, "primary") for name in names)
    entity = ListedEntity("us-ofac-sdn", "1", "Company", written, identifiers=numbers)
    return Matched(
        "creditor_agent", "57A", "X", Candidate("l", "1", names[0], "Company", 1, 0.9, ()), entity, Answer.YES, ""
    )


@pytest.mark.parametrize(
    ("names", "bic", "party"),
    [
        (("PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA",), "", "sberbank"),
        (("EXAMPLE",), "SOMRRUM1KST", "sovcombank"),
        (("EXAMPLE", "ПАО «Росбанк»"), "", "rosbank"),
        (("JOINT STOCK COMPANY ALFA-BANK",), "", "alfa-bank"),
        (("CENTRAL BANK OF SYRIA",), "CBSYSYDA", None),
        (("PROMSVYAZBANK PUBLIC JOINT STOCK COMPANY",), "PRMSRUMM", None),
        (("BANK ROSSIYA",), "", None),
    ],
)
def test_parties_that_the_energy_licence_names(names: tuple[str, ...], bic: str, party: str | None) -> None:
    found = party_of(_matched(*names, bic=bic), BOOK.licence("GL-8"))
    assert (found.id if found else None) == party


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2025-03-11", "yes"),
        ("2025-03-12", "unknown"),
        ("2025-03-13", "no"),
        (None, "unknown"),
        ("12.03.2025", "unknown"),
    ],
)
def test_a_licence_over_a_whole_day(day: str | None, answer: str) -> None:
    assert alive_on_day(BOOK.licence("GL-8"), day)[0].value == answer
