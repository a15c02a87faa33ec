"""Status reports, returns, recalls and their answers: pacs.002, pacs.004, camt.056, camt.029."""

from __future__ import annotations

from brightline.answering.drafts.order import Order, in_chunks
from brightline.answering.drafts.xml import Content, agent, document, moment, money, original_ids
from brightline.errors import Refused

_TEXT, _MOST_TEXTS = 105, 20
_ANSWERED = {
    "CNCL": ("CNCL", "ACCR"),
    "RJCR": ("RJCR", "RJCR"),
    "PDCR": ("PDCR", "PDCR"),
}  # of the case, of the payment


def status_report(order: Order) -> bytes:
    """A pacs.002: the payment is rejected, with a code and what people add."""
    transaction: Content = {
        "StsId": order.reference,
        **original_ids(order.original),
        "TxSts": order.code.status if order.code else None,
        "StsRsnInf": _reason(order),
        "InstgAgt": agent(order.ours),
        "InstdAgt": agent(order.theirs),
    }
    header: Content = {"MsgId": order.reference, "CreDtTm": moment(order.made)}
    return document(order.kind.version, {"FIToFIPmtStsRpt": {"GrpHdr": header, "TxInfAndSts": transaction}})


def payment_return(order: Order) -> bytes:
    """A pacs.004: all of the money goes back the way it came. Raises Refused where the payment names no amount."""
    original, amount = order.original, money(order.original)
    if amount is None:
        raise Refused("draft pacs.004", "a payment without an amount and its currency", "both")
    header: Content = {
        "MsgId": order.reference,
        "CreDtTm": moment(order.made),
        "NbOfTxs": "1",
        "SttlmInf": {"SttlmMtd": "INDA"},
    }
    transaction: Content = {
        "RtrId": order.reference,
        **original_ids(original),
        "OrgnlIntrBkSttlmAmt": amount,
        "OrgnlIntrBkSttlmDt": original.value_date,
        "RtrdIntrBkSttlmAmt": amount,
        "IntrBkSttlmDt": order.made.date().isoformat(),
        "ChrgBr": "SHAR",
        "InstgAgt": agent(order.ours),
        "InstdAgt": agent(order.theirs),
        "RtrChain": _way_back(order),
        "RtrRsnInf": _reason(order),
    }
    return document(order.kind.version, {"PmtRtr": {"GrpHdr": header, "TxInf": transaction}})


def cancellation_request(order: Order) -> bytes:
    """A camt.056: the bank that was sent the payment is asked to give it back."""
    transaction: Content = {
        "CxlId": order.reference,
        "Case": _case(order),
        **original_ids(order.original),
        "OrgnlIntrBkSttlmAmt": money(order.original),
        "OrgnlIntrBkSttlmDt": order.original.value_date,
        "CxlRsnInf": _reason(order),
    }
    control: Content = {"NbOfTxs": "1"}
    content = {"Assgnmt": _assignment(order), "CtrlData": control, "Undrlyg": {"TxInf": transaction}}
    return document(order.kind.version, {"FIToFIPmtCxlReq": content})


def cancellation_answer(order: Order) -> bytes:
    """A camt.029: the request is answered, refused with a code, or still open."""
    status = order.code.status if order.code else None
    case, payment = _ANSWERED[status or "PDCR"]
    transaction: Content = {
        "CxlStsId": order.reference,
        **original_ids(order.original),
        "TxCxlSts": payment,
        "CxlStsRsnInf": _reason(order) if case == "RJCR" else _words(order),
    }
    resolved: Content = (
        {"Id": order.to_reference, "Cretr": {"Agt": agent(order.theirs)}} if order.to_reference else None
    )
    content: Content = {
        "Assgnmt": _assignment(order),
        "RslvdCase": resolved,
        "Sts": {"Conf": case},
        "CxlDtls": {"TxInfAndSts": transaction},
    }
    return document(order.kind.version, {"RsltnOfInvstgtn": content})


def _assignment(order: Order) -> Content:
    who: dict[str, Content] = {"Assgnr": {"Agt": agent(order.ours)}, "Assgne": {"Agt": agent(order.theirs)}}
    return {"Id": order.reference, **who, "CreDtTm": moment(order.made)}


def _case(order: Order) -> Content:
    return {"Id": order.reference, "Cretr": {"Agt": agent(order.ours)}}


def _way_back(order: Order) -> Content:
    """From our bank to whoever paid: a person or firm by name, a bank by its BIC; left out where neither is known."""
    debtor = order.original.debtor
    name, bic, country = debtor.get("name"), debtor.get("bic"), debtor.get("country")
    if not name and not bic:
        return None
    by_name: Content = {"Pty": {"Nm": str(name)[:140], "PstlAdr": {"Ctry": str(country)} if country else None}}
    payer: Content = by_name if name else {"Agt": agent(str(bic))}
    bank = order.original.debtor_agent
    return {"Dbtr": {"Agt": agent(order.ours)}, "CdtrAgt": agent(bank) if bank else None, "Cdtr": payer}


def _reason(order: Order) -> Content:
    return {"Rsn": {"Cd": order.code.code} if order.code else None, **_words(order)}


def _words(order: Order) -> dict[str, Content]:
    return {"AddtlInf": list(in_chunks(order.words, _TEXT))[:_MOST_TEXTS]}
