"""Results: scores, sets of tennis, and in which minute of a match something happened."""

from __future__ import annotations

import re

from ..scan import Context, Reading
from .counting import cardinal, ordinal
from .language import Language

SCORE = r"(?P<a>\d{1,3})(?P<mark>[-–:x]| : )(?P<b>\d{1,3})(?!\d|[.,]\d|[%/:]|\w|-[\da-zà-ÿ])"
"""`2:1`, `3-1`, `312 : 298`, `ein 1:0-Sieg`."""
SET = r"\d{1,2}[-–/:]\d{1,2}(?: ?\(\d{1,2}(?:[-–/:]\d{1,2})?\))?"
SETS = rf"{SET}(?:(?:,? (?:(?:e|et|y|i|en|und) )?){SET}){{1,4}}(?![\d/:-])"
"""`6-4, 7-6 (7-3)`, `7-6 (5), 4-6`, `6/3, 4/6 e 7/6`."""
MINUTES = r"(?<=\()\d{1,3}\.(?:(?:, | und |/)\d{1,3}\.)*(?=[/)]|, [^\W\d])"
"""`(85.)`, `(37., 60.)`, `(12./Foulelfmeter)`."""


def score(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`2:1`, `3-1`: a result, where it cannot be a range or the words around it are of a game."""
    a, b = int(m.group("a")), int(m.group("b"))
    if ctx.glued().isalnum() or ctx.glued() in tuple(".,-/:"):
        return None
    sets = ctx.nearby(frozenset(lang.words("sets")))
    if not (sets or ctx.nearby(frozenset(lang.words("game"))) or _must_be_score(m.group("mark").strip(), a, b)):
        return None
    form = lang.word("score in sets") if sets and lang.word("score in sets") else lang.word("score")
    return form.format(a=cardinal(a, lang), b=cardinal(b, lang)), m.end()


def _must_be_score(mark: str, a: int, b: int) -> bool:
    """Whether two numbers can be nothing else."""
    if mark == "x":
        return max(a, b) <= 20
    return mark == ":" or (a >= b and b < 10 and a < 30)


def in_sets(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`6-4, 7-6 (7-3)`: sets of tennis or volleyball, one after the other; in brackets the points of a tie-break."""
    sets = re.findall(r"(\(?)(\d+)(?:[-–/:](\d+))?", m.group())
    if ctx.glued().isalnum() or not all(bracket or _is_set(int(a), int(b)) for bracket, a, b in sets):
        return None
    return ", ".join(_one_set(bracket, a, b, lang) for bracket, a, b in sets), m.end()


def _one_set(bracket: str, a: str, b: str, lang: Language) -> str:
    if not b:
        return cardinal(int(a), lang)
    form = lang.word("score") if bracket else lang.word("score in sets") or lang.word("score")
    return form.format(a=cardinal(int(a), lang), b=cardinal(int(b), lang))


def _is_set(a: int, b: int) -> bool:
    """Whether a set of tennis can end so, or its last tie-break."""
    more, less = max(a, b), min(a, b)
    return (more == 6 and less < 5) or (more == 7 and less in (5, 6)) or (more >= 10 and less < more - 1)


def minutes(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`Brandt (85.)`: in which minutes somebody scored, in brackets of their own."""
    said = [ordinal(int(n), lang) for n in re.findall(r"\d+", m.group())]
    last = f" {lang.words('and')[0]} " if len(said) > 1 else ""
    return lang.word("minute of play").format(n=", ".join(said[:-1]) + last + said[-1]), m.end()
