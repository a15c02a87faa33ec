"""OFAC's remarks as data. Names are invented; the wordings are OFAC's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.lists.draft import Draft
from brightline.lists.remarks import fragments, note_remarks, split_kind
from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName


def read(text: str, schema: str = "Organization", cut: bool = False, programs: tuple[str, ...] = ()) -> ListedEntity:
    draft = Draft("us-ofac-sdn", "1", schema, programs=list(programs))
    note_remarks(draft, text, cut=cut)
    return draft.entity()


def test_a_person_is_read_whole() -> None:
    found = read(
        "DOB 28 Jul 1963; alt. DOB circa 1964; POB Toledo District, Belize; nationality Russia; "
        "alt. nationality Cyprus; citizen Belarus; Gender Male; "
        "Passport P0017003 (Belize) issued 26 Jul 1995 expires 25 Jul 2000; "
        "National ID No. 561-77-9011 (United States); Tax ID No. 500100732259 (Russia); Linked To: PRIMER PRIBOR; "
        "alt. Secondary sanctions risk: See Section 11 of Executive Order 14024.; a.k.a. 'THE CLERK'.",
        "Person",
    )
    assert found.birth_dates == ("1963-07-28", "1964")
    assert found.countries == ("RU", "CY", "BY")
    assert found.genders == ("male",)
    assert found.identifiers == (
        ListedIdentifier("PASSPORT", "P0017003", "BZ"),
        ListedIdentifier("NATIONAL-ID", "561-77-9011", "US"),
        ListedIdentifier("INN", "500100732259", "RU"),
    )
    assert found.links == (Link("linked-to", "PRIMER PRIBOR"),)
    assert found.secondary == ("s11",)
    assert found.names == (ListedName("THE CLERK", "weak"),)
    assert ("place of birth", "Toledo District, Belize") in found.kept
    assert found.remarks[0].startswith("DOB 28 Jul 1963; alt. DOB")


def test_a_company_is_read_whole() -> None:
    found = read(
        "SWIFT/BIC PRIMRUMM; Website www.primer.example; Email Address a@primer.example; Phone Number 74951234567; "
        "Executive Order 13662 Directive Determination - Subject to Directive 1; "
        "Secondary sanctions risk: Ukraine-/Russia-Related Sanctions Regulations, 31 CFR 589.201 and/or 589.209; "
        "alt. Secondary sanctions risk: See Section 11 of Executive Order 14024.; "
        "Organization Established Date 17 Oct 1990; Target Type Financial Institution; "
        "Registration ID 1027700132195 (Russia); Tax ID No. 7707083893 (Russia); "
        "Government Gazette Number 00032537 (Russia); Legal Entity Number 549300XUBSAJQIOA5W22; BIK (RU) 044525225; "
        "D-U-N-S Number 542957624; Unified Social Credit Code (USCC) 91110000600037341L (China); "
        "Digital Currency Address - XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h; "
        "Linked To: FIRST PARENT; Linked To: SECOND PARENT; f.k.a. 'OLD PRIMER'; "
        "Listing Date (EO 14024 Directive 2): 24 Feb 2022; Effective Date (EO 14024 Directive 2): 26 Mar 2022."
    )
    assert {each.scheme: each.value for each in found.identifiers} == {
        "BIC": "PRIMRUMM",
        "WEBSITE": "www.primer.example",
        "EMAIL": "a@primer.example",
        "PHONE": "74951234567",
        "OGRN": "1027700132195",
        "INN": "7707083893",
        "OKPO": "00032537",
        "LEI": "549300XUBSAJQIOA5W22",
        "BIK": "044525225",
        "DUNS": "542957624",
        "USCC": "91110000600037341L",
        "CRYPTO": "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h",
    }
    assert found.secondary == ("ukraine-589", "s11")
    assert found.links == (Link("linked-to", "FIRST PARENT"), Link("linked-to", "SECOND PARENT"))
    assert found.names == (ListedName("OLD PRIMER", "former"),)
    assert found.listed_on == "2022-02-24"
    assert found.measures == ("sectoral", "correspondent-account")
    assert found.urls == ("www.primer.example",)
    assert found.countries == ("RU", "CN")
    assert ("organization established date", "1990-10-17") in found.kept
    assert ("target type", "Financial Institution") in found.kept


def test_vessels_and_aircraft() -> None:
    found = read(
        "Vessel Year of Build 2008; Vessel Registration Identification IMO 9386304; MMSI 352002989; "
        "Former Vessel Flag Malta; Aircraft Tail Number EP-MMH; "
        "Aircraft Manufacturer's Serial Number (MSN) 1013409297; "
        "Aircraft Construction Number (also called L/N or S/N or F/N) 8305; Aircraft Mode S Transponder Code 140AE7; "
        "Aircraft Operator PRIMER AIR; Aircraft Model IL-76TD; Linked To: PRIMER SHIPPING INC.",
        "Vessel",
    )
    assert [(each.scheme, each.value) for each in found.identifiers] == [
        ("IMO", "9386304"),
        ("MMSI", "352002989"),
        ("TAIL", "EP-MMH"),
        ("MSN", "1013409297"),
        ("MSN", "8305"),
        ("MODE-S", "140AE7"),
    ]
    assert found.countries == ()  # a former flag is no flag
    assert Link("operator", "PRIMER AIR") in found.links


def test_a_semicolon_inside_a_quoted_alias_does_not_part_it() -> None:
    assert fragments("a.k.a. 'LEFT; RIGHT'; a.k.a. 'ABU-'UMAR'; all offices worldwide.") == [
        "a.k.a. 'LEFT; RIGHT'",
        "a.k.a. 'ABU-'UMAR'",
        "all offices worldwide",
    ]
    found = read("a.k.a. 'LEFT; RIGHT'; Gender Male.")
    assert found.names == (ListedName("LEFT; RIGHT", "weak"),)
    assert found.genders == ("male",)


def test_a_semicolon_inside_another_value_loses_nothing_else() -> None:
    found = read("Linked To: ALPHA; BETA GROUP; Tax ID No. 7707083893 (Russia).")
    assert found.links == (Link("linked-to", "ALPHA"),)
    assert found.identifiers == (ListedIdentifier("INN", "7707083893", "RU"),)
    assert found.remarks == ("Linked To: ALPHA; BETA GROUP; Tax ID No. 7707083893 (Russia).",)


def test_quotes_inside_an_alias_stay() -> None:
    names = read("a.k.a. 'ABU-'UMAR'; a.k.a. ''ABD-AL-'IZ'; a.k.a. ''FUPI''; a.k.a. 'MERA'I'.").names
    assert [name.value for name in names] == ["ABU-'UMAR", "'ABD-AL-'IZ", "'FUPI'", "MERA'I"]


def test_the_dot_of_an_abbreviation_stays() -> None:
    assert read("Linked To: COMERCIAL PRIMERA, S.A.").links == (Link("linked-to", "COMERCIAL PRIMERA, S.A."),)
    assert read("Linked To: PRIMER PRIBOR.").links == (Link("linked-to", "PRIMER PRIBOR"),)


def test_capital_letters_do_not_matter() -> None:
    found = read("SECONDARY SANCTIONS RISK: SEE SECTION 11 OF EXECUTIVE ORDER 14024.; TAX ID NO. 7707083893 (RUSSIA)")
    assert found.secondary == ("s11",)
    assert found.identifiers == (ListedIdentifier("INN", "7707083893", "RU"),)


def test_half_a_number_is_not_believed_where_the_rest_is_missing() -> None:
    found = read("Gender Male; Tax ID No. 77070838", cut=True)
    assert found.identifiers == ()
    assert found.genders == ("male",)
    assert ("remarks cut after 1,000 characters", "Tax ID No. 77070838") in found.kept


@pytest.mark.parametrize(
    "end",
    ["Secondary sanctions risk: See Sec", "alt. Secondary sanctions risk: this person is designated for operating"],
)
def test_a_secondary_sanction_counts_also_where_it_is_cut(end: str) -> None:
    assert read(f"Gender Male; {end}", cut=True).secondary == ("s11",)


def test_an_unknown_kind_with_a_number_is_read_or_kept() -> None:
    found = read(
        "Primer Registration No. 4711 (Malta); Temporary suspension of something No. 17; Chairman of the Board"
    )
    assert found.identifiers == (ListedIdentifier("REG", "4711", "MT"),)
    assert ("Temporary suspension of something No.", "17") in found.kept


def test_a_country_in_brackets_only_where_it_is_one() -> None:
    assert split_kind("Registration Number HRA 738077 (Chamber) (Germany)") == (
        "Registration Number",
        "HRA 738077 (Chamber) (Germany)",
    )
    found = read("Registration Number HRA 738077 (Chamber) (Germany); Passport 12 (see note)")
    assert found.identifiers == (
        ListedIdentifier("REG", "HRA 738077 (Chamber)", "DE"),
        ListedIdentifier("PASSPORT", "12 (see note)", None),
    )


def test_an_empty_remark_leaves_nothing() -> None:
    assert read("").remarks == ()
    assert read(" ; ; ").identifiers == ()


@given(st.text(alphabet="aA '();.:-/1905", max_size=80))
def test_no_text_breaks_the_reading_and_none_is_lost(text: str) -> None:
    found = read(text, cut=len(text) % 2 == 0)
    assert found.remarks == ((text,) if text.strip() else ())


@given(st.permutations(["DOB 1962", "Gender Male", "Tax ID No. 7707083893 (Russia)", "a.k.a. 'X'", "Linked To: Y"]))
def test_the_order_of_facts_changes_none_of_them(facts: list[str]) -> None:
    found = read("; ".join(facts))
    assert (found.birth_dates, found.genders, len(found.identifiers)) == (("1962",), ("male",), 1)
    assert (found.names, found.links) == ((ListedName("X", "weak"),), (Link("linked-to", "Y"),))
