"""Every kind of ISO 20022 message that we read, by samples with invented parties."""

from __future__ import annotations

from pathlib import Path

import pytest
from accounting import lost_values, payments_in, wrongly_unread

from brightline.payments.iso20022 import read_xml
from brightline.terms import NotAPayment, Party, Payment, Text, Unreadable

SAMPLES = Path(__file__).parent / "samples"


def payments(name: str) -> list[Payment]:
    return payments_in(read_xml((SAMPLES / name).read_bytes(), name))


def parties(payment: Payment, role: str) -> list[Party]:
    return [party for party in payment.parties if party.role == role]


def party(payment: Payment, role: str) -> Party:
    (only,) = parties(payment, role)
    return only


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.xml")), ids=lambda path: path.name)
def test_every_value_is_kept_and_none_that_matters_is_unread(path: Path) -> None:
    data = path.read_bytes()
    if path.name == "pacs008.xml":
        data = data[data.index(b"<Envelope") :]
    reads = read_xml(data, path.name)
    bad = {told for read in reads if isinstance(read, Unreadable) for told in (read.where,)}
    lost = lost_values(data, reads)
    # What only an unreadable transaction says is not in the payments beside it.
    assert lost == [] or bad
    assert wrongly_unread(reads) == []


def test_customer_transfer_has_its_fields() -> None:
    payment = payments("pacs008.xml")[0]
    assert payment.format == "pacs.008.001.08"
    assert payment.variant == "STP"
    assert (payment.message_id, payment.end_to_end_id) == ("MSG-1", "E2E-1")
    assert payment.uetr == "1b2c3d4e-0000-4000-8000-000000000001"
    assert (payment.amount, payment.currency, payment.value_date) == ("1250000.00", "CNY", "2024-05-16")


def test_customer_transfer_has_everybody_in_role() -> None:
    payment = payments("pacs008.xml")[0]
    roles = [one.role for one in payment.parties]
    assert roles == [
        "reimbursement_agent",
        "intermediary_agent",
        "instructing_agent",
        "instructing_agent",
        "instructed_agent",
        "intermediary_agent",
        "ultimate_debtor",
        "initiating_party",
        "debtor",
        "debtor_agent",
        "creditor_agent",
        "creditor",
        "ultimate_creditor",
        "seller",
    ]


def test_a_debtor_keeps_lines_numbers_and_account() -> None:
    debtor = party(payments("pacs008.xml")[0], "debtor")
    assert debtor.name == "Shenzhen Iota Electronics Ltd"
    assert debtor.printed[:2] == ("Shenzhen Iota", "Electronics Ltd")
    assert debtor.path == "CdtTrfTxInf[1]/Dbtr/Nm"
    assert debtor.address == ("Long Road 8", "518000 Shenzhen", "Room 12, Tower B")
    assert (debtor.country, debtor.bic, debtor.account) == ("CN", "IOTACNBJ", "6222000000000001")
    assert [(number.scheme, number.value) for number in debtor.identifiers] == [
        ("USCC", "91440300MA5FA0000X"),
        ("PHONE", "+86-755000000"),
        ("EMAIL", "li@iota.example"),
    ]


def test_a_person_keeps_birth_passport_and_residence() -> None:
    creditor = party(payments("pacs008.xml")[0], "creditor")
    assert creditor.birth_date == "1970-02-03"
    assert [(number.scheme, number.value) for number in creditor.identifiers] == [
        ("PASSPORT", "4500000001"),
        ("TAX", "770000000000"),
    ]
    assert [(seen.kind, seen.value) for seen in creditor.countries] == [
        ("address", "RU"),
        ("birth", "RU"),
        ("residence", "KZ"),
    ]
    assert creditor.account == "KZ86125KZT5004100100"


def test_a_clearing_member_number_and_a_branch_belong_to_the_bank() -> None:
    bank = parties(payments("pacs008.xml")[0], "intermediary_agent")[1]
    assert bank.name == "ZETA BANK"
    assert bank.printed == ("ZETA BANK", "North branch")
    assert [(number.scheme, number.value) for number in bank.identifiers] == [("BIK", "044525000"), ("BRANCH", "77")]
    assert bank.country == "RU"


def test_texts_have_kinds_and_places() -> None:
    texts = payments("pacs008.xml")[0].texts
    found = {(text.kind, text.value) for text in texts}
    assert {
        ("remittance", "INV 17 ball bearings"),
        ("remittance", "and shafts"),
        ("remittance", "INV-17"),
        ("remittance", "second part follows"),
        ("instruction", "Call the works"),
        ("instruction", "(VO10100) for contract"),
        ("purpose", "payment for bearings"),
        ("regulatory", "Trade in goods"),
        ("regulatory", "Exchange Office"),
        ("account_name", "Iota main"),
        ("contact", "Li Example"),
    } <= found
    assert Text("remittance", "and shafts", "CdtTrfTxInf[1]/RmtInf/Ustrd[2]") in texts


def test_the_headers_banks_are_named_once() -> None:
    payment = payments("pacs008.xml")[0]
    assert [(noted.kind, noted.value) for noted in payment.references[:2]] == [
        ("sender", "ALPHCNBJXXX"),
        ("receiver", "BETAKZKAXXX"),
    ]


def test_a_wrappers_values_are_unread() -> None:
    payment = payments("pacs008.xml")[0]
    assert ("Envelope/@flow", "out") in [(unread.path, unread.value) for unread in payment.unread]


def test_a_bad_transaction_does_not_spoil_its_neighbour() -> None:
    reads = read_xml((SAMPLES / "pacs008.xml").read_bytes(), "x")
    assert isinstance(reads[0], Payment)
    assert isinstance(reads[1], Unreadable)
    assert reads[1].where == "CdtTrfTxInf[2]/IntrBkSttlmAmt"
    assert "negative" in reads[1].found


def test_a_cover_shows_its_banks_and_the_customers_beneath() -> None:
    (payment,) = payments("pacs009cov.xml")
    assert payment.variant == "COV"
    bank, customer = parties(payment, "debtor")
    assert (bank.bic, bank.path) == ("ALPHCNBJXXX", "CdtTrfTxInf[1]/Dbtr")
    assert (customer.name, customer.path) == ("Iota Electronics", "CdtTrfTxInf[1]/UndrlygCstmrCdtTrf/Dbtr/Nm")
    assert customer.account == "DE89370400440532013000"
    assert [one.name or one.bic for one in parties(payment, "creditor")] == ["BETAKZKAXXX", "Kappa Works"]
    assert parties(payment, "creditor")[0].account == "000111"


@pytest.mark.parametrize(("service", "variant"), [("swift.cbprplus.adv.02", "ADV"), ("swift.cbprplus.02", "core")])
def test_the_business_service_tells_an_advice(service: str, variant: str) -> None:
    data = f"""<M><AppHdr><BizSvc>{service}</BizSvc></AppHdr><Document><FICdtTrf><CdtTrfTxInf>
      <IntrBkSttlmAmt Ccy="EUR">1</IntrBkSttlmAmt></CdtTrfTxInf></FICdtTrf></Document></M>"""
    (payment,) = payments_in(read_xml(data.encode(), "x"))
    assert (payment.variant, payment.format) == (variant, "pacs.009")


def test_a_return_keeps_both_chains() -> None:
    (payment,) = payments("pacs004.xml")
    assert (payment.amount, payment.currency, payment.value_date) == ("90.10", "USD", "2024-05-18")
    assert (payment.end_to_end_id, payment.uetr) == ("E2E-1", "1b2c3d4e-0000-4000-8000-000000000001")
    assert [(one.role, one.name or one.bic) for one in payment.parties] == [
        ("debtor", "BETAKZKAXXX"),
        ("creditor", "Iota Electronics"),
        ("initiating_party", "Omicron Clerk"),
        ("debtor", "Iota Electronics"),
        ("creditor", "Kappa Works"),
    ]


def test_an_initiation_shares_its_instruction() -> None:
    first, second, third = read_xml((SAMPLES / "pain001.xml").read_bytes(), "x")
    assert isinstance(first, Payment)
    assert isinstance(second, Payment)
    assert isinstance(third, Unreadable)
    for payment in (first, second):
        assert [one.name for one in parties(payment, "debtor")] == ["Rho GmbH"]
        assert parties(payment, "initiating_party")[0].name == "Treasury Pi"
        assert payment.value_date == "2024-05-20"
    assert (first.amount, second.amount) == ("10.00", "0")
    assert [one.name for one in parties(second, "creditor")] == ["Tau"]
    assert third.where == "PmtInf[2]/CdtTrfTxInf[1]/Amt/InstdAmt"
    assert "1,000.00" in third.found


def test_entries_are_payments_with_or_without_details() -> None:
    first, second, third = payments("camt054.xml")
    assert [one.amount for one in (first, second, third)] == ["10", "20", "5"]
    assert (first.end_to_end_id, first.uetr) == ("A", "1b2c3d4e-0000-4000-8000-000000000002")
    assert (first.value_date, third.value_date) == ("2024-05-16", "2024-05-16")
    assert party(first, "creditor").name == "Phi Works"
    assert party(first, "creditor").account == "40702"
    assert party(first, "creditor_agent").bic == "PHIBKZKA"
    assert (party(first, "debtor").name, party(first, "debtor").account) == ("Chi Ltd", "77")
    assert party(third, "debtor").name == "Phi Works"
    assert ("additional", "two in one") in [(text.kind, text.value) for text in first.texts]


def test_an_account_alone_makes_its_holder_a_party() -> None:
    data = b"""<FIToFICstmrCdtTrf><CdtTrfTxInf><IntrBkSttlmAmt Ccy="EUR">1</IntrBkSttlmAmt>
      <CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></CdtTrfTxInf></FIToFICstmrCdtTrf>"""
    (payment,) = payments_in(read_xml(data, "x"))
    creditor = party(payment, "creditor")
    assert (creditor.name, creditor.account) == (None, "DE89370400440532013000")


@pytest.mark.parametrize(
    "root", ["FIToFIPmtCxlReq", "RsltnOfInvstgtn", "NtfctnToRcv", "FIToFIPmtStsRpt", "CstmrPmtStsRpt", "ChrgsPmtReq"]
)
def test_messages_that_move_no_money_keep_their_values(root: str) -> None:
    data = f"<Document><{root}><GrpHdr><MsgId>Q</MsgId></GrpHdr><X><Nm>Psi</Nm></X></{root}></Document>".encode()
    (read,) = read_xml(data, "x")
    assert isinstance(read, NotAPayment)
    assert read.payment.message_id == "Q"
    assert lost_values(data, [read]) == []


@pytest.mark.parametrize("root", ["FIToFICstmrDrctDbt", "FIDrctDbt", "CstmrDrctDbtInitn", "FIToFIPmtRvsl"])
def test_transfers_of_other_types_are_unreadable(root: str) -> None:
    (read,) = read_xml(f"<Document><{root}><GrpHdr/></{root}></Document>".encode(), "x")
    assert isinstance(read, Unreadable)
    assert read.where == root


def test_a_statement_without_entries_is_no_payment() -> None:
    data = (
        b"<Document><BkToCstmrStmt><Stmt><Id>S</Id><Bal><Amt Ccy='EUR'>1</Amt></Bal></Stmt></BkToCstmrStmt></Document>"
    )
    (read,) = read_xml(data, "x")
    assert isinstance(read, NotAPayment)
    assert lost_values(data, [read]) == []


@pytest.mark.parametrize(
    "data",
    [
        b"<Document xmlns='urn:test:mini'><Amt>5</Amt></Document>",
        b"<html><body>no</body></html>",
        b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08'><Strange/></Document>",
        b"<AppHdr><MsgDefIdr>pacs.008.001.08</MsgDefIdr></AppHdr>",
        b"<FIToFICstmrCdtTrf><GrpHdr><MsgId>1</MsgId></GrpHdr></FIToFICstmrCdtTrf>",
        b"<FIToFICstmrCdtTrf><CdtTrfTxInf><Dbtr><Nm>A</Nm></Dbtr></CdtTrfTxInf></FIToFICstmrCdtTrf>",
    ],
)
def test_what_we_do_not_know_is_unreadable(data: bytes) -> None:
    (read,) = read_xml(data, "x")
    assert isinstance(read, Unreadable)
    assert read.found
    assert read.expected


def test_a_header_that_announces_no_transfer_is_no_payment() -> None:
    (read,) = read_xml(b"<AppHdr><BizMsgIdr>B</BizMsgIdr><MsgDefIdr>camt.056.001.08</MsgDefIdr></AppHdr>", "x")
    assert isinstance(read, NotAPayment)
    assert (read.payment.format, read.payment.message_id) == ("camt.056.001.08", "B")


@pytest.mark.parametrize("printed", ["1e5", "1 000", "1.000,00", "NaN", "٣", "--1", "1.2.3", "10 EUR"])
def test_amounts_that_are_no_plain_number_are_unreadable(printed: str) -> None:
    data = f"<FICdtTrf><CdtTrfTxInf><IntrBkSttlmAmt Ccy='EUR'>{printed}</IntrBkSttlmAmt></CdtTrfTxInf></FICdtTrf>"
    (read,) = read_xml(data.encode(), "x")
    assert isinstance(read, Unreadable)
    assert read.where == "CdtTrfTxInf[1]/IntrBkSttlmAmt"


@pytest.mark.parametrize("printed", ["31.05.2024", "2024-02-30", "tomorrow"])
def test_value_dates_that_are_none_are_unreadable(printed: str) -> None:
    data = f"""<FICdtTrf><CdtTrfTxInf><IntrBkSttlmAmt Ccy='EUR'>1</IntrBkSttlmAmt>
      <IntrBkSttlmDt>{printed}</IntrBkSttlmDt></CdtTrfTxInf></FICdtTrf>"""
    (read,) = read_xml(data.encode(), "x")
    assert isinstance(read, Unreadable)
    assert printed in read.found


def test_the_first_versions_are_read() -> None:
    data = b"""<Document xmlns="urn:swift:xsd:$pain.001.001.02"><pain.001.001.02><GrpHdr><MsgId>1</MsgId></GrpHdr>
      <PmtInf><ReqdExctnDt>2006-01-02</ReqdExctnDt><Dbtr><Nm>Old</Nm><Id><PrvtId><PsptNb>P1</PsptNb></PrvtId></Id></Dbtr>
      <DbtrAcct><Id><PrtryAcct><Id>12</Id></PrtryAcct></Id></DbtrAcct>
      <DbtrAgt><FinInstnId><CmbndId><BIC>RHODDEFF</BIC><Nm>Rhod</Nm></CmbndId></FinInstnId></DbtrAgt>
      <CdtTrfTxInf><Amt><InstdAmt Ccy="EUR">1</InstdAmt></Amt></CdtTrfTxInf></PmtInf></pain.001.001.02></Document>"""
    (payment,) = payments_in(read_xml(data, "x"))
    assert payment.format == "pain.001.001.02"
    debtor = party(payment, "debtor")
    assert (debtor.name, debtor.account, debtor.identifiers[0].scheme) == ("Old", "12", "PASSPORT")
    assert (party(payment, "debtor_agent").bic, party(payment, "debtor_agent").name) == ("RHODDEFF", "Rhod")


def test_every_message_of_the_shared_data_is_accounted_for(shared_data: Path) -> None:
    files = sorted((shared_data / "payments" / "mx").glob("*.xml"))
    assert len(files) >= 300
    for path in files:
        data = path.read_bytes()
        reads = read_xml(data, path.name)
        assert reads, path.name
        assert wrongly_unread(reads) == [], path.name
        if payments_in(reads):
            assert lost_values(data, reads) == [], path.name


def test_the_unreadable_of_the_shared_data_are_those_we_expect(shared_data: Path) -> None:
    unread = {
        path.name.split("__")[1]
        for path in sorted((shared_data / "payments" / "mx").glob("*.xml"))
        if any(isinstance(read, Unreadable) for read in read_xml(path.read_bytes(), path.name))
    }
    assert unread == {
        "fixtures_mini_invalid.xml",
        "fixtures_mini_valid.xml",
        "pc_03_1_1_mt107_pacs_003_A_B.xml",
        "p_2_4_2_CBPR_p.2.4.2_pacs.010_EtoB.xml",
    }
