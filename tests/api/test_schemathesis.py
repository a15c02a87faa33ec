"""Generated calls: no answer is a fault of ours, and every answer is what the OpenAPI document says."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable

from brightline.api.app import make_api
from brightline.cases.actors import APPROVER
from brightline.cases.service import Service

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import schemathesis
    from schemathesis.specs.openapi.checks import ignored_auth, negative_data_rejection, positive_data_acceptance

# A message is more than a text, and clients of yente send what is let pass: a document cannot say which body is right.
# Keys, cookies and roles have a table in test_security; here the key is right beside whatever is generated.
LEFT_OUT = [positive_data_acceptance, negative_data_rejection, ignored_auth]

EXAMPLES = 6  # of each operation and way of generating: the whole takes seconds; raise it to look longer


def test_every_answer_is_as_documented(service: Service, key_for: Callable[..., str]) -> None:
    schema = schemathesis.openapi.from_asgi("/openapi.json", make_api(service))
    headers = {"X-API-Key": key_for(APPROVER)}
    wrong: dict[str, str] = {}
    count = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        count += 1
        for mode in schemathesis.GenerationMode:
            try:
                _call(operation, mode, headers)
            except Unsatisfiable:  # nothing wrong can be sent where nothing is asked for
                continue
            except (Exception, BaseExceptionGroup) as told:  # noqa: BLE001 - look at all, then fail
                parts = getattr(told, "exceptions", [told])
                wrong[f"{operation.label} ({mode.value})"] = "\n".join(map(str, parts))[:1500]
    assert count > 15
    assert not wrong, "\n\n".join(f"{name}: {told}" for name, told in wrong.items())


def _call(operation: Any, mode: Any, headers: dict[str, str]) -> None:
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def called(case: Any) -> None:
        case.call_and_validate(headers=headers, excluded_checks=LEFT_OUT)

    called()
