"""Countries as lists write them: names, codes, and the adjectives of nationality (`Russian`, `Saudi Arabian`)."""

from __future__ import annotations

import re
from functools import lru_cache

from brightline.text.countries import country_code

# Adjectives of nationality in English, as the EU, the UK and the UN use them; plain country names are not here.
_ADJECTIVES = (
    "AF Afghan Afghani|AL Albanian|DZ Algerian|US American|AD Andorran|AO Angolan|AR Argentine Argentinian|"
    "AM Armenian|AU Australian|AT Austrian|AZ Azerbaijani|BS Bahamian|BH Bahraini|BD Bangladeshi|"
    "BY Belarusian Belarussian|BE Belgian|BZ Belizean|BJ Beninese|BO Bolivian|BA Bosnian|BR Brazilian|GB British|"
    "BG Bulgarian|BI Burundian|KH Cambodian|CM Cameroonian|CA Canadian|TD Chadian|CL Chilean|CN Chinese|"
    "CO Colombian|KM Comoran|CG Congolese|CR Costa~Rican|HR Croatian|CU Cuban|CY Cypriot|CZ Czech|DK Danish|"
    "DJ Djiboutian|NL Dutch|EC Ecuadorian|EG Egyptian|AE Emirati|GQ Equatorial~Guinean|ER Eritrean|EE Estonian|"
    "ET Ethiopian|PH Filipino Philippine|FI Finnish|FR French|GA Gabonese|GM Gambian|GE Georgian|DE German|"
    "GH Ghanaian|GR Greek|GD Grenadian|GT Guatemalan|GN Guinean|GW Bissau-Guinean|HT Haitian|HN Honduran|"
    "HU Hungarian|IS Icelandic|IN Indian|ID Indonesian|IR Iranian|IQ Iraqi|IE Irish|IL Israeli|IT Italian|"
    "CI Ivorian Ivoirian|JM Jamaican|JP Japanese|JO Jordanian|KZ Kazakh Kazakhstani|KE Kenyan|KP North~Korean DPRK|"
    "KR South~Korean|XK Kosovan Kosovar|KW Kuwaiti|KG Kyrgyz Kyrgyzstani|LA Lao Laotian|LV Latvian|LB Lebanese|"
    "LR Liberian|LY Libyan|LI Liechtensteiner|LT Lithuanian|LU Luxembourgish|MG Malagasy|MW Malawian|MY Malaysian|"
    "MV Maldivian|ML Malian|MT Maltese|MR Mauritanian|MU Mauritian|MX Mexican|MD Moldovan|MC Monegasque|"
    "MN Mongolian|ME Montenegrin|MA Moroccan|MZ Mozambican|MM Burmese|NA Namibian|NP Nepalese Nepali|"
    "NZ New~Zealander|NI Nicaraguan|NE Nigerien|NG Nigerian|MK Macedonian North~Macedonian|NO Norwegian|OM Omani|"
    "PK Pakistani|PS Palestinian|PA Panamanian|PY Paraguayan|PE Peruvian|PL Polish|PT Portuguese|QA Qatari|"
    "RO Romanian|RU Russian|RW Rwandan|KN Kittitian|LC Saint~Lucian|SV Salvadoran|SM Sammarinese|"
    "SA Saudi Saudi~Arabian|SN Senegalese|RS Serbian|SC Seychellois|SL Sierra~Leonean|SG Singaporean|SK Slovak|"
    "SI Slovenian Slovene|SO Somali|ZA South~African|SS South~Sudanese|ES Spanish|LK Sri~Lankan|SD Sudanese|"
    "SR Surinamese|SE Swedish|CH Swiss|SY Syrian|TW Taiwanese|TJ Tajik Tajikistani|TZ Tanzanian|TH Thai|"
    "TL Timorese|TG Togolese|TN Tunisian|TR Turkish|TM Turkmen|UG Ugandan|UA Ukrainian|UY Uruguayan|"
    "UZ Uzbek Uzbekistani|VU Vanuatuan|VE Venezuelan|VN Vietnamese|YE Yemeni|ZM Zambian|ZW Zimbabwean"
)
_BY_ADJECTIVE = {
    word.replace("~", " ").casefold(): line.split()[0] for line in _ADJECTIVES.split("|") for word in line.split()[1:]
}
_NUMBERED = re.compile(r"\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?:\s*(?:-|to)\s*\(\d{1,2}\))?", re.IGNORECASE)
_BETWEEN = re.compile(r"[;/,\n]|\band/or\b|\band\b|\bor\b", re.IGNORECASE)
_AROUND = re.compile(r"^(?:of )?(?:the )?|\s*(?:nationality|national|citizen(?:ship)?|passport)$", re.IGNORECASE)


@lru_cache(maxsize=8192)
def nation(written: str) -> str | None:
    """The ISO alpha-2 code of a country name, code or adjective of nationality; None where it is none."""
    text = " ".join(written.split()).strip(" .,;:'\"()[]")
    if not text:
        return None
    return _BY_ADJECTIVE.get(text.casefold()) or country_code(text) or _without_words(text)


def _without_words(text: str) -> str | None:
    bare = _AROUND.sub("", re.sub(r"\s*\([^()]*\)", "", text)).strip()
    return (_BY_ADJECTIVE.get(bare.casefold()) or country_code(bare)) if bare and bare != text else None


def nations(written: str) -> tuple[str, ...]:
    """Every country a cell names: `Russian, Swiss`, `(1) Tunisian (2) Moroccan`, `Latvia and Israel`."""
    whole = nation(written)
    if whole:
        return (whole,)
    parts = [part for numbered in _NUMBERED.split(written) for part in _outside_brackets(numbered)]
    return tuple(dict.fromkeys(code for part in parts if (code := nation(part))))


def _outside_brackets(text: str) -> list[str]:
    bare = re.sub(r"\([^()]*\)", " ", text)
    return _BETWEEN.split(bare)


@lru_cache(maxsize=16384)
def address_nation(address: str) -> str | None:
    """The country that closes an address: the last part between commas that is one, notes in brackets aside."""
    parts = re.split(r"[,;\n]", re.sub(r"\([^()]*\)", " ", address))
    for part in reversed(parts[-3:]):
        text = part.strip(" .")
        if len(text) > 3 and (code := nation(text)):
            return code
    return None
