"""Owners in running text: shares as stated, unknown where not stated, nothing where the words leave it open."""

from __future__ import annotations

import pytest

from brightline.ownership.worded_share import share_in
from brightline.ownership.wording import Topic, said_in
from brightline.terms import Portion
from brightline.terms.owned import ALL

WHOLE, MOST = Portion(ALL, ALL), Portion(5000, ALL, above=True)
ALDER = Topic(lambda name: "Alder" in name)
PERSON = Topic(lambda name: "Anna" in name, person=True)


@pytest.mark.parametrize(
    ("text", "owner", "owned", "share", "kind"),
    [
        ("Alder JSC is wholly owned by Birch Holding.", "Birch Holding", None, WHOLE, "shares"),
        ("It is 50% owned by JSC Birch.", "JSC Birch", None, Portion(5000, 5000), "shares"),
        ("It is almost fully owned by Birch Exchange.", "Birch Exchange", None, None, "shares"),
        ("Alder is a Russian enterprise owned by JSC Birch.", "JSC Birch", None, None, "shares"),
        ("The company is a wholly owned subsidiary of LLC ‘Birch’.", "LLC ‘Birch’", None, WHOLE, "shares"),
        ("Cedar Bank, a subsidiary of Birch Bank, supplied it.", "Birch Bank", "Cedar Bank", None, "shares"),
        ("It is directly controlled by Birch.", "Birch", None, None, "control"),
        ("The sole shareholder of JSC Alder is JSC Concern Birch.", "JSC Concern Birch", None, WHOLE, "shares"),
        ("The majority shareholder of Cedar is Birch Fund.", "Birch Fund", "Cedar", MOST, "shares"),
        (
            "More than 75 % of the shares of Alder are held by Birch.",
            "Birch",
            None,
            Portion(7500, ALL, above=True),
            "shares",
        ),
        ("Alder also owns LLC ‘Cedar Plant’.", None, "LLC ‘Cedar Plant’", None, "shares"),
        ("Alder owns a 49,2 % share in Cedar.", None, "Cedar", Portion(4920, 4920), "shares"),
    ],
)
def test_what_is_said_of_a_company(text: str, owner: str, owned: str, share: Portion | None, kind: str) -> None:
    (said,) = said_in(text, ALDER)
    assert (said.owner, said.owned, said.kind) == (owner, owned, kind)
    assert said.portion == share


@pytest.mark.parametrize(
    ("text", "owned", "share"),
    [
        ("Owner of Cedar LLC", "Cedar LLC", None),
        ("Businesswoman, co-owner of ‘Cedar Group’", "Cedar Group", None),
        ("Co-owner of 20 % of the company Cedar", "Cedar", Portion(2000, 2000)),
        ("Anna Alder is the majority shareholder of PJSC Cedar.", "PJSC Cedar", MOST),
        ("She is a major shareholder and Chairwoman of the Board of Directors of Cedar PAO.", "Cedar PAO", None),
        ("Anna is the owner of a 75 % stake in the company Cedar Food.", "Cedar Food", Portion(7500, 7500)),
    ],
)
def test_what_is_said_of_a_person(text: str, owned: str, share: Portion | None) -> None:
    (said,) = said_in(text, PERSON)
    assert (said.owner, said.owned, said.portion) == (None, owned, share)


@pytest.mark.parametrize(
    "text",
    [
        "Former owner of Cedar LLC",
        "Alder was owned by Birch until 2021.",
        "Alder is allegedly owned by Birch.",
        "She is the wife of Boris Birch, owner of Cedar LLC.",
        "State-Owned Enterprise",
        "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions: section 510.214",
        "Alder holds a licence administered by the Russian Ministry of Industry, 50 % of its output is military.",
        "Alder accounts for more than 70 % of Russia’s revenue.",
        "Alder is the owner of Transport and Logistics Center.",
        "Registered owner of the DPRK-flagged vessel",
        "It is a supplier of engines for ships owned by Birch.",
    ],
)
def test_what_leaves_it_open_is_not_read(text: str) -> None:
    assert said_in(text, ALDER) == said_in(text, PERSON) == ()


def test_since_when_is_told_and_the_wording_kept() -> None:
    (said,) = said_in("Since November 2023, Anna has been the owner of a 75 % stake in Cedar Food. It grows.", PERSON)
    assert (said.start, said.words) == (
        "2023-11-01",
        "Since November 2023, Anna has been the owner of a 75 % stake in Cedar Food",
    )


def test_a_pronoun_is_whom_the_text_spoke_of_last() -> None:
    (said,) = said_in("Cedar Bank is a lender. It is owned by Birch.", ALDER)
    assert (said.owner, said.owned) == ("Birch", "Cedar Bank")


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("more than 50 per cent", Portion(5000, ALL, above=True)),
        ("at least 25 %", Portion(2500, ALL)),
        ("less than 10 %", Portion(0, 1000, below=True)),
        ("50 % plus one share", Portion(5000, 5001, above=True, below=True)),
        ("33,333 %", Portion(3333, 3334, above=True, below=True)),
        ("about 60 %", None),
        ("120 %", None),
        ("nearly wholly", None),
        ("sole", WHOLE),
        ("majority", MOST),
        ("main", None),
    ],
)
def test_shares_in_words(words: str, share: Portion | None) -> None:
    assert share_in(words) == share
