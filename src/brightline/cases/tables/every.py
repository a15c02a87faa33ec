"""Every table of the store, so that METADATA is whole wherever this module is imported."""

from __future__ import annotations

from brightline.cases.tables import cases, clearances, journal, keys, outbox, people, received, requests
from brightline.cases.tables.metadata import METADATA

__all__ = ["METADATA", "cases", "clearances", "journal", "keys", "outbox", "people", "received", "requests"]
