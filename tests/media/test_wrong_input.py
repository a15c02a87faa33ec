"""What is no article is named and passed over; other languages, encodings and repeated articles are handled."""

from __future__ import annotations

from time import perf_counter

import pytest
from tests.media.wire import CLEAN, OTHER, TAKE

from brightline.errors import UnreadableMessage
from brightline.media.mentions import mentions_of
from brightline.media.reading import read_article
from brightline.media.story import tell_stories

FRENCH = (
    "Le ministère de la Défense de Norvanie a annoncé mardi l'achat de douze navires pour 240 millions d'euros.\n"
    "Les navires seront construits dans le port de Belmaz, selon le directeur du chantier, Marc Delorme.\n"
    "La livraison est prévue pour la fin de l'année, a précisé le ministère dans un communiqué."
)
RUSSIAN = (
    "Министерство транспорта Норвании сообщило во вторник, что перевозчик Северный Прибой закупит двенадцать судов.\n"
    "Суда будут построены в порту Белмаз, сообщил директор верфи Марк Делорм.\n"
    "Поставка ожидается до конца года, говорится в сообщении министерства."
)
CHINESE = (
    "诺瓦尼亚交通部周二宣布,将购买十二艘船只,总价二亿四千万欧元。这些船只将在贝尔马兹港建造。交付预计在年底前完成。"
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "an empty file"),
        (b" \n\t ", "an empty file"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8, "a JPEG picture"),
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (bytes(range(32)) * 64, "bytes that are no text"),
        (b"Menu\nHome\nShare", "no sentence of a story"),
    ],
)
def test_what_is_no_article_is_named(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableMessage) as raised:
        read_article(data, "x.bin")
    assert told in str(raised.value)
    assert "x.bin" in str(raised.value)


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        (FRENCH, "utf-8", "fr"),
        (FRENCH, "cp1252", "fr"),
        (RUSSIAN, "utf-8", "ru"),
        (RUSSIAN, "cp1251", "ru"),
        (CHINESE, "utf-8", "zh"),
        (CHINESE, "gb18030", "zh"),
        ("\n".join(TAKE), "utf-16", "en"),
    ],
)
def test_other_languages_and_encodings_are_read_whole(text: str, encoding: str, language: str) -> None:
    article = read_article(text.encode(encoding), "x.txt")
    assert article.language == language
    assert "".join(one.text for one in article.sentences).replace(" ", "") == text.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, CHINESE])
def test_copies_in_another_language_are_one_story_apart_from_others(text: str) -> None:
    articles = [read_article(page.encode(), name) for name, page in (("a", text), ("b", OTHER), ("c", text))]
    stories = tell_stories(articles)
    assert [(one.articles, one.sources) for one in stories] == [(("a", "c"), 1), (("b",), 1)]


@pytest.mark.parametrize(
    ("text", "name", "kind", "context"),
    [
        (RUSSIAN, "Марк Делорм", "person", "neutral"),
        ("俄罗斯总统普京周四在北京会见中国国家主席习近平。", "普京", "person", "political"),
        ("深圳海风电子有限公司向莫斯科走私芯片，法院周五宣布。", "深圳海风电子有限公司", "organization", "adverse"),
        ("Президент Иван Норов встретился в порту Белмаз с послом.", "Иван Норов", "person", "political"),
        ("La banque Norva Credit a violé les sanctions, selon Marc Delorme.", "Norva Credit", "person", "adverse"),
    ],
)
def test_names_are_seen_in_any_script_and_adverse_by_what_stands_around(
    text: str, name: str, kind: str, context: str
) -> None:
    found = {one.name: one for one in mentions_of([read_article(text.encode(), "r")])}
    assert (found[name].kind, found[name].context) == (kind, context)


def test_the_same_article_twice_is_one_source_without_differences() -> None:
    articles = [read_article(CLEAN.encode(), name) for name in ("one", "two")]
    (story,) = tell_stories(articles)
    assert (story.sources, story.differences) == (1, ())
    assert all(len(claim.witnesses) == 2 for claim in story.claims)


def test_two_stories_in_one_file_lose_no_sentence_and_find_the_copies_of_either() -> None:
    both = "\n".join(TAKE) + "\n" + OTHER
    articles = [read_article(both.encode(), "both"), read_article(CLEAN.encode(), "grain")]
    assert len(articles[0].sentences) == len(TAKE) + OTHER.count("\n") + 1
    (story,) = tell_stories(articles)
    assert story.articles == ("both", "grain")


def test_ten_megabytes_of_one_line_end() -> None:
    began = perf_counter()
    article = read_article((" ".join(TAKE) + " " + "word " * 2_000_000 + ".").encode(), "long.txt")
    assert [one.text for one in article.sentences[: len(TAKE) - 1]] == list(TAKE[:-1])
    assert perf_counter() - began < 60
