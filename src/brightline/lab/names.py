"""Invented names of firms in Chinese, Russian and English writing, and public names of listed parties.

Russian names are drawn to the lengths of listed names, so that a length tells nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from brightline.lab.streams import below, shares
from brightline.lists.starter.read import starter_entities
from brightline.terms import ListedEntity

_CITIES = ("Ningbo", "Yiwu", "Foshan", "Dongguan", "Wenzhou", "Hangzhou", "Suzhou", "Qingdao", "Xiamen", "Harbin")
_CITIES_HAN = ("宁波", "义乌", "佛山", "东莞", "温州", "杭州", "苏州", "青岛", "厦门", "哈尔滨")
_SYLLABLES = ("Hao", "Da", "Xing", "Long", "Feng", "Rui", "Kang", "Jia", "Yuan", "Shun", "Tai", "Bao")
_SYLLABLES_HAN = ("昊", "达", "兴", "隆", "丰", "瑞", "康", "佳", "源", "顺", "泰", "宝")
_STEMS = (
    "Sever", "Volga", "Rassvet", "Berezka", "Lesnoy", "Zarya", "Rodnik", "Yantar", "Kedr", "Topaz", "Luch", "Dom",
    "Bereg", "Veter", "Iskra", "Klen", "Malina", "Okean", "Parus", "Ruchey", "Sokol", "Taiga", "Uyut", "Yablonya",
)  # fmt: skip
_STEMS_RU = (
    "Север", "Волга", "Рассвет", "Березка", "Лесной", "Заря", "Родник", "Янтарь", "Кедр", "Топаз", "Луч", "Дом",
    "Берег", "Ветер", "Искра", "Клен", "Малина", "Океан", "Парус", "Ручей", "Сокол", "Тайга", "Уют", "Яблоня",
)  # fmt: skip
_ENDS = ("Torg", "Mebel", "Import", "Retail", "Snab", "Market", "Komplekt", "Trading House", "Tovary dlya Doma")
_ENDS_RU = ("Торг", "Мебель", "Импорт", "Ритейл", "Снаб", "Маркет", "Комплект", "Торговый Дом", "Товары для дома")
_PLACES = (
    "Ala",
    "Too",
    "Steppe",
    "Tulip",
    "Sapar",
    "Saryarka",
    "Jumeirah",
    "Marina",
    "Orda",
    "Nomad",
    "Silk",
    "Caravan",
)
_FORMS = ("OOO", "LLC", "AO", "Limited Liability Company", "Joint Stock Company")
_FORMS_RU = ("ООО", "ООО", "АО", "Общество с ограниченной ответственностью", "Акционерное общество")
_TRIES = 12
_LONGEST = 66  # letters of a name
# Words of listed names that many firms bear.
_ORDINARY = frozenset(
    [
        *("COMPANY", "CORPORATION", "JOINT", "STOCK", "LIMITED", "LIABILITY", "PUBLIC", "PUBLICLY", "TRADED", "STATE"),
        *("FEDERAL", "ENTERPRISE", "PLANT", "CENTER", "SCIENTIFIC", "PRODUCTION", "SPECIAL", "TECHNOLOGY", "UNITED"),
        *("ECONOMIC", "DESIGN", "BUREAU", "CONCERN", "AKTSIONERNOE", "OBSHCHESTVO"),
    ]
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed Russian firm: its public names, the first of them its own, and its tax number where the list has one."""

    names: tuple[str, ...]
    number: str


@lru_cache(maxsize=1)
def listed_firms() -> tuple[Listed, ...]:
    """Firms of the starter edition listed under E.O. 14024, banks left out, by name."""
    firms = (one for one in starter_entities() if one.schema == "Company" and "RU" in one.countries)
    found = [Listed(_short(one), _number(one)) for one in firms if "RUSSIA-EO14024" in one.programs and _short(one)]
    return tuple(sorted((one for one in found if not any("BANK" in name.upper() for name in one.names)), key=_first))


def _first(one: Listed) -> str:
    return one.names[0]


def _short(entity: ListedEntity) -> tuple[str, ...]:
    """Its public names that fit into a message's field."""
    return tuple(
        dict.fromkeys(name.value for name in entity.names if len(name.value) < _LONGEST and name.kind != "weak")
    )


def _number(entity: ListedEntity) -> str:
    return next((one.value for one in entity.identifiers if one.scheme == "INN"), "")


@lru_cache(maxsize=1)
def look_alikes() -> tuple[str, ...]:
    """Invented names that share a telling word with a listed one, under several legal forms."""
    words = (part.strip("'.,") for one in listed_firms() for part in one.names[0].split())
    telling = sorted({word for word in words if len(word) > 4 and word not in _ORDINARY})
    lengths = listed_lengths()
    return tuple(_as_long(word.title(), lengths[at % len(lengths)]) for at, word in enumerate(telling * 3))


def _as_long(word: str, length: int) -> str:
    """A firm's name with this word in it, of the forms and ends that come nearest to a length."""
    made = (f"{form} {word} {end}" for form in _FORMS for end in _ENDS)
    return min(made, key=lambda name: abs(len(name) - length))


def listed_lengths() -> list[int]:
    """Lengths of listed names: each firm as often as another, and of a firm each of its names."""
    firms = listed_firms()
    return [len(one.names[turn % len(one.names)]) for turn in range(_TRIES) for one in firms]


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
    lengths = listed_lengths()
    wanted = below(seed, "buyer/length", ids, len(lengths)).tolist()
    han = (shares(seed, "buyer/script", ids) < own_script).tolist()
    tries = [_parts(seed, f"buyer/{number}", ids) for number in range(_TRIES)]
    used, found = set[str](), list[str]()
    for at, (length, cyrillic) in enumerate(zip(wanted, han, strict=True)):
        made = sorted(
            (_written(parts[at], cyrillic) for parts in tries), key=lambda name: abs(len(name) - lengths[length])
        )
        found.append(next((name for name in made if name not in used), f"{made[0]} {at}"))
        used.add(found[-1])
    return found


def _parts(seed: int, layer: str, ids: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> list[tuple[int, ...]]:
    counts = (len(_FORMS), len(_STEMS), len(_STEMS), len(_ENDS), 2)
    columns = [below(seed, f"{layer}/{part}", ids, count).tolist() for part, count in enumerate(counts)]
    return list(zip(*columns, strict=True))


def _written(parts: tuple[int, ...], cyrillic: bool) -> str:
    form, one, two, end, both = parts
    forms, stems, ends = (_FORMS_RU, _STEMS_RU, _ENDS_RU) if cyrillic else (_FORMS, _STEMS, _ENDS)
    words = [forms[form], stems[one], *([stems[two]] if both else []), ends[end]]
    return " ".join(words)


def agent_names(seed: int, count: int) -> list[str]:
    """Names of so many go-betweens in Russia, then of as many in third countries."""
    ids = np.arange(2 * count, dtype=np.uint64)
    one, two = (below(seed, f"agent/{part}", ids, len(_PLACES)).tolist() for part in range(2))
    home = [f"OOO {_STEMS[a]} {_STEMS[b]} Platezhny Agent" for a, b in zip(one[:count], two[:count], strict=True)]
    away = [f"{_PLACES[a]} {_PLACES[b]} Settlement Services LLC" for a, b in zip(one, two, strict=True)]
    return [*home, *away[count:]]
