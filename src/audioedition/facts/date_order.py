"""Is 3/4/2025 the third of April or the fourth of March? One answer for what is published and what is spoken."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextvars import ContextVar

from ..lexis.tables import is_english
from .english import usage_of

MonthFirst = Callable[[], bool]
"""Whether 3/4/2025 is the fourth of March; asked only where it matters."""
_said: ContextVar[tuple[str, str]] = ContextVar("said", default=("auto", "auto"))


@contextlib.contextmanager
def as_said(english: str = "auto", date_order: str = "auto") -> Iterator[None]:
    """Within this, the settings `text.english` and `text.date_order` decide, where they are not `auto`."""
    token = _said.set((english, date_order))
    try:
        yield
    finally:
        _said.reset(token)


def month_first(language: str | None = None, text: str = "") -> bool:
    """Whether the month stands first in an article of this language and text.

    In order: the setting `date_order`; another language than English; what `usage_of` says, as for the spoken form.
    """
    english, date_order = _said.get()
    if date_order == "auto" and not is_english(language):
        return False
    return not usage_of(text, english, date_order, language).day_first
