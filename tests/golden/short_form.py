"""A payment written in a few lines → the bytes of a message, so that cases pass through the same door as messages.

`pay` is the payment object in short form: amount `CNY 1200.00`, parties by role (`name`, `in` the country, `bic`,
`address`, `born`; anything in capitals is an identifier), `remittance`, further texts by kind, `goods` as `code words`,
`route`. An agent that is left out is an invented, unlisted bank of the party's country. `as: mt103` or `as: pacs008`
beside it writes the same as such a message. `mt103`, `mt202`, `mt202cov` and `mt700` hold the fields of block 4;
`xml` a whole message.
"""

from __future__ import annotations

import json
import re
import textwrap
from typing import Any
from xml.sax.saxutils import escape

_TYPES = {"mt103": ("103", ""), "mt202": ("202", ""), "mt202cov": ("202", "{3:{119:COV}}"), "mt700": ("700", "")}
_SENDER, _RECEIVER = re.compile(r"^:52A:(\w+)", re.M), re.compile(r"^:5[78]A:(\w+)", re.M)
_BANKS = {
    "RU": ("ZRCHRUMM", "Zarechny Commercial Bank", "RUSSIA"),
    "BY": ("BRZABY2X", "Berezina Trade Bank", "BELARUS"),
    "CN": ("HLTNCNBS", "Harbour Lantern Bank", "CHINA"),
    "HK": ("PEBKHKHH", "Pearl Ferry Bank", "HONG KONG"),
    "KZ": ("ASTBKZKA", "Altyn Step Bank", "KAZAKHSTAN"),
    "KG": ("TNSHKG22", "Tulpar Bank", "KYRGYZSTAN"),
    "UZ": ("ZRFNUZ22", "Zarafshon Savdo Bank", "UZBEKISTAN"),
    "AM": ("ARGTAM22", "Aragats Bank", "ARMENIA"),
    "GE": ("KZBGGE22", "Kazbegi Valley Bank", "GEORGIA"),
    "TR": ("BSFRTRIS", "Bosfor Ticaret Bankasi", "TURKEY"),
    "AE": ("DNBKAEAD", "Dune Bay Bank", "UNITED ARAB EMIRATES"),
    "RS": ("MRVARSBG", "Morava Banka", "SERBIA"),
    "DE": ("RHTLDEFF", "Rheintal Bank", "GERMANY"),
    "IN": ("GDVRINBB", "Godavari Bank", "INDIA"),
    "VN": ("MKNGVNVX", "Mekong Delta Bank", "VIETNAM"),
    "US": ("LKSDUS33", "Lakeside National Bank", "UNITED STATES"),
    "IR": ("ZGRSIRTH", "Zagros Bank", "IRAN"),
    "IT": ("LMBRITMM", "Banca Lambro", "ITALY"),
}
_ROLES = (
    *("debtor", "ultimate_debtor", "debtor_agent", "intermediary_agent", "creditor_agent", "creditor"),
    *("vessel", "carrier"),
)
_SIMPLE = ("debtor", "debtor_agent", "creditor_agent", "creditor")  # what is written as an MT103 or pacs.008
_OWN = {"name", "in", "bic", "address", "born"}
_REST = {"amount", "goods", "value_date", "remittance", *_ROLES}
_WAYS = {"mt103": lambda pay, name: _mt103(pay, name), "pacs008": lambda pay, name: _pacs008(pay, name)}


def message_of(row: dict[str, Any]) -> bytes:
    """The bytes of the one message of a case."""
    for kind in _TYPES:
        if kind in row:
            return _fin(kind, str(row[kind]).strip()).encode()
    if "xml" in row:
        return str(row["xml"]).encode()
    pay, name = _with_banks(row["pay"]), row["id"]
    assert set(pay) <= _REST, f"{name}: {sorted(set(pay) - _REST)}"
    if "as" not in row:
        return json.dumps(_object(pay, name)).encode()
    assert set(pay) <= {"amount", "remittance", *_SIMPLE}, f"{name}: too much for {row['as']}"
    return _WAYS[row["as"]](pay, name).encode()


def _with_banks(said: dict[str, Any]) -> dict[str, Any]:
    pay = dict(said)
    for side in ("debtor", "creditor"):
        bank = _BANKS.get(pay.get(side, {}).get("in", ""))
        if bank and f"{side}_agent" not in pay:
            pay[f"{side}_agent"] = {"bic": bank[0], "name": bank[1], "in": pay[side]["in"]}
    return pay


def _object(pay: dict[str, Any], name: str) -> dict[str, Any]:
    currency, _, amount = pay["amount"].partition(" ")
    return {
        "format": "brightline.payment", "end_to_end_id": name, "amount": amount, "currency": currency,
        "value_date": pay.get("value_date"),
        "texts": [{"kind": "remittance", "value": pay["remittance"]}] if "remittance" in pay else [],
        "parties": [_party(role, pay[role]) for role in _ROLES if role in pay],
        "goods": [_goods(line) for line in pay.get("goods", [])],
    }  # fmt: skip


def _party(role: str, said: dict[str, str]) -> dict[str, Any]:
    return {
        "role": role, "name": said.get("name"), "printed": [said["name"]] if "name" in said else [],
        "country": said.get("in"), "bic": said.get("bic"), "birth_date": said.get("born"),
        "address": [said["address"]] if "address" in said else [],
        "identifiers": [{"scheme": key, "value": value} for key, value in _numbers(said).items()],
    }  # fmt: skip


def _numbers(said: dict[str, str]) -> dict[str, str]:
    numbers = {key: value for key, value in said.items() if key not in _OWN}
    assert all(key.isupper() for key in numbers), numbers
    return numbers


def _goods(line: str) -> dict[str, str | None]:
    code = re.match(r"[\d.]{4,12}", line)
    return {"hs": code.group() if code else None, "words": line[code.end() if code else 0 :].strip() or None}


def _mt103(pay: dict[str, Any], name: str) -> str:
    currency, _, amount = pay["amount"].partition(" ")
    lines = [
        f":20:{name[:16].upper()}", ":23B:CRED", f":32A:240910{currency}{amount.replace('.00', '').replace('.', ',')},",
        *_customer("50K", "40702156300000012345", pay["debtor"]), f":52A:{pay['debtor_agent']['bic']}",
        f":57A:{pay['creditor_agent']['bic']}", *_customer("59", "6217000123450001", pay["creditor"]),
        ":70:" + "\n".join(textwrap.wrap(pay["remittance"], 35, break_long_words=False)), ":71A:SHA",
    ]  # fmt: skip
    text = "\n".join(lines)
    assert text.isascii(), f"{name}: an MT103 is written in Latin letters"
    return _fin("mt103", text)


def _fin(kind: str, fields: str) -> str:
    """The blocks of a message from the bank in field 52A to the one in 57A or 58A."""
    number, block_3 = _TYPES[kind]
    sender, receiver = (
        _terminal(found.group(1) if found else bic)
        for found, bic in ((_SENDER.search(fields), "ZRCHRUMM"), (_RECEIVER.search(fields), "HLTNCNBS"))
    )
    block_1, block_2 = f"F01{receiver}0001000001", f"O{number}0915240516{sender}00010000012405161015N"
    return f"{{1:{block_1}}}{{2:{block_2}}}{block_3}{{4:\n{fields}\n-}}"


def _terminal(bic: str) -> str:
    return f"{bic[:8]}A{bic[8:] or 'XXX'}"


def _customer(field: str, account: str, said: dict[str, str]) -> list[str]:
    numbers = [f"{key}{value}" for key, value in _numbers(said).items()]
    name = textwrap.wrap(said["name"], 35)
    return [f":{field}:/{account}", *numbers, *name, _BANKS[said["in"]][2]]


def _pacs008(pay: dict[str, Any], name: str) -> str:
    currency, _, amount = pay["amount"].partition(" ")
    agents = [f"<FinInstnId><BICFI>{pay[role]['bic']}</BICFI></FinInstnId>" for role in _SIMPLE[1:3]]
    return (
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf><GrpHdr>'
        f"<MsgId>{name[:35]}</MsgId><CreDtTm>2024-09-10T09:00:00+08:00</CreDtTm><NbOfTxs>1</NbOfTxs>"
        f"<SttlmInf><SttlmMtd>INDA</SttlmMtd></SttlmInf></GrpHdr><CdtTrfTxInf><PmtId><EndToEndId>{name[:35]}"
        f'</EndToEndId></PmtId><IntrBkSttlmAmt Ccy="{currency}">{amount}</IntrBkSttlmAmt>'
        "<IntrBkSttlmDt>2024-09-10</IntrBkSttlmDt>"
        f"<Dbtr>{_iso_party(pay['debtor'])}</Dbtr><DbtrAgt>{agents[0]}</DbtrAgt>"
        f"<CdtrAgt>{agents[1]}</CdtrAgt><Cdtr>{_iso_party(pay['creditor'])}</Cdtr>"
        f"<RmtInf><Ustrd>{escape(pay['remittance'])}</Ustrd></RmtInf></CdtTrfTxInf></FIToFICstmrCdtTrf></Document>"
    )


def _iso_party(said: dict[str, str]) -> str:
    address = f"<AdrLine>{escape(said['address'])}</AdrLine>" if "address" in said else ""
    numbers = "".join(
        f"<Othr><Id>{value}</Id><SchmeNm><Prtry>{key}</Prtry></SchmeNm></Othr>" for key, value in _numbers(said).items()
    )
    identity = f"<Id><OrgId>{numbers}</OrgId></Id>" if numbers else ""
    return f"<Nm>{escape(said['name'])}</Nm><PstlAdr><Ctry>{said['in']}</Ctry>{address}</PstlAdr>{identity}"
