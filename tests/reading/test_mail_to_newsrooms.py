"""Mail as press offices, readers and machines send it to a newsroom: the story is read, and what is around it is not."""

from __future__ import annotations

from email.message import EmailMessage

import making
import pytest

from audioedition import make_script, reading
from audioedition.errors import NoStoryError, ReadingError
from audioedition.model import Article
from audioedition.reading.courtesies import is_courtesy, is_greeting
from audioedition.reading.releases import without_release
from audioedition.reading.sources import Source
from audioedition.settings import ReadSettings

STORY = [making.FIRST, making.SECOND]
PLAIN = "\n\n".join(STORY)
SIGNED = "Kind regards,\n\nAnn Holt\nPress officer\nWexle Harbour Board\nTel: 01632 960123\nann@board.example\n"


def message(body: str, subject: str = "Ferry back", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ann Holt <ann@board.example>"
    made["Subject"] = subject
    made["Date"] = "Mon, 2 Mar 2026 09:15:00 +0000"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(body)
    return made


def read(made: EmailMessage) -> list[Article | ReadingError]:
    return reading.read_source(Source("m.eml", media_type="message/rfc822"), made.as_bytes(), ReadSettings())


def heard(found: Article | ReadingError) -> list[str]:
    assert isinstance(found, Article)
    return [line.text for line in make_script(found).segments if line.role in ("body", "subhead", "deck")]


AROUND = {
    "greeting and signature": f"Hi Tom,\n\n{PLAIN}\n\n{SIGNED}",
    "a note, first": f"Dear all,\n\nPlease find below our latest news. Photos attached.\n\n{PLAIN}\n\n{SIGNED}",
    "a note above its signature": f"Hello,\n\nThis is for Friday if you can.\n\n{SIGNED}\n\nFOR IMMEDIATE RELEASE\n\n{PLAIN}",
    "a wish, last": f"{PLAIN}\n\nPlease do get in touch if you have any questions.\n\nThanks,\nAnn",
    "below the end": f"{PLAIN}\n\nENDS\n\nFor further information please contact:\n\nAnn Holt, 01632 960123\n\nBest,\nAnn",
    "the foot of a list": f"{PLAIN}\n\n-=-=-=-=-=-=-=-\nGroup Links: all of it\nTo unsubscribe, write to x@y.example\n-=-=-=-=-=-=-=-",
}


@pytest.mark.parametrize("body", AROUND.values(), ids=AROUND)
def test_what_people_write_around_a_story_is_left_out(body: str) -> None:
    (article,) = read(message(body))
    assert heard(article) == STORY


KEPT = {
    "what closes nothing": f"{PLAIN}\n\nBest\n\nThe ferry that came second was the better of the two, the board said later.",
    "nothing else": "Please find below the news.\n\nFeel free to use it.",
    "the story's own": f"{STORY[0]}\n\nHappy to be back, the crew waved.\n\n{STORY[1]} Let me know if it rains.",
}


@pytest.mark.parametrize("body", KEPT.values(), ids=KEPT)
def test_what_may_be_the_story_s_is_read(body: str) -> None:
    (article,) = read(message(body))
    assert " ".join(heard(article)) == " ".join(" ".join(body.split()).split())


def test_a_letter_to_readers_greets_and_closes_as_it_likes() -> None:
    body = f"Dear friends,\n\n{PLAIN}\n\nBest wishes,\n\nAnn Holt"
    spoken = [s.text for s in make_script(read(message(body, List_Id="<news.example>"))[0]).segments]
    assert "Dear friends," in spoken
    assert "Best wishes," in spoken


def test_a_letter_to_the_editor_keeps_its_signature() -> None:
    (article,) = read(message(f"Dear Editor,\n\n{PLAIN}\n\nYours,\n\nAnn Holt\nWexle"))
    assert isinstance(article, Article)
    assert not [m for m in article.marks if m.rule.startswith("mail/")]


def docx() -> bytes:
    return making.MADE["ferry.docx"]()


WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


def test_a_release_that_is_attached_is_the_article() -> None:
    made = message(f"Hi Tom,\n\nOur latest release is attached.\n\n{SIGNED}", "PR: ferry")
    made.add_attachment(docx(), *WORD, filename="Ferry FINAL.docx")
    made.add_attachment(b"\xff\xd8\xff", "image", "jpeg", filename="ferry.jpg")
    (article,) = read(made)
    assert isinstance(article, Article)
    assert (article.name, article.published) == ("m.eml#ferry-final-docx", "2026-03-02T09:15:00+00:00")
    assert set(STORY) <= set(heard(article))
    assert "Our latest release" not in " ".join(heard(article))
    assert "Our latest release is attached." in article.text  # left out, and not lost


def test_what_is_attached_beside_a_story_is_another() -> None:
    long = " ".join(
        f"The harbour master counted {n} boats, and wrote each of them down in his book." for n in range(60)
    )
    made = message(f"{long}\n\n{SIGNED}", "Harbour news")
    made.add_attachment(docx(), *WORD, filename="ferry.docx")
    assert [a.name for a in read(made) if isinstance(a, Article)] == ["m.eml", "m.eml#ferry-docx"]


def test_what_is_attached_and_in_the_message_is_read_once() -> None:
    made = message(PLAIN)
    made.add_attachment(PLAIN, filename="ferry.txt")
    assert [a.name for a in read(made) if isinstance(a, Article)] == ["m.eml"]


def test_what_is_attached_and_cannot_be_read_is_told() -> None:
    made = message(PLAIN)
    made.add_attachment(b"x", "application", "vnd.ms-powerpoint", filename="plan.ppt")
    made.add_attachment(b"%PDF-1.4 x", "application", "pdf", filename="plan.pdf")
    (article,) = read(made)
    assert isinstance(article, Article)
    assert [note.partition(" (")[0] for note in article.notes] == [
        "attached to it, not read: plan.ppt",
        "attached to it, not read: plan.pdf",
    ]


def test_a_message_of_nothing_but_documents() -> None:
    made = message("")
    made.add_attachment(docx(), *WORD, filename="ferry.docx")
    (article,) = read(made)
    assert set(STORY) <= set(heard(article))
    empty = message("")
    empty.add_attachment(b"x", "application", "vnd.ms-powerpoint", filename="plan.ppt")
    with pytest.raises(ReadingError, match=r"plan.ppt"):
        read(empty)


MACHINES = [
    message("I am out of the office until Monday.", Auto_Submitted="auto-replied"),
    message("I am out of the office until Monday.", "Automatic reply: ferry"),
    message("Ich bin wieder da ab Montag.", "Abwesenheitsnotiz: Fähre"),
    message("It could not be delivered.", X_Failed_Recipients="x@y.example"),
]


@pytest.mark.parametrize("made", MACHINES)
def test_what_a_machine_answers_is_no_story(made: EmailMessage) -> None:
    (found,) = read(made)
    assert isinstance(found, NoStoryError)


def test_a_machine_may_send_news() -> None:
    (article,) = read(message(PLAIN, "Automatic doors", Auto_Submitted="auto-generated"))
    assert heard(article) == STORY


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("PRESS RELEASE: Ferry back in service", "Ferry back in service"),
        ("Media release – Ferry back in service", "Ferry back in service"),
        ("[PRESS RELEASE] Ferry back in service", "Ferry back in service"),
        ("Press release writers strike", "Press release writers strike"),
        ("Embargoed: ferry", "Embargoed: ferry"),
    ],
)
def test_a_headline_does_not_say_that_it_is_a_release_s(subject: str, headline: str) -> None:
    assert without_release(subject) == headline


def test_headings_of_a_release_in_html() -> None:
    made = message("-", "PRESS RELEASE: Ferry back in service")
    lines = ["FOR IMMEDIATE RELEASE", "Ferry back in service"]
    html = "".join(f"<p><b>{line}</b></p>" for line in lines) + "".join(f"<p>{line}</p>" for line in STORY)
    made.add_alternative(html, subtype="html")
    (article,) = read(made)
    assert heard(article) == STORY
    assert isinstance(article, Article)
    assert [part.text for part in make_script(article).dropped] == lines


@pytest.mark.parametrize(
    "line", ["Hi Tom,", "Hi all", "Dear Ms Berg:", "Good morning, everybody!", "Bonjour,", "Hallo!"]
)
def test_greetings(line: str) -> None:
    assert is_greeting(line)


@pytest.mark.parametrize(
    "line", ["Hi-vis jackets for all", "Dear me, said the vicar, and sat down", "Morning prayers at ten daily"]
)
def test_no_greetings(line: str) -> None:
    assert not is_greeting(line)


@pytest.mark.parametrize(
    "text",
    [
        "Please see attached.",
        "I hope you’re well. I am writing to tell you our news.",
        "Any questions, please let me know.",
    ],
)
def test_what_is_about_the_message(text: str) -> None:
    assert is_courtesy(text)


@pytest.mark.parametrize(
    "text", ["A note was attached to the door.", "I am writing a book. It is long.", "The owls are well."]
)
def test_what_is_not_about_the_message(text: str) -> None:
    assert not is_courtesy(text)
