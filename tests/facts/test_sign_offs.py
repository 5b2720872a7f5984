"""Where an agency signs off a story in the line of its last sentence, and where nobody does."""

from __future__ import annotations

import pytest

from audioedition import make_script, read_article
from audioedition.facts import sign_offs
from audioedition.lexis.tables import Lexis, using
from audioedition.model import Reason

SENTENCE = "The bridge at Wexle stays closed until May."


@pytest.mark.parametrize(
    "tail",
    [
        "(ANI)",
        "(ANI/WAM)",
        "(dpa)",
        "(AFP, Reuters)",
        "(With inputs from agencies)",
        "— Bernama",
        "– Bernama, September 20, 2026.",
        "-AAP",
        "― Bernama",
        "/Edison A. Orr, Correspondent",
        "(Wexle Gazette)",
        "(wexledaily.lk)",
        "- Reuters",
        "–Wexle News Service",
        "PTI",
        "PTI ABC XY",
        "(Fuente: Congreso)",
        "With a report from Jo Hale",
        "— Reporting by Jo Hale; editing by Ann Roe",
    ],
)
def test_an_agency_ends_its_story(tail: str) -> None:
    text = f"{SENTENCE} {tail}"
    assert sign_offs.begins(text, 0, len(text)) == len(SENTENCE) + 1
    story = f"Bridge closed\n\nThe council of Wexle met on Tuesday to talk about the old bridge.\n\n{text}"
    script = make_script(read_article(story, media_type="text/plain"))
    assert script.segments[-1].text == SENTENCE
    assert [(part.text, part.reason, part.rule) for part in script.dropped] == [(tail, Reason.CREDITS, "sign-off")]


@pytest.mark.parametrize("tail", [" (tk)", " (pm/san)", " (red)", "/ck/he", " pol"])
def test_in_other_languages_letters_say_who_typed_it(tail: str) -> None:
    text = "Hinweise nimmt die Wache in Elmbach entgegen."
    with using(Lexis("de")):
        assert sign_offs.typed(text + tail, 0, len(text + tail)) == len(text) + (tail[0] == " ")
        assert sign_offs.typed(f"Der Etat beträgt 3 Mrd. kr{tail[:0]}", 0, 26) is None
    assert sign_offs.typed(text + tail, 0, len(text + tail)) is None
    story = f"Brücke gesperrt\n\nDer Rat von Elmbach hat am Montag über die alte Brücke entschieden.\n\n{text}{tail}"
    with using(Lexis("de")):
        script = make_script(read_article(story, media_type="text/plain"))
    assert script.segments[-1].text == text
    assert [part.rule for part in script.dropped] == ["sign-off"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The bridge stays closed (ANI)",
        "“We chose to go.” — Jo Hale",
        "“We chose to go.” — JFK",
        "It was over. (He laughed.)",
        "It was over. NASA",
        "He came back. (Good times)",
        "They came. Hale",
        "It was over – for Reuters",
        "With a report from Jo Hale in hand, he left. He never came back.",
        "He came back. With love",
    ],
)
def test_nobody_signs(paragraph: str) -> None:
    assert sign_offs.begins(paragraph, 0, len(paragraph)) is None


def test_a_line_that_is_an_agency() -> None:
    assert sign_offs.begins("The Canadian Press", 0, 18) == 0
