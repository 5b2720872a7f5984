"""A line that may be a byline -> what stands before its names, and what behind them."""

from __future__ import annotations

import itertools
import re

from . import dates
from .byline_words import match, pattern
from .local_datelines import is_town
from .moments import kinds as stamp_kinds

ADDRESS = re.compile(r"\S+@\S+\.\w+|(?<!\w)@\w{2,30}|\b(?:https?:|www\.)\S+")
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
    line = re.sub(pattern("pictures"), "", line)
    line = re.sub(r"\s*[(<\[][^()<>\[\]]{0,40}[)>\]]", "", line)
    line = re.sub(pattern("sourced"), "", line)
    if stamped := dates.stamp_behind(line):
        line = _without_town(line[: line.rindex(stamped)])
    line = re.sub(
        r"\s+(?:view|see|read|follow|more)\s+(?:all|more|by|from|articles|posts|stories|full|on|@)\b.*\Z",
        "",
        line,
        flags=re.I,
    )
    line = re.sub(r"(?<=[^\W\d_]{2}) (?:reports?|reporting) (?:from|in|at) [A-Z][^.!?]{1,50}\Z", "", line)
    line = re.sub(r"\s*[|·•]\s*\d+ \w+\Z", "", line)  # `By Ann Orr · 23 Comments`
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
