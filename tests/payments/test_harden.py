"""The shelf of bad XML: each refusal with its sentence, and the odd files that must be read."""

from __future__ import annotations

import pytest

from brightline.errors import UnreadableMessage
from brightline.payments.harden import MOST_BYTES, MOST_TAGS, parse
from brightline.payments.iso20022 import read_xml
from brightline.terms import Payment, Unreadable

HEAD = '<FIToFICstmrCdtTrf><CdtTrfTxInf><IntrBkSttlmAmt Ccy="EUR">1</IntrBkSttlmAmt><Dbtr><Nm>'
TAIL = "</Nm></Dbtr></CdtTrfTxInf></FIToFICstmrCdtTrf>"
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def name_in(data: bytes) -> str | None:
    (read,) = read_xml(data, "x")
    assert isinstance(read, Payment), read
    return read.parties[0].name


def refusal(data: bytes) -> Unreadable:
    (read,) = read_xml(data, "x")
    assert isinstance(read, Unreadable), read
    return read


@pytest.mark.parametrize("before", ["", "<!-- x -->", "\n \n", '<?xml version="1.0"?><?p i?>\n'])
def test_document_types_are_refused_before_anything_is_parsed(before: str) -> None:
    told = refusal(f"{before}{BOMB}{HEAD}&b;{TAIL}".encode())
    assert told.where == "DOCTYPE"
    assert "document type" in told.found


def test_external_references_are_never_loaded(tmp_path: object) -> None:
    data = f'<!DOCTYPE x SYSTEM "file:///etc/hostname"><x>{HEAD}{TAIL}</x>'
    assert refusal(data.encode()).where == "DOCTYPE"
    include = '<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/hostname" parse="text"/>'
    assert name_in(f"{include}{HEAD}A{TAIL}</x>".encode()) == "A"


def test_undeclared_entities_are_broken_xml() -> None:
    assert "foo" in refusal(f"{HEAD}&foo;{TAIL}".encode()).found


def test_a_doctype_in_a_text_is_a_text() -> None:
    assert name_in(f"{HEAD}<![CDATA[<!DOCTYPE x>]]>{TAIL}".encode()) == "<!DOCTYPE x>"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (HEAD.encode(), "Premature end"),
        (f"{HEAD}\0{TAIL}".encode(), "a NUL character"),
        (f"{HEAD}\xe9{TAIL}".encode("latin-1"), "byte 0xE9, which is not UTF-8"),
        (f'<?xml version="1.0" encoding="rot13"?>{HEAD}{TAIL}'.encode(), "encoding rot13"),
        (b"<a>" * 300 + b"</a>" * 300, "nested too deep"),
        (b"<a>" * 230 + b"</a>" * 230, "nested deeper than 200"),
        (f"{HEAD}{'<a>' * 230}x{'</a>' * 230}{TAIL}".encode(), "nested deeper than 200"),
        (f"{HEAD}{'A' * 2_000_000}{TAIL}".encode(), "a value of 2000000 characters"),
        (f"{HEAD}{'A' * 11_000_000}{TAIL}".encode(), "a value longer than 10 MB"),
        (b"<x>" + b"<a/>" * MOST_TAGS + b"</x>", "tags"),
        (b"<x>" + b" " * MOST_BYTES + b"</x>", "64 MB of XML"),
    ],
    ids=["cut", "nul", "latin", "rot13", "deep", "wrapped", "inside", "long", "longer", "tags", "large"],
)
def test_each_refusal_says_what_was_found(data: bytes, found: str) -> None:
    told = refusal(data)
    assert found in told.found
    assert told.where
    assert told.expected
    assert len(told.where) < 200


@pytest.mark.parametrize(
    "data",
    [
        f'<?xml version="1.0" encoding="UTF-8"?>\r\n{HEAD}Café{TAIL}\r\n'.encode(),
        f'\n\n  <?xml version="1.0" encoding="UTF-8"?>{HEAD}Café{TAIL}'.encode(),
        f'<!-- a --><!-- b -->\n<?xml version="1.0" encoding="UTF-8"?>{HEAD}Café{TAIL}'.encode(),
        f'<!-- a -->\n<?xml version="1.0" encoding="iso-8859-1"?>{HEAD}Café{TAIL}'.encode("latin-1"),
        f'<!-- a --><!--?xml version="1.0"?-->{HEAD}Café{TAIL}'.encode(),
        f'<?xml version="1.0" encoding="ISO-8859-1"?>{HEAD}Café{TAIL}'.encode("latin-1"),
        f'<?xml version="1.0" encoding="windows-1252"?>{HEAD}Café{TAIL}'.encode("cp1252"),
        f"{HEAD}Café{TAIL}".encode("utf-8-sig"),
        f'<?xml version="1.0" encoding="UTF-16"?>{HEAD}Café{TAIL}'.encode("utf-16"),
        f'<?xml version="1.0" encoding="UTF-16"?>{HEAD}Café{TAIL}'.encode("utf-16-le"),
        f'<?xml version="1.0" encoding="UTF-16"?>{HEAD}Café{TAIL}'.encode("utf-16-be"),
        f'<?xml version="1.0" encoding="UTF-16"?>{HEAD}Café{TAIL}'.encode(),
        f"{HEAD}Café{TAIL}".encode("utf-32"),
        f"{HEAD}Café{TAIL}\0\0\x1a".encode(),
        f"{HEAD}Caf&#233;{TAIL}".encode(),
        f"{HEAD}Ca<!-- x -->fé{TAIL}".encode(),
        f'<p:FIToFICstmrCdtTrf xmlns:p="urn:x">{HEAD[19:]}Café{TAIL[:-20]}</p:FIToFICstmrCdtTrf>'.encode(),
    ],
)
def test_every_honest_encoding_and_prolog_is_read(data: bytes) -> None:
    assert name_in(data) == "Café"


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "windows-1251", "koi8-r", "big5"])
def test_declared_encodings_of_the_corridor(encoding: str) -> None:
    name = "Завод" if encoding in ("windows-1251", "koi8-r") else "深圳"
    data = f'<?xml version="1.0" encoding="{encoding}"?>{HEAD}{name}{TAIL}'.encode(encoding)
    assert name_in(data) == name


@pytest.mark.parametrize(
    "data",
    [
        f"{HEAD}A{TAIL}{HEAD}B{TAIL}",
        f'<?xml version="1.0"?>{HEAD}A{TAIL}\n<?xml version="1.0"?>{HEAD}B{TAIL}',
        f"<Batch><Document>{HEAD}A{TAIL}</Document><Document>{HEAD}B{TAIL}</Document></Batch>",
    ],
)
def test_several_messages_in_one_file(data: str) -> None:
    reads = read_xml(data.encode(), "x")
    assert [read.parties[0].name for read in reads if isinstance(read, Payment)] == ["A", "B"]


@pytest.mark.parametrize(
    "wrapper",
    [
        "<Saa:DataPDU xmlns:Saa='urn:s'><Saa:Body>{plain}</Saa:Body></Saa:DataPDU>",
        "<Saa:DataPDU xmlns:Saa='urn:s'><Saa:Body><![CDATA[<?xml version='1.0'?>{plain}]]></Saa:Body></Saa:DataPDU>",
        "<m><b>{escaped}</b></m>",
        "<Document><Envelope><AppHdr><BizMsgIdr>1</BizMsgIdr></AppHdr><Document>{plain}</Document></Envelope></Document>",
    ],
)
def test_wrappers_of_any_kind(wrapper: str) -> None:
    plain = f"{HEAD}A{TAIL}"
    escaped = plain.replace("<", "&lt;")
    assert name_in(wrapper.format(plain=plain, escaped=escaped).encode()) == "A"


def test_broken_xml_inside_a_wrapper_is_unreadable() -> None:
    told = refusal(f"<m><![CDATA[{HEAD}A]]></m>".encode().replace(b"</m>", b"</m>"))
    assert told.found


def test_headers_go_with_the_message_that_follows() -> None:
    data = "".join(
        f"<m><AppHdr><BizMsgIdr>{name}</BizMsgIdr></AppHdr><Document>{HEAD}{name}{TAIL}</Document></m>" for name in "AB"
    )
    reads = [read for read in read_xml(f"<x>{data}</x>".encode(), "x") if isinstance(read, Payment)]
    assert [read.message_id for read in reads] == ["A", "B"]


def test_parse_raises_its_own_error_only() -> None:
    with pytest.raises(UnreadableMessage):
        parse(b"<a>")


def test_shared_values_times_transactions_have_a_limit() -> None:
    group = "<GrpHdr>" + "<a>b</a>" * 60_000 + "</GrpHdr>"
    one = '<CdtTrfTxInf><IntrBkSttlmAmt Ccy="EUR">1</IntrBkSttlmAmt></CdtTrfTxInf>'
    told = refusal(f"<FICdtTrf>{group}{one * 1000}</FICdtTrf>".encode())
    assert "shared by 1000 transactions" in told.found
