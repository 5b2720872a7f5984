"""Transcripts, subtitles and chats: who says what is heard, and no time and nothing that a program says."""

from __future__ import annotations

import pytest

from audioedition import make_script, reading
from audioedition.model import Article
from audioedition.reading.sources import Source
from audioedition.settings import ReadSettings

BRIDGE = "The bridge is shut again from Monday, the council says."
BUS = "How will the school bus get through?"
RING = "It will go by the ring road, and stop at the chapel."
SECRET = "Messages and calls are end-to-end encrypted. Tap to learn more."

CHATS = {
    "whatsapp on a phone of apple's": f"[14/03/2026, 09:15:02] {SECRET}\n[14/03/2026, 09:15:44] Ann Orr: {BRIDGE}\n"
    f"[14/03/2026, 09:17:10] Joe Hale: \u200eimage omitted\n[14/03/2026, 09:17:31] Joe Hale: {BUS}\n"
    f"[14/03/2026, 09:21:40] Ann Orr: {RING} \u200e<This message was edited>\n",
    "whatsapp on android": f"14/03/2026, 09:15 - {SECRET}\n14/03/2026, 09:15 - Ann Orr: {BRIDGE}\n"
    f"14/03/2026, 09:17 - Joe Hale: <Media omitted>\n14/03/2026, 09:18 - Joe Hale: {BUS}\n14/03/2026, 09:21 - Ann Orr: {RING}\n",
    "whatsapp in america": f"3/14/26, 9:15 AM - Ann Orr: {BRIDGE}\n3/14/26, 9:17 AM - Joe Hale: {BUS}\n"
    f"3/14/26, 9:18 AM - Joe Hale: IMG-1.jpg (file attached)\n3/14/26, 9:21 AM - Ann Orr: {RING}\n",
    "copied from teams": f"[14/03/2026 09:15] Ann Orr\n{BRIDGE}\n[14/03/2026 09:17] Joe Hale\n{BUS}\n[14/03/2026 09:21] Ann Orr\n{RING}\n",
    "copied from slack": f"Ann Orr\n  9:15 AM\n{BRIDGE}\n\nJoe Hale\n  9:17 AM\n{BUS}\n:thumbsup: 3\n\nAnn Orr\n  9:21 AM\n{RING}\n(edited)\n",
    "otter": f"Ann Orr  0:03\n{BRIDGE}\n\nJoe Hale  0:21\n{BUS}\n\nAnn Orr  0:27\n{RING}\n\nTranscribed by https://otter.ai\n",
    "rev": f"Ann Orr (00:03):\n{BRIDGE}\n\nJoe Hale (00:21):\n{BUS}\n\nAnn Orr (00:27):\n{RING}\n",
    "with times in brackets": f"[00:00:03] Ann Orr: {BRIDGE}\n[00:00:21] Joe Hale: {BUS}\n[00:00:27] Ann Orr: {RING}\n",
    "zoom": f"WEBVTT\n\n1\n00:00:03.210 --> 00:00:07.890\nAnn Orr: {BRIDGE}\n\n2\n00:00:08.120 --> 00:00:12.440\nJoe Hale: {BUS}\n\n"
    f"3\n00:00:13.000 --> 00:00:17.000\nAnn Orr: {RING}\n",
    "teams": f"WEBVTT\n\n6b1c/12-0\n00:00:03.210 --> 00:00:07.890\n<v Ann Orr>{BRIDGE[:18]}\n{BRIDGE[18:].strip()}</v>\n\n"
    f"6b1c/13-0\n00:00:08.120 --> 00:00:12.440\n<v Joe Hale>{BUS}</v>\n\n6b1c/14-0\n00:00:13.000 --> 00:00:17.000\n<v Ann Orr>{RING}</v>\n",
}


def read(text: str, name: str = "meeting.txt", kind: str = "text/plain") -> Article:
    (found,) = reading.read_source(Source(name, media_type=kind), text.encode(), ReadSettings())
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("text", CHATS.values(), ids=CHATS)
def test_who_says_what(text: str) -> None:
    spoken = " ".join(line.text for line in make_script(read(text)).segments if line.role != "headline")
    lines = make_script(read(text)).segments
    assert [line.text for line in lines if line.speaker and line.speaker.name == "Ann Orr"] == [BRIDGE, RING]
    assert BUS in spoken
    for unwanted in (
        "09:",
        "00:",
        "9:15",
        "-->",
        "omitted",
        "edited",
        "attached",
        "encrypted",
        "Transcribed",
        "thumbsup",
        "<v",
    ):
        assert unwanted not in spoken


CUES = [(3.0, 6.0, "The bridge at Wend Mill has been"), (6.0, 9.0, "shut since Friday."), (12.0, 15.0, "It stays so.")]


def stamp(seconds: float, mark: str) -> str:
    return f"00:00:{seconds:06.3f}".replace(".", mark)


def test_subtitles_are_sentences_and_a_pause_begins_a_paragraph() -> None:
    srt = "".join(f"{i}\n{stamp(a, ',')} --> {stamp(b, ',')}\n{t}\n\n" for i, (a, b, t) in enumerate(CUES, 1))
    whisper = "".join(f"[{stamp(a, '.')} --> {stamp(b, '.')}]  {t}\n" for a, b, t in CUES)
    want = ["The bridge at Wend Mill has been shut since Friday.", "It stays so."]
    for text, name, kind in [
        (srt, "a.srt", "application/x-subrip"),
        (srt, "a.txt", "text/plain"),
        (whisper, "b.txt", "text/plain"),
    ]:
        assert [line.text for line in make_script(read(text, name, kind)).segments if line.role == "body"] == want


def test_a_number_for_a_name_is_not_said() -> None:
    text = CHATS["whatsapp on android"].replace("Joe Hale", "+44 7700 900123")
    script = make_script(read(text))
    assert "7700" not in " ".join(line.text for line in script.segments)
    assert BUS in [line.text for line in script.segments]
    assert "+44 7700 900123:" in [part.text for part in script.dropped]


def test_a_chat_is_called_after_whom_it_is_with() -> None:
    for name in ("WhatsApp Chat with Wexle Residents.txt", "x/WhatsApp Chat - Wexle Residents.zip#_chat.txt"):
        assert read(CHATS["whatsapp on android"], name).headline == "Wexle Residents"


NO_TRANSCRIPTS = {
    "what is on": "What’s on\n\nMatins 8:00\nIn the chapel.\n\nParish Eucharist 10:00\nIn the church.\n\nEvensong 18:30\nIn the church.",
    "a live blog": "Storm hits the coast\n\n14:46 Ana Reid\nThe pier is shut until the wind drops.\n\n14:31 Ana Reid\nThe ferry is tied up.",
    "a diary": "Diary\n\n14/03/2026, 09:15 the train leaves, and nobody is on it.\n\n15/03/2026, 09:15 it leaves again.",
}


@pytest.mark.parametrize("text", NO_TRANSCRIPTS.values(), ids=NO_TRANSCRIPTS)
def test_what_only_looks_so_is_none(text: str) -> None:
    assert read(text).text.split("\n\n")[0] == text.split("\n\n")[0]
