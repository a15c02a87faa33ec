"""Settings: command line before environment before config.toml in the home. Unknown settings are refused."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal

import platformdirs
from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from brightline.doors.settings import DoorSettings
from brightline.errors import CallError


class Settings(BaseSettings):
    """What may be set once for every call. `workers` 0 means one for each core; `doors`: see doors/settings.py.

    `activation`: how another edition comes into use in the service; see `cases.activation.proposals.WAYS`.
    """

    model_config = SettingsConfigDict(env_prefix="BRIGHTLINE_", extra="forbid")

    home: Path
    policy: Path | None = None
    institution: Path | None = None
    workers: int = Field(default=0, ge=0)
    doors: DoorSettings = DoorSettings()
    activation: Literal["automatic", "lists", "two-people"] = "automatic"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The home is settled first; then the environment goes before what its config.toml says."""
        return env_settings, init_settings


def read_settings(home: Path | None, environment: dict[str, str]) -> Settings:
    """The settings of this call. Raises CallError naming the setting, what was found and what is right."""
    chosen = home or Path(environment.get("BRIGHTLINE_HOME") or platformdirs.user_data_dir("brightline"))
    config = chosen / "config.toml"
    said = _config(config) if config.is_file() else {}
    if "home" in said:
        raise CallError(str(config), "the setting 'home'", "no home inside a home", "Use --home or BRIGHTLINE_HOME.")
    try:
        settings = Settings(**({"home": chosen} | said))
    except ValidationError as wrong:
        first = wrong.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "settings"
        known = ", ".join(sorted(set(Settings.model_fields) - {"home"}))
        variable = f"BRIGHTLINE_{name.upper()}"
        place = variable if variable in environment else f"{config}: {name}"
        raise CallError(place, _found(first), f"{_wanted(first['msg'])}; known: {known}") from None
    return settings.model_copy(update={"home": chosen})


def _found(wrong: ErrorDetails) -> str:
    """What stands there: a single value; of a table only that it does not hold, for secrets may stand in it."""
    if wrong["type"] == "missing":
        return "nothing"
    return "a table" if isinstance(wrong["input"], dict) else repr(wrong["input"])


def _wanted(told: str) -> str:
    for beginning in ("Input should be ", "Value error, "):
        told = told.removeprefix(beginning)
    return told


def _config(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as broken:
        raise CallError(str(path), str(broken), "a TOML file", "Mend or remove it.") from None
