"""Utterance -> Clip by the voices of the operating system, through pyttsx3."""

from __future__ import annotations

from ..model import Voice


def system_voices() -> list[Voice]:
    """The voices that every machine has."""
    return []
