"""Where one part of a payment says other things than another: words beside codes, codes beside codes."""

from __future__ import annotations

from collections.abc import Iterator

from brightline.nexus.facts import Facts
from brightline.nexus.signs.goods_kinds import is_risky
from brightline.terms import Party

_GOODS_CODES, _SERVICE_CODES = ("CGODDR",), ("CSTRDR",)
# First two digits of the Bank of Russia's currency operations: goods, services, conversion, loans, capital.
_GOODS_OPERATIONS, _SERVICE_OPERATIONS = ("10", "11", "12", "13"), ("20", "21")
_PAID_BY_RUSSIA, _PAID_TO_RUSSIA = ("11", "21", "23"), ("10", "20", "22")
_REFUNDS = ("800", "900")  # money back: paid the other way round
# Operations that say that goods or payer do not go the plain way: goods sold abroad, agents, debts taken over.
_ROUNDABOUT = ("12050", "12060", "204", "205", "214", "215", "221", "222", "231", "232", "320")


def contradictions(facts: Facts) -> tuple[str, ...]:
    """Every contradiction, in a reviewer's words."""
    return tuple(dict.fromkeys((*_words_against_codes(facts), *_purposes(facts), *_directions(facts))))


def roundabout_operations(facts: Facts) -> tuple[str, ...]:
    """Currency-operation codes by which goods or payer differ from the plain case of an import or export."""
    return tuple(f"{{VO{code}}}" for code in _operations(facts) if code.startswith(_ROUNDABOUT))


def _words_against_codes(facts: Facts) -> Iterator[str]:
    yield from (f"{line.words!r}: {line.note}" for line in facts.goods if "name other goods than the code" in line.note)
    services = [line.words or "" for line in facts.goods if line.reading == "service" and line.note == "a purpose code"]
    risky = [line for line in facts.goods if is_risky(line)]
    yield from (f"{service} beside {line.hs or line.words}" for service in services for line in risky)


def _purposes(facts: Facts) -> Iterator[str]:
    purposes = [code.value for code in facts.payment.codes if "purpose" in code.kind]
    operations = _operations(facts)
    goods = [code for code in purposes if code in _GOODS_CODES], [c for c in operations if c[:2] in _GOODS_OPERATIONS]
    services = (
        [code for code in purposes if code in _SERVICE_CODES],
        [c for c in operations if c[:2] in _SERVICE_OPERATIONS],
    )
    yield from (f"{one} says goods, {{VO{two}}} says services" for one in goods[0] for two in services[1])
    yield from (f"{one} says services, {{VO{two}}} says goods" for one in services[0] for two in goods[1])
    risky = [line.hs or line.words for line in facts.goods if is_risky(line)]
    yield from (f"{code} says services beside {named}" for code in services[0] for named in risky)
    yield from (f"{{VO{code}}} says services beside {named}" for code in services[1] for named in risky)


def _directions(facts: Facts) -> Iterator[str]:
    """An operation that a Russian side pays, paid by somebody else, and the other way round."""
    debtor, creditor = _country(facts, "debtor"), _country(facts, "creditor")
    for code in _operations(facts):
        if code[2:] in _REFUNDS:
            continue
        if code[:2] in _PAID_BY_RUSSIA and debtor and debtor != "RU":
            yield f"{{VO{code}}} is paid by a Russian side; the payer sits in {debtor}"
        if code[:2] in _PAID_TO_RUSSIA and debtor == "RU" and creditor and creditor != "RU":
            yield f"{{VO{code}}} is paid to a Russian side; the payee sits in {creditor}"


def _operations(facts: Facts) -> tuple[str, ...]:
    return tuple(code.value for code in facts.payment.codes if code.kind == "currency-operation")


def _country(facts: Facts, role: str) -> str | None:
    found: Party | None = next((party for party in facts.payment.parties if party.role == role), None)
    return found.country if found else None
