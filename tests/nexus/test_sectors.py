"""What a firm's name and activity code hint at: the five sectors, everyday makers, shops."""

from __future__ import annotations

import pytest

from brightline.nexus.sectors import KINDS, sign_of, sign_of_code, works_in


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Патронный завод Рассвет", "defence"),
        ("ООО Приморский машиностроительный завод", "specific"),
        ("OOO PRIMORMASH", "specific"),
        ("SEVERSTROY LLC", "specific"),
        ("ООО СтройИнвест", "specific"),
        ("NPO KVANTSEVER", "specific"),
        ("莫斯科机械厂", "specific"),
        ("Первый завод", "factory"),
        ("Завод Электроника", "factory"),  # a factory of electronics is a factory
        ("Кондитерская фабрика Рассвет", "household"),  # a factory of sweets makes sweets
        ("OOO KHLEBOZAVOD 5", "household"),
        ("ООО Стройматериалы Плюс", "household"),  # sells what builders use
        ("Пищемаш", "specific"),  # makes machines for makers of food
        ("Prime Electronics LLC", "technical"),
        ("Магазин электроники", "none"),
        ("Ресторан Завод", "none"),
        ("ООО Детский мир", "none"),
        ("Тепличный комбинат Луч", "none"),
    ],
)
def test_the_name_hints_at_what_the_firm_does(name: str, kind: str) -> None:
    sign = sign_of(name)
    assert sign is not None
    assert sign.kind == kind
    assert sign.kind in KINDS


@pytest.mark.parametrize(
    "name", ["ООО Ромашка", "Торговый дом Вектор", "ЗАО Компас", "ООО Компания Лидер", "ИП Строев", ""]
)
def test_most_names_hint_at_nothing(name: str) -> None:
    assert sign_of(name) is None


def test_an_activity_code_says_more_than_a_name() -> None:
    assert [
        sign.kind if (sign := sign_of_code(text)) else None for text in ("ОКВЭД 25.62", "OKVED2: 10.71", "ОКВЭД 47.11")
    ] == [
        "code",
        "household",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("оборудование для производства, договор 4", "manufacturing"),
        ("steel pipes, construction of a warehouse", "construction"),
        ("生产线货款", "manufacturing"),
        ("children's shoes", None),
    ],
)
def test_a_text_says_what_goods_are_for(text: str, sector: str | None) -> None:
    sign = works_in(text)
    assert (sign.sector if sign else None) == sector
