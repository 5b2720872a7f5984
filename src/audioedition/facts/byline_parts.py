"""A line that may be a byline -> what stands before its names, and what behind them."""

from __future__ import annotations

import itertools
import re

from . import dates
from .byline_words import match, without
from .local_datelines import is_town
from .moments import kinds as stamp_kinds

ADDRESS = re.compile(r"\S+@\S+\.\w+|(?<!\w)@\w{2,30}|\b(?:https?:|www\.)\S+")
_BRACKETS = re.compile(r"\s*[(<\[][^()<>\[\]]{0,40}[)>\]]")
_MORE = re.compile(
    r"\s+(?:view|see|read|follow|more)\s+(?:all|more|by|from|articles|posts|stories|full|on|@)\b.*\Z", re.I
)
_REPORTS = re.compile(r"(?<=[^\W\d_]{2}) (?:reports?|reporting) (?:from|in|at) [A-Z][^.!?]{1,50}\Z")
_COUNTED = re.compile(r"\s*[|·•]\s*\d+ \w+\Z")
_RUN_ON = re.compile(r"(?<=[a-z])(?=(?:Published|Updated|Posted|Follow|View|Contributor|Staff|By|Last)\b)")


def without_stamp(line: str) -> str:
    """`May 3, 2024 By Ann Orr` -> `By Ann Orr`."""
    if not (line[0].isdigit() or (stamp_kinds(line.split(None, 1)[0]) or [None])[0]):
        return line
    for gap in itertools.islice(re.finditer(r"[\s|·•,–—-]+", line), 12):
        rest = line[gap.end() :]
        if match("lead", rest) and dates.is_timestamp(line[: gap.start()]):
            return rest
    return line


def without_tail(line: str) -> str:
    """The line without what stands beside names: pictures, addresses, remarks in brackets, the time."""
    line = _RUN_ON.sub(" ", line)
    line = without("pictures", line)
    line = _BRACKETS.sub("", line)
    line = without("sourced", line)
    if stamped := dates.stamp_behind(line):
        line = _without_town(line[: line.rindex(stamped)])
    line = _REPORTS.sub("", _MORE.sub("", line))
    line = _COUNTED.sub("", line)  # `By Ann Orr · 23 Comments`
    return ADDRESS.sub(" ", line).strip(" |,•·–—-(*")


def _without_town(line: str) -> str:
    """`Ana Ruiz Madrid`, before the time -> `Ana Ruiz`."""
    name, _, place = line.strip(" |,•·–—-").rpartition(" ")
    return name if name.count(" ") == 1 and name.replace(" ", "").isalpha() and is_town(place) else line


def unled(line: str) -> tuple[str, bool]:
    """The line without `By`, `Words:` and the like before the names, and whether there was any."""
    line = _RUN_ON.sub(" ", line).lstrip("/|•·–—- ")
    led = False
    while shorter := match("lead", line):
        line, led = line[shorter.end() :], True
    return line, led
