"""Names of others in a free text or address: behind "on behalf of", "c/o", "end user", "грузополучатель", 代…付.

A name begins after such a word and ends at a sign or at a word that begins something else. What kind of party it is the
text says or not; nothing here decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from brightline.text.countries import is_place
from brightline.text.fold import visible

_MARKS = re.compile(
    r"(?<!\w)(?:(?:for and )?on behalf of|in (?:the )?name of|o/b/o|b/o|c/o|care of|for (?:the )?account of|f/a/o"
    r"|f\.?b\.?o|for (?:the )?benefit of|a/c of|by order of|in favou?r of"
    r"|(?:ultimate )?(?:buyer|beneficiary|debtor|payer|consignee|consignor|customer"
    r"|end[- ]?user|supplier|manufacturer|shipper|notify party|principal)(?: is| was|:| -|\.)"
    r"|в пользу|от имени|по поручению|в интересах|грузополучател[ьяюе]м?|грузоотправител[ьяюе]м?"
    r"|конечн\w+ (?:пользовател|получател|потребител)[ьяюе]м?|покупател[ьяюе]м?:|заказчик[ау]?:|принципал[ау]?:?"
    r"|v polzu|ot imeni|po porucheniyu|gruzopoluchatel\w*)\s*[:.\-–]?\s*",
    re.IGNORECASE,
)
# What somebody is in the trade, without a sign behind it: only a name in capitals, of a few words, counts.
_TRADERS = re.compile(
    r"(?<!\w)(?:(?:(?:final|ultimate|end)[- ])?"
    r"(?:consignee|user|buyer|purchaser|importer|receiver|recipient|customer|client)|notify(?: party)?"
    r"|(?:конечн\w+ )?(?:получател|покупател|потребител|пользовател)(?:ь|я|ю|ем|е)|заказчик[ау]?|импорт[её]р[ау]?"
    r"|(?:konechn\w+ )?(?:poluchatel|pokupatel|potrebitel|polzovatel)\w{0,2}|zakazchik[au]?)\s+(?=[\"«“(]?[^\W\d_])",
    re.IGNORECASE,
)
_FORM = (
    r"(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ФГУП|ТОО|ОсОО|OOO|OAO|ZAO|PAO|AO|TOO|OSOO|LLC|[PO]?JSC|CJSC|LLP|LTD|LIMITED|INC|GMBH)"
)
# "за" and "для" are everyday words: they name somebody only before or behind a legal form or a quoted name.
_BEFORE_A_FORM = re.compile(rf"(?<!\w)(?:за|для|for|za|dlya)\s+(?={_FORM}\b|[«\"“][^\W\d])", re.IGNORECASE)
_BEHIND_A_FORM = re.compile(
    rf"(?<!\w)(?:за|для|for|za|dlya)\s+(?=(?:[\w&'’.-]+\s+){{1,5}}?(?:CO\.?,?\s+)?{_FORM}\b)", re.IGNORECASE
)
_TO_A_FORM = re.compile(rf"\b{_FORM}(?!\w)", re.IGNORECASE)
_CHINESE = re.compile(
    r"(?:代表|代|受|收货人|最终用户|终端用户|最终客户|委托人|付款人|买方|采购方)[:：]?\s*"
    r"(?:([\u3400-\u9fff（）()]{3,40}?)(?:支付|付款|代付|付|委托|[,，;；。\s]|$)"
    r"|([A-Za-zА-Яа-я][A-Za-zА-Яа-я0-9 .&'’-]{2,60}))"
)
_ENDS = re.compile(
    r"[,;:\n|]|\.(?:\s|$)|(?<!\w)(?:invoice|inv|contract|agreement|order|dated|dd|under|acc(?:ording)? to|ref|for"
    r"|goods|inn|kpp|tax|reg|no|address|tel|договор\w*|дог|контракт\w*|счет\w*|счёт\w*|инвойс\w*|от|по|за"
    r"|инн|кпп|огрн|адрес|dogovor\w*|kontrakt\w*|po|schet\w*)(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 90  # letters after a mark in which a name stands
_MOST_WORDS = 6  # of a name that nothing ends
_OPENS = "«\"“'( "


@lru_cache(maxsize=8192)
def others_named(text: str) -> tuple[str, ...]:
    """The names that a text says somebody else by, as printed, in order, each once."""
    return tuple(dict.fromkeys(name for name in _named(visible(text)) if _is_name(name)))


def _named(text: str) -> Iterator[str]:
    for marks in (_MARKS, _BEFORE_A_FORM):
        yield from (_to_its_end(text[mark.end() :]) for mark in marks.finditer(text))
    for mark in _TRADERS.finditer(text):
        name = _to_its_end(text[mark.end() :])
        if not name[:1].islower():
            yield _at_most_a_few_words(name)
    for mark in _BEHIND_A_FORM.finditer(text):
        name = _at_most_a_few_words(_to_its_end(text[mark.end() :]))
        if _TO_A_FORM.search(name):
            yield name
    yield from ((match[1] or match[2]).strip("（）() ") for match in _CHINESE.finditer(text))


def _to_its_end(rest: str) -> str:
    """What stands at the beginning of a text up to a sign or a word that begins something else."""
    after = rest[:_LONGEST].lstrip(_OPENS)
    end = _ENDS.search(after)
    return after[: end.start() if end else len(after)].strip(" .-–«»\"“”'()")


def _at_most_a_few_words(name: str) -> str:
    """A name up to the legal form behind it, or its first words."""
    form = _TO_A_FORM.search(name)
    if form and form.start():
        return name[: form.end()]
    return " ".join(name.split()[:_MOST_WORDS])


def _is_name(name: str) -> bool:
    """At least three letters, no more words than a name has, and no mere country or place."""
    return sum(letter.isalpha() for letter in name) >= 3 and len(name.split()) <= 10 and not is_place(name)
