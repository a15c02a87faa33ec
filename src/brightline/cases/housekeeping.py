"""What the store does by the clock, in nobody's name: ends what is over, and draws second looks."""

from __future__ import annotations

from brightline.cases.clearances import end_what_changed
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.second_look import draw


def keep_house(store: Store, deciding: Deciding) -> None:
    """End pairs and passports that expired or whose entry changed, and draw releases to look at again.

    To be called when lists change and every hour or so. Two services that do it at once do it once. Raises StoreError.
    """
    end_what_changed(store, deciding)
    draw(store)
