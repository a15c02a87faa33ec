"""Every fact there is, by name. A test of the house compares the names with the law's vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.nexus.told import (
    arms,
    chain,
    clear,
    earlier,
    flags,
    goods,
    home,
    licence,
    matched,
    papers,
    payment,
    profiles,
    sector,
    ties,
)
from brightline.nexus.told.asked import Teller

TELLERS: Mapping[str, Teller] = {
    **matched.TELLERS,
    **ties.TELLERS,
    **sector.TELLERS,
    **arms.TELLERS,
    **goods.TELLERS,
    **flags.TELLERS,
    **chain.TELLERS,
    **licence.TELLERS,
    **clear.TELLERS,
    **home.TELLERS,
    **payment.TELLERS,
    **papers.TELLERS,
    **profiles.TELLERS,
    **earlier.TELLERS,
}
