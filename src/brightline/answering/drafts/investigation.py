"""Requests for information and their answers: camt.110 and camt.111.

No schema of the catalogue could be had for these two; the elements and their order are our own reading of the
messages as banks use them across borders (request V01, response V02). Hold them against the schema you send under.
"""

from __future__ import annotations

from brightline.answering.drafts.order import Order, in_chunks
from brightline.answering.drafts.xml import Content, agent, document, money, original_ids

_NARRATIVE = 500


def investigation_request(order: Order) -> bytes:
    """A camt.110 of the type RQFI (request for information), one question for each part of the words."""
    asked: Content = {
        "MsgId": order.reference,
        "RqstrInvstgtnId": order.reference,
        **_type(order, order.code.code if order.code else "COMP"),
        "Undrlyg": {"IntrBk": _underlying(order)},
        "Rqstr": {"Agt": agent(order.ours)},
        "Rspndr": {"Agt": agent(order.theirs)},
    }
    parts = list(in_chunks(order.words or "Please send us the documents of this payment.", _NARRATIVE))
    data: list[Content] = [
        {"Seq": str(number), "Rsn": {"Prtry": "RFI"}, "AddtlReqData": {"ReqNrrtv": part}}
        for number, part in enumerate(parts, start=1)
    ]
    return document(order.kind.version, {"InvstgtnReq": {"InvstgtnReq": asked, "InvstgtnData": data}})


def investigation_response(order: Order) -> bytes:
    """A camt.111: the answer in words, with the request it answers."""
    data: list[Content] = [{"RspnData": {"RspnNrrtv": part}} for part in in_chunks(order.words, _NARRATIVE)]
    answered: Content = {
        "MsgId": order.reference,
        "RspndrInvstgtnId": order.reference,
        "InvstgtnSts": {"Sts": order.code.status if order.code else "PDNG"},
        "InvstgtnData": data,
    }
    asked_by = order.to_reference or order.original.message_id
    request: Content = {
        "MsgId": asked_by,
        "RqstrInvstgtnId": asked_by,
        **_type(order, "COMP"),
        "Rqstr": {"Agt": agent(order.theirs)},
        "Rspndr": {"Agt": agent(order.ours)},
    }
    content: Content = {"InvstgtnRspn": answered, "OrgnlInvstgtnReq": request}
    return document(order.kind.version, {"InvstgtnRspn": content})


def _type(order: Order, about: str) -> dict[str, Content]:
    instrument: Content = {"Prtry": order.original.message_name}
    return {"InvstgtnTp": {"Cd": "RQFI"}, "InvstgtnSubTp": {"Cd": about}, "UndrlygInstrm": instrument}


def _underlying(order: Order) -> Content:
    settled: dict[str, Content] = {
        "OrgnlIntrBkSttlmAmt": money(order.original),
        "OrgnlIntrBkSttlmDt": order.original.value_date,
    }
    return {**original_ids(order.original), **settled}
