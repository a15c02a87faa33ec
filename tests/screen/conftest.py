"""A small edition of invented parties, and payments that meet them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from brightline.law.book import read_book
from brightline.names.index import NameIndex, build
from brightline.screen.edition import Edition, OpenList, make_edition
from brightline.screen.policy import read_policy, shipped_text
from brightline.terms import (
    AsOf,
    Goods,
    Identifier,
    ListedEntity,
    ListedIdentifier,
    ListedName,
    ListVersion,
    Party,
    Payment,
    Text,
)

AFTER_JUNE = AsOf(datetime(2024, 7, 3, 1, tzinfo=UTC), datetime(2024, 7, 3, 1, tzinfo=UTC))


def listed(entry: str, name: str, **more: object) -> ListedEntity:
    """An invented entity blocked under E.O. 14024."""
    facts: dict[str, object] = {
        "schema": "Organization",
        "programs": ("RUSSIA-EO14024",),
        "measures": ("blocking",),
        "secondary": ("s11",),
        "countries": ("RU",),
        "identifiers": (),
    }
    return ListedEntity("us-ofac-sdn", entry, names=(ListedName(name, "primary"),), **(facts | more))  # type: ignore[arg-type]


ENTITIES = (
    listed("1", "JOINT STOCK COMPANY ZAVOD KVARTSOVIK", identifiers=(ListedIdentifier("INN", "7707083893", "RU"),)),
    listed("2", "SEVERNY MAYAK BANK", identifiers=(ListedIdentifier("BIC", "SVMKRUMM", None),)),
)


def version(
    name: str = "us-ofac-sdn", published: str = "2024-07-02", regime: str = "us", *,
    excerpt: bool = False, public: bool = True,
) -> ListVersion:  # fmt: skip
    return ListVersion(name, published, "option", f"digest-of-{name}", 2, regime, "invented", excerpt, public)


def edition_of(
    *versions: ListVersion, text: str | None = None, trial: bool = False, entities: tuple[ListedEntity, ...] = ENTITIES
) -> Edition:
    """An edition with the same entities in each list."""
    book = read_book()
    policy = read_policy(text or shipped_text(), "policy", book.rule_names)
    lists = [OpenList(one, entities, NameIndex.from_bytes(build(entities), entities)) for one in versions]
    return make_edition(lists, book, policy, trial=trial)


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The shipped policy over one whole and fresh list."""
    return edition_of(version())


@pytest.fixture
def payment() -> Callable[..., Payment]:
    """A payment from a Russian debtor to a Chinese creditor, with the words and debtor asked for."""

    def made(
        words: str = "children's shoes HS 6403.99", debtor: str = "OOO VESYOLY BASHMACHOK", hs: str | None = "640399",
        inn: str | None = None, bank: str = "ZRCHRUMM", uetr: str | None = None,
    ) -> Payment:  # fmt: skip
        identifiers = (Identifier("INN", inn, True),) if inn else ()
        return Payment(
            source="one.xml#1",
            format="pacs.008.001.08",
            amount="1000.00",
            currency="CNY",
            value_date="2024-07-03",
            uetr=uetr,
            parties=(
                Party("debtor", "Dbtr/Nm", debtor, (debtor,), country="RU", identifiers=identifiers),
                Party("debtor_agent", "DbtrAgt", None, bic=bank, country="RU"),
                Party(
                    "creditor", "Cdtr/Nm", "FOSHAN LITTLE HERON CO LTD", ("FOSHAN LITTLE HERON CO LTD",), country="CN"
                ),
            ),
            texts=(Text("remittance", words, "RmtInf/Ustrd"),),
            goods=(Goods(hs, None, words, "RmtInf/Ustrd"),) if hs else (),
            route=("RU", "CN"),
        )

    return made
