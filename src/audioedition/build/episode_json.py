"""Episode <-> JSON, for the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from ..model import Chapter, Episode

_FIELDS = frozenset(f.name for f in fields(Episode))


def episode_to_json(episode: Episode) -> str:
    """Any episode as ASCII JSON, whatever its texts hold."""
    return json.dumps({name: getattr(episode, name) for name in sorted(_FIELDS)}, default=_plain)


def _plain(chapter: Chapter) -> dict[str, object]:
    return {f.name: getattr(chapter, f.name) for f in fields(Chapter)}


def episode_from_json(data: str) -> Episode:
    """The episode again; fields that this version does not know are left out."""
    found = json.loads(data)
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in found.items() if k in _FIELDS}
    values["chapters"] = _chapters(values.get("chapters", ()))
    return Episode(**values)


def _chapters(found: Iterable[dict[str, Any]]) -> tuple[Chapter, ...]:
    return tuple(Chapter(**{**c, "children": _chapters(c.get("children", ()))}) for c in found)
