"""The sample payments are what they claim to be: right in syntax, invented in their parties, and all spoken for."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from lxml import etree
from stdnum import iban
from stdnum.ru import inn

SAMPLES = Path(str(files("brightline.cli").joinpath("samples")))
EXPECTED: list[dict[str, str]] = yaml.safe_load((SAMPLES / "EXPECTED.yaml").read_text(encoding="utf-8"))
MESSAGES = sorted(path for path in SAMPLES.iterdir() if path.name != "EXPECTED.yaml")
READABLE_XML = [path for path in MESSAGES if path.suffix == ".xml" and "cut-in-half" not in path.name]
FIN = [path for path in MESSAGES if path.suffix == ".fin"]
ALLOWED = re.compile(r"[A-Za-z0-9/\-?:().,'+ ]+")
BLOCKS = re.compile(
    r"\{1:F01[A-Z0-9]{12}\d{10}\}\{2:[IO][^{}]+\}(\{3:(\{\d{3}:[^{}]+\})+\})?\{4:\r\n.*\r\n-\}(\{5:.+\})?\r\n",
    re.DOTALL,
)
WIDE = {"45A": 65, "46A": 65}  # characters a line


def test_every_message_is_spoken_for_and_every_expectation_has_its_message() -> None:
    named = {entry["source"].rpartition("#")[0] for entry in EXPECTED}
    assert named == {path.name for path in MESSAGES}
    assert all(entry["reason"].endswith(".") for entry in EXPECTED)


def test_about_a_third_each_is_released_reviewed_and_stopped() -> None:
    outcomes = [entry["outcome"] for entry in EXPECTED]
    assert {outcome: outcomes.count(outcome) for outcome in outcomes} == {
        "release": 13,
        "review": 6,
        "stop": 10,
        "not-a-payment": 1,
        "unreadable": 1,
    }


@pytest.mark.parametrize("path", READABLE_XML, ids=lambda path: path.name)
def test_xml_is_valid_by_its_published_schema(path: Path, shared_data: Path) -> None:
    parts = [node for node in etree.parse(path).iter() if etree.QName(node).localname in ("Document", "AppHdr")]
    assert parts
    for part in parts:
        name = str(etree.QName(part).namespace).rpartition(":")[2]
        schema = etree.XMLSchema(etree.parse(shared_data / "xsd" / f"{name}.xsd"))
        schema.assertValid(etree.fromstring(etree.tostring(part)))


def test_one_message_breaks_off() -> None:
    with pytest.raises(etree.XMLSyntaxError):
        etree.parse(SAMPLES / "22-cut-in-half-pacs008.xml")


@pytest.mark.parametrize("path", FIN, ids=lambda path: path.name)
def test_mt_messages_keep_the_rules_of_fin(path: Path) -> None:
    text = path.read_bytes().decode("ascii")
    assert BLOCKS.fullmatch(text)
    tag = ""
    for line in text.partition("{4:\r\n")[2].partition("\r\n-}")[0].split("\r\n"):
        start = re.match(r":(\d{2}[A-Z]?):", line)
        tag = start[1] if start else tag
        content = line[start.end() :] if start else line
        assert ALLOWED.fullmatch(content), line
        assert len(content) <= WIDE.get(tag, 35), line


def test_tax_numbers_and_account_numbers_have_true_check_digits() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in MESSAGES)
    found = re.findall(r"(?:INN:?|<Id>)(\d{10})\b", text)
    assert len(found) > 15
    assert [number for number in found if number != "0011223344" and not inn.is_valid(number)] == []
    ibans = re.findall(r"\b(?:DE\d{20}|KZ\d{5}[A-Z]{3}\d{10}|AE\d{21})\b", text)
    assert len(ibans) >= 4
    assert all(iban.is_valid(number) for number in ibans)


def test_the_cover_and_its_payment_share_one_uetr() -> None:
    cover = (SAMPLES / "09-furniture-cover-pacs009.xml").read_text(encoding="utf-8")
    announced = (SAMPLES / "10-furniture-announced-mt103.fin").read_text(encoding="ascii")
    uetr = re.search(r"<UETR>(.+?)</UETR>", cover)
    assert uetr is not None
    assert f"{{121:{uetr[1]}}}" in announced
