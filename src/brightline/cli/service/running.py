"""A service from its edition to its last answer: opened, watched, served, and closed with nothing half-done."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from starlette.responses import RedirectResponse

from brightline.api.app import make_api
from brightline.api.security import is_loopback
from brightline.cases.activation.proposals import record_use
from brightline.cases.clearances import end_what_changed, refresh_book
from brightline.cases.database import Store, open_store
from brightline.cases.deciding import Deciding
from brightline.cases.journal.signing import open_signer
from brightline.cases.outbox import Target, set_targets
from brightline.cases.service import Service, ServiceSettings
from brightline.cases.workers import Workers, settle
from brightline.cli.context import Context
from brightline.cli.service.logs import log_as_json
from brightline.cli.service.opening import Opening
from brightline.cli.service.patience import PatientProtocol
from brightline.cli.service.printing import chromium_printer
from brightline.cli.service.watching import Watching
from brightline.desk.app import make_desk
from brightline.errors import CallError

GRACE_SECONDS = 30  # for what was accepted to be finished after the signal to stop
_WAITING = 512  # connections that may wait to be taken


@dataclass(frozen=True, slots=True)
class Plan:
    """Where to listen, which store, how many workers, whether it is a demo, and stories of the press to lay beside."""

    host: str
    port: int
    db: str
    workers: int
    demo: bool
    media: Path | None = None


def serve(ours: Context, plan: Plan) -> None:
    """Answer until a signal. Raises CallError for a wrong or taken address, MissingEdition where there is no list."""
    if plan.demo and not is_loopback(plan.host):
        raise CallError("--host", repr(plan.host), "127.0.0.1, ::1 or localhost with --demo", "A demo needs no key.")
    log_as_json()
    opening = Opening(ours.settings, trial=plan.demo, media=plan.media)
    deciding = opening()
    opening.use(deciding.edition)
    with _listening(plan.host, plan.port) as listening, running_service(ours, plan, opening, deciding) as service:
        ours.say(f"Brightline answers at http://{_at(listening)}/ (store: {service.store.name}). Ctrl-C stops it.")
        site = make_site(service)
        settle()
        with Watching(service, opening):
            _answer(site, listening)


def make_site(service: Service) -> FastAPI:
    """The API and the desk behind one address; `/` leads to the desk."""
    site = make_api(service)
    site.mount("/desk", make_desk(service))

    @site.get("/", include_in_schema=False)
    async def to_the_desk() -> RedirectResponse:
        return RedirectResponse("/desk/")

    return site


@contextmanager
def running_service(ours: Context, plan: Plan, opening: Opening, deciding: Deciding) -> Iterator[Service]:
    """The running service; closed, with everything that was accepted on disk, when the block ends."""
    ours.home.mkdir(parents=True, exist_ok=True)
    store = open_store(plan.db, signer=open_signer(ours.home))
    hooks = ours.settings.doors.webhooks
    set_targets(store, [Target(one.name, one.url, one.events) for one in hooks])
    if plan.demo:
        _seed(store, deciding)
    end_what_changed(store, deciding)
    refresh_book(store, deciding)
    record_use(store, None, deciding.edition, opening.settings.activation)
    workers, settings, printer = Workers(opening, plan.workers), ServiceSettings(demo=plan.demo), chromium_printer()
    service = Service(store, deciding, workers, settings=settings, printer=printer)
    try:
        yield service
    finally:
        service.close()
        if printer is not None:
            printer.close()


def _seed(store: Store, deciding: Deciding) -> None:
    """Invented cases and two people, on the first start alone."""
    from brightline.cases.demo_seed import seed  # here, so that a real service never loads what is invented

    seed(store, deciding)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as refused:
        told = f"{host}:{port} ({refused.strerror or refused})"
        raise CallError("--host and --port", told, "an address that is free", "Choose another --port.") from None


def _at(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _answer(site: FastAPI, listening: socket.socket) -> None:
    """Answer until a signal; then take no more, and finish what was accepted."""
    signal.signal(signal.SIGTERM, lambda *_: None)  # uvicorn raises it again once it has stopped: all is done by then
    settings = uvicorn.Config(
        site,
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=20,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    asyncio.run(uvicorn.Server(settings).serve(sockets=[listening]))
