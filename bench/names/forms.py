"""Measures which legal forms of ISO 20275 we know, by country. Run: python bench/names/forms.py [misses]

The abbreviations of the ELF code list 1.4.1 (GLEIF, CC0), local and transliterated. Needs the data folder.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict

from loading import rows_of

from brightline.names.forms import form_at
from brightline.text.fold import fold

ELF = "ownership/gleif_elf_codes_1.4.1.csv.gz"


def abbreviations() -> dict[str, set[str]]:
    """Country → the abbreviations of its forms, as printed."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows_of(ELF):
        for column in ("Abbreviations Local language", "Abbreviations transliterated"):
            found[row["Country Code (ISO 3166-1)"]].update(
                [one.strip() for one in re.split("[;,]", row[column]) if one.strip()]
            )
    return found


def known(written: str) -> bool:
    """Whether a text is one legal form from end to end."""
    words = fold(written).split()
    return bool(words) and form_at(words, 0)[0] == len(words)


def main(arguments: list[str]) -> None:
    """Print known and all abbreviations by country."""
    table = {country: sorted(found) for country, found in abbreviations().items() if found}
    met = {country: [one for one in found if known(one)] for country, found in table.items()}
    print(f"abbreviations known: {sum(map(len, met.values()))} of {sum(map(len, table.values()))}")
    print(f"countries with at least one known: {sum(1 for found in met.values() if found)} of {len(table)}")
    if "misses" in arguments:
        for country, found in sorted(table.items()):
            print(country, f"{len(met[country])}/{len(found)}", [one for one in found if one not in met[country]])


if __name__ == "__main__":
    main(sys.argv[1:])
