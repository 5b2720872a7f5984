"""Articles whose lines somebody has labelled -> what the model of a story's extent learns from."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[2] / "training"
sys.path.insert(0, str(TRAINING))

import label_lines  # noqa: E402
import transplant  # noqa: E402

PROSE = [
    "The footbridge over the Alder will stay closed until the spring, the county said on Monday.",
    "Divers found that two of its three piers had been undermined by the floods of the autumn.",
    "A ferry will cross the river every twenty minutes from next week, the mayor told the council.",
]


def article(*lines: tuple[str, str], kind: str = "pasted") -> dict[str, object]:
    return {"id": "a", "kind": kind, "lines": [list(line) for line in lines]}


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        ([("furniture", "Menu"), ("headline", "Bridge shut"), ("byline", "By Ana Berg"), ("body", PROSE[0])], "FP-P"),
        (
            [("headline", "Bridge shut"), ("blank", ""), ("body", PROSE[0]), ("blank", ""), ("caption", "The pier")],
            "PPC",
        ),
        ([("body", PROSE[0]), ("blank", ""), ("credit", "Photo: Ana Berg"), ("blank", ""), ("bio", PROSE[1])], "PC-"),
        ([("subhead", "Piers"), ("list", "• One pier"), ("dateline", "NORTHPORT")], "PPP"),
    ],
)
def test_a_letter_stands_for_the_label_of_every_paragraph(lines: list[tuple[str, str]], labels: str) -> None:
    row = label_lines.row(article(*lines))
    assert row["labels"] == labels
    assert row["lines"] == [text for _, text in lines if text]


WRAPPED = ["The footbridge over the Alder will stay closed until", "the spring, the county said on Monday, and nobody"]
END = "can say who pays."


def test_lines_that_one_paragraph_was_wrapped_over_have_one_letter() -> None:
    row = label_lines.row(article(*(("body", line) for line in (*WRAPPED, *WRAPPED, *WRAPPED, END))))
    assert row["labels"] == "P" * len(row["lines"])
    assert len(row["lines"]) < 7


def test_what_has_two_labels_is_not_learnt() -> None:
    lines = [("body", line) for line in (*WRAPPED, *WRAPPED, *WRAPPED)]
    assert "-" in label_lines.row(article(*lines, ("furniture", END)))["labels"]


def text(name: str, *, above: int = 2, inner: int = 0, below: int = 5, lang: str = "en") -> dict[str, object]:
    page = [(f"{name} page {i}", "F") for i in range(above + inner + below)]
    body = [(f"{sentence} {name}.", "P") for sentence in PROSE]
    body[1:1] = page[above : above + inner]
    lines = [*page[:above], (f"{name} headline", "P"), *body, *page[above + inner :]]
    return {
        "name": name,
        "site": name,
        "kind": "ours",
        "lang": lang,
        "lines": [line for line, _ in lines],
        "labels": "".join(label for _, label in lines),
    }


def test_a_story_stands_whole_in_the_page_of_another() -> None:
    (new,) = [row for row in transplant.more([text("a"), text("b", inner=1)], []) if row["site"] == "a"]
    own = [line for line, label in zip(new["lines"], new["labels"], strict=True) if label == "P"]
    assert own == [line for line in text("a")["lines"] if "page" not in line]
    others = [line for line, label in zip(new["lines"], new["labels"], strict=True) if label == "F"]
    assert others and all(line.startswith("b page") for line in others)
    assert "b page 2" in new["lines"][4:7]  # what stood between the other's paragraphs stands between this one's
    assert new["page"] == "b"


def test_a_story_stays_in_its_language_and_leaves_its_own_page() -> None:
    assert transplant.more([text("a"), text("b", lang="de")], []) == []
    assert transplant.cut_up({**text("a"), "labels": "F" * len(text("a")["lines"])}) is None


def test_the_same_texts_give_the_same_more() -> None:
    texts = [text(name, inner=1) for name in "abcdef"]
    assert transplant.more(texts, []) == transplant.more(texts, [])


def test_the_pages_without_a_story_can_be_read() -> None:
    shells = transplant.read_shells(TRAINING / "shells.txt")
    assert {shell.lang for shell in shells} == {"en", "de", "fr", "es", "pt", "it", "nl"}
    assert all(len(shell.below) > transplant.LEAST and shell.above for shell in shells)
    german = next(shell for shell in shells if shell.lang == "de")
    story = transplant.cut_up(text("a", lang="de"))
    assert story
    new = transplant.set_into(german, transplant.bare(story), random.Random(1))
    assert (new["page"], new["labels"].count("P")) == ("a", 4)


def test_a_page_without_parts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shells.txt").write_text("Menu\n---\nShare\n")
    with pytest.raises(ValueError, match="page 0 has 2 parts"):
        transplant.read_shells(tmp_path / "shells.txt")
