"""The invented payments of the demonstration as messages, in the forms in which real ones come in."""

from __future__ import annotations

import csv
import json
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from importlib import resources
from io import StringIO
from xml.sax.saxutils import escape

Row = Mapping[str, str]

MT_LINE, MT_LINES = 33, 3  # letters of a numbered line of option F, and how many a name may take
PACS = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"
_ACCOUNTS = {"RU": "40702156", "CN": "62170001", "KZ": "KZ12", "AE": "AE07", "DE": "DE02"}


@dataclass(frozen=True, slots=True)
class DemoPayment:
    """One row of the table. `hours`: how long before now it came in; `done`: what people then did, step by step."""

    number: int
    hours: int
    done: tuple[str, ...]
    row: Row

    def message(self, moment: datetime) -> tuple[bytes, str]:
        """The message that came in at a moment, and its content type."""
        write, content_type = _FORMATS[self.row["format"]]
        return write(self, moment).encode("utf-8"), content_type

    @property
    def uetr(self) -> str:
        """A reference made from the number alone, so that a demonstration is the same each time."""
        digits = sha256(f"demonstration {self.number}".encode()).hexdigest()
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"


def demo_payments() -> tuple[DemoPayment, ...]:
    """Every invented payment, the oldest first."""
    text = resources.files(__package__).joinpath("demo_payments.csv").read_text(encoding="utf-8")
    rows = enumerate(csv.DictReader(StringIO(text)), 1)
    found = [DemoPayment(number, int(row["hours"]), _steps(row["done"]), row) for number, row in rows]
    return tuple(sorted(found, key=lambda one: (-one.hours, one.number)))


def _steps(done: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in done.split(";") if one.strip())


def _account(row: Row, side: str, number: int) -> str:
    return f"{_ACCOUNTS.get(row[f'{side}_country'], '80800')}{number:06d}{len(row[side]):04d}"


def _identifier(row: Row, side: str) -> tuple[str, str]:
    scheme, _, value = row[f"{side}_id"].partition(":")
    return scheme, value


def _mt103(one: DemoPayment, moment: datetime) -> str:
    row, reference = one.row, f"DEMO{one.number:04d}"
    remittance = textwrap.wrap(row["remittance"], MT_LINE + 2)[:4]
    lines = [
        f"{{1:F01{row['creditor_bank']}AXXX0000{one.number:06d}}}"
        f"{{2:O103{moment:%H%M}{moment:%y%m%d}{row['debtor_bank']}AXXX0000{one.number:06d}{moment:%y%m%d%H%M}N}}"
        f"{{3:{{121:{one.uetr}}}}}{{4:",
        f":20:{reference}",
        ":23B:CRED",
        f":32A:{moment:%y%m%d}{row['currency']}{row['amount'].replace('.', ',')}{'' if '.' in row['amount'] else ','}",
        f":50F:{_payer(row, one.number)}",
        *_option_f(row, "debtor"),
        f":52A:{row['debtor_bank']}",
        f":57A:{row['creditor_bank']}",
        f":59F:/{_account(row, 'creditor', one.number)}",
        *_option_f(row, "creditor"),
        *(f"{':70:' if place == 0 else ''}{line}" for place, line in enumerate(remittance)),
        ":71A:SHA",
        "-}",
    ]
    return "\r\n".join(lines) + "\r\n"


def _payer(row: Row, number: int) -> str:
    """The first line of field 50F: a tax number where there is one, else the account."""
    _, value = _identifier(row, "debtor")
    return f"TXID/{row['debtor_country']}/{value}" if value else f"/{_account(row, 'debtor', number)}"


def _option_f(row: Row, side: str) -> list[str]:
    name = [f"1/{line}" for line in textwrap.wrap(row[side], MT_LINE)[:MT_LINES]]
    return [*name, f"3/{row[f'{side}_country']}"]


def _pacs008(one: DemoPayment, moment: datetime) -> str:
    row = one.row
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="{PACS}">
  <FIToFICstmrCdtTrf>
    <GrpHdr><MsgId>DEMO{one.number:04d}</MsgId><CreDtTm>{moment:%Y-%m-%dT%H:%M:%S}Z</CreDtTm><NbOfTxs>1</NbOfTxs></GrpHdr>
    <CdtTrfTxInf>
      <PmtId><EndToEndId>DEMO-{one.number:04d}</EndToEndId><UETR>{one.uetr}</UETR></PmtId>
      <IntrBkSttlmAmt Ccy="{row["currency"]}">{row["amount"]}</IntrBkSttlmAmt>
      <IntrBkSttlmDt>{moment:%Y-%m-%d}</IntrBkSttlmDt>
      <ChrgBr>SHAR</ChrgBr>
      <Dbtr>{_party(row, "debtor")}</Dbtr>
      <DbtrAcct><Id><Othr><Id>{_account(row, "debtor", one.number)}</Id></Othr></Id></DbtrAcct>
      <DbtrAgt><FinInstnId><BICFI>{row["debtor_bank"]}</BICFI></FinInstnId></DbtrAgt>
      <CdtrAgt><FinInstnId><BICFI>{row["creditor_bank"]}</BICFI></FinInstnId></CdtrAgt>
      <Cdtr>{_party(row, "creditor")}</Cdtr>
      <CdtrAcct><Id><Othr><Id>{_account(row, "creditor", one.number)}</Id></Othr></Id></CdtrAcct>
      <RmtInf><Ustrd>{escape(row["remittance"])}</Ustrd></RmtInf>
    </CdtTrfTxInf>
  </FIToFICstmrCdtTrf>
</Document>
"""


def _party(row: Row, side: str) -> str:
    name = f"<Nm>{escape(row[side][:140])}</Nm><PstlAdr><Ctry>{row[f'{side}_country']}</Ctry></PstlAdr>"
    scheme, value = _identifier(row, side)
    if scheme == "BORN":
        birth = f"<BirthDt>{value}</BirthDt><CityOfBirth>NOTPROVIDED</CityOfBirth><CtryOfBirth>RU</CtryOfBirth>"
        return f"{name}<Id><PrvtId><DtAndPlcOfBirth>{birth}</DtAndPlcOfBirth></PrvtId></Id>"
    other = f"<Othr><Id>{value}</Id><SchmeNm><Prtry>{scheme}</Prtry></SchmeNm></Othr>"
    return f"{name}<Id><OrgId>{other}</OrgId></Id>" if value else name


def _as_json(one: DemoPayment, moment: datetime) -> str:
    row = one.row
    goods = [{"hs": row["hs"] or None, "hs_edition": None, "words": row["goods"] or None}] if row["hs"] else []
    said = {
        "format": "brightline.payment",
        "message_id": f"DEMO{one.number:04d}",
        "end_to_end_id": f"DEMO-{one.number:04d}",
        "uetr": one.uetr,
        "amount": row["amount"],
        "currency": row["currency"],
        "value_date": f"{moment:%Y-%m-%d}",
        "parties": [*_sides(row, one.number)],
        "texts": [{"kind": "remittance", "value": row["remittance"]}],
        "goods": goods,
        "route": [place for place in row["route"].split(";") if place],
    }
    return json.dumps(said, ensure_ascii=False, indent=1)


def _sides(row: Row, number: int) -> list[dict[str, object]]:
    parties: list[dict[str, object]] = []
    for side in ("debtor", "creditor"):
        scheme, value = _identifier(row, side)
        numbers = [{"scheme": scheme, "value": value, "valid": None}] if value else []
        account, country = _account(row, side, number), row[f"{side}_country"]
        parties.append(
            {"role": side, "name": row[side], "country": country, "account": account, "identifiers": numbers}
        )
        parties.append({"role": f"{side}_agent", "bic": row[f"{side}_bank"]})
    return parties


def _cut(one: DemoPayment, moment: datetime) -> str:
    """A message that breaks off in the middle, as lines do that fall out."""
    whole = next(other for other in demo_payments() if other.row["format"] == "pacs008")
    return _pacs008(whole, moment)[:640]


_FORMATS: Mapping[str, tuple[Callable[[DemoPayment, datetime], str], str]] = {
    "mt103": (_mt103, "text/plain"),
    "pacs008": (_pacs008, "application/xml"),
    "json": (_as_json, "application/json"),
    "raw": (_cut, "application/xml"),
}
