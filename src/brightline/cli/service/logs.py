"""Logs of the service: one JSON object a line on stderr, without names of people or companies."""

from __future__ import annotations

import logging
import sys

import structlog


def log_as_json() -> None:
    """From now on, for the whole process."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
