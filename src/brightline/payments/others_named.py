"""Names of others in a free text or address: behind "on behalf of", "c/o", "в пользу", "грузополучатель", 代…付.

A name begins after such a word and ends at a sign or at a word that begins something else. What kind of party it is the
text says or not; nothing here decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from brightline.text.fold import visible

_MARKS = re.compile(
    r"(?<!\w)(?:(?:for and )?on behalf of|in (?:the )?name of|o/b/o|b/o|c/o|care of|for (?:the )?account of|f/a/o"
    r"|a/c of|by order of|in favou?r of|(?:ultimate )?(?:buyer|beneficiary|debtor|payer|consignee|consignor|customer"
    r"|end[- ]?user|supplier|manufacturer|shipper|notify party|principal)(?: is| was|:| -|\.)"
    r"|в пользу|от имени|по поручению|в интересах|грузополучател[ьяюе]м?|грузоотправител[ьяюе]м?"
    r"|конечн\w+ (?:пользовател|получател|потребител)[ьяюе]м?|покупател[ьяюе]м?:|заказчик[ау]?:|принципал[ау]?:?"
    r"|v polzu|ot imeni|po porucheniyu|gruzopoluchatel\w*)\s*[:.\-–]?\s*",
    re.IGNORECASE,
)
# "за" and "для" are everyday words: they name somebody only before a legal form or a quoted name.
_BEFORE_A_FORM = re.compile(
    r"(?<!\w)(?:за|для|for|za|dlya)\s+"
    r"(?=(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ФГУП|OOO|OAO|ZAO|PAO|AO|LLC|JSC|PJSC)\b|[«\"“][^\W\d])"
)
_CHINESE = re.compile(
    r"(?:代|受|代表|收货人[:：]?|最终用户[:：]?|委托人[:：]?|付款人[:：]?)\s*"
    r"([\u3400-\u9fff（）()]{3,40}?)(?:支付|付款|代付|付|委托|[,，;；。\s]|$)"
)
_ENDS = re.compile(
    r"[,;:\n|]|\.(?:\s|$)|(?<!\w)(?:invoice|inv|contract|agreement|order|dated|dd|under|acc(?:ording)? to|ref|for"
    r"|goods|inn|kpp|tax|reg|no|address|tel|договор\w*|дог|контракт\w*|счет\w*|счёт\w*|инвойс\w*|от|по|за"
    r"|инн|кпп|огрн|адрес|dogovor\w*|kontrakt\w*|po|schet\w*)(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 90  # letters after a mark in which a name stands
_OPENS = "«\"“'( "


@lru_cache(maxsize=8192)
def others_named(text: str) -> tuple[str, ...]:
    """The names that a text says somebody else by, as printed, in order, each once."""
    return tuple(dict.fromkeys(name for name in _named(visible(text)) if _is_name(name)))


def _named(text: str) -> Iterator[str]:
    for marks in (_MARKS, _BEFORE_A_FORM):
        for mark in marks.finditer(text):
            after = text[mark.end() : mark.end() + _LONGEST].lstrip(_OPENS)
            end = _ENDS.search(after)
            yield after[: end.start() if end else len(after)].strip(" .-–«»\"“”'()")
    yield from (match[1].strip("（）()") for match in _CHINESE.finditer(text))


def _is_name(name: str) -> bool:
    """At least three letters, and no more words than a name has."""
    return sum(letter.isalpha() for letter in name) >= 3 and len(name.split()) <= 10
