"""Invented names of firms in Chinese, Russian and English writing, and public names of listed parties.

Russian names are drawn to the lengths of listed names, so that a length tells nothing.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from brightline.lab.streams import below, shares
from brightline.lists.starter.read import starter_entities

_CITIES = ("Ningbo", "Yiwu", "Foshan", "Dongguan", "Wenzhou", "Hangzhou", "Suzhou", "Qingdao", "Xiamen", "Harbin")
_CITIES_HAN = ("宁波", "义乌", "佛山", "东莞", "温州", "杭州", "苏州", "青岛", "厦门", "哈尔滨")
_SYLLABLES = ("Hao", "Da", "Xing", "Long", "Feng", "Rui", "Kang", "Jia", "Yuan", "Shun", "Tai", "Bao")
_SYLLABLES_HAN = ("昊", "达", "兴", "隆", "丰", "瑞", "康", "佳", "源", "顺", "泰", "宝")
_STEMS = ("Sever", "Volga", "Rassvet", "Berezka", "Lesnoy", "Zarya", "Rodnik", "Yantar", "Kedr", "Topaz", "Luch", "Dom")
_STEMS_RU = (
    "Север",
    "Волга",
    "Рассвет",
    "Березка",
    "Лесной",
    "Заря",
    "Родник",
    "Янтарь",
    "Кедр",
    "Топаз",
    "Луч",
    "Дом",
)
_ENDS = ("Torg", "Mebel", "Import", "Retail", "Snab", "Market", "Komplekt", "Trading House", "Tovary dlya Doma")
_ENDS_RU = ("Торг", "Мебель", "Импорт", "Ритейл", "Снаб", "Маркет", "Комплект", "Торговый Дом", "Товары для дома")
_FORMS = ("OOO", "LLC", "AO", "Limited Liability Company", "Joint Stock Company")
_FORMS_RU = ("ООО", "ООО", "АО", "Общество с ограниченной ответственностью", "Акционерное общество")
_TRIES = 12
# Words of listed names that many firms bear.
_ORDINARY = frozenset(
    [
        *("COMPANY", "CORPORATION", "JOINT", "STOCK", "LIMITED", "LIABILITY", "PUBLIC", "PUBLICLY", "TRADED", "STATE"),
        *("FEDERAL", "ENTERPRISE", "PLANT", "CENTER", "SCIENTIFIC", "PRODUCTION", "SPECIAL", "TECHNOLOGY", "UNITED"),
        *("ECONOMIC", "DESIGN", "BUREAU", "CONCERN", "AKTSIONERNOE", "OBSHCHESTVO"),
    ]
)


@lru_cache(maxsize=1)
def listed_names() -> tuple[str, ...]:
    """Public names of listed Russian firms of the starter edition, banks and ships left out, sorted."""
    firms = (one for one in starter_entities() if one.schema == "Company" and "RU" in one.countries)
    names = {one.names[0].value for one in firms}
    return tuple(sorted(one for one in names if "BANK" not in one.upper() and len(one) < 66))


@lru_cache(maxsize=1)
def look_alikes() -> tuple[str, ...]:
    """Invented names that share a word with a listed one."""
    words = (part.strip("'.,") for name in listed_names() for part in name.split())
    telling = sorted({word for word in words if len(word) > 4 and word not in _ORDINARY})
    return tuple(f"{word.title()} {_ENDS[at % len(_ENDS)]} LLC" for at, word in enumerate(telling))


def seller_names(seed: int, firms: int, own_script: float) -> list[str]:
    """Names of Chinese exporters; a share of them in their own script."""
    ids = np.arange(firms, dtype=np.uint64)
    city, one, two, three = (below(seed, f"seller/{part}", ids, 10 + 2 * (part > 0)) for part in range(4))
    han = shares(seed, "seller/script", ids) < own_script
    return [
        f"{_CITIES_HAN[c]}{_SYLLABLES_HAN[a]}{_SYLLABLES_HAN[b]}{_SYLLABLES_HAN[d]}贸易有限公司"
        if own
        else f"{_CITIES[c]} {_SYLLABLES[a]} {_SYLLABLES[b]} {_SYLLABLES[d]} Trading Co., Ltd"
        for c, a, b, d, own in zip(city.tolist(), one.tolist(), two.tolist(), three.tolist(), han.tolist(), strict=True)
    ]


def buyer_names(seed: int, firms: int, own_script: float) -> list[str]:
    """Names of Russian importers, of the lengths of listed names; a share of them in Cyrillic."""
    ids = np.arange(firms, dtype=np.uint64)
    lengths = [len(one) for one in listed_names()]
    wanted = below(seed, "buyer/length", ids, len(lengths)).tolist()
    han = (shares(seed, "buyer/script", ids) < own_script).tolist()
    tries = [_parts(seed, f"buyer/{number}", ids) for number in range(_TRIES)]
    return [
        min((_written(parts[at], cyrillic) for parts in tries), key=lambda name: abs(len(name) - lengths[length]))
        for at, (length, cyrillic) in enumerate(zip(wanted, han, strict=True))
    ]


def _parts(seed: int, layer: str, ids: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> list[tuple[int, ...]]:
    counts = (len(_FORMS), len(_STEMS), len(_STEMS), len(_ENDS), 2)
    columns = [below(seed, f"{layer}/{part}", ids, count).tolist() for part, count in enumerate(counts)]
    return list(zip(*columns, strict=True))


def _written(parts: tuple[int, ...], cyrillic: bool) -> str:
    form, one, two, end, both = parts
    forms, stems, ends = (_FORMS_RU, _STEMS_RU, _ENDS_RU) if cyrillic else (_FORMS, _STEMS, _ENDS)
    words = [forms[form], stems[one], *([stems[two]] if both else []), ends[end]]
    return " ".join(words)
