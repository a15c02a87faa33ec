"""What the store does by the clock, in nobody's name: ends what is over, draws second looks, and flies canaries."""

from __future__ import annotations

from collections.abc import Sequence

from brightline.cases.clearances import end_what_changed
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.proof.canaries import Fared, fly_daily
from brightline.cases.second_look import draw


def keep_house(store: Store, deciding: Deciding) -> Sequence[Fared]:
    """End pairs and passports that expired or whose entry changed, draw releases to look at again, fly canaries.

    The canaries that did not come out as they have to; they fly once a day and edition. To be called when lists change
    and every hour or so. Two services that do it at once do it once. Raises StoreError.
    """
    end_what_changed(store, deciding)
    draw(store)
    return [one for one in fly_daily(store, deciding.edition, deciding.screen) if not one.right]
