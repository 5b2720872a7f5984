"""What all lines of a page say of one in the opening: the trees of `extent` as evidence beside that of the line itself.

What they are sure of has been left out before. Here is what they think of the lines that stayed: a headline, standfirst
or lead hardly ever looks like the page, what stands above and below them does.
"""

from __future__ import annotations

from .opening_facts import Line
from .opening_kinds import Kind

PAGE = "opening/page"
"""The rule of what is left out because all lines of the page say so."""
_LEANS: dict[Kind, tuple[float, float]] = {
    Kind.HEADLINE: (-0.75, -0.6),
    Kind.DECK: (-1.4, -0.9),
    Kind.KICKER: (1.7, 0),
    Kind.MENU: (1.7, 0),
    Kind.FURNITURE: (0.2, 0),
    Kind.CAPTION: (0, 1),
    Kind.SHOWN: (0, 1),
    Kind.BODY: (0, -1),
    Kind.CORRECTION: (0, -1),
}
"""How much more a line is of a kind for looking like the page, and for looking like a picture's.

Learnt by a structured perceptron from 407 openings (1,995 lines) whose every line a person labelled, with the chances
of trees that had not seen the site, and rounded; that a lead looks like the page is not held against it, since losing a
line of the story is the worst mistake. Five folds by article: 218 lines taken for something else instead of 270; on 66
articles that nobody had read 43 instead of 51. Learning the scores of the rules and `ORDER` too was no better than by
hand (222 instead of 221, without these chances).
"""


def lean(found: dict[Kind, tuple[float, str]], line: Line) -> None:
    """Add to the scores of a line's kinds what all lines of the page say of it."""
    if not (line.page or line.picture):
        return
    for kind, (score, name) in found.items():
        page, picture = _LEANS.get(kind, (0, 0))
        found[kind] = (score + page * line.page + picture * line.picture, name)


def is_page(line: Line) -> bool:
    """A full sentence of some length has to look more like it."""
    is_long_sentence = line.stops and len(line.words) > 8
    return not line.long and line.beside.chance > (0.6 if is_long_sentence else 0.5)
