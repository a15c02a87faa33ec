"""What the desk says after an act: a short name in the URL, its sentence here, so that no link tells lies."""

from __future__ import annotations

SENTENCES = {
    "none-left": (
        "warn",
        "Nothing is left to take: what these filters show is ended, assigned, or open with somebody.",
    ),
    "filter-kept": ("good", "The filter is saved."),
    "filter-gone": ("good", "The saved filter is removed."),
    "done": ("good", "Done. The journal has the line."),
    "changed": (
        "bad",
        "Screened again, the answer changed: nothing was released, the approval does not count. Both stand below.",
    ),
    "file-kept": ("good", "The file is kept, sealed under the key of this case."),
    "letter-taken": ("good", "The letter is taken in; what it asks stands below."),
    "proposed": ("good", "Proposed. It counts once a second person approves it."),
    "edition-approved": ("good", "Approved. The service takes it into use within seconds."),
    "drawn": ("good", "Drawn. What is to be looked at stands below."),
    "none-drawn": ("warn", "None of the releases since the last draw was drawn."),
    "person-added": ("good", "The person is added."),
    "person-changed": ("good", "The account is changed."),
    "key-ended": ("good", "The key is ended; calls with it are refused from now on."),
    "signed-out": ("good", "You are signed out."),
}


def sentence(name: str) -> dict[str, str] | None:
    """The tone and words of a short name; None for one that is not ours."""
    found = SENTENCES.get(name)
    return {"tone": found[0], "text": found[1]} if found else None
