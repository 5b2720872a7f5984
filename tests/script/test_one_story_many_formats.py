"""The same story as text, page, feed entry and Markdown has the same headline, byline, date and dateline."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from audioedition.facts.date_order import as_said
from audioedition.model import Article
from audioedition.reading import read_article
from audioedition.script.making import make_script
from audioedition.segmentation import segment

SEEDS = sorted(Path("seeds").glob("*.txt"))


def as_page(headline: str, paragraphs: list[str]) -> tuple[str, str]:
    body = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in paragraphs)
    title = html.escape(headline)
    page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return page, "text/html"


def as_feed(headline: str, paragraphs: list[str]) -> tuple[str, str]:
    body = html.escape("".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs))
    item = f"<item><title>{html.escape(headline)}</title><description>{body}</description></item>"
    return f'<rss version="2.0"><channel><title>x</title>{item}</channel></rss>', "application/rss+xml"


def as_markdown(headline: str, paragraphs: list[str]) -> tuple[str, str]:
    body = "\n\n".join(paragraph.replace("*", r"\*").replace("_", r"\_") for paragraph in paragraphs)
    return f"# {headline}\n\n{body}\n", "text/markdown"


def facts(article: Article) -> tuple[object, ...]:
    told = segment(article).article
    dateline = told.dateline and (told.dateline.place, told.dateline.date, told.dateline.agency)
    return told.headline, told.bylines, told.published and told.published[:10], dateline


@pytest.mark.parametrize("form", [as_page, as_feed, as_markdown], ids=["page", "feed", "Markdown"])
@pytest.mark.parametrize("seed", SEEDS, ids=[seed.stem for seed in SEEDS])
def test_one_story(seed: Path, form: object) -> None:
    text = read_article(seed)
    paragraphs = text.text.split("\n\n")
    told = segment(text).article
    assert told.headline
    at = paragraphs.index(told.headline)
    written, media_type = form(told.headline, paragraphs[:at] + paragraphs[at + 1 :])  # type: ignore[operator]
    assert facts(read_article(written, media_type=media_type)) == facts(text)


@pytest.mark.parametrize(
    ("english", "date_order", "day"),
    [("GB", "auto", "2025-04-03"), ("US", "auto", "2025-03-04"), ("GB", "month-first", "2025-03-04")],
)
def test_one_day(english: str, date_order: str, day: str) -> None:
    from audioedition.reading import Source, read_source
    from audioedition.settings import ReadSettings, TextSettings
    from audioedition.spoken import spoken_form

    settings = TextSettings(english=english, date_order=date_order)
    story = "The bridge at Northport is closed to lorries from today, the council of the town has said."
    sources = {
        "text/plain": f"Bridge closed\n\nPublished 3/4/2025\n\n{story}",
        "text/html": f"<html lang='en'><h1>Bridge closed</h1><p class='date'>3/4/2025</p><p>{story * 3}</p></html>",
        "text/markdown": f"---\ndate: 3/4/2025\n---\n# Bridge closed\n\n{story}",
    }
    for media_type, text in sources.items():
        (article,) = read_source(Source("a", media_type=media_type), text.encode(), ReadSettings(), settings)
        assert isinstance(article, Article)
        with as_said(english, date_order):
            assert (segment(article).article.published or "")[:10] == day, media_type
    said = spoken_form("on 3/4/2025", english=english, date_order=date_order)
    assert ("April" in said) == (day == "2025-04-03")


@pytest.mark.parametrize(
    ("story", "day"),
    [
        ("The barangay captain told the LGU that the programme in the centre would begin", "2025-03-04"),
        ("The councillors said that the programme in the centre would begin", "2025-04-03"),
        ("The tehsildar said that two crore from the panchayat for the center came", "2025-04-03"),
        ("Gov. Holt said that the center in her neighborhood would open", "2025-03-04"),
    ],
)
def test_the_day_that_is_published_is_the_day_that_is_said(story: str, day: str) -> None:
    story += " on 3/4/2025, and that everybody in the town was welcome to come and look at it."
    sources = {
        "text/plain": f"Bridge closed\n\nPublished 3/4/2025\n\n{story}",
        "text/html": f"<html lang='en'><h1>Bridge closed</h1><p class='date'>3/4/2025</p><p>{story}</p></html>",
        "text/markdown": f"---\ndate: 3/4/2025\n---\n# Bridge closed\n\n{story}",
    }
    for media_type, text in sources.items():
        script = make_script(read_article(text, media_type=media_type))
        assert (script.article.published or "")[:10] == day, media_type
        said = " ".join(line.spoken for line in script.segments)
        assert ("third of April" in said) == (day == "2025-04-03"), media_type
        assert ("March fourth" in said) == (day == "2025-03-04"), media_type
