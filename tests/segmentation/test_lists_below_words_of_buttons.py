"""A word of buttons that heads a list of the story is read; above buttons and above sentences it is the page's."""

from __future__ import annotations

import pytest

from audioedition.model import Article
from audioedition.segmentation import segment

STORY = "A spade that is sharp goes into heavy soil with half the effort, and it takes ten minutes once a year."
END = "Wipe the blade with the rag and hang it up dry, away from the children and from the dog."


def heard(*lines: str) -> list[str]:
    said = segment(Article("\n\n".join(["How to sharpen a spade", STORY, *lines, END])))
    return [" ".join(part.text.split()) for part in said.segments]


@pytest.mark.parametrize("label", ["Tools:", "Print:", "Share:"])
def test_a_word_of_buttons_heads_a_list(label: str) -> None:
    assert label in heard(label, "A flat file", "A wire brush", "A rag and some oil")


@pytest.mark.parametrize(
    "lines", [["Share:", "Facebook", "Email"], ["Tools:", STORY, END], ["Tools", "A flat file", "A wire brush"]]
)
def test_elsewhere_it_is_the_page_s(lines: list[str]) -> None:
    assert lines[0] not in heard(*lines)


def test_whom_a_letter_is_for_has_not_written_it() -> None:
    said = segment(Article(f"What about it?\n\nDear Ed,\n\n{STORY}\n\n{END}\n\nWarren Rackham"))
    assert "Dear Ed" not in said.article.bylines


@pytest.mark.parametrize("above", ["CONTINUE READING BELOW", "You may also like"])
def test_rows_of_a_list_are_no_links(above: str) -> None:
    rows = ["1.5kg sweet potatoes, peeled and cut into rounds", "120g butter", "100ml soft brown sugar", "5ml salt"]
    assert set(rows) < set(heard(above, *rows))


def test_what_goes_on_below_an_advertisement_is_no_list_of_links() -> None:
    assert "How the handle is made" in heard("Article continues below", "How the handle is made")
