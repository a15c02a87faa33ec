"""Words of a name by plain means, for choosing and damaging names free of the tables that are measured with them."""

from __future__ import annotations

import re
import unicodedata

_FORMS = re.compile(
    r"\b((open|closed|public)? ?(joint stock|limited liability) company|(otkrytoe|zakrytoe|publichnoe|nepublichnoe)? ?"
    r"aktsionernoy?e obshche?stvo|obshche?stvo s ogranichennoi otvetstvennost\w+|p?jsc|[oczp]?ao|[oc]jsc|ooo|llc"
    r"|ltd|limited|co|company|corp|corporation|inc|gmbh|sa|sociedad anonima|srl|fze|llp"
    r"|plc|s a|s a s|sas|s de r l|and|the)\b"
)


def words(name: str) -> list[str]:
    """The words of a name in small letters without accents and marks."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return re.sub(r"[^\w\s]|_", " ", plain.replace("-", " ").replace("'", "")).lower().split()


def own_words(name: str) -> list[str]:
    """The words of a name without the usual legal forms."""
    return _FORMS.sub(" ", " ".join(words(name))).split()
