from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioedition.model import Role, Speaker, Word
from audioedition.script.pauses import pauses
from audioedition.settings.sounddesign import SoundDesign
from audioedition.sound.cues import chapters, cues
from audioedition.sound.timeline import RATE
from sound_signals import arranged, line

STORY = [
    line("Ferry to run again", "headline", 0),
    line("The crossing had been closed for nine days.", "deck", 1),
    line("Mara Quill", "byline", 2, spoken="By Mara Quill."),
    line("May 4, 2031", "timestamp", 3, spoken=""),
    line("PORT ELLIS —", "dateline", 4, spoken="Port Ellis."),
    line("The ferry will run from Monday.", "body", 4),
    line("It is a relief;", "body", 4),
    line("we had no bread,", "body", 4),
    line("said the baker", "body", 4),
    line("“and no flour,”", "quote", 4, "bert"),
    line("he added.", "body", 4),
    line("The council agreed.", "body", 5),
    line("What comes next", "subhead", 6),
    line("Nobody knows.", "body", 7),
    line("An earlier version misnamed the ferry.", "correction", 8),
]


def test_pauses_read_like_the_table_in_the_docs() -> None:
    got = [f"{p:>5} {ln.role:<11}{ln.text}" for ln, p in zip(STORY, pauses(STORY, SoundDesign()), strict=True)]
    assert got == [
        " 1200 headline   Ferry to run again",
        "  850 deck       The crossing had been closed for nine days.",
        "  700 byline     Mara Quill",
        "    0 timestamp  May 4, 2031",
        "  500 dateline   PORT ELLIS —",
        "  500 body       The ferry will run from Monday.",
        "  300 body       It is a relief;",
        "  200 body       we had no bread,",
        "  250 body       said the baker",
        "  250 quote      “and no flour,”",
        "  850 body       he added.",
        " 1500 body       The council agreed.",
        "  850 subhead    What comes next",
        " 1500 body       Nobody knows.",
        "    0 correction An earlier version misnamed the ferry.",
    ]


@pytest.mark.parametrize(
    ("text", "pause"),
    [
        ("He left.", 500),
        ("He left.”", 500),
        ("“Why?”)", 500),
        ("He left…", 500),
        ("first,", 200),
        ("first:", 300),
        ("first —", 300),
        ("the first", 100),
        ("”", 100),
    ],
)
def test_the_mark_at_the_end_decides_within_a_paragraph(text: str, pause: int) -> None:
    assert pauses([line(text), line("Next.")], SoundDesign()) == (pause, 0)


def test_a_headline_of_two_sentences_is_one_headline() -> None:
    lines = [line("Ferry back.", "headline"), line("Town relieved", "headline"), line("It is.", paragraph=1)]
    assert pauses(lines, SoundDesign()) == (500, 1200, 0)


lines_strategy = st.lists(
    st.builds(
        line,
        st.sampled_from(["One.", "two,", "three", "“Four”", "…"]),
        st.sampled_from([*Role, "announcement"]).map(str),
        st.integers(0, 3),
        st.sampled_from(["anna", "bert"]),
        st.sampled_from([None, "", " "]),
    ),
    max_size=12,
)


@given(lines_strategy, st.data(), st.sampled_from(["story", "opening", "closing", "coda"]))
def test_the_timeline_adds_up_to_the_sample(lines: list, data: st.DataObject, part: str) -> None:
    drawn = data.draw(st.lists(st.floats(0, 30), min_size=len(lines), max_size=len(lines)))
    lengths = [length if ln.spoken.strip() else 0.0 for ln, length in zip(lines, drawn, strict=True)]
    timeline = arranged(lines, lengths, SoundDesign(sound="plain"), part=part)  # type: ignore[arg-type]
    heard = [i for i, ln in enumerate(lines) if ln.spoken.strip() and lengths[i] > 0]
    if not heard:
        assert timeline.samples == 500 * RATE // 1000
        return
    gaps = pauses(lines, SoundDesign())
    head = 500 if part in ("story", "opening") else 0
    expected = head * RATE // 1000 + 1000 * RATE // 1000
    expected += sum(round(lengths[i] * RATE) + gaps[i] * RATE // 1000 for i in heard)
    assert 0 <= timeline.samples - expected <= 1151 * len(timeline.seams)
    assert [e.source for e in timeline.events] == heard
    for a, b in zip(timeline.events, timeline.events[1:], strict=False):
        assert a.start + a.length <= b.start
    assert all(e.fade_in + e.fade_out <= e.length for e in timeline.events)


def test_opening_with_ident_and_bed() -> None:
    lines = [
        line("You are listening.", "announcement"),
        line("Ferry back", "headline", 1),
        line("Fire out", "headline", 2),
    ]
    timeline = arranged(lines, [2.0, 1.0, 1.0], SoundDesign(), part="opening", assets={"ident": 3.0, "bed": 10.0})
    shown = [f"{e.source} {e.start / RATE:.2f}-{(e.start + e.length) / RATE:.2f}" for e in timeline.events]
    assert shown == ["ident 0.00-3.00", "0 2.30-4.30", "bed 4.50-9.70", "1 5.00-6.00", "2 7.20-8.20"]
    bed = next(e for e in timeline.events if e.source == "bed")
    assert [(a / RATE, b / RATE) for a, b in bed.dips] == [(5.0, 6.0), (7.2, 8.2)]
    assert timeline.samples == bed.start + bed.length + RATE


def test_the_gap_between_stories_makes_up_the_pause_between_articles() -> None:
    plain = SoundDesign(sound="plain")
    gap = arranged([], [], plain, part="between")
    assert gap.events == ()
    assert gap.samples + (1000 + 500) * RATE // 1000 == 2500 * RATE // 1000
    assert arranged([], [], SoundDesign(), part="between", assets={"sting": 1.8}).samples == round(1.8 * RATE)


def test_plain_is_speech_and_pauses_only() -> None:
    plain = SoundDesign(sound="plain")
    timeline = arranged(STORY, [1.0] * len(STORY), plain, part="opening", assets={"ident": 3.0, "bed": 9.0})
    assert all(isinstance(e.source, int) for e in timeline.events)


def test_cues_carry_word_times_within_their_line() -> None:
    text = "She paid $5 twice."
    words = (Word(0, 3, 0, 3), Word(4, 8, 4, 8), Word(9, 13, 9, 11), Word(14, 21, 9, 11), Word(22, 27, 12, 18))
    said = line(text, spoken="She paid five dollars twice.")
    said = type(said)(**{f: getattr(said, f) for f in said.__slots__} | {"words": words})
    timeline = arranged([said], [2.0], SoundDesign())
    heard = [(0, 3, 0.1, 0.3), (4, 8, 0.3, 0.6), (9, 13, 0.6, 0.9), (14, 21, 0.9, 1.4), (22, 28, 1.4, 1.9)]
    (cue,) = cues([said], timeline, "Anna", lambda i: heard)
    assert (cue.start_ms, cue.end_ms, cue.speaker) == (500, 2500, "Anna")
    assert [(cue.text[first:last], a, b) for a, b, first, last in cue.words] == [
        ("She", 600, 800),
        ("paid", 800, 1100),
        ("$5", 1100, 1400),
        ("$5", 1400, 1900),
        ("twice.", 1900, 2400),
    ]
    (guess,) = cues([said], timeline, "Anna")
    times = [t for a, b, _, _ in guess.words for t in (a, b)]
    assert times == sorted(times)
    assert 500 <= times[0] <= times[-1] <= 2500


def test_a_quotation_is_shown_under_the_name_of_who_said_it() -> None:
    quote = line("“No flour,”", "quote", voice="bert")
    quote = type(quote)(**{f: getattr(quote, f) for f in quote.__slots__} | {"speaker": Speaker("Jo Ash", "he", 0, 2)})
    shown = cues([quote, line("he said.")], arranged([quote, line("he said.")], [1, 1], SoundDesign()), "Narrator")
    assert [c.speaker for c in shown] == ["Jo Ash", "Narrator"]


def test_chapters_are_headline_and_subheads_without_gaps() -> None:
    timeline = arranged(STORY, [2.0 if ln.spoken else 0.0 for ln in STORY], SoundDesign())
    found = chapters(STORY, timeline)
    assert [c.title for c in found] == ["Ferry to run again", "What comes next"]
    assert found[0].start_ms == 0
    assert found[0].end_ms == found[1].start_ms
    assert found[1].end_ms == round(timeline.samples * 1000 / RATE)


def test_a_chapter_title_is_cut_at_a_word() -> None:
    lines = [line("word " * 2000, "headline")]
    (chapter,) = chapters(lines, arranged(lines, [1.0], SoundDesign()))
    assert len(chapter.title) <= 120
    assert chapter.title.endswith("word…")


def test_a_script_without_sound_has_no_chapters() -> None:
    lines = [line("Nothing", spoken="")]
    assert chapters(lines, arranged(lines, [0.0], SoundDesign())) == ()


def test_seams_lie_in_the_middle_of_the_long_pauses_of_a_story_on_whole_frames() -> None:
    lengths = [0.0 if not part.spoken else 1.0 + i / 7 for i, part in enumerate(STORY)]
    plain = arranged(STORY, lengths, SoundDesign())
    long = [p for part, p in zip(STORY, pauses(STORY, SoundDesign()), strict=True) if part.spoken and p >= 600]
    assert len(plain.seams) == len(long)
    for seam, pause_ms in zip(plain.seams, long, strict=True):
        assert seam % 1152 == 0
        before = max(e.start + e.length for e in plain.events if e.start < seam)
        after = min(e.start for e in plain.events if e.start >= seam)
        assert after - seam == pause_ms * RATE // 1000 // 2, "what follows stands as far from it whatever precedes"
        assert 0 <= after - before - pause_ms * RATE // 1000 < 1152
    assert arranged(STORY, lengths, SoundDesign(), part="coda").seams == ()
