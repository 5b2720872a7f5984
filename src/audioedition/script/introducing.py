"""Who speaks, said before the voice begins: for listeners, who have no quotation marks to see.

When a quotation begins whose speaker no line has named yet, the narrator says `Ann Holt, a trader:` first. An
attribution right behind it that says no more than that is then left out: `said Ann Holt, a trader.`
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from ..lexis.verbs import verbs
from ..model import Dropped, Line, Reason, Role, Script, Speaker

_DESCRIPTION = r",\s+((?:\d{1,3},\s+)?(?:an?|the|who)\s[^,.;:“”\"]{2,60})[,.]"
_MARKS = " \n\t,.;:—–-"


def introduced(script: Script, narrate: Callable[[str], Line], pause_ms: int) -> Script:
    """The script with its introductions. `narrate` makes a line of the narrator's; `pause_ms` follows it."""
    out: list[Line] = []
    dropped = list(script.dropped)
    said = ""
    known: set[str] = set()
    introducing: tuple[Speaker, str] | None = None
    for line in script.segments:
        speaker = line.speaker if line.role == Role.QUOTE else None
        if speaker and not speaker.anonymous and speaker.name not in known:
            known.add(speaker.name)
            if not re.search(rf"\b{re.escape(speaker.name.split()[-1])}\b", said):
                words = _introduction(script.source, speaker)
                out.append(added(narrate(words), line, words, pause_ms))
                introducing = (speaker, words)
        elif introducing and line.role == Role.BODY and not line.added and _says_no_more(line.text, *introducing):
            dropped.append(Dropped(line.start, line.end, line.text, Reason.SAID_BEFORE, "introducing"))
            introducing = None
            continue
        if not speaker:
            introducing = None
            said += " " + line.shown
        out.append(line)
    return dataclasses.replace(script, segments=tuple(out), dropped=tuple(sorted(dropped, key=lambda part: part.start)))


def added(line: Line, before: Line, words: str, pause_ms: int) -> Line:
    """`line`, which says `words`, as one that no article has, in front of `before`."""
    return dataclasses.replace(
        line,
        role=Role.BODY,
        text="",
        added=f"[{words}]",
        start=before.start,
        end=before.start,
        words=(),
        paragraph=before.paragraph,
        pause_ms=pause_ms,
        rule="introducing",
    )


def _introduction(source: str, speaker: Speaker) -> str:
    """`Ann Holt, a trader:`, with what the article says of somebody behind a comma."""
    found = re.search(re.escape(speaker.name) + _DESCRIPTION, source)
    said = " ".join(found[1].split()) if found else ""
    return f"{speaker.name}, {said}:" if said else f"{speaker.name}:"


def _says_no_more(text: str, speaker: Speaker, words: str) -> bool:
    """Whether a line is nothing but a verb of speech and what the introduction said."""
    rest = text.replace(words.rstrip(":"), "", 1) if words.rstrip(":") in text else text.replace(speaker.mention, "", 1)
    left = rest.strip(_MARKS).split()
    return rest != text and len(left) == 1 and left[0] in verbs().core
