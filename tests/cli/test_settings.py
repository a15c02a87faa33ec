"""Settings: command line before environment before config.toml; a wrong one is named where it was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from brightline.cli.settings import read_settings
from brightline.errors import CallError


def _home(folder: Path, text: str) -> Path:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = _home(tmp_path, "workers = 2\npolicy = 'mine.yaml'\n")
    assert read_settings(home, {}).workers == 2
    monkeypatch.setenv("BRIGHTLINE_WORKERS", "3")
    settings = read_settings(home, {"BRIGHTLINE_WORKERS": "3"})
    assert (settings.workers, settings.policy) == (3, Path("mine.yaml"))


def test_the_command_line_goes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIGHTLINE_HOME", "elsewhere")
    assert read_settings(tmp_path, {"BRIGHTLINE_HOME": "elsewhere"}).home == tmp_path
    assert read_settings(None, {"BRIGHTLINE_HOME": "elsewhere"}).home == Path("elsewhere")


@pytest.mark.parametrize("text", ["workers = -1\n", "workers = 'many'\n", "colour = 1\n", "home = 'there'\n"])
def test_a_wrong_setting_of_the_file_is_named_there(text: str, tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"config\.toml"):
        read_settings(_home(tmp_path, text), {})


def test_a_wrong_setting_of_the_environment_is_named_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIGHTLINE_WORKERS", "many")
    with pytest.raises(CallError, match=r"^BRIGHTLINE_WORKERS: "):
        read_settings(tmp_path, {"BRIGHTLINE_WORKERS": "many"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[doors.folders]]\nname = 'Swift!'\npath = '/in'\n", r"doors\.folders\.0\.name: expected .*found 'Swift!'"),
        ("[[doors.folders]]\nname = 'a'\n", r"doors\.folders\.0\.path: .*found nothing"),
        ("[[doors.folders]]\nname = 'a'\npath = '/in'\ncolour = 1\n", r"doors\.folders\.0\.colour: "),
        (2 * "[[doors.folders]]\nname = 'a'\npath = '/in'\n", "a name once, not 'a' twice"),
        ("[[doors.webhooks]]\nname = 'a'\nurl = 'http://x.test/'\nsecret_file = 's'\n", "https://"),
        ("[[doors.queues]]\nname = 'a'\nqueue = 'q'\nanswers = 'a'\nunread = 'u'\n", "one of url and url_file"),
    ],
)
def test_a_wrong_door_is_named_in_one_sentence_without_its_secrets(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(CallError, match=told):
        read_settings(_home(tmp_path, text), {})
