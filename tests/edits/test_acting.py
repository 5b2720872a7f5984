"""What an editor decided is done, there and nowhere else, and nothing is lost on the way."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioedition import make_script
from audioedition.edits import ArticleWishes, Edit, Edited, Edits, edited
from audioedition.errors import SegmentationError
from audioedition.model import Article, Gender, Role, Script
from audioedition.segmentation import segment

STORY = """Ferry runs again after storm

By Ida Holm

PORT ELLERY — The ferry ran on Monday for the first time in a week.

“I was glad,” said Tom Barrow, 41. “It is late,” he added.

The crew was lucky. The mate, Ngozi Vance, called it the best day of the year for anyone.

The next storm is expected on Thursday.

Share this article on Facebook
"""
VOICES = ("heart", "fern", "joe")


def done(*edits: Edit, article: ArticleWishes = ArticleWishes(), text: str = STORY) -> Edited:  # noqa: B008
    return edited(segment(Article(text, name="a.txt", language="en")), Edits(article, edits), VOICES)


def lines(*edits: Edit) -> list[tuple[str, str | None, str]]:
    """Role, speaker and words of everything that is read out behind the headline."""
    found = done(*edits)
    assert not found.misfits
    return [(s.role, s.speaker and s.speaker.name, s.text) for s in found.segmentation.segments[3:]]


def script(*edits: Edit) -> Script:
    return make_script(Article(STORY, name="a.txt", language="en"), edits=Edits(edits=edits))


def spoken(*edits: Edit) -> dict[str, str]:
    return {line.text: line.spoken for line in script(*edits).segments}


def test_without_edits_nothing_changes() -> None:
    parts = segment(Article(STORY))
    assert edited(parts, Edits(), VOICES) == Edited(parts, 0, ())


def test_a_quotation_gets_its_right_speaker() -> None:
    assert ("quote", "Ngozi Vance", "“It is late,”") in lines(Edit("It is late", speaker="Ngozi Vance"))
    assert ("quote", None, "“It is late,”") in lines(Edit("It is late", speaker=""))
    assert ("quote", "Tom Barrow", "“I was glad,”") in lines(Edit("It is late", speaker="Ngozi Vance"))


def test_a_new_speaker_is_known_by_the_text_and_the_name() -> None:
    found = done(Edit("It is late", speaker="Ngozi Vance"), Edit("I was glad", speaker="a stoker"))
    mate, stoker = (s.speaker for s in reversed(found.segmentation.segments) if s.speaker)
    assert mate and stoker
    assert (mate.gender, mate.anonymous, mate.mention) == (Gender.FEMALE, False, "Ngozi Vance")
    assert STORY[mate.mention_start : mate.mention_end] == mate.mention
    assert (stoker.anonymous, stoker.mention) == (True, "")


def test_words_inside_a_sentence_become_a_quotation() -> None:
    assert lines(Edit("the best day of the year", speaker="Ngozi Vance"))[-4:-1] == [
        ("body", None, "The mate, Ngozi Vance, called it"),
        ("quote", "Ngozi Vance", "the best day of the year"),
        ("body", None, "for anyone."),
    ]


def test_a_quotation_becomes_the_reporters_again() -> None:
    assert ("body", None, "“I was glad,”") in lines(Edit("“I was glad,”", role=Role.BODY))


def test_a_gender_is_the_persons_everywhere() -> None:
    found = done(Edit("It is late", gender=Gender.FEMALE)).segmentation.segments
    assert [s.speaker.gender for s in found if s.speaker] == [Gender.FEMALE, Gender.FEMALE]


def test_dropped_and_brought_back() -> None:
    assert not [text for _, _, text in lines(Edit("The crew was lucky.", drop=True)) if "crew" in text]
    assert lines(Edit("Share this article on Facebook", keep=True))[-1] == (
        "body", None, "Share this article on Facebook",
    )  # fmt: skip
    kept = Edit("Share this article on Facebook", keep=True, role=Role.CORRECTION)
    assert lines(kept)[-1][0] == "correction"
    assert lines(Edit("The crew was lucky.", drop=True), Edit("The crew was lucky.", keep=True)) == lines()


def test_what_was_brought_back_is_a_paragraph_of_its_own_or_of_its_neighbours() -> None:
    found = done(Edit("Share this article on Facebook", keep=True)).segmentation.segments
    assert found[-1].paragraph == found[-2].paragraph + 1
    twice = done(Edit("The crew was lucky.", drop=True), Edit("The crew was lucky.", keep=True))
    assert [s.paragraph for s in twice.segmentation.segments] == [s.paragraph for s in done().segmentation.segments]


def test_other_words_for_a_line_or_for_a_part_of_it() -> None:
    assert spoken(Edit("The crew was lucky.", say="They had 3 days of luck."))["The crew was lucky."] == (
        "They had three days of luck."
    )
    part = spoken(Edit("Ngozi", say="En-go-zee"))
    assert part["The mate, Ngozi Vance, called it the best day of the year for anyone."].startswith("The mate, En-go-z")
    two = spoken(
        Edit("The crew was lucky. The mate, Ngozi Vance, called it the best day of the year for anyone.", say="Hm.")
    )
    assert list(two.values()).count("Hm.") == 1
    assert "" in two.values()
    assert spoken(Edit("By Ida Holm", say="Ida Holm reports."))["By Ida Holm"] == "Ida Holm reports."


def test_a_pronunciation_between_slashes() -> None:
    line = next(s for s in script(Edit("Ngozi", say="/ŋˈɡoʊzi/")).segments if "Ngozi" in s.text)
    assert [ipa for _, _, ipa in line.utterance.phonemes] == ["ŋˈɡoʊzi"]


def test_voice_and_pause() -> None:
    plain = script().segments
    found = script(
        Edit("The crew was lucky.", voice="joe"), Edit("The next storm is expected on Thursday.", pause=2500)
    ).segments
    changed = [(b.text, b.voice, b.pause_ms) for a, b in zip(plain, found, strict=True) if a.utterance != b.utterance]
    assert changed == [("The crew was lucky.", "joe", 250)]
    assert found[-1].pause_ms == 2500


def test_a_pause_comes_after_the_last_line_of_the_place() -> None:
    found = script(Edit("The crew was lucky. The mate, Ngozi Vance,", pause=9000, role=Role.BODY)).segments
    assert [line.text for line in found if line.pause_ms == 9000] == ["The mate, Ngozi Vance,"]


def test_what_is_said_of_the_story() -> None:
    article = done(article=ArticleWishes("A ferry", "2026-03-02", "Region", 2.5)).segmentation.article
    told = article.headline, article.published, article.section, article.order
    assert told == ("A ferry", "2026-03-02", "Region", 2.5)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (Edit("No such words", drop=True), "do not stand"),
        (Edit("It is late", voice="ferm"), "no voice 'ferm'"),
        (Edit("Share this article", speaker="Tom Barrow"), "keep = true"),
        (Edit("The crew was lucky.", gender=Gender.MALE), "give it a speaker"),
    ],
)
def test_what_does_not_fit_is_told_and_changes_nothing_else(edit: Edit, said: str) -> None:
    found = done(edit, Edit("It is late", speaker=""))
    assert len(found.misfits) == 1
    assert said in found.misfits[0]
    assert found.misfits[0].startswith(f"edit 1 (“{edit.text}”)")
    assert found.acting == 1


def test_an_article_must_have_something_left() -> None:
    with pytest.raises(SegmentationError, match="bring one"):
        done(Edit(STORY, drop=True))


WORDS = sorted(set(re.findall(r"\w+", STORY)))
PLACES = st.tuples(st.integers(0, len(STORY) - 1), st.integers(1, 90)).map(lambda p: STORY[p[0] : p[0] + p[1]])
DECISIONS = st.fixed_dictionaries(
    {},
    optional={
        "role": st.sampled_from(Role),
        "speaker": st.sampled_from(["", "Ngozi Vance", "tom barrow", "a stoker"]),
        "gender": st.sampled_from(Gender),
        "voice": st.sampled_from(VOICES),
        "say": st.sampled_from(["Well.", "Three men", "/a/"]),
        "pause": st.integers(0, 900),
        "keep": st.just(True),
    },
) | st.just({"drop": True})


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(PLACES, DECISIONS), min_size=1, max_size=6),
    st.sampled_from(["", "Readers also liked: ducks\n\n"]),
)
def test_whatever_is_decided_nothing_is_lost(wanted: list[tuple[str, dict[str, Any]]], before: str) -> None:
    text = before + STORY
    try:
        found = done(*(Edit(words, **decisions) for words, decisions in wanted), text=text)
    except SegmentationError:
        assert any(decisions == {"drop": True} for _, decisions in wanted)
        return
    parts = found.segmentation
    at = 0
    for part in sorted((*parts.segments, *parts.dropped), key=lambda part: part.start):
        assert at <= part.start < part.end
        assert text[part.start : part.end] == part.text == part.text.strip()
        assert not text[at : part.start].strip()
        at = part.end
    assert not text[at:].strip()
    numbers = [s.paragraph for s in parts.segments]
    assert numbers == sorted(numbers)
    for s in parts.segments:
        assert s.speaker is None or s.role is Role.QUOTE
        if s.speaker:
            assert text[s.speaker.mention_start : s.speaker.mention_end] == s.speaker.mention
    assert dataclasses.replace(parts.article) == segment(Article(text, name="a.txt", language="en")).article
    assert found.acting + len(found.misfits) == len(wanted)
