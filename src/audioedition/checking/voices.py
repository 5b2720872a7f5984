"""A finished file and who speaks when -> how loud each voice is in it, and which of them a listener would turn up."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import Cue

if TYPE_CHECKING:
    from ..sound.encoding import Measured

OFF_LU = 1.0
"""A voice further than this from all of them together is heard as soft or loud."""
STEP_LU = 0.7
"""Between two that follow one another, a step that is just heard."""
SHORTEST_S = 3.0
"""Who speaks less has too few words for a figure: single sentences of one voice differ by half an LU."""
SURE_S = 5.0
"""The same for the comparison of two."""


def loudness(cues: Sequence[Cue], measured: Measured) -> dict[str, float]:
    """LUFS of each speaker who has enough to say, over all their cues, in the order in which they are first heard."""
    return {name: measured.lufs_within(spans) for name, spans in _spans(cues).items() if _seconds(spans) >= SHORTEST_S}


def faults(cues: Sequence[Cue], measured: Measured) -> list[str]:
    """Voices that are off."""
    together = measured.lufs_within([(cue.start_ms, cue.end_ms) for cue in cues])
    return [
        f"{name or 'a voice'} speaks at {lufs:.1f} LUFS, {abs(lufs - together):.1f} LU "
        f"{'above' if lufs > together else 'below'} the voices together"
        for name, lufs in loudness(cues, measured).items()
        if abs(lufs - together) > OFF_LU
    ]


def steps(cues: Sequence[Cue], measured: Measured) -> list[str]:
    """Steps between neighbours, each pair once."""
    heard = loudness(cues, measured)
    sure = {name for name, spans in _spans(cues).items() if _seconds(spans) >= SURE_S}
    pairs = {tuple(sorted((a.speaker, b.speaker))) for a, b in itertools.pairwise(cues) if a.speaker != b.speaker}
    return [
        f"a step of {abs(heard[a] - heard[b]):.1f} LU between {a or 'a voice'} and {b or 'a voice'}"
        for a, b in sorted(pairs)
        if {a, b} <= sure and abs(heard[a] - heard[b]) > STEP_LU
    ]


def _spans(cues: Sequence[Cue]) -> dict[str, list[tuple[int, int]]]:
    """Speaker -> the stretches, in milliseconds, in which they speak."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for cue in cues:
        spans.setdefault(cue.speaker, []).append((cue.start_ms, cue.end_ms))
    return spans


def _seconds(spans: Sequence[tuple[int, int]]) -> float:
    return sum(end - start for start, end in spans) / 1000
