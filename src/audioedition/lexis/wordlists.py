"""Text -> the tables of words that the rules look things up in: compact to read, quick to load."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """`one two three`."""
    return frozenset(text.split())


def pairs(text: str) -> dict[str, str]:
    """`Gov: Governor; Sen: Senator`: written form and the words for it."""
    items = (item.split(":", 1) for item in text.split(";") if item.strip())
    return {written.strip(): " ".join(said.split()) for written, said in items}


def rows(text: str) -> dict[str, tuple[str, ...]]:
    """One a line: `€: euro, euros, cent, cents`."""
    return {k: tuple(v.split(", ")) for k, v in pairs(";".join(text.strip().splitlines())).items()}
