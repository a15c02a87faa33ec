"""Secondary sanctions, in every wording seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.lists.secondary import secondary_of, secondary_of_cut

OLD = (
    "Secondary sanctions risk: this person is designated for operating or having operated in a sector of the Russian "
    "Federation economy determined to support Russia's military-industrial base pursuant to section 11 of Executive "
    "Order 14024, as amended by Executive Order 14114."
)
NEW = "Secondary sanctions risk: See Section 11 of Executive Order 14024."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OLD, ("s11",)),
        (NEW, ("s11",)),
        (NEW.upper(), ("s11",)),
        (OLD.upper().replace("'", "\u2019"), ("s11",)),
        (f"alt. {NEW}", ("s11",)),
        ("Secondary sanctions risk: See Section 11 of E.O. 14024, as amended", ("s11",)),
        (
            "Secondary sanctions risk: Ukraine-/Russia-Related Sanctions Regulations, 31 CFR 589.201 and/or 589.209",
            ("ukraine-589",),
        ),
        ("Secondary sanctions risk: Ukraine-/Russia-Related Sanctions Regulations, 31 CFR 589.201", ("ukraine-589",)),
        (
            "Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210",
            ("north-korea",),
        ),
        (
            "Secondary sanctions risk: section 1(b) of Executive Order 13224, as amended by Executive Order 13886",
            ("eo13224",),
        ),
        ("Additional Sanctions Information - Subject to Secondary Sanctions", ("iran",)),
        (
            "Additional Sanctions Information - Subject to Secondary Sanctions Pursuant to the Hizballah Financial "
            "Sanctions Regulations",
            ("hizballah",),
        ),
        ("CAATSA Section 235 Information: FOREIGN EXCHANGE. Sec 235(a)(7)", ("caatsa",)),
        ("Secondary sanctions risk: pursuant to the Hong Kong Autonomy Act of 2020 - Public Law 116-149", ("other",)),
        ("Executive Order 13662 Directive Determination - Subject to Directive 1", ()),
        ("Second Brigadier General", ()),
        ("designated pursuant to Executive Order 14024", ()),
        ("", ()),
    ],
)
def test_each_wording_has_its_tag(text: str, expected: tuple[str, ...]) -> None:
    assert secondary_of(text) == expected


@given(st.integers(min_value=len("Secondary sanctions risk: thi"), max_value=len(OLD)))
def test_the_old_wording_is_known_wherever_it_is_cut(length: int) -> None:
    assert secondary_of_cut(OLD[:length]) == ("s11",)


@given(st.integers(min_value=len("Secondary sanctions risk: See"), max_value=len(NEW)))
def test_the_new_wording_is_known_wherever_it_is_cut(length: int) -> None:
    assert secondary_of_cut(NEW[:length]) == ("s11",)


def test_a_cut_that_leaves_nothing_is_a_risk_of_unknown_kind() -> None:
    assert secondary_of_cut("Secondary sanctions risk: S") == ("other",)
    assert secondary_of_cut("alt. Secondary sanctions risk") == ("other",)
    assert secondary_of_cut("Secondary sanctions risk: because of something new") == ("other",)
    assert secondary_of_cut("Tax ID No. 77") == ()
