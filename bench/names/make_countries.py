"""Makes src/brightline/text/territories.tsv: names of countries in many languages, from the Unicode CLDR.

Run: python bench/names/make_countries.py > src/brightline/text/territories.tsv   (needs Babel, which carries the CLDR)
"""

from __future__ import annotations

import babel
import pycountry
from babel import Locale

# The order decides when two languages use one word for two countries: the earlier language keeps it.
LANGUAGES = ("en", "ru", "uk", "be", "kk", "zh", "zh_Hant", "fr", "de", "es", "it", "pt", "tr", "pl", "nl", "ar", "fa")
LANGUAGES += ("ko", "ja")


def main() -> None:
    """Print one row a country and language."""
    print(f"# Names of countries from the Unicode CLDR, as carried by Babel {babel.__version__}. Unicode License v3.")
    print("# Copyright 1991-2024 Unicode, Inc. Made by bench/names/make_countries.py. Columns: code, language, name.")
    codes = [*sorted(country.alpha_2 for country in pycountry.countries), "XK"]
    for country in sorted(pycountry.countries, key=lambda country: country.alpha_2):
        print(f"{country.alpha_2}\tiso3\t{country.alpha_3}")
    for language in LANGUAGES:
        names = Locale.parse(language).territories
        for code in codes:
            if code in names:
                print(f"{code}\t{language}\t{names[code]}")


main()
