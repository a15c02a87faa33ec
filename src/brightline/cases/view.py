"""One case with all that a person needs to decide it."""

from __future__ import annotations

from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.rows import CaseView


def case_view(store: Store, case_id: str, actor: Actor, blind: bool = False) -> CaseView:
    """The case as this person may see it. `blind`: a second person hides what the first one recommended until done.

    Raises Refused (404) where there is no such case, (403) where the role may not read cases.
    """
    raise NotImplementedError
