"""Transcripts as goldens, and the laws every reader counts on."""

from __future__ import annotations

import itertools
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioedition.episode.transcripts import chapters_json, podcast_json, read_cues, reading_text, shown, srt, webvtt
from audioedition.model import Article, Chapter, Cue, Line, Script, Utterance, Voice

LONG = (
    "The council voted on Tuesday evening, after four hours of argument in a hall that smelled of wet coats, "
    "to keep the ferry running through the winter; nobody had expected it."
)
CUES = (
    Cue(500, 3000, "Council keeps the ferry", "The Harbour Post", "headline"),
    Cue(3500, 15000, LONG, "The Harbour Post", "body"),
    Cue(15250, 17000, "“I'll need new boots & <socks>,”", "Capt. Tom Ash", "quote"),
    Cue(17250, 18000, "he said.", "The Harbour Post", "body"),
)


def test_webvtt():
    assert webvtt(CUES) == (
        """\
WEBVTT

00:00:00.500 --> 00:00:03.000
<v The Harbour Post>Council keeps the ferry

00:00:03.500 --> 00:00:10.413
<v The Harbour Post>The council voted on Tuesday evening, after four hours
of argument in a hall that smelled of wet coats,

00:00:10.413 --> 00:00:15.000
<v The Harbour Post>to keep the ferry running through
the winter; nobody had expected it.

00:00:15.250 --> 00:00:17.000
<v Capt. Tom Ash>“I'll need new boots &amp; &lt;socks&gt;,”

00:00:17.250 --> 00:00:18.000
<v The Harbour Post>he said.
"""
    )


def test_srt_names_the_speaker_where_it_changes():
    assert srt(CUES[2:]) == (
        """\
1
00:00:15,250 --> 00:00:17,000
Capt. Tom Ash:
“I'll need new boots & ‹socks>,”

2
00:00:17,250 --> 00:00:18,000
The Harbour Post:
he said.
"""
    )


def test_words_that_look_like_the_times_of_a_cue_are_words():
    (shown_cue,) = read_cues(srt([Cue(0, 900, "00:00:01,000 --> 00:00:02,000", "A --> B", "body")]))
    assert (shown_cue.start_ms, shown_cue.end_ms) == (0, 900)
    assert "00:00:01,000 --› 00:00:02,000" in shown_cue.text


def test_srt_holds_nothing_that_could_be_mark_up():
    text = srt([Cue(0, 2000, "a --> b, 1 < 2, <b>bold</b>", "A <i>", "body")])
    assert text == "1\n00:00:00,000 --> 00:00:02,000\nA ‹i>:\na --› b, 1 < 2, ‹b>bold‹/b>\n"
    (cue,) = read_cues(text)
    assert "".join(filter(str.isalnum, cue.text)) == "ab12bboldb"


def test_the_last_cue_stays_until_the_sound_ends():
    assert webvtt(CUES, 19_250).endswith("00:00:17.250 --> 00:00:19.250\n<v The Harbour Post>he said.\n")
    assert [c.end_ms for c in read_cues(srt(CUES, 17_600))][-1] == 17_600, "and no longer"


def test_podcast_json():
    assert json.loads(podcast_json(CUES[2:])) == {
        "version": "1.0.0",
        "segments": [
            {
                "startTime": 15.25,
                "endTime": 17.0,
                "speaker": "Capt. Tom Ash",
                "body": "“I'll need new boots & <socks>,”",
            },
            {"startTime": 17.25, "endTime": 18.0, "speaker": "The Harbour Post", "body": "he said."},
        ],
    }


def test_chapters_json_is_flat_and_in_time_order():
    story = Chapter(0, 9000, "Ferry", (Chapter(0, 4000, "The crossing"), Chapter(4000, 9000, "The rescue")))
    assert json.loads(chapters_json([story, Chapter(9000, 12345, "Library")])) == {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 0.0, "endTime": 4.0, "title": "Ferry"},
            {"startTime": 4.0, "endTime": 9.0, "title": "The rescue"},
            {"startTime": 9.0, "endTime": 12.345, "title": "Library"},
        ],
    }


def test_parts_of_a_long_line_begin_with_their_words():
    times = {}
    words, at = [], 3500
    for match in re.finditer(r"\S+", LONG):
        words.append((at, at + 200, match.start(), match.end()))
        times[match.group()] = at
        at += 350
    (cue,) = [Cue(3500, at, LONG, "A", "body", tuple(words))]
    for part in list(shown([cue]))[1:]:
        assert part.start_ms == times[part.text.split()[0]]


def test_words_that_are_not_the_lines_do_no_harm():
    cue = Cue(0, 9000, LONG, "A", "body", ((100, 200, 400, 405), (20_000, 30_000, 104, 109)))
    assert [c.end_ms for c in shown([cue])][-1] == 9000


def line(role: str, text: str, start: int, paragraph: int, spoken: str = "words") -> Line:
    voice = Voice("heart", "tone", "0")
    return Line(role, text, start, start + len(text), spoken, "heart", Utterance(spoken, voice), paragraph=paragraph)


def test_reading_text_keeps_paragraphs_and_leaves_out_what_is_not_said():
    lines = (
        line("headline", "Council keeps the ferry", 0, 0),
        line("timestamp", "4 March, 09:15", 25, 1, spoken=""),
        line("body", "The ferry stays.", 41, 2),
        line("quote", "“I need boots", 58, 2),
        line("body", ",” said Ash.", 71, 2),
        line("subhead", "What now", 90, 3),
        line("body", "Nobody\nknows.", 100, 4),
    )
    script = Script(Article("…"), lines, ())
    assert reading_text(script) == (
        "Council keeps the ferry\n\nThe ferry stays. “I need boots,” said Ash.\n\nWhat now\n\nNobody knows."
    )


cues = st.lists(
    st.builds(
        lambda start, length, text, speaker: Cue(start, start + length, text, speaker, "body"),
        st.integers(0, 100_000),
        st.integers(0, 20_000),
        st.text(st.characters(codec=None, exclude_categories=()), max_size=200) | st.text("ab <&\n", max_size=400),
        st.text(st.characters(codec=None, exclude_categories=()), max_size=90),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(cues)
def test_lines_are_short_and_cues_in_order(given_cues):
    for text in (webvtt(given_cues), srt(given_cues)):
        text.encode()
        times = re.findall(r"([\d:]+[.,]\d{3}) --> ([\d:]+[.,]\d{3})\n", text)
        assert [a for a, _ in times] == sorted(a for a, _ in times)
        assert all(a < b for a, b in times)
        assert all(b <= c for (_, b), (c, _) in itertools.pairwise(times))
    for block in srt(given_cues).split("\n\n"):
        assert all(len(part) <= 65 for part in block.split("\n"))
    for cue in shown(given_cues):
        assert cue.text.count("\n") <= 1
        assert all(len(part) <= 65 for part in cue.text.split("\n"))


@settings(max_examples=60, deadline=None)
@given(cues)
def test_no_letter_is_lost_and_reading_gives_back_what_was_written(given_cues):
    def letters(some):
        return ["".join(c.text.split()) for c in some]

    out = list(shown(given_cues))
    if not out:
        assert webvtt(given_cues) == "WEBVTT\n"
        return
    back = read_cues(webvtt(given_cues))
    assert letters(back) == letters(out)
    assert [(c.start_ms, c.end_ms) for c in back] == [(c.start_ms, c.end_ms) for c in out]


def test_reading_files_of_others():
    webvtt_file = (
        "WEBVTT - made elsewhere\r\n\r\nNOTE a comment\r\n\r\n1\r\n00:01.500 --> 00:03.000 align:start\r\n"
        "<v.loud Ana Ruiz>Good <i>evening</i>.</v>\r\n"
    )
    assert read_cues(webvtt_file) == [Cue(1500, 3000, "Good evening.", "Ana Ruiz", "")]
    assert read_cues("1\n01:00:00,5 --> 01:00:02,25\nplain\ntext\n") == [
        Cue(3_600_500, 3_602_250, "plain text", "", "")
    ]
    with pytest.raises(ValueError, match="no cues"):
        read_cues("nothing of the kind")
