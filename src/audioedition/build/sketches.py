"""Words -> a sketch of them, by which another story under the same file name is told from a corrected one.

The smallest hashes of all runs of two words are a fair sample of them: the share that two sketches have in common is
the share of the runs that two texts have in common (A. Broder, On the resemblance and containment of documents, 1997).
"""

from __future__ import annotations

import hashlib
import itertools
import re

KEPT = 64
"""Hashes a sketch: an estimate within .06, and half a kilobyte a story."""
FEW = 12
"""Of fewer runs nothing can be told."""
UNLIKE = 0.1
"""Stories that have less in common are two."""


def sketch(text: str) -> str:
    """The sketch of a text, as one string."""
    words = re.findall(r"\w+", text.casefold())
    runs = {f"{a} {b}".encode("utf-8", "replace") for a, b in itertools.pairwise(words)}
    return " ".join(sorted(hashlib.blake2b(run, digest_size=4).hexdigest() for run in runs)[:KEPT])


def unlike(one: str, other: str) -> bool:
    """Whether two sketches are of two stories; not where either has too few words to say so."""
    a, b = set(one.split()), set(other.split())
    if min(len(a), len(b)) < FEW:
        return False
    least = sorted(a | b)[:KEPT]
    return sum(run in a and run in b for run in least) / len(least) < UNLIKE
