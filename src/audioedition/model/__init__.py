"""The plain data that flows between the stages. Imports nothing of ours; every type is frozen.

read -> segment -> speak -> cast -> [synthesise] -> arrange -> mix -> master -> encode -> tag -> publish
Article  Segment   Spoken    Line      Clip         Timeline    PCM    PCM      file     file    Edition
"""

from .article import (
    Article,
    Dateline,
    Decided,
    Doubt,
    Dropped,
    Gender,
    Mark,
    Passage,
    Reason,
    Role,
    Segment,
    Segmentation,
    Speaker,
    Tune,
)
from .episode import Chapter, Clip, Cue, Episode
from .script import Line, Reading, Script, Spoken, Utterance, Voice, Word

__all__ = [
    "Article",
    "Chapter",
    "Clip",
    "Cue",
    "Dateline",
    "Decided",
    "Doubt",
    "Dropped",
    "Episode",
    "Gender",
    "Line",
    "Mark",
    "Passage",
    "Reading",
    "Reason",
    "Role",
    "Script",
    "Segment",
    "Segmentation",
    "Speaker",
    "Spoken",
    "Tune",
    "Utterance",
    "Voice",
    "Word",
]
