"""Characters that come as the two halves of UTF-16: one emoji costs no entry, and no feed."""

from __future__ import annotations

from pathlib import Path

import pytest

from audioedition.model import Article
from audioedition.reading import read_articles

ITEM = "<item><title>{}</title><description>The ferry ran again on Monday, they said.</description></item>"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Smile &#55357;&#56832;", "Smile 😀"),
        ("Smile &#xD83D;&#xDE00;", "Smile 😀"),
        ("Half &#55357; a smile", "Half \ufffd a smile"),
        ("Four &#65; letters", "Four A letters"),
    ],
)
def test_references(written: str, read: str) -> None:
    feed = f'<rss version="2.0"><channel>{ITEM.format(written)}{ITEM.format("Two")}</channel></rss>'
    found = read_articles(feed, media_type="application/rss+xml")
    assert [a.headline for a in found if isinstance(a, Article)] == [read, "Two"]


def test_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The ferry \xed\xa0\xbd\xed\xb8\x80 ran again.\n\nIt ran on Monday, too.")
    (article,) = read_articles(path)
    assert isinstance(article, Article)
    assert article.text.startswith("The ferry 😀 ran again.")
