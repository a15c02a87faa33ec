"""Names of others in a text, and where they end."""

from __future__ import annotations

import pytest

from brightline.payments.others_named import others_named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("payment on behalf of OOO Kvartsovik INN 5403997997, invoice 41", ("OOO Kvartsovik",)),
        ("goods, consignee: Severny Mayak LLC, Novosibirsk", ("Severny Mayak LLC",)),
        ("c/o Kvartsovik Trading, 4 Nathan Road", ("Kvartsovik Trading",)),
        ("оплата в пользу ООО «Кварцовик» по договору 5", ("ООО «Кварцовик",)),
        ("оплата за ООО «Кварцовик» по договору 5", ("ООО «Кварцовик",)),
        ("оплата за товар по договору 5", ()),
        ("для детей", ()),
        ("грузополучатель АО Северный Маяк, г. Омск", ("АО Северный Маяк",)),
        ("代北方光学有限公司支付货款", ("北方光学有限公司",)),
        ("最终用户：北方光学有限公司，合同5", ("北方光学有限公司",)),
        ("TOYS, END USER KVARTSOVIK", ("KVARTSOVIK",)),
        ("TOYS CONSIGNEE Severny Mayak LLC AND OTHERS", ("Severny Mayak LLC",)),
        ("игрушки, получатель Кварцовик, г. Омск", ("Кварцовик",)),
        ("КОНЕЧНЫЙ ПОЛЬЗОВАТЕЛЬ АО СЕВЕРНЫЙ МАЯК ПО ДОГОВОРУ 5", ("АО СЕВЕРНЫЙ МАЯК",)),
        ("toys for Severny Mayak LLC, invoice 4", ("Severny Mayak LLC",)),
        ("TOYS FBO KVARTSOVIK", ("KVARTSOVIK",)),
        ("玩具 最终用户 KVARTSOVIK", ("KVARTSOVIK",)),
        ("芯片 最终用户俄罗斯", ()),
        ("toys, buyer pays the freight", ()),
        ("toys for children from Severny Mayak, contract 5 with Primer LLC", ()),
        ("END USER RUSSIA", ()),
        ("children's shoes, invoice 4", ()),
        ("", ()),
    ],
)
def test_who_else_is_named(text: str, names: tuple[str, ...]) -> None:
    assert others_named(text) == names


def test_each_is_named_once() -> None:
    assert others_named("on behalf of Primer LLC, invoice 1; on behalf of Primer LLC") == ("Primer LLC",)
