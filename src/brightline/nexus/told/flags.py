"""Red flags of diversion that a payment can show."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.nexus.told.asked import Teller

TELLERS: Mapping[str, Teller] = {}
