"""What holds for the whole test run."""

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

# A test run that was started in the background ignores Ctrl-C, and so would every program that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What a busy machine takes longer for is not wrong.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def told_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of `told_edition.py`, built once a worker; nobody changes it."""
    from told_edition import build_told_edition

    return build_told_edition(tmp_path_factory.mktemp("told"))


@pytest.fixture(scope="session")
def browser() -> Any:
    """The Chromium of this process."""
    from real_browser import running_browser

    return running_browser()


@pytest.fixture(scope="session")
def bucket_server() -> Iterator[str]:
    """The address of an S3 on this machine."""
    from bucket_server import running

    yield from running()
