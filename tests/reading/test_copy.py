"""Copy as newsrooms hand it in: labels say what is what, notes to the desk are for the desk, marks and tags are no words."""

from __future__ import annotations

import io
import zipfile

import making
import pytest

from audioedition import make_script, reading
from audioedition.model import Article, Script
from audioedition.reading.endings import DOCX
from audioedition.reading.sources import Source
from audioedition.settings import ReadSettings

BODY = [making.FIRST, making.SECOND]
TEXT = "\n\n".join(BODY)
HEAD, DECK = "Ferry back in service", "It had been tied up since November"

LABELLED = {
    "capitals": f"SLUG: FERRY14\nWORDS: 180\nHEADLINE: {HEAD}\nSTANDFIRST: {DECK}\nBYLINE: Ines Castellan\n\n{TEXT}",
    "american": f"HED: {HEAD}\nDEK: {DECK}\nBYLINE: Ines Castellan\n\n{TEXT}\n\nCUTLINE: The ferry on Friday. (Tom Hale)",
    "brackets": f"[Headline]\n{HEAD}\n\n[Standfirst]\n{DECK}\n\n[Byline]\nInes Castellan\n\n[Body]\n{TEXT}\n\n[Tags: ferry, pier]",
    "tags of a lay-out program": f"@headline:{HEAD}\n@standfirst:{DECK}\n@byline:Ines Castellan\n@body:\n{TEXT}",
    "below its label": f"HEADLINE:\n{HEAD}\n\nSTANDFIRST:\n{DECK}\n\nBYLINE:\nInes Castellan\n\nCOPY:\n{TEXT}",
    "with tags": f"HEADLINE: {HEAD}\nSTANDFIRST: {DECK}\nBYLINE: Ines Castellan\n\n{BODY[0]}\n\n<i>{BODY[1]}</i>",
}


def script(text: str, kind: str = "text/plain", name: str = "a.txt") -> Script:
    (found,) = reading.read_source(Source(name, media_type=kind), text.encode(), ReadSettings())
    assert isinstance(found, Article)
    return make_script(found)


def heard(text: str) -> list[str]:
    return [line.text for line in script(text).segments if line.role in ("body", "subhead")]


@pytest.mark.parametrize("text", LABELLED.values(), ids=LABELLED)
def test_labels_say_what_is_what(text: str) -> None:
    found = script(text)
    assert [line.text for line in found.segments if line.role in ("headline", "deck", "byline")] == [
        HEAD,
        DECK,
        "Ines Castellan",
    ]
    assert (found.article.headline, found.article.bylines) == (HEAD, ("Ines Castellan",))
    assert heard(text) == BODY


def test_labels_of_copy_in_word() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LABELLED["capitals"].split("\n"))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{lines}</w:body></w:document>')
    (found,) = reading.read_source(Source("a.docx", media_type=DOCX), file.getvalue(), ReadSettings())
    assert isinstance(found, Article)
    assert (found.headline, found.deck, found.bylines) == (HEAD, DECK, ("Ines Castellan",))


def test_what_follows_a_note_alone_is_read() -> None:
    text = LABELLED["capitals"].replace(BODY[1], f"[PIC]\n\n{BODY[1]}\n\nPICTURE:\n\n{BODY[0]}")
    assert heard(text) == [*BODY, BODY[0]]


def test_what_is_labelled_in_the_story_is_read() -> None:
    text = f"{LABELLED['capitals']}\n\nLength: two miles\nStatus: open\n\n{BODY[1]}"
    assert {"Length: two miles", "Status: open"} <= set(heard(text))


PLAIN = {
    "one word": f"Headline: {HEAD}\n\n{TEXT}\n\nNote: it rained.",
    "a notice": f"Jumble sale\n\nDate: 14 March\nTime: ten\n\nVenue: the hall\n\n{TEXT}",
    "a list": f"The week\n\nPicture of the week: a swan\n\nTitle of the week: none\n\n{TEXT}",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_a_label_alone_is_the_story_s(text: str) -> None:
    (found,) = reading.read_source(Source("a.txt", media_type="text/plain"), text.encode(), ReadSettings())
    assert isinstance(found, Article)
    assert found.marks == ()


STORY = f"{HEAD}\n\n{TEXT}"
NOTES = [
    "[PIC]",
    "[INSERT MAP HERE]",
    "[NOTE TO SUB: check with harbour]",
    "[Embed tweet: https://x.example/1]",
    "[Check]",
    "(MORE)",
]


@pytest.mark.parametrize("note", NOTES)
def test_notes_to_the_desk_are_not_read(note: str) -> None:
    third = "The harbour master has been asked for a comment, and has not given one."
    assert heard(f"{STORY}\n\n{note}\n\n{third}") == [*BODY, third]


@pytest.mark.parametrize("tail", ["412 words", "(412 words)", "Words: 412", "Word count: 412"])
def test_how_long_it_is_is_not_read(tail: str) -> None:
    assert heard(f"{STORY}\n\n{tail}") == BODY


def test_the_head_of_the_next_page_is_not_read() -> None:
    third = "The harbour master has been asked for a comment, and has not given one."
    assert heard(f"{STORY}\n\n-more-\n\nFERRY 2-2-2\n\n{third}") == [*BODY, third]


def test_a_note_behind_the_last_sentence_is_not_read() -> None:
    found = script(f"{HEAD}\n\n{BODY[0]} [NOTE TO SUB: check]\n\n{BODY[1]}")
    assert " ".join(line.text for line in found.segments if line.role == "body") == " ".join(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "The board wrote that it “[checked] every bolt” before the ferry sailed again on Saturday.",
        "“It [the picture] was taken on Friday,” he said of the photograph of the ferry [sic].",
        "More than 400 words were cut from the speech before it was given, the mayor said on Friday.",
        "More, and more often, is what the islanders want of their ferry, and they have said so in 412 words.",
    ],
)
def test_brackets_of_the_story_are_read(line: str) -> None:
    assert " ".join(line.split()) in " ".join(heard_all(f"{STORY}\n\n{line}"))


def heard_all(text: str) -> list[str]:
    return [line.text for line in script(text).segments]


def test_marks_of_markdown_in_a_text_are_not_read() -> None:
    text = f"## {HEAD}\n\n**By Ines Castellan**\n\n{BODY[0]}\n\n## What is next\n\n{BODY[1]}"
    assert heard(text) == [BODY[0], "What is next", BODY[1]]
    assert script(text).article.headline == HEAD


def test_lines_that_only_begin_so_are_no_markdown() -> None:
    text = f"#1 in the charts\n\n{TEXT}\n\n# 2 is nowhere"
    assert "#1 in the charts" in heard_all(text)


def test_tags_in_a_text_are_not_read() -> None:
    text = f"{HEAD}\n\n{BODY[0]}\n\n<strong>What is next</strong>\n\n{BODY[1].replace('noon', '<em>noon</em>')}"
    assert "<" not in " ".join(heard_all(text))
    assert BODY[1] in heard(text)


def test_what_is_still_to_come_is_told() -> None:
    (found,) = reading.read_source(
        Source("a.txt", media_type="text/plain"), f"{LABELLED['capitals']} TK said so.".encode(), ReadSettings()
    )
    assert isinstance(found, Article)
    assert found.notes == ("TK stands in the text: something is still to come",)
