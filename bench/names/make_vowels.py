"""Writes the names whose vowels Arabic and Hebrew script leave out. Run: python bench/names/make_vowels.py > TABLE

Words of the names of persons on OFAC's SDN list (public domain; set of 2023-12-28, with aliases) and of our own tables
of given names, with how often they stand there. The table is text/vowels.tsv. Needs the data folder.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from loading import entities_of

from brightline.names.words import word_tables
from brightline.text.abjad import consonants
from brightline.text.fold import fold

SDN = ["ofac/set_2023-12-28/sdn.csv.gz", "ofac/set_2023-12-28/alt.csv.gz"]
ABOUT = """\
# Names whose vowels Arabic and Hebrew script leave out, by their consonants (text.abjad.consonants); behind each name
# how often it stands in the list it is from. Made by bench/names/make_vowels.py from OFAC's SDN list of
# 2023-12-28 (public domain) and our given names."""


def counted() -> Counter[str]:
    """How often each word of letters stands in a name."""
    found: Counter[str] = Counter()
    for entity in entities_of(*SDN):
        if entity.schema == "Person":
            words = {word for name in entity.names for word in fold(name.value).split()}
            found.update([word for word in words if word.isascii() and word.isalpha() and len(word) > 3])
    return found


def main() -> None:
    """Print the table, the commonest name of each first."""
    found = counted()
    for name in {key[1:] for key in word_tables().meaning.values() if key.startswith("~") and len(key) > 3}:
        found[name] += 3
    groups: dict[str, list[str]] = defaultdict(list)
    for name, count in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])):
        if (count > 1 or len(name) > 4) and len(consonants(name)) > 1:
            groups[consonants(name)].append(f"{name}:{count}")
    print(ABOUT)
    for key, names in sorted(groups.items()):
        print(f"{key}\t{' '.join(names)}")


if __name__ == "__main__":
    main()
