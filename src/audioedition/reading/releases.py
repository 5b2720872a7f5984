"""A press release's mark before its headline: `PRESS RELEASE: …`. The words: table `releases`."""

from __future__ import annotations

import re

from ..lexis.tables import Lexis, derived


@derived
def _lead(lexis: Lexis) -> re.Pattern[str]:
    marks = {row["word"] for row in lexis.everywhere("releases") if "*" not in row["word"]}
    words = "|".join(map(re.escape, sorted(marks, key=len, reverse=True)))
    return re.compile(rf"(?:\W*(?:{words})\W*?(?:\s*[:|/]\s*|\s+[–—-]+\s+|[\])]\s*))+(?=\w.{{12}})", re.I)


def without_release(headline: str) -> str:
    """A headline without what tells a newsroom that it is a press release's."""
    lead = _lead().match(headline[:300])
    return headline[lead.end() :] if lead else headline
