"""Decisions as the engine writes them, for the report. Parties are invented; the listed firm is on OFAC's list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Decision = dict[str, Any]

CITE_S11 = {
    "act": "E.O. 14024, as amended by E.O. 14114",
    "place": "section 11(a)(i)",
    "url": "https://www.federalregister.gov/documents/full_text/text/2023/12/26/2023-28662.txt",
    "in_force": "2023-12-22",
    "status": "verified",
}
CITE_FAQ = {
    "act": "OFAC FAQ 1181",
    "place": "answer",
    "url": "https://ofac.treasury.gov/faqs/1181",
    "in_force": "2024-06-12",
    "status": "secondary",
}
CITE_CHPL = {
    "act": "Common High Priority List",
    "place": "tier 3.B",
    "url": "https://bis.gov/node/6280",
    "in_force": "2024-02-23",
    "status": "unverified",
}
REMITTANCE = "CdtTrfTxInf[1]/RmtInf/Ustrd"
LIMBS = {"s11-designated": "yes", "chpl-goods": "unknown"}
STEPS = [
    {"name": "starting point", "ours": "", "theirs": "", "weight": -7600},
    {"name": "all words, same", "ours": "武汉高芯科技有限公司", "theirs": "武汉高芯科技有限公司", "weight": 11400},
    {"name": "legal form, same", "ours": "有限公司", "theirs": "有限公司", "weight": 300},
    {"name": "country, same", "ours": "CN", "theirs": "CN", "weight": 1200},
    {"name": "kind of bearer, unlike", "ours": "Person", "theirs": "Company", "weight": -900},
]


def _party(role: str, name: str | None, country: str, **more: object) -> Decision:
    path = f"CdtTrfTxInf[1]/{role}/Nm"
    shape = {
        "bic": None,
        "account": None,
        "identifiers": [],
        "forms": [],
        "address": [],
        "printed": [name] if name else [],
    }
    return {"role": role, "name": name, "country": country, "path": path, **shape, **more}


def _match(role: str, **more: object) -> Decision:
    return {
        "kind": "listed-entity",
        "role": role,
        "path": f"CdtTrfTxInf[1]/{role}/Nm",
        "list": "us-ofac-sdn",
        "entry": "46633",
        "name": "WUHAN GLOBAL SENSOR TECHNOLOGY CO., LTD.",
        "programs": ["RUSSIA-EO14024"],
        "remarks": ["Secondary sanctions risk: See Section 11 of Executive Order 14024."],
        "score": 0.9881,
        "weight": sum(step["weight"] for step in STEPS),
        "steps": STEPS,
        "settled_by": "name",
        **more,
    }


def _finding(rule: str, answer: str, effect: str, force: str, **more: object) -> Decision:
    clauses = [{"id": "asked", "asks": f"Does {rule} apply?", "saw": "nothing of the kind", "answer": answer}]
    found = {"rule": rule, "answer": answer, "effect": effect, "force": force, "clauses": clauses}
    return {**found, "subject": None, "evidence": [], "cites": [], "error": None, **more}


@pytest.fixture
def stopped() -> Decision:
    """Stopped: a firm with the section-11 remark stands behind a Hong Kong creditor."""
    subject = {"role": "ultimate_creditor", "path": "CdtTrfTxInf[1]/ultimate_creditor/Nm"}
    listed = {"subject": subject, "evidence": [_match("ultimate_creditor")]}
    clauses = [
        {
            "id": "same",
            "asks": "Is the party the listed one?",
            "saw": "score 0.9881",
            "answer": "yes",
        },
        {
            "id": "tag",
            "asks": "Does it carry the programme?",
            "saw": "RUSSIA-EO14024, s.11",
            "answer": "yes",
        },
    ]
    return {
        "id": "0123456789abcdef0123456789abcdef",
        "outcome": "stop",
        "trial": False,
        "determination": {
            "answer": "linked",
            "rests_on": "list",
            "limbs": LIMBS,
        },
        "release_basis": None,
        "payment": {
            "source": "inbox/2024-07-10/SK-24-0710.xml#1",
            "format": "pacs.008.001.12",
            "message_id": "DCRB20240710021",
            "end_to_end_id": "SK-24-0710",
            "uetr": "5b0e6c1e-4a55-4d0c-9a7e-0a3f6f2f9f11",
            "amount": "3120000.00",
            "currency": "CNY",
            "value_date": "2024-07-10",
            "parties": [
                _party("ultimate_debtor", "OOO Polyarny Vzglyad", "RU"),
                _party("debtor", "Gulf Meridian General Trading FZE", "AE", account="AE639990000123456789012"),
                _party("debtor_agent", None, "AE", bic="DCRBAEAD"),
                _party("creditor_agent", "Pearl Estuary Bank", "HK", bic="PEBKHKHH"),
                _party("creditor", "Silver Kestrel Trading HK Limited", "HK", account="012-345678-838"),
                _party(
                    "ultimate_creditor",
                    "武汉高芯科技有限公司",
                    "CN",
                    identifiers=[{"scheme": "USCC", "value": "914201000668186736", "valid": True}],
                    address=["Wuhan"],
                ),
            ],
            "texts": [
                {
                    "kind": "remittance",
                    "value": "Modules as agreed, onward to Moscow",
                    "path": "CdtTrfTxInf[1]/RmtInf/Ustrd",
                }
            ],
            "goods": [],
            "route": ["AE", "HK", "CN", "RU"],
            "unread": [{"path": "GrpHdr/NbOfTxs", "value": "1"}],
        },
        "paired": [{"format": "pacs.009.001.08", "source": "inbox/2024-07-10/cover.xml#1", "uetr": "5b0e6c1e"}],
        "seen": {"goods": [], "mentioned": []},
        "findings": [
            _finding(
                "chpl-goods",
                "unknown",
                "review",
                "exposes",
                clauses=[
                    {
                        "id": "named",
                        "asks": "Are the goods named?",
                        "saw": "“Modules as agreed”",
                        "answer": "unknown",
                    },
                    {
                        "id": "nexus",
                        "asks": "Do they go to Russia or Belarus?",
                        "saw": "onward to Moscow",
                        "answer": "yes",
                    },
                ],
                cites=[CITE_CHPL],
            ),
            _finding("listed-bank-in-chain", "no", "none", "exposes"),
            _finding("listed-party", "yes", "stop", "policy", **listed, cites=[CITE_FAQ]),
            _finding("s11-critical-item", "no", "none", "exposes"),
            _finding(
                "s11-designated", "yes", "stop", "exposes", **{**listed, "clauses": clauses}, cites=[CITE_S11, CITE_FAQ]
            ),
        ],
        "releasing": [],
        "unknowns": [
            {
                "rule": "chpl-goods",
                "lacks": "what the modules are",
                "would_settle": "the export declaration with customs codes",
            },
            {
                "rule": "s11-owned",
                "lacks": "who owns the creditor",
                "would_settle": "an extract of the register",
            },
        ],
        "permitted_actions": ["hold", "ask", "decline", "return"],
        "as_of": {"law": "2024-07-15T09:00:00+08:00", "known": "2024-07-15T09:00:00+08:00"},
        "edition": {
            "id": "7c1f0d5e9a3b2468",
            "lists": {
                "us-ofac-sdn": {
                    "published": "2024-07-02",
                    "digest": "d" * 64,
                    "entries": 15443,
                    "regime": "us",
                    "excerpt": False,
                }
            },
            "law": "a1" * 32,
            "policy": "b2" * 32,
            "institution": "c3" * 32,
            "engine": "e5" * 32,
        },
        "program": "0.1.0",
    }


@pytest.fixture
def reviewed(stopped: Decision) -> Decision:
    """Held for review: ball bearings are named in words only, and a bank's name is near a listed one."""
    path = REMITTANCE
    goods = {"kind": "goods", "path": path, "hs": "848210", "tier": "3.B", "grade": "words", "words": "ball bearings"}
    payment = {
        **stopped["payment"],
        "source": "inbox/bearings.fin#1",
        "format": "MT103",
        "end_to_end_id": None,
        "amount": "48210.5",
        "parties": [
            _party(
                "debtor",
                "OOO Ugolny Privod",
                "RU",
                printed=["INN7412996602 KPP741201001", "OOO UGOLNY PRIVOD"],
                identifiers=[{"scheme": "INN", "value": "7412996602", "valid": True}],
            ),
            _party(
                "creditor",
                "Linqing Rolling River Bearing Co Ltd",
                "CN",
                forms=[{"kind": "ccc", "value": "临清滚河轴承有限公司"}],
            ),
        ],
        "texts": [
            {
                "kind": "remittance",
                "value": "'(VO11100)'Ball Bearings, spec 5\nCONTRACT UP-LR-24",
                "path": path,
                "forms": [],
            }
        ],
        "goods": [{"hs": None, "hs_edition": None, "words": "Ball Bearings, spec 5", "path": path}],
        "route": ["RU", "CN"],
        "unread": [],
    }
    return {
        **stopped,
        "id": "fedcba9876543210fedcba9876543210",
        "outcome": "review",
        "determination": {"answer": "cannot-tell", "rests_on": "declared-text", "limbs": {"chpl-goods": "unknown"}},
        "payment": payment,
        "paired": [],
        "seen": {"goods": [{"path": path, "hs": "848210", "tier": "3.B", "grade": "words"}], "mentioned": []},
        "findings": [
            _finding(
                "chpl-goods",
                "unknown",
                "review",
                "exposes",
                subject={"role": "goods", "path": path},
                evidence=[goods],
                cites=[CITE_CHPL],
            ),
            *[
                _finding(rule, "no", "none", "exposes")
                for rule in ("listed-bank-in-chain", "listed-party", "s11-designated")
            ],
        ],
        "releasing": [
            _finding(
                "harmless",
                "yes",
                "none",
                "informs",
                clauses=[
                    {
                        "id": "small",
                        "asks": "Is nobody listed?",
                        "saw": "15,443 entries searched, none near",
                        "answer": "yes",
                    }
                ],
            )
        ],
        "unknowns": [
            {
                "rule": "chpl-goods",
                "lacks": "the customs code of the bearings",
                "would_settle": "the export declaration",
            }
        ],
    }


@pytest.fixture
def released(stopped: Decision) -> Decision:
    """Released for its evidence."""
    return {**stopped, "outcome": "release", "release_basis": "positive-evidence", "findings": [], "unknowns": []}


@pytest.fixture
def unreadable() -> Decision:
    """A message that breaks off."""
    error = {
        "where": "line 41",
        "found": "the end of the file",
        "expected": "</DbtrAgt>",
        "advice": "Ask for it again.",
    }
    return {"outcome": "unreadable", "payment": {"source": "inbox/cut.xml#1"}, "error": error}


@pytest.fixture
def not_a_payment() -> Decision:
    """A status report."""
    return {
        "outcome": "not-a-payment",
        "payment": {"source": "inbox/status.xml#1", "format": "pacs.002.001.10", "message_id": "S1"},
    }


@pytest.fixture
def trial() -> Callable[[Decision], Decision]:
    """Turns a decision into one made with the starter edition."""

    def turned(decision: Decision) -> Decision:
        lists = {
            "brightline-starter": {
                "published": "2024-07-02",
                "digest": "f" * 64,
                "entries": 156,
                "regime": "trial",
                "excerpt": True,
            }
        }
        return {**decision, "trial": True, "edition": {**decision["edition"], "lists": lists}}

    return turned
