"""Purpose codes and operation codes."""

from __future__ import annotations

from brightline.goods.purposes import brings_goods_into_russia, see_purposes
from brightline.terms import Noted


def test_codes_that_say_no_goods() -> None:
    codes = (
        Noted("purpose", "SALA", "Purp/Cd"),
        Noted("currency-operation", "40030", "70"),
        Noted("purpose", "GDDS", "p"),
    )
    seen = see_purposes(codes)
    assert [(one.reading, one.path) for one in seen] == [("service", "Purp/Cd"), ("service", "70")]
    assert seen[0].words == "SALA (salary)"


def test_wide_service_codes_leave_open_what_was_paid_for() -> None:
    wide = ("20100", "21200", "20400", "35030")
    assert see_purposes(tuple(Noted("currency-operation", code, "70") for code in wide)) == ()
    assert see_purposes((Noted("purpose", "CSTRDR", "72"), Noted("country", "RU", "70"))) == ()


def test_goods_into_russia() -> None:
    assert brings_goods_into_russia((Noted("currency-operation", "11100", "70"),))
    assert not brings_goods_into_russia((Noted("currency-operation", "10100", "70"), Noted("reference", "11100", "20")))
