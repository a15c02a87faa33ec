"""Facts of the institution's own law: local rules against foreign measures, its own control lists."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.nexus.told.asked import Teller

TELLERS: Mapping[str, Teller] = {}
