"""The words that an engine knows by heart: what is in none of its dictionaries is guessed from its spelling."""

from __future__ import annotations

import functools
import gzip
import importlib.util
import json
from pathlib import Path


@functools.cache
def known_words() -> frozenset[str]:
    """Every word, in lower case, of hibari's American and British dictionaries; empty where hibari is not installed."""
    spec = importlib.util.find_spec("hibari")
    if spec is None or not spec.submodule_search_locations:
        return frozenset()
    words: set[str] = set()
    for path in sorted((Path(spec.submodule_search_locations[0]) / "assets").glob("lexicon_*.json.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            words.update(word.lower() for word in json.load(file))
    return frozenset(words)
