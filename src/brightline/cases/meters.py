"""What the service counts and times, for `GET /metrics` (Prometheus text). One registry a service; no global state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5.0, 10.0)


class Meters:
    """Counters and timers of one service. Labels are ids of rules, lists, routes and states: never names of people."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        self._stages = Histogram(
            "brightline_stage_seconds",
            "Seconds a payment call spends in each stage: screen (read and decide), store (until it is on disk).",
            ["stage"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._requests = Histogram(
            "brightline_request_seconds",
            "Seconds from the first byte of a request to the last of its answer.",
            ["method", "route", "status"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._outcomes = Counter("brightline_decisions", "Decisions by outcome.", ["outcome"], registry=registry)
        self._alerts = Counter(
            "brightline_alerts",
            "Findings that hold a payment, by rule and effect.",
            ["rule", "effect"],
            registry=registry,
        )
        self._age = Gauge("brightline_list_age_seconds", "Age of a list's publication.", ["list"], registry=registry)
        self._queue = Gauge(
            "brightline_queue_depth", "Cases by state, closed ones left out.", ["state"], registry=registry
        )
        self._overdue = Gauge("brightline_overdue_cases", "Open cases past what is due.", registry=registry)
        self._swaps = Counter(
            "brightline_edition_swaps", "Editions taken into use, or refused.", ["result"], registry=registry
        )

    def started(self, stage: str) -> Callable[[], None]:
        """A stage of a payment call begins; to be called when it ends, from any thread."""
        began = perf_counter()
        return lambda: self._stages.labels(stage).observe(perf_counter() - began)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """One request answered."""
        self._requests.labels(method, route, str(status)).observe(seconds)

    def decided(self, outcome: str, line: Mapping[str, object]) -> None:
        """One decision line stored: its outcome, and every finding that holds the payment."""
        self._outcomes.labels(outcome).inc()
        findings = line.get("findings")
        for one in findings if isinstance(findings, list) else ():
            if one["answer"] != "no" and one["effect"] in ("stop", "review"):
                self._alerts.labels(one["rule"], one["effect"]).inc()

    def swapped(self, result: str) -> None:
        """An edition was taken into use (`taken`) or refused (`refused`)."""
        self._swaps.labels(result).inc()

    def set_lists(self, ages: Mapping[str, float]) -> None:
        """The age in seconds of each list now in use; lists no longer in use are gone."""
        self._age.clear()
        for name, seconds in ages.items():
            self._age.labels(name).set(seconds)

    def set_queue(self, depth: Mapping[str, int], overdue: int) -> None:
        """How many cases are in each state, and how many are past what is due."""
        self._queue.clear()
        for state, count in depth.items():
            self._queue.labels(state).set(count)
        self._overdue.set(overdue)

    def text(self) -> bytes:
        """Everything, as Prometheus reads it."""
        return generate_latest(self._registry)
