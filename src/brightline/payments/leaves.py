"""Where a single value of a message belongs: amount, date, reference, text, code, account or nowhere (unread).

Names come first, then the attribute that gives a currency, then the endings that ISO 20022 uses consistently
(`…Amt`, `…Dt`, `…Id`, `…Cd`). Inside remittance information everything that is none of these is remittance text.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache


class Field(Enum):
    """The fields of a payment that hold single values."""

    AMOUNT = "amounts"
    DATE = "dates"
    REFERENCE = "references"
    CODE = "codes"
    ACCOUNT = "accounts"
    TEXT = "texts"
    UNREAD = "unread"


# An element that gives all below it the kind of its texts.
CONTEXTS = {
    "RmtInf": "remittance",
    "RltdRmtInf": "remittance_location",
    "RgltryRptg": "regulatory",
    "RegltryRptg": "regulatory",
    "InstrForCdtrAgt": "instruction",
    "InstrForDbtrAgt": "instruction",
    "InstrForNxtAgt": "instruction",
    "Purp": "purpose",
    "CtctDtls": "contact",
}

_REFERENCES = {
    "MsgId": "message_id",
    "BizMsgIdr": "business_message_id",
    "InstrId": "instruction_id",
    "EndToEndId": "end_to_end_id",
    "TxId": "transaction_id",
    "UETR": "uetr",
    "ClrSysRef": "clearing_system_reference",
    "PmtInfId": "payment_information_id",
    "OrgnlMsgId": "original_message_id",
    "OrgnlInstrId": "original_instruction_id",
    "OrgnlEndToEndId": "original_end_to_end_id",
    "OrgnlTxId": "original_transaction_id",
    "OrgnlUETR": "original_uetr",
    "OrgnlPmtInfId": "original_payment_information_id",
    "RtrId": "return_id",
    "AcctSvcrRef": "account_servicer_reference",
    "NtryRef": "entry_reference",
    "MndtId": "mandate_id",
    "ChqNb": "cheque_number",
    "RmtId": "remittance_id",
}
_AMOUNTS = {
    "IntrBkSttlmAmt": "settlement",
    "InstdAmt": "instructed",
    "EqvtAmt": "equivalent",
    "RtrdIntrBkSttlmAmt": "returned_settlement",
    "RtrdInstdAmt": "returned_instructed",
    "OrgnlIntrBkSttlmAmt": "original_settlement",
    "TtlIntrBkSttlmAmt": "total_settlement",
    "TtlRtrdIntrBkSttlmAmt": "total_returned",
    "ChrgsInf": "charges",
    "Chrgs": "charges",
    "Ntry": "entry",
    "TxDtls": "transaction",
    "TxAmt": "transaction",
    "Bal": "balance",
    "CtrlSum": "control_sum",
    "UnitPric": "unit_price",
}
_DATES = {
    "IntrBkSttlmDt": "settlement",
    "ReqdExctnDt": "requested_execution",
    "CreDtTm": "creation",
    "CreDt": "creation",
    "ValDt": "value",
    "BookgDt": "booking",
    "OrgnlIntrBkSttlmDt": "original_settlement",
    "AccptncDtTm": "acceptance",
    "PoolgAdjstmntDt": "pooling_adjustment",
}
_CODES = {
    "Purp": "purpose",
    "CtgyPurp": "category_purpose",
    "SvcLvl": "service_level",
    "LclInstrm": "local_instrument",
    "ChrgBr": "charge_bearer",
    "SttlmMtd": "settlement_method",
    "CdtDbtInd": "direction",
    "InstrPrty": "priority",
    "SttlmPrty": "settlement_priority",
    "PmtMtd": "payment_method",
    "Rsn": "reason",
    "Sts": "status",
    "BizSvc": "business_service",
    "MsgDefIdr": "message_definition",
    "OrgnlMsgNmId": "original_message_type",
    "Dtls": "regulatory",
    "SchmeNm": "identification_scheme",
    "Issr": "issuer",
    "Ctry": "country",
    "CtryOfBirth": "country_of_birth",
    "CityOfBirth": "city_of_birth",
    "PrvcOfBirth": "province_of_birth",
    "CtryOfRes": "country_of_residence",
    "Ccy": "currency",
    "SrcCcy": "currency",
    "TrgtCcy": "currency",
    "UnitCcy": "currency",
    "CcyOfTrf": "currency",
    "XchgRate": "exchange_rate",
    "ClrSysId": "clearing_system",
    "AdrTp": "address_type",
    "Mtd": "method",
    "FrmsCd": "form_code",
    "SubFmlyCd": "sub_family",
    "Domn": "domain",
    "Fmly": "family",
}
_TEXTS = {
    "Ustrd": "remittance",
    "AddtlRmtInf": "remittance",
    "InstrInf": "instruction",
    "InstrForDbtrAgt": "instruction",
    "InstrForNxtAgt": "instruction",
    "InstrForCdtrAgt": "instruction",
    "Inf": "regulatory",
    "AddtlNtryInf": "additional",
    "AddtlTxInf": "additional",
    "AddtlStmtInf": "additional",
    "AddtlRptInf": "additional",
    "AddtlNtfctnInf": "additional",
    "AddtlInf": "additional",
    "Nm": "name",
    "Desc": "description",
    "AdrLine": "address",
    "PstlAdr": "address",
    "ElctrncAdr": "address",
    "text()": "other",
}
_SUMS = frozenset(("Sum", "CtrlSum", "UnitPric"))
# Leaves whose own name says little: the element around them names the kind.
_BLAND = frozenset(("Id", "Cd", "Prtry", "Amt", "Dt", "DtTm", "Tp", "Nb", "Ref", "Issr", "text()"))
_PASSED_OVER = frozenset(("CdOrPrtry", "Othr", "Tp", "Id"))
_UNREAD = frozenset(("NbOfTxs", "PgNb", "ElctrncSeqNb", "LglSeqNb", "RptgSeq", "NbOfNtries", "SeqNb"))


@lru_cache(maxsize=4096)
def classify(name: str, around: str, above: str, context: str, has_currency: bool) -> tuple[Field, str]:
    """The field and kind of a leaf, from its name, the two elements around it and what it stands in.

    `context` is a kind from `CONTEXTS`, or empty. Cached: a message knows few names, whatever its length.
    """
    holder = above if around in _PASSED_OVER and name in _BLAND else around
    key = holder if name in _BLAND else name
    if has_currency or name.endswith("Amt") or name in _SUMS:
        return Field.AMOUNT, _AMOUNTS.get(key) or _AMOUNTS.get(around) or key
    if name.endswith(("Dt", "DtTm", "Tm")) or name == "Yr":
        return Field.DATE, _DATES.get(key) or _DATES.get(around) or key
    if name in ("IBAN", "BBAN", "UPIC", "PAN"):
        return Field.ACCOUNT, name.lower()
    if context == "remittance" and not _coded(name):
        return Field.TEXT, "remittance"
    return _by_name(name, key, holder, context)


def _by_name(name: str, key: str, holder: str, context: str) -> tuple[Field, str]:
    if context == "contact":
        return Field.TEXT, "contact"
    if name in _UNREAD:
        return Field.UNREAD, key
    if name in _TEXTS:
        return Field.TEXT, context if context and name in ("Inf", "Nm", "InstrInf") else _TEXTS[name]
    if name in _REFERENCES:
        return Field.REFERENCE, _REFERENCES[name]
    if name in _CODES:
        return Field.CODE, _CODES[name]
    if _coded(name) or key in _CODES:
        return Field.CODE, _CODES.get(key) or _CODES.get(holder) or key
    if name.endswith(("Id", "Idr", "Ref", "Nb", "No", "ISIN")):
        return Field.REFERENCE, key
    if name.startswith("Addtl") or name.endswith(("Inf", "Desc", "Nrrtv", "Txt", "Adr", "Nm", "Titl")):
        return Field.TEXT, "additional"
    return Field.UNREAD, key


def _coded(name: str) -> bool:
    return name in ("Cd", "Prtry", "Tp", "Issr", "Ctry", "Ccy") or name.endswith(("Cd", "Tp", "Mtd"))
