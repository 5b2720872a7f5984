"""Words -> a sketch of them, by which another story under the same file name is told from a corrected one.

The smallest hashes of all runs of two words are a fair sample of them: the share that two sketches have in common is
the share of the runs that two texts have in common (A. Broder, On the resemblance and containment of documents, 1997).
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Container

KEPT = 64
"""Hashes a sketch: an estimate within .06, and half a kilobyte a story."""
FEW = 12
"""Of fewer runs nothing can be told."""
UNLIKE = 0.1
"""Stories that have less in common are two."""
ALIKE = 0.8
"""Stories that have so much in common may be one, and its correction."""
_TRIED = 8
"""Of the texts that share most runs so many are compared."""


def sketch(text: str) -> str:
    """The sketch of a text, as one string."""
    words = re.findall(r"\w+", text.casefold())
    runs = {f"{a} {b}".encode("utf-8", "replace") for a, b in itertools.pairwise(words)}
    return " ".join(sorted(hashlib.blake2b(run, digest_size=4).hexdigest() for run in runs)[:KEPT])


def likeness(one: str, other: str) -> float | None:
    """How much two texts have in common, from 0 to 1, by their sketches; None where one has too few words to say so."""
    a, b = set(one.split()), set(other.split())
    if min(len(a), len(b)) < FEW:
        return None
    least = sorted(a | b)[:KEPT]
    return sum(run in a and run in b for run in least) / len(least)


def unlike(one: str, other: str) -> bool:
    """Whether two sketches are of two stories; not where either has too few words to say so."""
    common = likeness(one, other)
    return common is not None and common < UNLIKE


class Sketched:
    """Texts by their sketches: which of them is nearly the same as another."""

    def __init__(self) -> None:
        self._sketches: dict[str, str] = {}
        self._by_run: dict[str, list[str]] = {}

    def add(self, name: str, drawn: str) -> None:
        """A text called `name`; another of this name is it no more."""
        self._sketches[name] = drawn
        for run in drawn.split():
            self._by_run.setdefault(run, []).append(name)

    def like(self, drawn: str, but: Container[str] = ()) -> str:
        """The name of the text that has most in common with one of this sketch, if that is nearly all; else empty."""
        shared = Counter(name for run in drawn.split() for name in self._by_run.get(run, ()) if name not in but)
        near = ((likeness(drawn, self._sketches[name]) or 0.0, name) for name, _ in shared.most_common(_TRIED))
        common, name = max(near, default=(0.0, ""))
        return name if common >= ALIKE else ""
