"""The same payments as banks send them: pacs.008 files and MT103 files, many payments a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from brightline.text.fold import fold
from brightline.text.translit import latin

FORMATS = ("table", "pacs008", "mt103", "mixed")
A_FILE = 500  # payments
_LINE, _LINES = 35, 4  # of field 70
Row = Mapping[str, str]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>
<GrpHdr><MsgId>{id}</MsgId><CreDtTm>{day}T09:00:00+08:00</CreDtTm><NbOfTxs>{count}</NbOfTxs>\
<SttlmInf><SttlmMtd>INDA</SttlmMtd></SttlmInf></GrpHdr>
"""
_TRANSFER = """<CdtTrfTxInf><PmtId><EndToEndId>{end_to_end_id}</EndToEndId></PmtId>\
<IntrBkSttlmAmt Ccy="{currency}">{amount}</IntrBkSttlmAmt><IntrBkSttlmDt>{value_date}</IntrBkSttlmDt>\
<ChrgBr>SHAR</ChrgBr><Dbtr><Nm>{debtor_name}</Nm><PstlAdr><Ctry>{debtor_country}</Ctry></PstlAdr></Dbtr>\
<DbtrAgt><FinInstnId><BICFI>{debtor_agent_bic}</BICFI></FinInstnId></DbtrAgt>\
<CdtrAgt><FinInstnId><BICFI>{creditor_agent_bic}</BICFI></FinInstnId></CdtrAgt>\
<Cdtr><Nm>{creditor_name}</Nm><PstlAdr><Ctry>{creditor_country}</Ctry></PstlAdr></Cdtr>\
<RmtInf><Ustrd>{remittance}</Ustrd></RmtInf></CdtTrfTxInf>
"""
_MT103 = """{{1:F01{sender}AXXX0000000000}}{{2:I103{receiver}XXXXN}}{{4:
:20:{end_to_end_id}
:23B:CRED
:32A:{day}{currency}{amount}
:50F:/1
1/{debtor_name}
3/{debtor_country}
:52A:{debtor_agent_bic}
:57A:{creditor_agent_bic}
:59F:/1
1/{creditor_name}
3/{creditor_country}
:70:{remittance}
:71A:SHA
-}}
"""


def messages(rows: Sequence[Row], chosen: str) -> Iterator[tuple[str, bytes]]:
    """File names with their bytes, in the order of the rows; `mixed` takes the formats in turn."""
    for number, start in enumerate(range(0, len(rows), A_FILE)):
        part = rows[start : start + A_FILE]
        if chosen == "mt103" or (chosen == "mixed" and number % 2):
            yield f"{number:06}.fin", "".join(_mt103(row) for row in part).encode()
        else:
            yield f"{number:06}.xml", _pacs008(part, f"LAB{number:06}").encode()


def _pacs008(rows: Sequence[Row], name: str) -> str:
    head = _HEAD.format(id=name, day=rows[0]["value_date"], count=len(rows))
    transfers = (_TRANSFER.format_map({key: escape(value) for key, value in _coded(row).items()}) for row in rows)
    return f"{head}{''.join(transfers)}</FIToFICstmrCdtTrf></Document>\n"


def _coded(row: Row) -> dict[str, str]:
    """The row with its code of goods in the text, for neither format has a field for it; cut to what fits."""
    code = f"HS {row['hs']} " if row["hs"] else ""
    return {**row, "remittance": f"{code}{row['remittance']}"[: _LINE * _LINES]}


def _mt103(row: Row) -> str:
    said = _coded(row)
    text = said["remittance"]
    names = {side: _plain(said[side])[: _LINE - 2] for side in ("debtor_name", "creditor_name")}
    return _MT103.format_map({
        **said, **names, "sender": f"{said['debtor_agent_bic']}", "receiver": said["creditor_agent_bic"],
        "day": said["value_date"][2:].replace("-", ""), "amount": said["amount"].replace(".", ","),
        "remittance": "\n".join(text[at : at + _LINE] for at in range(0, len(text), _LINE)),
    })  # fmt: skip


def _plain(name: str) -> str:
    """A name in capital Latin letters, as the character set of MT asks."""
    return name if name.isascii() else " ".join(latin(word) for word in fold(name).split()).upper()
