"""The same payments as banks send them: pacs.008, MT103, MT202COV, and payment objects as JSON; many a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from brightline.lab.latin import plain

FORMATS = ("table", "pacs008", "mt103", "mt202cov", "json", "mixed")
A_FILE = 500  # payments
_LINE, _LINES = 35, 4  # of field 70
Row = Mapping[str, str]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>
<GrpHdr><MsgId>{id}</MsgId><CreDtTm>{day}T09:00:00+08:00</CreDtTm><NbOfTxs>{count}</NbOfTxs>\
<SttlmInf><SttlmMtd>INDA</SttlmMtd></SttlmInf></GrpHdr>
"""
_TRANSFER = """<CdtTrfTxInf><PmtId><EndToEndId>{end_to_end_id}</EndToEndId><UETR>{uetr}</UETR></PmtId>\
<IntrBkSttlmAmt Ccy="{currency}">{amount}</IntrBkSttlmAmt><IntrBkSttlmDt>{value_date}</IntrBkSttlmDt>\
<ChrgBr>SHAR</ChrgBr>{on_behalf}<Dbtr>{debtor}</Dbtr>\
<DbtrAgt><FinInstnId><BICFI>{debtor_agent_bic}</BICFI></FinInstnId></DbtrAgt>\
<CdtrAgt><FinInstnId><BICFI>{creditor_agent_bic}</BICFI></FinInstnId></CdtrAgt>\
<Cdtr>{creditor}</Cdtr><RmtInf><Ustrd>{remittance}</Ustrd></RmtInf></CdtTrfTxInf>
"""
_PARTY = "<Nm>{name}</Nm><PstlAdr><Ctry>{country}</Ctry></PstlAdr>{id}"
_NUMBER = "<Id><OrgId><Othr><Id>{number}</Id><SchmeNm><Cd>TXID</Cd></SchmeNm></Othr></OrgId></Id>"
_CUSTOMERS = """:50F:/1
1/{debtor_name}
3/{debtor_country}{debtor_number}
{institution}:59F:/1
1/{creditor_name}
3/{creditor_country}
:70:{remittance}
"""
_MT103 = """{{1:F01{sender}AXXX0000000000}}{{2:I103{receiver}XXXXN}}{{3:{{121:{uetr}}}}}{{4:
:20:{end_to_end_id}
:23B:CRED
:32A:{day}{currency}{amount}
{customers}:71A:SHA
-}}
"""
_MT202COV = """{{1:F01{sender}AXXX0000000000}}{{2:I202{receiver}XXXXN}}{{3:{{119:COV}}{{121:{uetr}}}}}{{4:
:20:{end_to_end_id}
:21:{end_to_end_id}
:32A:{day}{currency}{amount}
:52A:{sender}
:57A:{receiver}
:58A:{receiver}
{customers}:33B:{currency}{amount}
-}}
"""


def messages(rows: Sequence[Row], chosen: str) -> Iterator[tuple[str, bytes]]:
    """File names with their bytes, in the order of the rows; `mixed` takes the formats in turn."""
    kinds = [chosen] if chosen in _WRITERS else list(_WRITERS)
    for number, start in enumerate(range(0, len(rows), A_FILE)):
        write, ending = _WRITERS[kinds[number % len(kinds)]]
        yield f"{number:06}.{ending}", write(rows[start : start + A_FILE], f"LAB{number:06}").encode()


def _pacs008(rows: Sequence[Row], name: str) -> str:
    head = _HEAD.format(id=name, day=rows[0]["value_date"], count=len(rows))
    transfers = (_transfer({key: escape(value) for key, value in _coded(row).items()}) for row in rows)
    return f"{head}{''.join(transfers)}</FIToFICstmrCdtTrf></Document>\n"


def _transfer(row: Row) -> str:
    behind = _party(row, "ultimate_debtor") if row["ultimate_debtor_name"] else ""
    on_behalf = f"<UltmtDbtr>{behind}</UltmtDbtr>" if behind else ""
    return _TRANSFER.format(**row, on_behalf=on_behalf, debtor=_party(row, "debtor"), creditor=_party(row, "creditor"))


def _party(row: Row, role: str) -> str:
    number = row.get(f"{role}_id", "").removeprefix("INN ")
    told = _NUMBER.format(number=number) if number else ""
    return _PARTY.format(name=row[f"{role}_name"], country=row[f"{role}_country"], id=told)


def _coded(row: Row) -> dict[str, str]:
    """The row with its code of goods in the text, for no message has a field for it; cut to what fits."""
    code = f"HS {row['hs']} " if row["hs"] else ""
    return {**row, "remittance": f"{code}{row['remittance']}"[: _LINE * _LINES]}


def _mt103(rows: Sequence[Row], _: str) -> str:
    return "".join(_mt(row, _MT103, ":52A:{debtor_agent_bic}\n:57A:{creditor_agent_bic}\n") for row in rows)


def _mt202cov(rows: Sequence[Row], _: str) -> str:
    return "".join(_mt(row, _MT202COV, "") for row in rows)


def _mt(row: Row, form: str, institution: str) -> str:
    """An MT message. Neither has a field for whom an agent pays for, so the text begins with the name."""
    said = _coded(row)
    behind = plain(row["ultimate_debtor_name"])
    text = f"{f'B/O {behind} ' if behind else ''}{said['remittance']}"[: _LINE * _LINES]
    names = {side: plain(said[side])[: _LINE - 2] for side in ("debtor_name", "creditor_name")}
    number = said["debtor_id"].replace(" ", "")
    shown = {
        **said, **names, "amount": said["amount"].replace(".", ","), "day": said["value_date"][2:].replace("-", ""),
        "sender": said["debtor_agent_bic"], "receiver": said["creditor_agent_bic"],
        "institution": institution.format_map(said), "debtor_number": f"\n8/{number}" if number else "",
        "remittance": "\n".join(text[at : at + _LINE] for at in range(0, len(text), _LINE)),
    }  # fmt: skip
    return form.format_map({**shown, "customers": _CUSTOMERS.format_map(shown)})


def _objects(rows: Sequence[Row], _: str) -> str:
    return "".join(f"{json.dumps(_object(row), ensure_ascii=False)}\n" for row in rows)


def _object(row: Row) -> dict[str, object]:
    """A payment in the shape of a decision's `payment`, as a person would write it."""
    roles = [role for role in ("debtor", "ultimate_debtor", "creditor") if row.get(f"{role}_name")]
    agents = [{"role": f"{side}_agent", "bic": row[f"{side}_agent_bic"]} for side in ("debtor", "creditor")]
    return {
        **{key: row[key] for key in ("end_to_end_id", "uetr", "amount", "currency", "value_date")},
        "parties": [*(_told(row, role) for role in roles), *agents],
        "texts": [{"kind": "remittance", "value": row["remittance"]}],
        "goods": [{"hs": row["hs"]}] if row["hs"] else [], "route": row["route"].split(),
    }  # fmt: skip


def _told(row: Row, role: str) -> dict[str, object]:
    number = row.get(f"{role}_id", "").removeprefix("INN ")
    numbers = [{"scheme": "INN", "value": number}] if number else []
    return {"role": role, "name": row[f"{role}_name"], "country": row[f"{role}_country"], "identifiers": numbers}


_WRITERS: Mapping[str, tuple[Callable[[Sequence[Row], str], str], str]] = {
    "pacs008": (_pacs008, "xml"), "mt103": (_mt103, "fin"), "mt202cov": (_mt202cov, "fin"), "json": (_objects, "json"),
}  # fmt: skip
