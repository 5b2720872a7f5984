"""What a change of our code makes again: a number a stage, raised when what the stage makes has changed.

A comment or a new name in the code costs nothing, and a fix reaches what has been made already as soon as its number is
raised. `tests/build/test_stages.py` keeps a digest of what each stage makes of the same material and says which number
to raise; run as a program, it raises them. Engines have versions of their own, in their fingerprints.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Outcome = Literal["script", "clip", "part", "file", "tags", "beside"]
"""What is made again: the script of every source, the clip of every utterance, the encoded parts, the files joined from
them, their tags, and the transcripts, chapters and pictures beside them. Feeds and pages are made in every build."""

STAGES: Mapping[str, tuple[int, Outcome]] = MappingProxyType(
    {
        "reading": (3, "script"),
        "segmentation": (4, "script"),
        "spoken": (4, "script"),
        "casting": (1, "script"),
        "pauses": (1, "script"),
        "tunes": (2, "script"),
        "shaping": (1, "clip"),
        "arranging": (3, "part"),
        "mixing": (3, "part"),
        "mastering": (1, "part"),
        "encoding": (2, "part"),
        "joining": (1, "file"),
        "tagging": (1, "tags"),
        "covers": (1, "beside"),
        "transcripts": (1, "beside"),
        "chapters": (1, "beside"),
    }
)
"""Stage -> its number, and what a higher one makes again."""


def versions(*reaching: Outcome) -> list[str]:
    """The stages that reach one of these outcomes, with their numbers; without any, all of them."""
    return [f"{name} {number}" for name, (number, outcome) in STAGES.items() if not reaching or outcome in reaching]
