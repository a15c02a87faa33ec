"""The application: every route, every refusal as a problem, the limits around it, and an honest OpenAPI document."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from brightline import __version__
from brightline.api import case_routes, journal_routes, list_routes, payments
from brightline.api.answers import PROBLEM_SCHEMA
from brightline.api.guard import Guard
from brightline.api.limits import Limits
from brightline.api.problems import add_handlers
from brightline.api.security import knower
from brightline.api.serving import Served
from brightline.api.yente.routes import router as yente
from brightline.cases.service import Service

_ABOUT = (
    "Whether a cross-border payment is linked to Russia's military-industrial base: release, review or stop, and why. "
    "Below `/v1` our own calls; `match`, `search`, `entities`, `catalog` and `algorithms` answer clients of yente."
)


def make_api(service: Service, limits: Limits | None = None) -> FastAPI:
    """The HTTP service over a running one. There are no pages of documentation: those need a network."""
    app = FastAPI(
        title="Brightline",
        version=__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.served = Served(service)
    add_handlers(app)
    for router in (
        payments.posting,
        payments.router,
        case_routes.router,
        case_routes.clearances,
        list_routes.router,
        journal_routes.router,
        yente,
    ):
        app.include_router(router)
    app.add_middleware(Guard, limits=limits or Limits(), meters=service.meters, known=knower(service))
    _with_problem_shape(app)
    return app


def _with_problem_shape(app: FastAPI) -> None:
    """Every problem in the OpenAPI document refers to one shape, which stands among its components."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        said = made()
        said["components"]["schemas"]["Problem"] = PROBLEM_SCHEMA
        return said

    app.openapi = openapi  # type: ignore[method-assign]
