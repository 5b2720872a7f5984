"""The lines of a web page that a browser has printed: which of them are its story.

Paper has no elements: menus, teasers and notices are lines like others, as they are in pasted text, and are told by the
same model (`segmentation/extent.py`). The page's title, which the browser keeps, says which line is the headline; when
it was printed says nothing of when it appeared.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import Reason, Role
from ..segmentation import extent, parting
from .composing import Part
from .headlines import key

_BROWSER = re.compile(r"Mozilla|Chrom(?:e|ium)|Safari|Firefox|Edge?/|Opera|wkhtmltopdf", re.I)
_SEPARATOR = re.compile(r"\s*[|•»›]\s*|\s+[-–—:]\s+")
"""What stands between a headline and the name of a site."""
_RULE = "printed page"


def by_browser(creator: str) -> bool:
    """Whether what made a PDF is a browser."""
    return _BROWSER.search(creator) is not None


def story(parts: list[Part], title: str) -> tuple[list[Part], str | None]:
    """The parts of a printed page as its story has them, and its headline; `title` is the page's."""
    indices = [i for i, part in enumerate(parts) if not part.reason]
    lines = [parts[i].text for i in indices]
    out, headline = parting.around(lines, extent.beside(lines))
    if (titled := _titled(lines, title)) is not None:
        headline = titled
    if headline is None:
        return parts, None
    found = list(parts)
    for at, i in enumerate(indices):
        if at == headline:
            found[i] = Part(lines[at], Role.HEADLINE)
        elif at in out or at < headline:
            found[i] = replace(parts[i], role=None, reason=Reason.OUTSIDE, rule=_RULE)
    return found, lines[headline]


def _titled(lines: list[str], title: str) -> int | None:
    """The line that shows the page's title, or the longest part of it that is not the site's name; the last of the
    first few: menus above may name the page too."""
    cuts = [match.span() for match in _SEPARATOR.finditer(title)][:8]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(title)]
    spans = {key(title[a:b]) for a in starts for b in ends if b > a}
    keys = [key(line) for line in lines]
    wanted = max(spans.intersection(keys) - {""}, key=len, default=None)
    shown = [at for at, line in enumerate(keys) if line == wanted]
    first = [at for at in shown if at <= max(shown[0] + 5, len(lines) // 3)] if shown else []
    return first[-1] if first else None
