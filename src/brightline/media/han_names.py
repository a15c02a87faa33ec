"""Names in Chinese text, which has no capitals: persons behind their titles, bodies by how they end, known places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brightline.text.countries import han_places

_HAN = r"\u4e00-\u9fff"
_TITLES = "总统|总理|主席|部长|外长|发言人|董事长|总经理|总裁|行长|大使|记者|律师|商人|经理|议员|市长|省长|司令"
_SAYS = "表示|指出|强调|宣布|透露|告诉|认为|称|说|在|对|与|和|将|会见|访问|会晤|不|已|周"
_PERSON = re.compile(rf"(?:{_TITLES})(?P<name>[{_HAN}]{{2,3}}?(?:·[{_HAN}]{{1,6}})?)(?={_SAYS}|[，,。、；;：:）)]|$)")
_BODY = re.compile(
    rf"(?P<name>[{_HAN}A-Za-z]{{2,16}}?(?:股份有限公司|有限责任公司|有限公司|公司|银行|集团|大学|研究所|研究院|机械厂|工厂))"
)
_BEFORE = re.compile(r"^.*(?:向|与|和|及|对|的|由|是|在|从|把|被|给|为|据|称|将|等)(?=.{2,})")
_LONGEST = 240  # characters of a sentence looked at together


def han_names(text: str) -> Iterator[str]:
    """Persons, bodies and places that a Chinese sentence names, in order of kind."""
    for pattern in (_PERSON, _BODY):
        for found in pattern.finditer(text):
            name = _BEFORE.sub("", found["name"]) if pattern is _BODY else found["name"]
            if len(name) > 1:
                yield name
    sample = text[:_LONGEST]
    yield from sorted(place for place in han_places() if len(place) > 1 and place in sample)
