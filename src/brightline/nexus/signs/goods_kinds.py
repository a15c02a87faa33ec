"""Kinds of goods beside a sign: plain everyday ones, risky ones, named ones, and those nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

import yaml

from brightline.errors import LawError
from brightline.goods.describe import CARRIAGE
from brightline.terms import SeenGoods

KINDS = ("everyday", "medical", "food")
# Words that speak of technology without saying which goods: no trade of plain life buys them for itself.
_TECHNICAL = re.compile(
    r"electr|electron|component|chip|module|sensor|circuit|instrument|apparat|bearing|machine tool|cnc|prototyp|"
    r"spare|parts|электр|компонент|модул|датчик|прибор|станк|запчаст|комплектующ|запасн|电子|元器件|元件|芯片|模块|传感|仪器|机床|"
    r"零件|配件|备件",
    re.IGNORECASE,
)
_SERVICES = re.compile(
    r"servic|consult|agency|commission|software|research|development|support|maintenance|repair|услуг|консульт|агентск|"
    r"комисси|программ|разработ|поддержк|ремонт|服务|咨询|代理|佣金|软件|研发|技术支持|维修",
    re.IGNORECASE,
)
_FOOD_OR_MEDICINE = re.compile(
    r"food|fruit|vegetab|meat|beef|pork|poultry|fish|seafood|dairy|milk|cheese|grain|wheat|barley|rice|flour|sugar|tea\b|"
    r"coffee|oil.?seed|soy|edible|confection|chocolate|feed|medic|pharm|drug|vaccin|insulin|antibiot|syring|bandage|surgical|"
    r"продукт|продовол|фрукт|овощ|мяс|рыб|молок|молоч|сыр|зерно|пшениц|ячмен|рис\b|мук[аи]|сахар|ча[йя]|кофе|корм|лекар|"
    r"медик|медиц|вакцин|инсулин|шприц|食品|水果|蔬菜|肉|鱼|奶|粮|小麦|大米|面粉|糖|茶|咖啡|饲料|药|医|疫苗|胰岛素",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _headings() -> Mapping[str, tuple[str, ...]]:
    said = yaml.safe_load(files("brightline.nexus.signs").joinpath("everyday_codes.yaml").read_text(encoding="utf-8"))
    if unknown := sorted(set(said) - set(KINDS)):
        raise LawError("nexus/signs/everyday_codes.yaml", f"the unknown key {unknown[0]!r}", f"only {', '.join(KINDS)}")
    return {kind: tuple(str(code) for code in codes) for kind, codes in said.items()}


@lru_cache(maxsize=8192)
def kind_of_code(hs: str) -> str | None:
    """`everyday`, `medical` or `food` for a tariff code of such goods (own choice of headings); None for any other."""
    return next((kind for kind, codes in _headings().items() if hs.startswith(codes)), None)


def is_everyday(line: SeenGoods) -> bool:
    """Whether a line names goods of plain life, on no list and of no class of critical items; or no goods at all."""
    if line.tier or line.critical:
        return False
    if line.reading in ("harmless", "service"):
        return True
    return line.reading == "unlisted" and line.grade == "code" and kind_of_code(line.hs or "") is not None


def is_risky(line: SeenGoods) -> bool:
    """Whether a line names listed goods, goods of a critical class, or sensitive or undecided ones."""
    sensitive = line.reading == "vague" and (line.grade == "code" or "sensitive" in line.note)
    return bool(line.tier or line.critical or sensitive) or line.reading in ("listed", "undecided")


def is_vague(line: SeenGoods) -> bool:
    """Whether a line leaves open which goods are meant."""
    return not is_risky(line) and line.reading in ("", "vague")


def is_service(line: SeenGoods) -> bool:
    """Whether a line names a service or no goods, widely worded services among them."""
    wide = is_vague(line) and bool(_SERVICES.search(line.words or ""))
    return line.reading == "service" or wide or line.note.startswith(CARRIAGE)


def is_food_or_medicine(line: SeenGoods) -> bool:
    """Whether the code, or the words where there is none, name food, feed, medicine or medical aids."""
    if line.grade == "code":
        return kind_of_code(line.hs or "") in ("food", "medical")
    return line.reading != "service" and bool(_FOOD_OR_MEDICINE.search(line.words or ""))


def is_technical(line: SeenGoods) -> bool:
    """Whether a vague line speaks of technical goods ("spare parts", "electronic components")."""
    return is_vague(line) and bool(_TECHNICAL.search(line.words or ""))


def told(lines: Iterable[SeenGoods]) -> str:
    """The lines in a reviewer's words."""
    named = dict.fromkeys(f"HS {line.hs}" if line.grade == "code" else repr(line.words or "") for line in lines)
    return ", ".join(named) or "the message names no goods"
