"""An address -> its content, asked again at intervals: only for what has changed, more rarely when it fails."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from ..errors import LaterError, NothingToReadError, ReadingError
from ..reading.addresses import Fetched, fetch
from ..reading.saved import saved_articles
from ..reading.sources import SERVICES, in_utf8
from ..settings import ReadSettings

RAREST_S = 86_400.0
"""However often it has failed, an address is asked once a day."""


@dataclass
class Asked:
    """An address and what it last held."""

    url: str
    data: bytes | None = None
    """None while it has never answered, and for a service with nothing to read."""
    due: float = 0.0
    """When it is asked next."""
    problem: str = ""
    """What was wrong the last time; empty when nothing was."""
    unread: set[str] = field(default_factory=set)
    """Of a service of saved articles: the ids that it named."""
    _failures: int = 0
    _found: Fetched | None = None

    def ask(self, settings: ReadSettings, now: float, every_s: float) -> bool:
        """Whether there is something else than before. It is asked again after `every_s`, twice that after a failure,
        four times after two, and never sooner than its server wants it."""
        later = 0.0
        try:
            data = self._saved(settings) if self.url in SERVICES else self._fetched(settings)
            self.problem, self._failures = "", 0
        except ReadingError as e:
            data, self.problem = self.data, str(e)
            self._failures += 1
            later = e.after_s if isinstance(e, LaterError) else 0.0
        self.due = now + min(max(every_s * 2**self._failures, later), max(RAREST_S, every_s))
        news = data is not None and data != self.data
        self.data = data
        return news

    def _fetched(self, settings: ReadSettings) -> bytes:
        self._found = fetch(self.url, settings, since=self._found)
        return in_utf8(self._found.data, self._found.content_type)

    def _saved(self, settings: ReadSettings) -> bytes | None:
        try:
            data = saved_articles(self.url, settings)
        except NothingToReadError:
            self.unread = set()
            return None
        self.unread = {item["id"] for item in json.loads(data)["items"]}
        return data
