"""The doors of config.toml over one running service: a thread for each, ended together."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from brightline.cases.database import Store
from brightline.cases.service import Service
from brightline.cases.workers import settle
from brightline.cli.context import Context, counted
from brightline.cli.files import read_text
from brightline.cli.home import keep_edition
from brightline.cli.service.logs import log_as_json
from brightline.cli.service.opening import Opening
from brightline.cli.service.running import Plan, running_service
from brightline.cli.service.watching import Watching
from brightline.doors.amqp import Queue
from brightline.doors.door import Door
from brightline.doors.folder import WatchedFolder
from brightline.doors.settings import DoorSettings, QueueSetting
from brightline.doors.taking import Taking, Tally
from brightline.doors.webhooks.delivering import Delivering
from brightline.doors.webhooks.signing import read_secret
from brightline.errors import CallError


def run_doors(ours: Context, db: str, workers: int, *, once: bool) -> int:
    """Serve the doors until a signal, or once; 3 where something could not be read.

    Raises CallError where none is set, or one of them is wrong.
    """
    settings = ours.settings.doors
    if not (settings.folders or settings.queues or settings.webhooks):
        told = "no [[doors.folders]], [[doors.queues]] or [[doors.webhooks]]"
        raise CallError(str(ours.home / "config.toml"), told, "at least one", "The guide on doors shows how.")
    log_as_json()
    opening = Opening(ours.settings, trial=False)
    secrets = [read_secret(one.secret_file, f"doors: webhook {one.name!r}") for one in settings.webhooks]
    with _opened(settings) as doors:
        deciding = opening()
        keep_edition(ours.home, deciding.edition)
        with running_service(ours, Plan("", 0, db, workers, False), opening, deciding) as service:
            settle()
            takings = [Taking(door, service, Tally()) for door in doors]
            hooks = _hooks(service.store, settings, secrets)
            if once:
                _once(takings, hooks)
            else:
                _on(ours, takings, hooks, service, opening)
    return _told(ours, takings, hooks)


@contextmanager
def _opened(settings: DoorSettings) -> Iterator[Sequence[Door]]:
    """Every door, closed again at the end. Raises CallError where one cannot be opened."""
    with ExitStack() as stack:
        found: list[Door] = []
        for one in settings.folders:
            found.append(WatchedFolder(one.name, one.path))
            stack.callback(found[-1].close)
        for each in settings.queues:
            found.append(Queue(each.name, _url(each), each.queue, each.answers, each.unread))
            stack.callback(found[-1].close)
        yield found


def _url(setting: QueueSetting) -> str:
    if setting.url_file is None:
        return setting.url or ""
    return read_text(setting.url_file, "a file with the URL of the broker").strip()


def _hooks(store: Store, settings: DoorSettings, secrets: Sequence[bytes]) -> Sequence[Delivering]:
    return [
        Delivering(store, one.name, one.url, secret, loopback=one.loopback)
        for one, secret in zip(settings.webhooks, secrets, strict=True)
    ]


def _once(takings: Sequence[Taking], hooks: Sequence[Delivering]) -> None:
    for taking in takings:
        taking.take_what_waits()
    for hook in hooks:
        hook.deliver_what_is_due()


def _on(
    ours: Context, takings: Sequence[Taking], hooks: Sequence[Delivering], service: Service, opening: Opening
) -> None:
    """Until a signal; then each door ends what it began."""
    ending = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ending.set())
    threads = [
        threading.Thread(target=taking.take_on, args=(ending,), name=f"door-{taking.door.name}") for taking in takings
    ]
    threads += [threading.Thread(target=hook.deliver_on, args=(ending,), name=f"hook-{hook.name}") for hook in hooks]
    with Watching(service, opening):
        for thread in threads:
            thread.start()
        names = ", ".join([*(taking.door.name for taking in takings), *(hook.name for hook in hooks)])
        ours.say(f"{counted(len(threads), 'door', 'doors')} open ({names}; store: {service.store.name}). Ctrl-C ends.")
        ending.wait()
        for thread in threads:
            thread.join()


def _told(ours: Context, takings: Sequence[Taking], hooks: Sequence[Delivering]) -> int:
    for taking in takings:
        tally = taking.tally
        said = f"{counted(tally.taken, 'message', 'messages')} decided, {tally.again} that came before"
        ours.say(f"{taking.door.name}: {said}, {tally.aside} set aside, {tally.unreadable} payments unreadable")
    for hook in hooks:
        ours.say(f"{hook.name}: {hook.sent} delivered, {counted(hook.failed, 'try', 'tries')} failed")
    return 0 if all(taking.tally.whole for taking in takings) else 3
