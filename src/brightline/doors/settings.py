"""What `[doors]` of config.toml may say: folders, queues, and targets of webhooks. Unknown settings are refused."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Event = Literal["decision.created", "case.changed", "list.updated", "rescreen.completed"]
EVENTS: tuple[Event, ...] = get_args(Event)
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]


class _Setting(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Name


class FolderSetting(_Setting):
    """`[[doors.folders]]`: a folder to watch."""

    path: Path


class QueueSetting(_Setting):
    """`[[doors.queues]]`: a queue of an AMQP broker, where its answers go, and where what cannot be read goes.

    `url`: `amqp://` or `amqps://`; `url_file` names a file with it instead, so that a password stands elsewhere.
    """

    url: Annotated[str, StringConstraints(pattern=r"^amqps?://")] | None = None
    url_file: Path | None = None
    queue: Annotated[str, StringConstraints(min_length=1, max_length=255)]
    answers: Annotated[str, StringConstraints(min_length=1, max_length=255)]
    unread: Annotated[str, StringConstraints(min_length=1, max_length=255)]

    @model_validator(mode="after")
    def _one_url(self) -> Self:
        if (self.url is None) == (self.url_file is None):
            raise ValueError("one of url and url_file")
        if len({self.queue, self.answers, self.unread}) < 3:
            raise ValueError("queue, answers and unread that are three different queues")
        return self


class WebhookSetting(_Setting):
    """`[[doors.webhooks]]`: who is told, by POST. `loopback`: the target is this machine itself; else never inside.

    `secret_file`: a file with the secret that signs, `whsec_` and base64 of 24 to 64 bytes.
    """

    url: Annotated[str, StringConstraints(pattern=r"^https?://", max_length=500)]
    events: tuple[Event, ...] = Field(default=EVENTS, min_length=1)
    secret_file: Path
    loopback: bool = False

    @model_validator(mode="after")
    def _over_tls(self) -> Self:
        if self.url.startswith("http://") and not self.loopback:
            raise ValueError("https:// (http:// goes to loopback targets alone)")
        return self


class DoorSettings(BaseModel):
    """`[doors]`: any number of each; every name once."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    folders: tuple[FolderSetting, ...] = ()
    queues: tuple[QueueSetting, ...] = ()
    webhooks: tuple[WebhookSetting, ...] = ()

    @model_validator(mode="after")
    def _each_name_once(self) -> Self:
        for names in ([one.name for one in (*self.folders, *self.queues)], [one.name for one in self.webhooks]):
            if twice := sorted({name for name in names if names.count(name) > 1}):
                raise ValueError(f"a name once, not {twice[0]!r} twice")
        return self
