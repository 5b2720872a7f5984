"""For tests of object storage: an S3 on this machine, and how programs find it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest


def running() -> Iterator[str]:
    """The address of a server that runs for as long as it is asked for."""
    server_of = pytest.importorskip("moto.server", reason="moto is in the group `test`")
    server = server_of.ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


def reach(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every program find the store at that address."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", address)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")


def bucket_at(name: str) -> str:
    """A new bucket that is called about so."""
    import s3fs

    bucket = "paper-" + re.sub("[^a-z0-9]+", "-", name.lower())[:40].strip("-")
    s3fs.S3FileSystem(use_listings_cache=False, skip_instance_cache=True).mkdir(bucket)
    return f"s3://{bucket}"
