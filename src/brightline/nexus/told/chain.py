"""Facts of the chain of banks: dollars, United States links, what was removed on the way."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.nexus.told.asked import Teller

TELLERS: Mapping[str, Teller] = {}
