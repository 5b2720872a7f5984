"""Blocks of sound, made in a thread of their own while those before are used: the encoder leaves a core free."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator

from .loudness import Samples

BLOCKS = 4
"""So many are made ahead: seconds, of a few hundred kilobytes each."""


def ahead(blocks: Iterable[Samples]) -> Iterator[Samples]:
    """The same blocks; what their maker raises is raised here. The thread ends when nobody wants more."""
    made: queue.Queue[Samples | BaseException | None] = queue.Queue(BLOCKS)
    wanted = threading.Event()
    wanted.set()

    def hand(item: Samples | BaseException | None) -> bool:
        while wanted.is_set():
            try:
                made.put(item, timeout=0.1)
                return True
            except queue.Full:
                continue
        return False

    def make() -> None:
        try:
            for block in blocks:
                if not hand(block):
                    return
            hand(None)
        except BaseException as e:
            hand(e)

    thread = threading.Thread(target=make, daemon=True)
    thread.start()
    try:
        while (item := made.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        wanted.clear()
        thread.join()
