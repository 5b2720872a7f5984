"""What an engine gets: words and marks that are a pause, nothing that it could read out or stumble over."""

from __future__ import annotations

import pytest

from audioedition.spoken import speak


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("nl", "de uitvoerder(s) van de noord(west)elijke weg", "de uitvoerders van de noordwestelijke weg"),
        ("nl", "Jan (vrij) en Ida (23) en Bo(7)", "Jan, vrij, en Ida, drieëntwintig, en Bo, zeven"),
        ("nl", "Hij zei: ,,Ja’’, en de woning ,,die wacht.’’", "Hij zei: Ja, en de woning die wacht."),
        ("de", "G. O`Brien", "G. O'Brien"),
    ],
)
def test_marks_of_other_languages(language: str, written: str, spoken: str) -> None:
    assert speak(written, language=language).text == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("He said “no.”", "He said no."),
        ("He said 'no'.", "He said no."),
        ("He (the mayor) left.", "He, the mayor, left."),
        ("He left (for good).", "He left, for good."),
        ("“[T]hey will [not] go ... today.”", "They will not go, today."),
        ("“We tried … It failed.”", "We tried. It failed."),
        ("She waited...", "She waited."),
        ("He left – at last – for home", "He left — at last — for home"),
        ("He left—at last—for home", "He left — at last — for home"),
        ("He left -- at last", "He left — at last"),
        ("the Paris–Dakar rally", "the Paris-Dakar rally"),
        ("— Leave, she said.", "Leave, she said."),
        ("Hello 😀 world 🎉!", "Hello world!"),
        ("[…] and so on", "and so on"),
        ("mid- and long-term", "mid and long-term"),
        ("He left - at last", "He left — at last"),
        ("a\u00a0b\n\tc  d", "a b c d"),
        ("news\u00adpaper", "newspaper"),
        ("ﬁve Ｂoats", "five Boats"),
        ("Really?! (Yes.)", "Really?! Yes."),
        ("¿Dónde?", "¿Dónde?"),
        ("...", ""),
        ("", ""),
        ("🎉", ""),
    ],
)
def test_engine_safe(written: str, spoken: str) -> None:
    assert speak(written).text == spoken


def test_words_map_back_to_what_was_written() -> None:
    written = "The FBI paid “$3.2bn” (twice)."
    spoken = speak(written)
    pairs = [(spoken.text[w.start : w.end], written[w.source_start : w.source_end]) for w in spoken.words]
    assert pairs == [
        ("The", "The"),
        ("F B I", "FBI"),
        ("paid", "paid"),
        ("three point two billion dollars", "$3.2bn"),
        ("twice", "twice"),
    ]
