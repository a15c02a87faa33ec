import pytest

from brightline.names.index import NameIndex, build
from brightline.names.mention import find_mentions
from brightline.terms import ListedEntity, ListedIdentifier, ListedName

ENTITIES = (
    ListedEntity("t", "1", "Company", (ListedName("OOO PRIMERPRIBOR", "primary"),), identifiers=(
        ListedIdentifier("INN", "7700000001"), ListedIdentifier("BIC", "OBRZRUMM"),
    )),
    ListedEntity("t", "2", "Person", (ListedName("OBRAZTSOVSKIY, Ivan Sergeyevich", "primary"),)),
    ListedEntity("t", "3", "Vessel", (ListedName("SEA EXAMPLIA", "primary"),), identifiers=(
        ListedIdentifier("IMO", "9074729"),
    )),
    ListedEntity("t", "4", "Company", (ListedName("Shenzhen Yangliang Electronics Co., Ltd.", "primary"),)),
    ListedEntity("t", "5", "Company", (ListedName("BUENOS AIRES LIMITED", "primary"),)),
)  # fmt: skip
INDEX = NameIndex.from_bytes(build(ENTITIES), ENTITIES)


@pytest.mark.parametrize(
    ("text", "span", "entry"),
    [
        ("payment under contract 7 to OOO PRIMERPRIBOR dd 01.02.2024", "PRIMERPRIBOR", "1"),
        ("оплата по договору с ООО Примерприбор за март", "Примерприбор", "1"),
        ("for account of Mr Ivan Obraztsovsky, salary", "Ivan Obraztsovsky", "2"),
        ("INN 7700000001 services", "INN 7700000001", "1"),
        ("via OBRZRUMMXXX", "OBRZRUMMXXX", "1"),
        ("freight IMO 9074729 May", "IMO 9074729", "3"),
        ("支付深圳市样亮电子有限公司货款", "深圳市样亮电子", "4"),
    ],
)
def test_listed_names_in_texts(text: str, span: str, entry: str) -> None:
    found = find_mentions(text, INDEX, 0.7)
    assert [(one.text, one.candidate.entry) for one in found] == [(span, entry)]


@pytest.mark.parametrize(
    "text",
    [
        "", "invoice 17 for electronics", "Ivan Petrov", "trading company limited", "Buenos Aires",
        "As primerpribor said", "Obraztsovskiy street 5", "sea freight example", "INN 7700000099", "🚢 " * 500,
    ],
)  # fmt: skip
def test_ordinary_texts_are_silent(text: str) -> None:
    assert find_mentions(text, INDEX, 0.7) == ()


def test_a_name_far_into_a_long_text_is_found() -> None:
    text = "lorem ipsum dolor " * 60 + "Ivan Obraztsovskiy"
    assert [one.text for one in find_mentions(text, INDEX, 0.7)] == ["Ivan Obraztsovskiy"]
