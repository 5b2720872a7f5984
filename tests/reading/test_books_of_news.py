"""A paper as Calibre packs it for readers of books: every story is an `index.html`, between bars of links."""

from __future__ import annotations

import making

from audioedition import make_script, reading
from audioedition.model import Article
from audioedition.reading.sources import Source
from audioedition.settings import ReadSettings

BAR = '<div class="calibre_navbar">| <a href="../article_1/index.html">Next</a> | <a href="../index.html">Section menu</a> |</div>'
FOOT = (
    '<div class="calibre_navbar"><p>This article was downloaded by <b>calibre</b> from '
    '<a href="https://sound.example/ferry">https://sound.example/ferry</a></p></div>'
)
PAGES = {
    "index.html": '<h1>The Sound Courier</h1><ul><li><a href="feed_0/index.html">News</a></li></ul>',
    "feed_0/index.html": (
        f'{BAR}<h2>News</h2><ul><li><a href="article_0/index.html">Ferry back after five months</a><p>{making.SECOND}</p></li>'
        '<li><a href="article_1/index.html">Owls move into the chapel</a></li></ul>'
    ),
    "feed_0/article_0/index.html": (
        f"{BAR}<h1>Ferry back after five months</h1><p>By Ines Roth</p><p>{making.FIRST}</p><p>{making.SECOND}</p>{FOOT}"
    ),
    "feed_0/article_1/index.html": (
        f"{BAR}<h1>Owls move into the chapel</h1><p>Nine owls have moved into the chapel at Little Farrow, and the minister, "
        f"who was asked by nobody, has moved out to the vestry, where she keeps a stove lit.</p>{FOOT}"
    ),
}


def book() -> bytes:
    items = "".join(
        f'<item id="i{i}" href="{name}" media-type="application/xhtml+xml"/>' for i, name in enumerate(PAGES)
    )
    order = "".join(f'<itemref idref="i{i}"/>' for i in range(len(PAGES)))
    return making.zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>',
            "content.opf": (
                '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Sound Courier</dc:title>'
                f"<dc:creator>calibre</dc:creator></metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
            ),
            **{
                name: f"<html><head><title>Page</title></head><body>{body}</body></html>"
                for name, body in PAGES.items()
            },
        }
    )


def test_every_story_is_an_article_and_no_list_is_one() -> None:
    found = reading.read_source(Source("news.epub", media_type="application/epub+zip"), book(), ReadSettings())
    stories = [article for article in found if isinstance(article, Article)]
    assert [(a.headline, a.bylines) for a in stories] == [
        ("Ferry back after five months", ("Ines Roth",)),
        ("Owls move into the chapel", ()),
    ]
    heard = " ".join(line.text for story in stories for line in make_script(story).segments)
    assert making.FIRST in heard
    assert not [words for words in ("calibre", "Section menu", "Courier") if words in heard]
