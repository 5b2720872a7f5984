"""Every kind of article in docs/segmentation.md, twice: as a paper prints it, and as somebody pastes or types it.

`NAME.txt` is the article (ours, CC0, invented people and places), `NAME.script` what is made of it: a line a part, `role | text`,
`quote WHO | text`, `- reason | text` for what is left out, and first the headline, authors and date. After a change that is wanted:
`PYTHONPATH=tests python tests/kinds/test_read_by_kind.py` writes the scripts again; read the difference.
"""  # noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from audioedition.model import Article
from audioedition.segmentation import segment

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("*.txt"))


def script(name: str) -> str:
    said = segment(Article((HERE / f"{name}.txt").read_text(encoding="utf-8")))
    article = said.article
    place = article.dateline.place if article.dateline else ""
    about = [article.headline or "", *article.bylines, place or "", article.published or ""]
    lines = [" / ".join(filter(None, about))]
    for part in sorted((*said.segments, *said.dropped), key=lambda part: part.start):
        words = " ".join(part.text.split())
        if hasattr(part, "reason"):
            lines.append(f"- {part.reason} | {words}")
        else:
            who = f" {part.speaker.name if part.speaker else '?'}" if part.role == "quote" else ""
            lines.append(f"{part.role}{who} | {words}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_kind_of_article_is_read_as_it_was(name: str) -> None:
    assert script(name) == (HERE / f"{name}.script").read_text(encoding="utf-8")


if __name__ == "__main__":
    for name in NAMES:
        (HERE / f"{name}.script").write_text(script(name), encoding="utf-8")
