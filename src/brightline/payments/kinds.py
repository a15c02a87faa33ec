"""Which messages move money and which do not, by root element and by business area.

Source: the ISO 20022 message catalogue (payments initiation, clearing and settlement, cash management). What is in
neither table is unreadable: we never call a message that we do not know "not a payment".
"""

from __future__ import annotations

import re

TYPE = re.compile(r"(?<![A-Za-z])([a-z]{4}\.\d{3}\.\d{3}\.\d{2})(?!\d)")
_VERSION = re.compile(r"V\d\d$")

ROOTS = {
    "FIToFICstmrCdtTrf": "pacs.008",
    "FICdtTrf": "pacs.009",
    "FinInstnCdtTrf": "pacs.009",
    "PmtRtr": "pacs.004",
    "CstmrCdtTrfInitn": "pain.001",
    "BkToCstmrAcctRpt": "camt.052",
    "BkToCstmrStmt": "camt.053",
    "BkToCstmrDbtCdtNtfctn": "camt.054",
    # transfers of types we do not read
    "FIToFICstmrDrctDbt": "pacs.003",
    "FIToFIPmtRvsl": "pacs.007",
    "FIDrctDbt": "pacs.010",
    "MulSttlmReq": "pacs.029",
    "CstmrPmtRvsl": "pain.007",
    "CstmrDrctDbtInitn": "pain.008",
    "LqdtyCdtTrf": "camt.050",
    "LqdtyDbtTrf": "camt.051",
    # no transfers
    "FIToFIPmtStsRpt": "pacs.002",
    "PmtStsRpt": "pacs.002",
    "FIToFIPmtStsReq": "pacs.028",
    "CstmrPmtStsRpt": "pain.002",
    "CdtrPmtActvtnReq": "pain.013",
    "CdtrPmtActvtnReqStsRpt": "pain.014",
    "MndtInitnReq": "pain.009",
    "MndtAmdmntReq": "pain.010",
    "MndtCxlReq": "pain.011",
    "MndtAccptncRpt": "pain.012",
    "Rcpt": "camt.025",
    "UblToApply": "camt.026",
    "ClmNonRct": "camt.027",
    "AddtlPmtInf": "camt.028",
    "RsltnOfInvstgtn": "camt.029",
    "CstmrPmtCxlReq": "camt.055",
    "FIToFIPmtCxlReq": "camt.056",
    "NtfctnToRcv": "camt.057",
    "NtfctnToRcvCxlAdvc": "camt.058",
    "NtfctnToRcvStsRpt": "camt.059",
    "AcctRptgReq": "camt.060",
    "BkSvcsBllgStmt": "camt.086",
    "ChrgsPmtNtfctn": "camt.105",
    "ChrgsPmtReq": "camt.106",
    "ChqPresntmntNtfctn": "camt.107",
    "ChqCxlOrStopReq": "camt.108",
    "ChqCxlOrStopRpt": "camt.109",
    "InvstgtnReq": "camt.110",
    "InvstgtnRspn": "camt.111",
    "RmtAdvc": "remt.001",
    "SysEvtNtfctn": "admi.004",
    "RctAck": "admi.007",
}

# The elements that hold one transaction each, from the outside in; the last one is the transaction.
LEVELS = {
    "pacs.008": ("CdtTrfTxInf",),
    "pacs.009": ("CdtTrfTxInf",),
    "pacs.004": ("TxInf",),
    "pain.001": ("PmtInf", "CdtTrfTxInf"),
    "camt.052": ("Rpt", "Ntry"),
    "camt.053": ("Stmt", "Ntry"),
    "camt.054": ("Ntfctn", "Ntry"),
}
STATEMENTS = frozenset(("camt.052", "camt.053", "camt.054"))

UNREAD_TRANSFERS = {
    "pacs.003": "a customer direct debit",
    "pacs.007": "a payment reversal",
    "pacs.010": "a direct debit between institutions",
    "pacs.029": "a multilateral settlement request",
    "pain.007": "a customer payment reversal",
    "pain.008": "a customer direct debit initiation",
    "camt.050": "a liquidity credit transfer",
    "camt.051": "a liquidity debit transfer",
}
_QUIET_PAIN = frozenset(f"pain.{number:03d}" for number in (2, 9, 10, 11, 12, 13, 14, 17, 18))
_QUIET_PACS = frozenset(("pacs.002", "pacs.028"))
_QUIET_AREAS = frozenset(("acmt", "admi", "auth", "camt", "head", "reda", "remt"))


def moves_no_money(kind: str) -> bool:
    """Whether a message of that kind (`camt.056`) is known to move no money. False for what we do not know."""
    if kind in LEVELS or kind in UNREAD_TRANSFERS:
        return False
    return kind in _QUIET_PAIN or kind in _QUIET_PACS or kind[:4] in _QUIET_AREAS


def kind_of_root(name: str) -> str | None:
    """The kind that a root element says: `FIToFICstmrCdtTrf` → `pacs.008`; first versions name it outright."""
    named = TYPE.fullmatch(name)
    if named:
        return name[:8]
    return ROOTS.get(name) or ROOTS.get(_VERSION.sub("", name))


def type_in(words: str | None) -> str | None:
    """The full message type named in a namespace or header value: `pacs.008.001.08`, or None."""
    found = TYPE.search(words) if words else None
    return found.group(1) if found else None
