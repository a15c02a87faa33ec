"""Who is who: the contract's role for each element that names a party, an agent or an account.

Decisions, each visible in the party's path:

* In a pacs.009 the debtor and creditor are banks; they keep these roles. In a cover (COV) the customers under
  `UndrlygCstmrCdtTrf` are debtor and creditor too: the transfer has two pairs, and a screener must see both.
* Earlier instructing agents (`PrvsInstgAgt1`…) instructed this payment: `instructing_agent`.
* Agents that take charges, forward an initiation or hold a charges account are in the chain: `intermediary_agent`.
* The owner and servicer of the account of a statement are creditor and creditor agent of a credit, debtor and debtor
  agent of a debit; before the direction is known they are `account_owner` and `account_servicer`.
* The issuer of an invoice is the `seller`, the invoiced the `buyer`; who is to be told of remittance, `notify_party`.
* Anyone named where we have no word for the place: a bank is an `intermediary_agent`, anybody else an
  `initiating_party`, so that every rule over the contract's roles sees them.
"""

from __future__ import annotations

PARTIES = {
    "Dbtr": "debtor",
    "UltmtDbtr": "ultimate_debtor",
    "InitgPty": "initiating_party",
    "Cdtr": "creditor",
    "UltmtCdtr": "ultimate_creditor",
    "OrgnlDbtr": "debtor",
    "OrgnlCdtr": "creditor",
    "FnlCdtr": "ultimate_creditor",
    "FnlDbtr": "ultimate_debtor",
    "Orgtr": "initiating_party",
    "TradgPty": "initiating_party",
    "CdtrSchmeId": "creditor",
    "Invcr": "seller",
    "Invcee": "buyer",
    "Grnshee": "ultimate_debtor",
    "GrnshmtAdmstr": "initiating_party",
    "RmtLctnDtls": "notify_party",
    "RmtLctnData": "notify_party",
    "PlcAndNm": "notify_party",
    "DlvrTo": "notify_party",
    "Ownr": "account_owner",
    "Pty": "initiating_party",
}
AGENTS = {
    "DbtrAgt": "debtor_agent",
    "CdtrAgt": "creditor_agent",
    "FrstAgt": "debtor_agent",
    "InstgAgt": "instructing_agent",
    "InstdAgt": "instructed_agent",
    "PrvsInstgAgt": "instructing_agent",
    "PrvsInstgAgt1": "instructing_agent",
    "PrvsInstgAgt2": "instructing_agent",
    "PrvsInstgAgt3": "instructing_agent",
    "IntrmyAgt": "intermediary_agent",
    "IntrmyAgt1": "intermediary_agent",
    "IntrmyAgt2": "intermediary_agent",
    "IntrmyAgt3": "intermediary_agent",
    "InstgRmbrsmntAgt": "reimbursement_agent",
    "InstdRmbrsmntAgt": "reimbursement_agent",
    "ThrdRmbrsmntAgt": "reimbursement_agent",
    "FwdgAgt": "intermediary_agent",
    "ChrgsAcctAgt": "intermediary_agent",
    "RcvgAgt": "instructed_agent",
    "DlvrgAgt": "instructing_agent",
    "IssgAgt": "intermediary_agent",
    "SttlmPlc": "intermediary_agent",
    "Svcr": "account_servicer",
    "Agt": "intermediary_agent",
    "Fr": "instructing_agent",
    "To": "instructed_agent",
}
ROLES = PARTIES | AGENTS
STRANGE_AGENT = "intermediary_agent"
STRANGE_PARTY = "initiating_party"

# An element with one of these children names somebody, whatever the element itself is called.
SIGNS_OF_AGENT = frozenset(("FinInstnId", "BICFI", "BIC", "ClrSysMmbId"))
SIGNS_OF_PARTY = frozenset(("PstlAdr", "Adr", "AnyBIC", "BICOrBEI", "OrgId", "PrvtId", "CtryOfRes", "CtctDtls"))

BY_DIRECTION = {
    ("account_owner", "CRDT"): "creditor",
    ("account_owner", "DBIT"): "debtor",
    ("account_servicer", "CRDT"): "creditor_agent",
    ("account_servicer", "DBIT"): "debtor_agent",
}
NO_DIRECTION = {"account_owner": STRANGE_PARTY, "account_servicer": STRANGE_AGENT}

# Our scheme for the publisher's code of an identification (ISO 20022 external code sets, and words that banks write).
SCHEMES = {
    "TXID": "TAX",
    "TAX": "TAX",
    "TAXID": "TAX",
    "TIN": "TAX",
    "VAT": "TAX",
    "VATN": "TAX",
    "CCPT": "PASSPORT",
    "PASSPORT": "PASSPORT",
    "NIDN": "NATIONAL-ID",
    "NATIONALID": "NATIONAL-ID",
    "SOSE": "SOCIAL-SECURITY",
    "ARNU": "ALIEN-REGISTRATION",
    "DRLC": "DRIVING-LICENCE",
    "CUST": "CUSTOMER",
    "EMPL": "EMPLOYER",
    "BANK": "BANK-PARTY",
    "COID": "REG",
    "CINC": "REG",
    "SREN": "REG",
    "SRET": "REG",
    "REG": "REG",
    "DUNS": "DUNS",
    "GS1G": "GLN",
    "CHID": "CLEARING",
    "INN": "INN",
    "ИНН": "INN",
    "KPP": "KPP",
    "КПП": "KPP",
    "OGRN": "OGRN",
    "ОГРН": "OGRN",
    "OKPO": "OKPO",
    "USCC": "USCC",
    "USCI": "USCC",
    "LEI": "LEI",
    "BIC": "BIC",
    "BIK": "BIK",
    "БИК": "BIK",
    "RUCBC": "BIK",
    "CNAPS": "CNAPS",
    "IMO": "IMO",
    "IMON": "IMO",
}

# Identifications that older versions give an element of their own, and those of tax parties.
IDENTIFYING = {
    "LEI": "LEI",
    "TaxId": "TAX",
    "TaxIdNb": "TAX",
    "RegnId": "REG",
    "DUNS": "DUNS",
    "EANGLN": "GLN",
    "IBEI": "IBEI",
    "USCHU": "CHIPS-UID",
    "BkPtyId": "BANK-PARTY",
    "DrvrsLicNb": "DRIVING-LICENCE",
    "CstmrNb": "CUSTOMER",
    "SclSctyNb": "SOCIAL-SECURITY",
    "AlnRegnNb": "ALIEN-REGISTRATION",
    "PsptNb": "PASSPORT",
    "IdntyCardNb": "NATIONAL-ID",
    "MplyrIdNb": "EMPLOYER",
    "PhneNb": "PHONE",
    "MobNb": "PHONE",
    "FaxNb": "FAX",
    "EmailAdr": "EMAIL",
    "URLAdr": "WEBSITE",
}


def scheme_of(code: str | None) -> str:
    """Our name of an identification scheme: from the table, else the code as printed in capitals, else `OTHER`."""
    if not code:
        return "OTHER"
    bare = code.upper().replace(" ", "").replace("-", "").replace("_", "").replace(".", "")
    return SCHEMES.get(bare) or " ".join(code.upper().split())
