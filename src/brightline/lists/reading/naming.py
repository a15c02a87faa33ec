"""List ids for formats that carry many publishers' lists: from the data set's name, else the file's.

A copy of a publisher's list in another's form never takes the id of the list itself.
"""

from __future__ import annotations

import re

from brightline.lists.source import SourceFile

# What a file name says of the form of a file, and nothing of its content.
_FORMS = re.compile(r"(?:[._-](?:simple|nested|ftm|delta|csv|json|jsonl|txt))+$")
_PLAIN = ("targets", "entities", "names", "list", "export", "source")
_TAKEN = re.compile(
    r"(?:us-ofac-(?:sdn|cons)|us-csl|us-bis-dpl|un-sc|eu-fsf|eu-oj-.*|uk-sanctions-list|uk-conlist|ch-seco|jp-meti-.*)$"
)


def slug(text: str) -> str:
    """Lower case, everything but letters and digits as single dashes."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def list_name(file: SourceFile) -> str:
    """A list id from the file name; from its folder where the name says only what form the file has."""
    name = slug(_FORMS.sub("", file.base))
    folder = slug(file.folder.rsplit("/", 1)[-1])
    return _own(folder if name in _PLAIN and folder else name or folder or "list")


def dataset_name(dataset: str, otherwise: str) -> str:
    """A list id from the name of a data set, `otherwise` where nothing of it can stand in an id."""
    return _own(slug(dataset)) if slug(dataset) else otherwise


def _own(name: str) -> str:
    return f"copy-of-{name}" if _TAKEN.match(name) else name
