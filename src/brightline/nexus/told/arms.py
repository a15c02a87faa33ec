"""Facts on arms and parts of arms."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.nexus.told.asked import Teller

TELLERS: Mapping[str, Teller] = {}
