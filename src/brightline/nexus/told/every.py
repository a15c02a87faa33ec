"""Every fact there is, by name. A test of the house compares the names with the law's vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.nexus.told import goods, matched, payment
from brightline.nexus.told.asked import Teller

TELLERS: Mapping[str, Teller] = {**matched.TELLERS, **goods.TELLERS, **payment.TELLERS}
