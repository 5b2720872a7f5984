"""Article -> Segmentation: role, quotation and speaker of every piece; what is dropped, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .segmenting import segment

__all__ = ["segment"]


def __getattr__(name: str) -> Any:
    """`segment`, when it is asked for: readers need a word list or a rule of this room, and not the hundred modules."""
    if name != "segment":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .segmenting import segment

    return segment
