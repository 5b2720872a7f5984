"""The lines of a text -> its passages: runs of lines that are no sentences but the rows of a list, or verses.

Decided once, from the lines of a run together: one line that ends in a figure is nothing, three are a league table.
Whoever reads on (the roles, the pauses, the words for the voice) asks what was found here. docs/segmentation.md has a
paragraph on each kind of article that holds such passages.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence

from ..facts.moments import kinds
from ..lexis.tables import Lexis, derived, in_use
from ..model import Passage, rules
from ..model.rules import Decision, Rule, RuleSet
from .prose import is_sentence

_MOST = 240
"""Characters of the longest row."""
_MOST_VERSE, _LEAST_VERSES = 62, 4
"""Characters of the longest verse, and the fewest lines that are verse."""
_AMOUNTS = 3
"""Rows of a list of ingredients above one that has no figure."""
_LABEL_MOST = 3
"""Words of a label that is surely no heading."""
_RUNNERS = frozenset(["row/runner", "row/priced runner"])
_SHORT = 80
"""Characters of the longest row of a forecast."""
_FEW_ROWS = 2
"""Rows that make a list."""
DOTTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d.])")
"""`6.00`, as British papers write times."""
_TIME = re.compile(r"(?:\d{1,2}[.:][0-5]\d(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)(?=[\s:–—,-])", re.I)
_FIGURE = re.compile(r"[([+–—*-]{0,2}[£$€₹]?\d[\d.,:/–-]*(?:%|[a-z]{1,4})?[*)\]+†]{0,2}")
_YEAR = re.compile(r"(?:19|20)\d\d[.,]?")
_SIDE = r"[A-ZÀ-Þ][\w.’'& -]{1,40}?"
_BEAT = r"(?:bt|beat|drew(?: with)?|lost to|tied with|defeated)"
_GOALS = r"(?:\d[\d/.-]{0,7}\*?|P)(?: \([^)]*\))?"
_MATCHES = (
    rf"{_SIDE} \d{{1,3}} ?[-–] ?\d{{1,3}} [A-ZÀ-Þ][^?!:]{{1,80}}",  # Wexle 2-1 Tarbeg
    rf"{_SIDE} {_GOALS},? (?:v\.? |d\.? |{_BEAT} )?{_SIDE} (?:\d|P\b)[^?!:]{{0,80}}",  # Wexle 2 Tarbeg 1
    rf"{_SIDE} \d[^?!:]{{1,90}} {_BEAT} {_SIDE} \d[^?!:]{{0,90}}",  # Wexle 211 (Orr 7-64) and 88 beat Tarbeg 340
    r"[A-Z][^?!:]{1,60} vs\.? [^?!:]{0,40}\d[^?!:]{0,40}",  # Net 472,000 vs 454,000
    r"[A-Z][\w ]{0,20} (?:profit|loss|nil|\d)[^?!:]{0,40} vs\.? [^?!:]{1,50}",  # Shr profit three cts vs loss two cts
    rf"{_SIDE} (?:v|vs|d|bt)\.? {_SIDE}\b[^?!:]{{0,100}}",  # Wexle v Tarbeg (2.30)
)
_MATCH = re.compile("|".join(_MATCHES))
_RUNNER = re.compile(r"\d{1,2}\.?\s+(?:\(\d{1,2}\)\s+)?(?:[\dPFURO/-]{1,12}\s+)?[A-Z][A-Z’' ]{3,}")
_PRICED = re.compile(r"\d{1,2}\.? \S.{2,60} (?:\d{1,3}[-/–]\d{1,3}(?:f|jf)?|\(?[Ee]v(?:en)?s\)?)")
_TEMPERATURE = re.compile(r"[A-ZÀ-Þ][\w.’' -]{1,30}?:? [-–−]?\d{1,3} ?°? ?[CF]\b.{0,40}")
_LABEL = re.compile(r"[A-Z\d](?:[\w.,’'&/-]|\([^()]{0,24}\)| ){0,36}:\s+(?=\S)")
_NAMES = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?: [\w.’'()*+-]+){0,3}[,;] ")
_VOTES = re.compile(r"[A-ZÀ-Þ][^()]{2,50}(?: \([^()\d]{1,40}\)){1,2}[,:]? +\d[\d,.]*%?(?:[ ,;(].{0,30})?")
_COUNTED = re.compile(r"\d{1,3} ?[x×] \S|\d{1,2}\.? [^\W\d_][\w’' -]{2,40} \(\d{1,2}\)(?: [–—-].*)?")
_HEADS = re.compile(
    r"(?:[^\W\d_][\w’&-]*(?: [\w’&-]+){0,3} )?(?:(?:[A-Z]{1,3}|Pts|Pos|Won|Lost|Played|For|Against)\b ?){4,}"
)
_DATE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?:/\d{1,2})?[.,:]?")
_TELEPHONE = re.compile(r"(?:(?:Tel|Phone|Call)\W{1,2})?\+?[(\d][\d ()-]{7,18}\d")
_AMOUNT = re.compile(r"(?:(?:\d+ )?\d+(?:[./]\d+)?(?:\s?[-–]\s?\d+)?|[½¼¾⅓⅔]|\d\s?[½¼¾⅓⅔]|an?)\s?(?P<unit>[^\W\d_]+)\b")
_STOPS = re.compile(r"[.!?…][\"'”’)]*\Z")
_ONE_WORD = re.compile(r"[^\W\d_]{1,15}[.!?]")
"""The last verse of a poem: `Eve.`"""
_VERSE_MARK = re.compile(r"[,;—–-][\"'”’]?\Z")


def passages(lines: Sequence[str]) -> list[Passage | None]:
    """What passage each line belongs to; None for a paragraph, and for a heading above rows."""
    said = [_row(line) for line in lines]
    rows = [row.outcome if row and not _heads(said, i) else None for i, row in enumerate(said)]
    found: list[Passage | None] = [None] * len(lines)
    at = 0
    while at < len(lines):
        end = _end_of_list(lines, rows, at) if rows[at] else _end_of_verse(lines, at)
        if end - at > 1:
            kind = Passage.VERSE if rows[at] is None else _kind_of_list([row for row in rows[at:end] if row])
            whole = kind is Passage.VERSE
            found[at:end] = [kind if row or whole or i == end - 1 else None for i, row in enumerate(rows[at:end], at)]
        at = max(end, at + 1)
    return found


def _heads(said: Sequence[Decision[Passage] | None], i: int) -> bool:
    """Whether a line that could be a row heads two others: `Bond: School roof` above `Yes 1,611` and `No 822`."""
    row, above, below = said[i], said[i - 1] if i else None, said[i + 1 : i + 3]
    if row is None or len(below) < 2 or None in below:
        return False
    rules = {it.rule for it in below if it}
    if row.rule == "row/time":
        return rules <= _RUNNERS
    over = above.rule if above else ""
    if row.rule == "row/label":  # `Wexle North: Lab hold`, above how many may vote and who got how many
        return rules == {"row/figures", "row/votes"} or (len(rules) == 1 and row.rule not in (*rules, over))
    may = row.rule == "row/figures" and "row/label" not in (*rules, over)  # `Lab maj 1,765` among notes
    return may and len(rules) == 1 and row.rule not in (*rules, over)


def _end_of_list(lines: Sequence[str], rows: Sequence[Passage | None], at: int) -> int:
    """Index behind the last row of the list that begins at `at`: at most one short line stands between two rows."""
    end = at + 1
    while end < len(lines):
        if rows[end] is None:
            below = end + 1
            if not (_may_stand_between(lines[end]) and below < len(lines) and rows[below]):
                break
        end += 1
    if end + 1 < len(lines) and (
        _is_last_item(lines[end], lines[end + 1]) or (end - at >= _AMOUNTS and is_uncounted(lines[end]))
    ):
        end += 1
    return end if sum(row is not None for row in rows[at:end]) >= _FEW_ROWS else at


def _is_last_item(line: str, below: str) -> bool:
    """`Salt, pepper`, above the heading of what comes next."""
    return (
        0 < len(line) <= 30
        and _may_stand_between(line)
        and not line.isupper()
        and 0 < len(below) <= 40
        and _may_stand_between(below)
    )


def is_uncounted(line: str) -> bool:
    """`Salt and black pepper`, `Lemon wedges, to serve`, below what is weighed."""
    words = line.split()
    small = all(map(str.islower, words[1:]))
    return 2 <= len(words) <= 8 and small and not _STOPS.search(line) and re.search(r" and |, ", line) is not None


def _may_stand_between(line: str) -> bool:
    """Whether a line can be a heading inside of a list: a station, a grade, a course."""
    return len(line) <= 60 and len(line.split()) <= 7 and not _STOPS.search(line)


def _kind_of_list(rows: Sequence[Passage]) -> Passage:
    return Passage.SCHEDULE if 2 * rows.count(Passage.SCHEDULE) > len(rows) else Passage.LIST


def _end_of_verse(lines: Sequence[str], at: int) -> int:
    """Index behind the last of the verses that begin at `at`: lines that sentences run over, none of them filled."""
    end = _end_of_lines(lines, at)
    run = lines[at:end]
    runs_on = sum(_VERSE_MARK.search(line) is not None or line[:1].islower() for line in run)
    words = sum(sum(word.islower() for word in line.split()) >= 2 for line in run)
    is_verse = (
        len(run) >= _LEAST_VERSES
        and _STOPS.search(run[-1]) is not None
        and 3 * runs_on >= len(run)
        and 4 * words >= 3 * len(run)
        and sum(_STOPS.search(line) is not None for line in run) * 2 <= len(run)
    )
    return end if is_verse else at


def _end_of_lines(lines: Sequence[str], at: int) -> int:
    """Index behind the last of the lines from `at` on that may be verse, the last of which ends a sentence."""
    end = at
    while end < len(lines) and _may_be_verse(lines[end]):
        end += 1
    if at < end < len(lines) and not _STOPS.search(lines[end - 1]) and _ONE_WORD.fullmatch(lines[end]):
        end += 1
    while end - at > _LEAST_VERSES and not _STOPS.search(lines[end - 1]):
        end -= 1  # `From Small Change (2025)`
    return end


def _may_be_verse(line: str) -> bool:
    return 5 <= len(line) <= _MOST_VERSE and line.lstrip("“\"‘'—–")[:1].isalpha() and len(line.split()) >= 2


def is_like(line: str, other: str) -> bool:
    """Whether two lines could be rows of one kind: `When: 5 p.m.` and `Where: the pier`."""
    row, beside = _row(line), _row(other)
    is_label = len(line.partition(":")[0].split()) <= _LABEL_MOST
    return row is not None and beside is not None and row.rule == beside.rule and (row.rule != "row/label" or is_label)


def heads_race(line: str, below: str) -> bool:
    """Whether a line has the time of a race whose runners stand below."""
    race, runner = _row(line), _row(below)
    return race is not None and runner is not None and race.rule == "row/time" and runner.rule in _RUNNERS


def is_row(line: str) -> bool:
    """Whether a line could be the row of a list, whatever stands around it."""
    return _row(line) is not None


def _row(line: str) -> Decision[Passage] | None:
    return _of_line(line, in_use(), rules.off()) if 0 < len(line) <= _MOST else None


@functools.lru_cache(maxsize=2048)
def _of_line(line: str, lexis: Lexis, off: frozenset[str]) -> Decision[Passage] | None:
    """Asked several times of a line: for the extent of the story, in the opening, in the body."""
    return ROWS.first(line)


def _of(kind: Passage, decide: Callable[[str], bool]) -> Callable[[str], Passage | None]:
    return lambda line: kind if decide(line) else None


def _like(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda line: pattern.fullmatch(line) is not None


def _begins(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda line: pattern.match(line) is not None


def _is_priced(line: str) -> bool:
    return line[:1].isdigit() and _PRICED.fullmatch(line) is not None


def _is_temperature(line: str) -> bool:
    return len(line) <= _SHORT and _TEMPERATURE.fullmatch(line) is not None


def _has_time_first(line: str) -> bool:
    return _TIME.match(line) is not None and not is_sentence(line)


def _has_day_first(line: str) -> bool:
    """`Tue 24 Nov - flu vaccinations`, `Sat 5 Dec 10-12 Christmas fair`; no sentence begins with a short day."""
    words = line.split(None, 3)
    if len(words) < 3:
        return False
    first, second = kinds(words[0].rstrip(":")), kinds(words[1])
    if first in (["weekday"], ["day"]) and words[0].endswith(":"):
        return True
    if first not in (["weekday"], ["month"]) or is_sentence(line):
        return False
    dated = _DATE.fullmatch(words[1]) is not None
    return dated or second == ["month"] if first == ["weekday"] else dated and not _STOPS.search(line)


def _ends_in_figures(line: str) -> bool:
    """`Wexle 12 9 1 2 30`, `Year 1 96.8%`, `Average rating 9.12`: a name, then nothing but figures."""
    words = line.split()
    if not 2 <= len(words) <= 16 or not line[0].isalnum() or ":" in words[0]:
        return False
    figures = next((n for n, word in enumerate(reversed(words)) if not _is_figure(word)), len(words))
    name = words[: len(words) - figures]
    is_year = figures == 1 and _YEAR.fullmatch(words[-1]) is not None
    if is_year or not figures:
        return False
    return 0 < len(name) <= 6 and name[0][:1].isupper() and kinds(name[-1]) not in (["month"], ["weekday"])


def _is_figure(word: str) -> bool:
    return _FIGURE.fullmatch(word) is not None and word.count("(") == word.count(")")


def _is_labelled(line: str) -> bool:
    """`Ref: Lisa Orr`, `Att: 2,914`, `Revenue: $1.14 bln`: a label, a colon, and no sentence."""
    label = _LABEL.match(line)
    value = line[label.end() :] if label else ""
    if label and line.isupper() and " " in label[0].strip():
        return False
    return bool(value) and len(value.split()) <= 14 and not _STOPS.search(value) and not value.startswith(("“", '"'))


def _is_names(line: str) -> bool:
    """`Wexle: Marsh; Gill, Bell (Gray 46), Fenn; Price.`: who played, in their places."""
    label = _LABEL.match(line)
    return label is not None and len(_NAMES.findall(line, label.end())) >= 4


@derived
def _amounts(lexis: Lexis) -> frozenset[str]:
    return frozenset(row["word"].casefold() for row in lexis.everywhere("measures"))


def _is_amount(line: str) -> bool:
    """`200g flour`, `2 tbsp honey`, `1 cup sugar`: an ingredient."""
    found = _AMOUNT.match(line)
    return found is not None and found["unit"].casefold() in _amounts() and not is_sentence(line)


_LIST = Passage.LIST
ROWS: RuleSet[str, Passage] = RuleSet(
    "row",
    (
        Rule("runner", _of(_LIST, _begins(_RUNNER)), "racing cards: `1 (4) 0-3 LATE BOY`"),
        Rule("priced runner", _of(_LIST, _is_priced), "racing cards: `1 3-21 Late Boy (7) K Orr 11-4`"),
        Rule("temperature", _of(_LIST, _is_temperature), "weather: `Wexle 7 C, showers`"),
        Rule("time", _of(Passage.SCHEDULE, _has_time_first), "programmes: `6.00 News`, `10am Family service`"),
        Rule("day", _of(_LIST, _has_day_first), "diaries: `Tue 24 Nov - flu vaccinations`"),
        Rule("telephone", _of(_LIST, _like(_TELEPHONE)), "where to eat: `401-555-0119`"),
        Rule("count", _of(_LIST, _begins(_COUNTED)), "notices, tips: `14 x ewes`, `4. Late Boy (2)`"),
        Rule("heads", _of(_LIST, _like(_HEADS)), "the head of a table: `Team P W D L Pts`"),
        Rule("amount", _of(_LIST, _is_amount), "recipes: `200g plain flour`"),
        Rule("names", _of(_LIST, _is_names), "line-ups: `Wexle: Marsh; Gill, Bell, Fenn; Price.`"),
        Rule("match", _of(_LIST, _like(_MATCH)), "results: `Wexle 2 Tarbeg 1`"),
        Rule("votes", _of(_LIST, _like(_VOTES)), "elections: `Ann Orr (Lab) 12,345`"),
        Rule("figures", _of(_LIST, _ends_in_figures), "tables: a name and figures, `Year 1 96.8%`"),
        Rule("label", _of(_LIST, _is_labelled), "notes below a match, a film, a recipe: `Ref: Lisa Orr`"),
    ),
)
"""What a line has that makes it a row, if there are others beside it."""
