"""What every test may use: the shared data where it is present."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("brightline", deadline=None)  # a busy machine is no fault; speed is measured in bench/
settings.load_profile("brightline")


@pytest.fixture(scope="session", autouse=True)
def no_settings_of_the_caller() -> Iterator[None]:
    """Settings in the environment of whoever runs the tests decide nothing here."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [one for one in os.environ if one.startswith("BRIGHTLINE_") and one != "BRIGHTLINE_SHARED_DATA"]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data, or a skip that says what is missing."""
    folder = Path(os.environ.get("BRIGHTLINE_SHARED_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip(f"real data is not here ({folder}); set BRIGHTLINE_SHARED_DATA to its folder")
    return folder
