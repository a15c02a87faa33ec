"""A running service in this process, as the HTTP tests have it."""

from __future__ import annotations

from tests.api.conftest import clock, edition, service

__all__ = ["clock", "edition", "service"]
