"""PDF, OpenDocument, RTF and saved pages, each made here; and a folder that holds what nobody can read."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from making import EXAMPLES, FIRST, HEADLINE, SECOND, columns, docx, mhtml, odt, pdf, rtf, webarchive

from audioedition import make_script, reading
from audioedition.errors import ReadingError
from audioedition.model import Article, Reason, Role
from audioedition.reading.sources import Source
from audioedition.reading.unread import passed_over
from audioedition.settings import ReadSettings, Settings

MADE = {"a.mhtml": mhtml, "a.webarchive": webarchive, "a.odt": odt, "a.rtf": rtf, "a.pdf": columns, "a.docx": docx}


def read(name: str, data: bytes) -> Article:
    media_type = reading.TYPES[Path(name).suffix]
    (article,) = reading.read_source(Source(name, media_type=media_type), data, ReadSettings())
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("name", MADE)
def test_each_gives_the_same_story(name: str) -> None:
    article = read(name, MADE[name]())
    assert article.headline == HEADLINE or name == "a.rtf"
    kept = article.text.split("\n\n")
    assert [p for p in kept if p in (FIRST, SECOND)] == [FIRST, SECOND]


@pytest.mark.parametrize("name", MADE)
def test_each_is_told_by_its_content(name: str) -> None:
    (article,) = reading.read_source(Source("x"), MADE[name](), ReadSettings())
    assert FIRST in article.text


@pytest.mark.parametrize("name", MADE)
def test_damage_costs_a_line(name: str) -> None:
    data = MADE[name]()
    for cut in range(0, len(data), max(1, len(data) // 40)):
        for broken in (data[:cut], data[:cut] + b"\xff\0(" + data[cut + 3 :]):
            try:
                reading.read_source(Source(name, media_type=reading.TYPES[Path(name).suffix]), broken, ReadSettings())
            except ReadingError as e:
                assert "cannot be read as" not in str(e), "our readers know what went wrong"


def test_what_a_saved_page_knows() -> None:
    assert read("a.mhtml", mhtml()).url == "https://sound.example/ferry"
    assert read("a.webarchive", webarchive()).url == "https://sound.example/ferry"
    assert read("a.odt", odt()).bylines == ("Ann Orr",)


def test_running_heads_of_a_pdf_are_furniture() -> None:
    article = read("a.pdf", columns())
    dropped = [article.text[m.start : m.end] for m in article.marks if m.reason is Reason.FURNITURE]
    assert dropped == ["The Sound Courier", "1", "The Sound Courier"]
    assert article.headline == HEADLINE
    assert [m for m in article.marks if m.role is Role.SUBHEAD] == [], "no paragraph is a heading"


PRINTED = (
    "The Sound Courier", "The Sound Courier", "News Sport Weather Jobs Obituaries", "Subscribe", "Log in", "Advertisement", HEADLINE, "By Ann Orr",
    "1 March 2025", "Share on Facebook", "Share on Twitter", f"{FIRST} Nobody on the island had slept well since then.", SECOND,
    "It was the longest time without a boat since the war, and the shop had run out of everything but tinned peaches.",
    "Read more: Why the pier was closed", "Sign up for our daily newsletter", "Leave a comment", "Privacy Policy",
)  # fmt: skip


@pytest.mark.parametrize("creator", ["Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0 Safari/537.36", "Writer"])
def test_a_printed_web_page_is_read_as_a_page(creator: str) -> None:
    lines: list[tuple[float, float, int, str]] = []
    bottom = 760.0
    for paragraph in PRINTED:
        bottom -= 16
        for line in textwrap.wrap(paragraph, 20):
            bottom -= 12
            lines.append((72.0, bottom, 10, line))
    known = {"Title": f"{HEADLINE} | The Sound Courier", "Creator": creator, "CreationDate": "D:20260401120000Z"}
    article = read("a.pdf", pdf([lines], **known))
    text = " ".join(segment.text for segment in make_script(article).segments)
    assert FIRST in text and SECOND in text and "tinned peaches" in text
    assert not any(line in text for line in ("Log in", "Sport", "newsletter", "Privacy"))
    assert (article.headline, article.published) == ((None, "2026-04-01") if creator == "Writer" else (HEADLINE, None))


def test_letters_that_a_browser_places_one_by_one_are_words() -> None:
    article = reading.read_article(EXAMPLES / "printed.pdf")
    assert article.headline == "Owls move into the chapel"
    assert article.text.split("\n\n")[2:] == [
        "Nine owls have moved into the chapel at Little Farrow, and the minister has moved out for the winter with a hat, "
        "a lamp and forty-one hymn books.",
        "“They were here first,” she said on Thursday, and nobody in the village has been found who would say otherwise.",
        "The council will meet on Monday to hear what can be done before Easter, when eighty people are wont to sing "
        "below the beam on which they sleep.",
    ]


@pytest.mark.parametrize("mark", ["\u2022", "-"])
def test_an_item_of_a_list_is_a_paragraph(mark: str) -> None:
    sign = "\\225" if mark == "\u2022" else mark
    lines = [
        (72.0, 700.0 - 14 * i, 10, f"{sign} {text}") for i, text in enumerate(("The ferry.", "The owls.", "The loaf."))
    ]
    assert read("a.pdf", pdf([lines])).text.split("\n\n") == [
        f"{mark} The ferry.",
        f"{mark} The owls.",
        f"{mark} The loaf.",
    ]


def test_a_scan_gets_a_clear_line() -> None:
    with pytest.raises(ReadingError, match="is a scan"):
        read("a.pdf", pdf([[]]))


def test_a_folder_says_what_is_not_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.wps", "c.wps", "d.opml", "e.jpg", ".hidden.wps"):
        (tmp_path / name).write_text("x")
    assert passed_over([tmp_path], Settings(root=tmp_path)) == [
        "1 file ending in .opml not read: the addresses in them are fetched with --type urls",
        "2 files ending in .wps not read: save them as .odt",
    ]


def paragraphs(*lines: tuple[float, float, int, str]) -> list[str]:
    return read("a.pdf", pdf([list(lines)])).text.split("\n\n")


def test_a_line_that_was_broken_on_purpose_ends_its_paragraph() -> None:
    prose = [
        "The ferry had been tied up at the east pier since the",
        "winter, when its gearbox failed in a gale. On Friday the",
        "Sound Courier saw it move, and on Saturday it sails. It",
        "carries forty cars.",
    ]
    rows = ["Flower rota", "1 March: nobody", "8 March: J. Hale and his sister"]
    told = [(72.0, 700.0 - 14 * i, 10, line) for i, line in enumerate([*prose, *rows])]
    assert paragraphs(*told) == [" ".join(prose), *rows]


def test_an_introduction_above_two_columns_does_not_make_them_short() -> None:
    wide = (
        72.0,
        740.0,
        10,
        "The ferry had been tied up at the east pier of Kilbray since November, when its gearbox failed in",
    )
    narrow = [
        "It sails at noon on Saturday, the board of",
        "Wexle Harbour said, and nobody of the",
        "Sound Courier doubts it any more than",
        "Ann Orr does, who is its master.",
    ]
    told = [(72.0, 720.0 - 14 * i, 10, line) for i, line in enumerate(narrow)]
    assert " ".join(narrow) in " ".join(paragraphs(wide, *told))
    assert len(paragraphs(wide, *told)) < 3


def test_boxes_are_read_as_they_stand_however_they_were_made() -> None:
    left = [
        (72.0, 600.0 - 14 * i, 10, line)
        for i, line in enumerate(["The ferry is back at the east", "pier, the board says."])
    ]
    right = [
        (320.0, 600.0 - 14 * i, 10, line)
        for i, line in enumerate(["The sale has raised a hundred", "pounds for the roof."])
    ]
    told = [*right, *left, (320.0, 625.0, 14, "Jumble sale"), (72.0, 660.0, 24, "Ferry back in service after winter")]
    assert paragraphs(*told) == [
        "Ferry back in service after winter",
        "The ferry is back at the east pier, the board says.",
        "Jumble sale",
        "The sale has raised a hundred pounds for the roof.",
    ]


def test_the_headline_of_a_release_stands_below_its_mark() -> None:
    told = [
        (72.0, 740.0, 24, "Wexle Council"),
        (72.0, 700.0, 10, "NEWS RELEASE"),
        (72.0, 680.0, 10, "2 March 2026"),
        (72.0, 650.0, 14, "Ferry back in service after winter"),
        (72.0, 620.0, 10, "The ferry is back at the east pier, the board of the harbour says."),
    ]
    article = read("a.pdf", pdf([told]))
    assert article.headline == "Ferry back in service after winter"
    assert [m.rule for m in article.marks if m.reason] == ["letterhead of a release"] * 3


def test_raised_figures_are_powers_or_marks_of_notes() -> None:
    told = [
        (72.0, 700.0, 10, "Eels swam in circles"),
        (165.0, 703.0, 6, "1"),
        (168.5, 700.0, 10, ", he said, in 10 m"),
        (250.0, 703.0, 6, "2"),
        (257.0, 700.0, 10, "of the river."),
    ]
    assert paragraphs(*told) == ["Eels swam in circles, he said, in 10 m² of the river."]


def test_a_printed_page_whose_title_stands_nowhere_is_headed_by_its_largest_line() -> None:
    lines = [(72.0, 730.0, 20, HEADLINE)]
    lines += [(72.0, 690.0 - 14 * i, 10, line) for i, line in enumerate(textwrap.wrap(f"{FIRST} {SECOND}", 40))]
    article = read("a.pdf", pdf([lines], Title="sound.example/12", Creator="Mozilla Firefox 145.0"))
    assert article.headline == HEADLINE
