"""The end of a rescreening is laid for webhooks, where there are any."""

from __future__ import annotations

import json
from pathlib import Path

from rich.console import Console

from brightline.cases.database import open_store
from brightline.cases.outbox import Target, claim, set_targets
from brightline.cli.announce import announce_rescreen
from brightline.cli.context import Context
from brightline.cli.settings import Settings
from brightline.cli.stores import own_store
from brightline.doors.settings import DoorSettings, WebhookSetting

HOOK = WebhookSetting(name="core", url="https://core.example/", secret_file=Path("secret"))


def test_the_end_of_a_rescreening_is_told_to_webhooks(tmp_path: Path) -> None:
    ours = Context(Settings(home=tmp_path, doors=DoorSettings(webhooks=(HOOK,))), False, Console(stderr=True))
    announce_rescreen(ours, "e1", (10, 2, 1, 0))  # no store yet: nobody is told
    store = open_store(own_store(tmp_path))
    set_targets(store, [Target(HOOK.name, HOOK.url, HOOK.events)])
    announce_rescreen(ours, "e1", (10, 2, 1, 0))
    (due,) = claim(store, "core", 10)
    assert json.loads(due.body)["data"] == {"parties": 10, "candidates": 2, "unread": 1, "edition": "e1"}
    store.close()
