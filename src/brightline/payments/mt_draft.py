"""A payment in the making: MT fields are noted one by one, each in its place, and what no field holds is unread."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from brightline.errors import UnreadableMessage
from brightline.payments.mt_blocks import Field, FinMessage
from brightline.payments.mt_fields import (
    ACCOUNTS,
    AMOUNTS,
    CODES,
    DATES,
    REFERENCES,
    TEXTS,
    coded_lines,
    date_of,
    joined_lines,
    money_of,
    remittance_codes,
)
from brightline.payments.mt_party import FieldParty, read_party
from brightline.payments.spot import goods_in
from brightline.terms import Form, Goods, Noted, Party, Payment, Text, Unread

_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_PARTY_NUMBERS = frozenset({"41", "42", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59"})
_RESIDENCE = re.compile(r"/(ORDERRES|BENEFRES)/\s*([A-Z]{2})(?![A-Z])")
_GOODS_ITEM = re.compile(r"\n[ \t]*(?=[+•*]|-\s|\d{1,2}[.)]\s|[A-Z][.)]\s)")
_BLOCK_3_REFERENCES = {"108": "message_user_reference", "121": "uetr", "106": "message_input_reference"}
_BLOCK_3_CODES = {"103": "service_id", "111": "service_type", "119": "validation_flag"}
_REMITTANCE_REFERENCES = {
    "ROC": "end_to_end",
    "INV": "invoice",
    "RFB": "beneficiary_reference",
    "IPI": "payment_reference",
    "TSU": "invoice",
}
_UETR = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """Values noted so far, in message order."""

    end_to_end_id: str | None = None
    message_id: str | None = None
    uetr: str | None = None
    residence: dict[str, str] = field(default_factory=dict)
    parties: list[Party] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    goods: list[Goods] = field(default_factory=list)
    amounts: list[Noted] = field(default_factory=list)
    dates: list[Noted] = field(default_factory=list)
    references: list[Noted] = field(default_factory=list)
    accounts: list[Noted] = field(default_factory=list)
    codes: list[Noted] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def note_field(self, content: Field, roles: Mapping[str, str]) -> None:
        """One field of the text block, into the place that its tag asks for."""
        tag, value, path = content.tag, content.value, content.path
        if content.number in _PARTY_NUMBERS and tag not in CODES and tag not in TEXTS:
            self._party(content, roles)
        elif tag in REFERENCES:
            self._reference(tag, value, path)
        elif tag in AMOUNTS:
            self._money(tag, value, path)
        elif tag in DATES:
            self._date(tag, value, path)
        elif tag in ACCOUNTS:
            self.accounts.extend(Noted(ACCOUNTS[tag], line.strip().lstrip("/"), path) for line in content.lines)
            self._as_printed(value, path)
        elif tag in CODES:
            self.codes.append(Noted(CODES[tag], value, path))
        elif tag in TEXTS:
            self._text(tag, value, path)
        elif value:
            self.unread.append(Unread(path, value))

    def _as_printed(self, value: str, path: str) -> None:
        self.codes.append(Noted("as_printed", value, path))

    def _reference(self, tag: str, value: str, path: str) -> None:
        if value:
            self.references.append(Noted(REFERENCES[tag], value, path))
        if tag == "20" and self.message_id is None:
            self.message_id = value.strip() or None

    def _money(self, tag: str, value: str, path: str) -> None:
        """A needed amount is judged where it is needed; here one that cannot be read stays as printed."""
        self._as_printed(value, path)
        try:
            printed_date, currency, amount = money_of(value, path)
        except UnreadableMessage:
            return
        self.amounts.append(Noted(AMOUNTS[tag], amount, path, currency))
        if printed_date:
            self.dates.append(Noted("value", date_of(printed_date) or printed_date, path))

    def _date(self, tag: str, value: str, path: str) -> None:
        self._as_printed(value, path)
        self.dates.append(Noted(DATES[tag], date_of(value) or value, path))
        if tag == "31D" and value.strip()[6:].strip():
            self.texts.append(Text("place_of_expiry", value.strip()[6:].strip(), path))

    def _text(self, tag: str, value: str, path: str) -> None:
        kind = TEXTS[tag]
        if not value:
            return
        joined = joined_lines(value)
        self.texts.append(Text(kind, value, path, (Form("joined", joined),) if joined else ()))
        if kind == "goods":
            self._goods(value, path)
        elif kind == "remittance":
            self._remittance(value, path)
        elif kind == "bank-to-bank":
            self._bank_to_bank(value, path)
        elif kind == "regulatory":
            for which, country in _RESIDENCE.findall(value):
                self.residence["debtor" if which == "ORDERRES" else "creditor"] = country

    def _goods(self, value: str, path: str) -> None:
        for item in _GOODS_ITEM.split(value):
            coded = goods_in(item, path)
            words = " ".join(item.split())
            self.goods.extend(coded or ((Goods(None, None, words, path),) if words else ()))

    def _remittance(self, value: str, path: str) -> None:
        for code, text in remittance_codes(value):
            if code == "ULTD":
                self.parties.append(Party("ultimate_debtor", f"{path}/ULTD", text, (text,)))
            elif code == "ULTB":
                self.parties.append(Party("ultimate_creditor", f"{path}/ULTB", text, (text,)))
            else:
                self.references.append(Noted(_REMITTANCE_REFERENCES[code], text, path))
                self.end_to_end_id = text if code == "ROC" and self.end_to_end_id is None else self.end_to_end_id

    def _bank_to_bank(self, value: str, path: str) -> None:
        roles = {"INS": "instructing_agent", "UDLC": "ultimate_creditor", "UDLD": "ultimate_debtor"}
        for code, text in coded_lines(value):
            if code in roles and text:
                bic = text if _BIC.fullmatch(text) else None
                self.parties.append(Party(roles[code], f"{path}/{code}", None if bic else text, (text,), bic=bic))
            elif code in ("RETN", "REJT"):
                self.codes.append(Noted("return" if code == "RETN" else "reject", text, path))
            elif code in ("MREF", "TREF"):
                self.references.append(
                    Noted("original_message" if code == "MREF" else "original_transaction", text, path)
                )

    def _party(self, content: Field, roles: Mapping[str, str]) -> None:
        role = roles.get(content.tag) or roles.get(content.number)
        if role is None:
            self.unread.append(Unread(content.path, content.value))
            return
        kept = content.lines
        if content.number == "41":  # the last line says how the credit is available
            kept = tuple(line for line in content.lines if not line.strip().upper().startswith("BY "))
            self.codes.extend(Noted("available", line, content.path) for line in content.lines if line not in kept)
        seen = read_party(replace(content, lines=kept))
        self.accounts.extend(Noted(role, account, content.path) for account in seen.further_accounts)
        self.parties.append(_party_of(seen, role, content.path))

    def note_frame(self, message: FinMessage) -> None:
        """Headers, user block, trailers and acknowledgements; a text that is not closed is said to be so."""
        for path, value in (("{1}", message.basic), ("{2}", message.application)):
            if value:
                self.codes.append(Noted(f"block-{path[1]}", value, path))
        for tag, value in message.user:
            self._user_value(tag, value)
        for tag, value in message.trailers:
            self.codes.append(Noted(f"trailer-{tag[2:]}", value, f"{{{tag[0]}}}/{tag[2:]}"))
        for tag, value in message.service:
            self.codes.append(Noted(f"acknowledgement-{tag}", value, f"ACK/{tag}"))
        if message.fields and not message.closed:
            self.codes.append(Noted("incomplete", "text block not closed", "{4}"))
        self.unread.extend(Unread(place, rest) for place, rest in message.loose)

    def _user_value(self, tag: str, value: str) -> None:
        path = f"{{3}}/{tag}"
        if tag in _BLOCK_3_REFERENCES:
            self.references.append(Noted(_BLOCK_3_REFERENCES[tag], value, path))
        else:
            self.codes.append(Noted(_BLOCK_3_CODES.get(tag, f"block3-{tag}"), value, path))
        if tag == "121":
            self.uetr = value.strip().lower() if _UETR.fullmatch(value.strip()) else value.strip() or None

    def note_agents(self, sender: tuple[str, str] | None, receiver: tuple[str, str] | None) -> None:
        """Sender and receiver of the message, as (BIC, path)."""
        for role, agent in (("instructing_agent", sender), ("instructed_agent", receiver)):
            if agent:
                self.parties.append(Party(role, agent[1], bic=agent[0], printed=(agent[0],)))

    def as_payment(self, source: str, kind: str, variant: str | None) -> Payment:
        """The payment without amount, currency and value date, which the reader of the type sets."""
        return Payment(
            source=source,
            format=f"MT{kind}",
            variant=variant,
            message_id=self.message_id,
            end_to_end_id=self.end_to_end_id,
            uetr=self.uetr,
            parties=tuple(self._with_residence(party) for party in self.parties),
            texts=tuple(self.texts),
            goods=tuple(self.goods),
            amounts=tuple(self.amounts),
            dates=tuple(self.dates),
            references=tuple(self.references),
            accounts=tuple(self.accounts),
            codes=tuple(self.codes),
            unread=tuple(self.unread),
        )

    def _with_residence(self, party: Party) -> Party:
        country = self.residence.get(party.role)
        return replace(party, countries=(*party.countries, Form("residence", country))) if country else party


def _party_of(seen: FieldParty, role: str, path: str) -> Party:
    return Party(
        role=role,
        path=path,
        name=seen.name,
        forms=(Form("joined", seen.joined),) if seen.joined else (),
        printed=seen.printed,
        address=seen.address,
        country=seen.country,
        countries=seen.countries,
        bic=seen.bic,
        account=seen.account,
        identifiers=seen.identifiers,
        birth_date=seen.birth_date,
    )
