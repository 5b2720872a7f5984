"""Pages of InDesign: which texts are one article, by where their frames stand."""

from __future__ import annotations

import making
import pytest
from making import Frame, idml

from audioedition.errors import NoStoryError
from audioedition.model import Article, Reason
from audioedition.reading import read_source
from audioedition.reading.kinds import told
from audioedition.reading.sources import Source
from audioedition.settings import ReadSettings

MIME = making.IDML
FERRY = "The ferry had been tied up at the east pier since November, when its gearbox failed in a gale. " * 3
COUNCIL = "The council met on Monday evening and stayed until the last bus had gone, two members said afterwards. " * 3


def read(data: bytes) -> list[Article]:
    found = read_source(Source("page.idml", media_type=MIME), data, ReadSettings())
    return [article for article in found if isinstance(article, Article)]


PAGE: list[Frame] = [
    ("a", "Body", COUNCIL, (-500, -200, -280, 100)),
    ("b", "Headline", "Council stays late", (-500, -300, -280, -260)),
    ("c", "Byline", "By Ann Orr", (-500, -250, -280, -230)),
    ("d", "Caption", "The last bus", (-500, 110, -280, 130)),
    ("e", "Body", FERRY, (-250, -200, -20, 100)),
    ("f", "Headline", "Ferry back", (-250, -300, -20, -260)),
]


def test_a_headline_goes_to_the_text_below_it() -> None:
    council, ferry = read(idml(PAGE))
    assert (council.headline, council.bylines) == ("Council stays late", ("Ann Orr",))
    assert council.text.split("\n\n")[-1] == "The last bus"
    assert council.name == "page.idml#council-stays-late"
    assert ferry.text == f"Ferry back\n\n{FERRY.strip()}"


def test_articles_come_page_by_page() -> None:
    second = [
        (name + "2", style, text, (left + 520, top, right + 520, bottom))
        for name, style, text, (left, top, right, bottom) in PAGE
    ]
    told = read(idml([*second, *PAGE], [("x", "Body", COUNCIL.replace("Monday", "Friday"), (-500, 0, 0, 90))]))
    assert [article.name.partition("#")[2] for article in told] == [
        "council-stays-late", "ferry-back", "council-stays-late-2", "ferry-back-2", "the-council-met-on-friday-evening-and-stayed",
    ]  # fmt: skip


def test_what_stands_on_no_page_of_a_story_is_a_dropped_part() -> None:
    council, _ = read(idml(PAGE, [("n", "Folio", "The Sound Courier 12", (-500, 0, -400, 20))], loose="Pasteboard"))
    left_out = {council.text[m.start : m.end]: m.reason for m in council.marks if m.reason}
    assert left_out == {"The Sound Courier 12": Reason.PAGE_HEADER, "Pasteboard": Reason.PAGE_HEADER}


def test_a_page_of_short_texts_is_one_article_and_an_empty_one_none() -> None:
    (article,) = read(
        idml([("b", "Headline", "Council stays late", (0, 0, 90, 20)), ("a", "Body", "It met.", (0, 30, 90, 60))])
    )
    assert article.text == "Council stays late\n\nIt met."
    with pytest.raises(NoStoryError):
        read(idml([]))
    assert told(Source("a.zip", media_type=None), idml(PAGE)) == MIME


@pytest.mark.parametrize("damage", ['"1 0 0 1 nan inf"', '"x"', '""', '"1e999 0 0 1 0 0"'])
def test_frames_that_stand_nowhere(damage: str) -> None:
    members = {"mimetype": MIME, "Stories/a.xml": f'<Story Self="a"><Content>{COUNCIL}</Content></Story>'}
    frame = f'<Spread><TextFrame ParentStory="a" ItemTransform={damage}><PathPointType Anchor="nan x"/></TextFrame></Spread>'
    (article,) = read(making.zipped({**members, "Spreads/a.xml": frame}))
    assert article.text == COUNCIL.strip()
