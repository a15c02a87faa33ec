"""Facts of a party and the five sectors of section 11."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.nexus.told.asked import Teller

TELLERS: Mapping[str, Teller] = {}
