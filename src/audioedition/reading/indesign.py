"""InDesign's pages for exchange (`.idml`) -> Articles: a long text each, with the short ones that stand beside it.

On a page a headline, a caption and a text are stories of their own; what belongs together is told by where their
frames stand: a short one goes to the long one that it stands above, else to the nearest (Adobe, IDML file format).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from ..errors import NoStoryError, ReadingError
from ..model import Article
from ..settings import ReadSettings
from .archives import Archive
from .incopy import Taken, article_of, taken_of
from .markup import local, parse_xml
from .plain import slug, unique
from .sources import Source

_LONG = 40
"""Words from which on a text is an article, and none that belongs to one."""
_BESIDE = 1000.0
"""Points by which a short text is farther from a long one that it does not stand above."""
_MOST, _MOST_FRAMES = 3000, 8
"""Texts of a document, and frames of one, that are put together."""
_NOWHERE = 1_000_000
_ONE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Box(NamedTuple):
    """A frame of text: in which spread, and where on it, in points from its middle, downwards."""

    spread: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(eq=False)
class _Text:
    """What stands in one thread of frames."""

    taken: list[Taken]
    boxes: list[_Box] = field(default_factory=list)
    above: list[_Text] = field(default_factory=list)
    below: list[_Text] = field(default_factory=list)

    @property
    def said(self) -> list[str]:
        """Its paragraphs and rows."""
        rows = [", ".join(row) for one in self.taken if isinstance(one, list) for row in one]
        return [*(one[1] for one in self.taken if isinstance(one, tuple)), *rows]

    @property
    def place(self) -> tuple[int, bool, float, float]:
        """Where it begins: by spread, by its left and its right page, from top to bottom."""
        box = self.boxes[0] if self.boxes else _Box(_NOWHERE, 0, 0, 0, 0)
        return box.spread, box.left >= 0, box.top, box.left


def read_idml(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The articles on the pages of an InDesign document. Raises NoStoryError for one without text."""
    archive = Archive(data, source.name, settings.max_bytes)
    texts = _texts(archive, source)
    for number, name in enumerate(sorted(n for n in archive.names if n.startswith("Spreads/"))):
        _place(parse_xml(archive.read(name), source.name), number, texts)
    there = sorted((text for text in texts.values() if text.taken), key=lambda text: text.place)
    articles, around = _put_together(there[:_MOST])
    found: list[Article | ReadingError] = []
    names: set[str] = set()
    for text in articles[: settings.max_entries]:
        taken = [one for part in (*text.above, text, *text.below) for one in part.taken]
        article = article_of(taken, source.name, source, settings, [] if found else around)
        called = slug(article.headline or " ".join(article.text.split()[:8])) or "story"
        found.append(replace(article, name=unique(f"{source.name}#{called}", names)))
    if len(there) > _MOST or len(articles) > settings.max_entries:
        found.append(ReadingError("holds more texts than are read", article=source.name, remedy="export fewer pages"))
    if not found:
        raise NoStoryError("holds no text", article=source.name, remedy="export the stories as text")
    return found


def _put_together(there: Sequence[_Text]) -> tuple[list[_Text], list[str]]:
    """The long texts, each with the short ones that belong to it, and the lines of those that belong to none."""
    articles = [text for text in there if text.boxes and len(" ".join(text.said).split()) >= _LONG] or list(there[:1])
    by_spread: dict[int, list[tuple[_Text, _Box]]] = {}
    for article in articles:
        for box in article.boxes[:_MOST_FRAMES]:
            by_spread.setdefault(box.spread, []).append((article, box))
    chosen = set(map(id, articles))
    others = [text for text in there if id(text) not in chosen]
    return articles, [line for text in others if not _give(text, by_spread) for line in text.said]


def _texts(archive: Archive, source: Source) -> dict[str, _Text]:
    """Every story of the document by its name."""
    found: dict[str, _Text] = {}
    for name in sorted(n for n in archive.names if n.startswith("Stories/")):
        for story in parse_xml(archive.read(name), source.name).iter():
            if local(story) == "Story" and story.get("Self"):
                found[story.get("Self")] = _Text(taken_of(story))
    return found


def _place(root: Any, spread: int, texts: dict[str, _Text]) -> None:
    """Note where the frames of a spread stand."""
    pending: list[tuple[Any, Sequence[float]]] = [(root, _ONE)]
    while pending:
        node, outer = pending.pop()
        own = local(node) not in ("Spread", "Page")
        inner = _within(outer, _numbers(node.get("ItemTransform", ""))) if own else outer
        if local(node) == "TextFrame" and (text := texts.get(node.get("ParentStory", ""))):
            box = _box(node, inner, spread)
            text.boxes.insert(0 if node.get("PreviousTextFrame", "n") == "n" else len(text.boxes), box)
        pending.extend((child, inner) for child in node)


def _numbers(text: str) -> Sequence[float]:
    try:
        found = [float(number) for number in text.split()]
    except ValueError:
        return _ONE
    return found if len(found) == 6 and all(map(math.isfinite, found)) else _ONE


def _within(outer: Sequence[float], inner: Sequence[float]) -> tuple[float, ...]:
    """A transformation inside of another."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _box(frame: Any, to: Sequence[float], spread: int) -> _Box:
    points = [(0.0, 0.0)]
    for node in frame.iter():
        if local(node) == "PathPointType":
            x, y, *_ = (*(float(n) for n in node.get("Anchor", "").split() if _is_number(n)), 0.0, 0.0)
            points.append((x, y))
    placed = [(x * to[0] + y * to[2] + to[4], x * to[1] + y * to[3] + to[5]) for x, y in points[1:] or points]
    across, down = [x for x, _ in placed], [y for _, y in placed]
    return _Box(spread, min(across), min(down), max(across), max(down))


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _give(text: _Text, by_spread: Mapping[int, Sequence[tuple[_Text, _Box]]]) -> bool:
    """Put a short text to the article that it belongs to; False for one that stands on none of their pages."""
    box = text.boxes[0] if text.boxes else None
    beside = by_spread.get(box.spread, ()) if box else ()
    if not box or not beside:
        return False
    article, _ = min(beside, key=lambda found: _apart(box, found[1]))
    (article.above if box.top < article.boxes[0].top else article.below).append(text)
    return True


def _apart(short: _Box, long: _Box) -> float:
    """How far a short text stands from a long one."""
    across = max(long.left - short.right, short.left - long.right, 0.0)
    down = max(long.top - short.bottom, short.top - long.bottom, 0.0)
    heads = short.top < long.top and not across
    return across + down + (0.0 if heads else _BESIDE)
