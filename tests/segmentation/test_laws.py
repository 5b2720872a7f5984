# ruff: noqa: E501 (tables of pieces)
"""What holds for any text: nothing is lost, nothing is told twice, and no input takes more than its share of time."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from audioedition.errors import SegmentationError
from audioedition.facts import sentences
from audioedition.model import Article, Mark, Reason, Role, Segmentation
from audioedition.segmentation import segment

PIECES = st.sampled_from(
    [
        *"aA1 .,:;!?“”\"'‘’«»„()[]—–-…\n\t\u00a0•©@/é字。א😀\u0301\x00\u2028",
        "\n\n", "    ", "\r\n", "Ana Berg", " said ", "he said, ", "Dr. ", "U.S. ", "By Jane Doe", "PARIS (AP) — ", "3 May 2024",
        "Advertisement", "Share this article", "Q: ", "A: ", "according to ", "who ", "the mayor, ", "Correction: ",
    ]
)  # fmt: skip
NEWSLIKE = st.lists(PIECES, max_size=60).map("".join)


def check(segmentation: Segmentation) -> None:
    text = segmentation.article.text
    parts = sorted((*segmentation.segments, *segmentation.dropped), key=lambda part: part.start)
    at = 0
    for part in parts:
        assert at <= part.start < part.end
        assert text[part.start : part.end] == part.text
        assert not text[at : part.start].strip()
        at = part.end
    assert not text[at:].strip()
    assert [s.start for s in segmentation.segments] == sorted(s.start for s in segmentation.segments)
    for s in segmentation.segments:
        assert len(s.text) <= sentences.LIMIT + 40
        assert s.speaker is None or s.role is Role.QUOTE
        if s.speaker:
            assert text[s.speaker.mention_start : s.speaker.mention_end] == s.speaker.mention
            assert s.speaker.name.strip()
    assert [s.paragraph for s in segmentation.segments] == sorted(s.paragraph for s in segmentation.segments)


@settings(max_examples=300, deadline=None)
@given(st.one_of(NEWSLIKE, st.text(max_size=120)))
@example("“a. b\n\n“c” he said")
@example("A”“A said")
@example("By A and B\n\n•\n\na")
def test_every_visible_character_is_in_one_part(text: str) -> None:
    try:
        result = segment(Article(text))
    except SegmentationError:
        assert not any(c.isalpha() for c in text)
        return
    check(result)


@settings(max_examples=100, deadline=None)
@given(
    NEWSLIKE, st.lists(st.tuples(st.integers(0, 120), st.integers(1, 40), st.sampled_from([None, *Role])), max_size=4)
)
def test_also_with_marks_of_the_source(text: str, spans: list[tuple[int, int, Role | None]]) -> None:
    marks, at = [], 0
    for start, length, role in sorted(spans, key=lambda s: s[0]):
        start, end = max(start, at), min(start + length, len(text))
        if start < end:
            marks.append(Mark(start, end, role, Reason.FURNITURE if role is None else None))
            at = end
    try:
        check(segment(Article(text, marks=tuple(marks)), captions=True))
    except SegmentationError:
        assert not any(c.isalpha() for c in text)


@pytest.mark.parametrize("text", ["", " \n ", "1 2 3", "😀😀", "—\n\n***"])
def test_nothing_to_read_is_an_error_that_says_so(text: str) -> None:
    with pytest.raises(SegmentationError, match=r"nothing to read out|empty"):
        segment(Article(text, name="day/one.txt"))


FAMILIES = {
    "sentences": ["a", "a. ", "Mr. ", "U.S. ", "A.B. ", "… ", "字。", "\u0301"],
    "layout": ["\n", "a\n", "A\nb ", "  a\n", "•\n"],
    "opening": ["By A and B ", "John Smith, ", "3 May 2024 ", "12:30 ", "a@b.c ", "in A, ", "@a "],
    "datelines": ["A/", "A, ", "A B ", "- ", "— ", "PARIS, ", "(A) "],
    "furniture": ["share ", "facebook/", "subscribe to ", "more from ", "photo: ", "© ", "http://a ", "by A and "],
    "quotations": ["“", "”", "“a ", '"', '"a ', "'a ", "‘a ", "«", "»a ", "„a ", "“a “b ", "“a” "],
    "attribution": ["said ", "he said, ", "said Smith, ", "“a b c d,” said ", "who, ", "according to ", "of the ", "A, who said “x” ", "and "],
    "people": ["Ana Berg ", "Mr. Berg ", "she ", "Ana Berg, “a b c d,” she said. ", "Ana and Tom. ", "Asked Ana, she ", "von ", "a man said so. “No,” he said. "],
    "interviews": ["Q: a\n\n", "A: b\n", "A B: "],
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_hostile_input_takes_linear_time(family: str) -> None:
    """100,000 characters of each: a quadratic rule would need minutes (one did: 57 s)."""

    def linear(piece: str) -> bool:
        short, long = (_seconds(piece, size) for size in (20_000, 80_000))
        return long < 7 * short + 0.5  # four times the text; a square would be sixteen times

    for piece in FAMILIES[family]:
        assert any(linear(piece) for _ in range(3)), piece  # a square is one every time, a machine is not always busy


def _seconds(piece: str, size: int) -> float:
    text = "A headline\n\n" + (piece * (size // len(piece) + 1))[:size] + "\n\n“So it is,” he said."
    start = time.process_time()
    check(segment(Article(text)))
    return time.process_time() - start


def test_a_paragraph_without_a_sentence_end_is_cut_to_utterances() -> None:
    text = "the bridge stays closed for now " * 3200
    result = segment(Article(text))
    check(result)
    assert len(result.segments) > 200
