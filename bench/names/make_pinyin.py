"""Writes the pinyin of the Chinese words of our tables, so that nothing needs pypinyin to read the tables.

Run after a change of Chinese words: python bench/names/make_pinyin.py > src/brightline/names/generic/pinyin.tsv
"""

from __future__ import annotations

from brightline.names.words import han_spellings
from brightline.text.han import han_syllables


def main() -> None:
    """Print the table, in order of the signs."""
    print("# The pinyin of the Chinese words of the tables beside this one, as folded; by bench/names/make_pinyin.py.")
    for spelling in sorted(han_spellings()):
        print(f"{spelling}\t{''.join(han_syllables(spelling))}")


if __name__ == "__main__":
    main()
