"""Names in capitals -> names as they are spelt elsewhere."""

from __future__ import annotations

import re


def in_capitals(word: str) -> bool:
    """Whether a word of a name is in capitals: `BERG`, and `McKAY` and `d'AFFLISIO` too."""
    return re.sub(r"\A[a-z]{1,3}['’]|\AMa?c", "", word).isupper()


def title_case(name: str) -> str:
    """`JANE MCKAY` -> `Jane McKay`; a name with small letters stays as it is."""
    if not all(map(in_capitals, name.split())) or len(name) < 3:
        return name
    name = re.sub(
        r"[^\W\d_]+(?:['’](?=S\b))?",
        lambda m: m[0] if len(m[0]) == 1 or m[0].islower() else m[0][0] + m[0][1:].lower(),
        name,
    )
    return re.sub(r"\bMc([a-z])(?=[a-z]{2})", lambda m: f"Mc{m[1].upper()}", name)
