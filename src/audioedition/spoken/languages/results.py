"""Results: scores, sets of tennis, and in which minute of a match something happened."""

from __future__ import annotations

import re

from ..scan import Context, Reading, compiled
from .counting import cardinal, ordinal
from .language import Language

SCORE = r"(?P<a>\d{1,3})(?P<mark>[-–:x]| : )(?P<b>\d{1,3})(?!\d|[.,]\d|[%/:]|\w|-(?:\d|j))"
"""`2:1`, `3-1`, `312 : 298`, `ein 1:0-Sieg`, `een 1-0-zege`."""
GOALS = r"(?<=[^\W\d_] \()(?P<a>\d{1,2})/(?P<b>\d{1,2})(?=\))"
SET = r"\d{1,2}[-–/:]\d{1,2}(?: ?\(\d{1,2}(?:[-–/:]\d{1,2})?\))?"
SETS = rf"{SET}(?:(?:,? (?:(?:e|et|y|i|en|und) )?){SET}){{1,4}}(?![\d/:-])"
"""`6-4, 7-6 (7-3)`, `7-6 (5), 4-6`, `6/3, 4/6 e 7/6`."""
CHANGED = r"(?<=\()\d{1,3}\.(?= (?:[A-ZÄÖÜ]\. )?[A-ZÄÖÜ][^\W\d_]{2,20}(?: [A-ZÄÖÜ][^\W\d_]{2,20})?\)?[,)])"
"""`Tuna (86. Melz)`: when somebody came on for somebody, in a list of players."""
MINUTES = (
    r"(?:(?<=\()|(?<=:\d / )|(?<=:\d\d / ))"
    r"\d{1,3}\.(?:(?:, | und |/)\d{1,3}\.)*(?:\+\d{1,2})?(?=[/)]|, [^\W\d]| und \d+:)"
)
"""`(85.)`, `(37., 60.)`, `(12./Foulelfmeter)`, `(32:32 / 59.)`, `(90.+2)`."""
_BESIDE = r" ?\(\d{1,3}(?:\.|:\d)| / \d{1,3}\.[,)]| ?[-–/]? ?\d+\. Min"
_IN_BRACKETS = r"\d:\d{1,3} ?\(\Z"
_NO_TIME = r"(?<![\d.:])(?:(?:2[5-9]|[3-9]\d|1\d\d):\d{1,3}|\d{1,2}:(?:\d|[6-9]\d))(?![\d:])"
"""`28:25`, `3:2`, `15:61`"""
_AROUND = 80
"""Characters before and behind a result in which another is looked for."""
_SCORE_MOST = 15
"""More goals are no score of football in brackets."""
_GOALS_MOST = 40
"""More goals nobody shoots in a game."""
_TEAMS = r"[^\W\d_][^\n:]{1,40} [-–] [^\n:]{2,40} ?\Z"
"""`TSV Elmbach – SG Norden`"""


def score(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`2:1`, `3-1`: a result, where it cannot be a range or the words around it are of a game."""
    a, b = int(m.group("a")), int(m.group("b"))
    if ctx.glued().isalnum() or ctx.glued() in tuple(".,-/:"):
        return None
    sets = ctx.nearby(frozenset(lang.words("sets")))
    mark = m.group("mark").strip()
    known = ctx.nearby(frozenset(lang.words("game"))) or _must_be_score(mark, a, b, lang) or _is_beside_score(m, ctx)
    if not (sets or known) or (mark != ":" and a < b and ctx.text[m.end() : m.end() + 1] == "-"):
        return None
    form = lang.word("score in sets") if sets and lang.word("score in sets") else lang.word("score")
    return form.format(a=cardinal(a, lang), b=cardinal(b, lang)), m.end()


def _is_beside_score(m: re.Match[str], ctx: Context) -> bool:
    """`(0-1)` alone in brackets behind a word, `Norden - Elmbach 0-1 (0-0)`."""
    if max(map(int, m.group("a", "b"))) > _SCORE_MOST:
        return False
    end = m.end()
    alone = ctx.glued() == "(" and ctx.text[end : end + 1] == ")" and ctx.text[ctx.start - 3 : ctx.start - 2].isalpha()
    return alone or compiled(r" \(\d-\d\)").match(ctx.text, end) is not None


def is_result(m: re.Match[str], ctx: Context, lang: Language) -> bool:
    """Whether two numbers that could be a time are a result: `beim 24:23`, `29:35 (15:19)`, `zum 22:22 (47.)`."""
    if not lang.word("before a result"):
        return False
    text, around = ctx.text, max(0, ctx.start - _AROUND)
    return (
        ctx.before().lower() in lang.words("before a result")
        or compiled(_BESIDE).match(text, m.end()) is not None
        or compiled(_IN_BRACKETS).search(text, around, ctx.start) is not None
        or compiled(_TEAMS).match(text, around, ctx.start) is not None
        or ctx.nearby(frozenset(lang.words("game")))
        or compiled(_NO_TIME).search(text, around, m.end() + _AROUND) is not None
    )


def goals(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`Karger (10/5)`: how many goals somebody shot, and how many of them were penalties."""
    a, b = int(m.group("a")), int(m.group("b"))
    named = compiled(r"([^\W\d_])[^\W\d_]{1,30} \(\Z").search(ctx.text, max(0, ctx.start - 34), ctx.start)
    if not (a >= b and a < _GOALS_MOST and named and named[1].isupper()):
        return None
    return lang.word("goals").format(a=cardinal(a, lang), b=cardinal(b, lang)), m.end()


def _must_be_score(mark: str, a: int, b: int, lang: Language) -> bool:
    """Whether two numbers can be nothing else."""
    if mark == "x":
        return bool(lang.word("score by x")) and max(a, b) <= _SCORE_MOST
    return mark == ":" or (a >= b and b < 10 and a < 30)


def in_sets(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`6-4, 7-6 (7-3)`: sets of tennis or volleyball, one after the other; in brackets the points of a tie-break."""
    sets = re.findall(r"(\(?)(\d+)(?:[-–/:](\d+))?", m.group())
    if ctx.glued().isalnum() or not all(bracket or _is_set(int(a), int(b)) for bracket, a, b in sets):
        return None
    rising = all(bracket or int(a) < int(b) for bracket, a, b in sets)
    if ctx.after(m.end()) in lang.words("hours") or (rising and not ctx.nearby(frozenset(lang.words("sets")))):
        return None  # `von 9-12 und 14-18 Uhr`
    return ", ".join(_one_set(bracket, a, b, lang) for bracket, a, b in sets), m.end()


def _one_set(bracket: str, a: str, b: str, lang: Language) -> str:
    if not b:
        return cardinal(int(a), lang)
    form = lang.word("score") if bracket else lang.word("score in sets") or lang.word("score")
    return form.format(a=cardinal(int(a), lang), b=cardinal(int(b), lang))


VOTES = r"(?P<a>\d{1,3}):(?P<b>\d{1,3}):(?P<c>\d{1,3})(?![\d:]|[.,]\d)"


def votes(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`19:0:0`: votes for and against, and those that were not cast, where it can be no time of hours and seconds."""
    if ctx.glued().isalnum() or ctx.glued() in tuple(".,:") or all(len(part) == 2 for part in m.group("b", "c")):
        return None
    a, b, c = (cardinal(int(part), lang) for part in m.groups())
    return lang.word("score").format(a=lang.word("score").format(a=a, b=b), b=c), m.end()


def _is_set(a: int, b: int) -> bool:
    """Whether a set of tennis can end so, or its last tie-break."""
    more, less = max(a, b), min(a, b)
    return (more == 6 and less < 5) or (more == 7 and less in (5, 6)) or (more >= 10 and less < more - 1)


def minutes(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`Brandt (85.)`, `(90.+2)`: in which minutes somebody scored, in brackets of their own."""
    played, _, added = m.group().partition("+")
    said = [ordinal(int(n), lang) for n in re.findall(r"\d+", played)]
    last = f" {lang.words('and')[0]} " if len(said) > 1 else ""
    words = lang.word("minute of play").format(n=", ".join(said[:-1]) + last + said[-1])
    return f"{words} {lang.signs['+'].lower()} {cardinal(int(added), lang)}" if added else words, m.end()


def changed(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`Tuna (86. Melz)`: a minute before who came on; a list of players has several, or the number is high."""
    several = len(compiled(r"[^\W\d_] \(\d{1,3}\. [A-ZÄÖÜ]").findall(ctx.text)) > 1
    after = ctx.after(m.end()).lower()
    if not several or after in lang.months or lang.gender_of(after):
        return None
    return lang.word("minute of play").format(n=ordinal(int(m.group()[:-1]), lang)), m.end()
