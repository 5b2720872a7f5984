"""Mails that pass another on, or answer one, as mail programs write them: the message that is meant is the article."""

from __future__ import annotations

import making
import pytest

from audioedition import make_script, reading
from audioedition.model import Article
from audioedition.reading.sources import Source
from audioedition.settings import ReadSettings

STORY = [making.FIRST, making.SECOND]


def mail(subject: str, body: str, kind: str = "plain") -> Article:
    head = f"From: Sam Poe <sam@paper.example>\nSubject: {subject}\nDate: Mon, 2 Mar 2026 09:15:00 +0000\n"
    data = f"{head}Content-Type: text/{kind}; charset=utf-8\n\n{body}".encode()
    (found,) = reading.read_source(Source("m.eml", media_type="message/rfc822"), data, ReadSettings())
    assert isinstance(found, Article)
    return found


def heard(article: Article) -> list[str]:
    """The lines of the text that are spoken."""
    return [line.text for line in make_script(article).segments if line.role == "body"]


def head(*lines: str, mark: str = "") -> str:
    return "".join(f"{mark}{line}\n" for line in lines)


ENGLISH = (
    "From: Ann Holt <ann@town.example>",
    "Date: Sun, 1 Mar 2026 at 07:00",
    "Subject: Ferry back",
    "To: Sam <s@p.example>",
)
PLAIN = "\n\n".join(STORY)
QUOTED = "".join(f"> {line}\n" for line in ("", STORY[0], "", STORY[1]))
HTML = "".join(f"<p>{line}</p>" for line in STORY)
PASSED_ON = {
    "Gmail": (
        "Fwd: Ferry back",
        "---------- Forwarded message ---------\n" + head(*ENGLISH) + f"\n\n{PLAIN}\n",
        "plain",
    ),
    "with a note": ("Fwd: Ferry back", f"Can you use this one?\n\n{head(*ENGLISH)}\n{PLAIN}\n", "plain"),
    "Apple Mail": ("Fwd: Ferry back", "Begin forwarded message:\n\n" + head(*ENGLISH, mark="> ") + QUOTED, "plain"),
    "stars of bold text": (
        "FW: Ferry back",
        head("*From:* Ann Holt <ann@town.example>", "*Sent:* 1 March 2026 07:00", "*To:* Sam", "*Subject:* Ferry back")
        + f"\n{PLAIN}\n",
        "plain",
    ),
    "twice": (
        "Fwd: Fwd: Ferry back",
        head("From: Jo Lee <jo@p.example>", "To: Sam", "Subject: Fwd: Ferry back")
        + f"\nSee below\n\n{head(*ENGLISH)}\n{PLAIN}\n",
        "plain",
    ),
    "without Fwd, short note": ("Ferry", f"For tomorrow.\n\n{head(*ENGLISH)}\n{PLAIN}\n", "plain"),
    "German Outlook": (
        "WG: Ferry back",
        "-----Ursprüngliche Nachricht-----\n"
        + head(
            "Von: Ann Holt [mailto:ann@town.example]",
            "Gesendet: 1. März 2026 07:00",
            "An: Redaktion",
            "Betreff: Ferry back",
        )
        + f"\n{PLAIN}\n",
        "plain",
    ),
    "French": (
        "TR : Ferry back",
        head("De : Ann Holt <ann@town.example>", "Envoyé : 1 mars 2026 07:00", "À : Sam", "Objet : Ferry back")
        + f"\n{PLAIN}\n",
        "plain",
    ),
    "Gmail in HTML": (
        "Fwd: Ferry back",
        '<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Ann Holt</b> '
        "&lt;ann@town.example&gt;<br>Date: Sun, 1 Mar 2026 at 07:00<br>Subject: Ferry back<br>To: Sam<br></div>"
        f"{HTML}</div>",
        "html",
    ),
    "Apple Mail in HTML": (
        "Fwd: Ferry back",
        '<div>Begin forwarded message:</div><blockquote type="cite"><div><b>From: </b>Ann Holt &lt;ann@town.example&gt;</div>'
        f"<div><b>Subject: </b>Ferry back</div><div><b>Date: </b>1 March 2026 at 07:00:00 GMT</div>{HTML}</blockquote>",
        "html",
    ),
}


@pytest.mark.parametrize("case", PASSED_ON.values(), ids=PASSED_ON)
def test_what_is_passed_on_is_the_article(case: tuple[str, str, str]) -> None:
    article = mail(*case)
    assert heard(article) == STORY
    assert (article.headline, article.bylines) == ("Ferry back", ("Ann Holt",))
    assert article.published is not None and article.published.startswith(("2026-03-01", "2026-03-02"))


WROTE = "On Mon, 2 Mar 2026 at 08:40, Ann Holt <ann@town.example> wrote:"
ANSWERS = {
    "behind >": f"{PLAIN}\n\n{WROTE}\n> Where is your copy?\n>\n> We need it by ten.\n",
    "below a head": f"{PLAIN}\n\n________________________________\n{head(*ENGLISH)}\nWhere is your copy?\n",
    "between": f"{STORY[0]}\n\n{WROTE}\n> Where is your copy?\n\n{STORY[1]}\n\n> And the rest?\n",
}


@pytest.mark.parametrize("name", ANSWERS)
def test_what_is_answered_is_left_out(name: str) -> None:
    article = mail("Re: copy", ANSWERS[name])
    assert heard(article) == STORY
    assert (article.headline, article.bylines) == ("copy", ("Sam Poe",))


def test_what_is_answered_in_html_is_left_out() -> None:
    quoted = '<blockquote class="gmail_quote"><div>Where is your copy?</div><div>By ten.</div></blockquote>'
    article = mail("Re: copy", f'{HTML}<div class="gmail_quote"><div>{WROTE}</div>{quoted}</div>', "html")
    assert heard(article) == STORY
    assert "By ten." in [part.text for part in make_script(article).dropped]


ITINERARY = "From: Wexle\n\nTo: Port Ellery\n\nDate: 3 May\n\nSubject to weather, the boat leaves at noon.\n"


@pytest.mark.parametrize(
    "body",
    [
        f"{PLAIN}\n\n{ITINERARY}",
        f"{PLAIN}\n\n> We cannot say, the board wrote.\n",  # a quotation that nobody is said to have written
    ],
)
def test_lines_like_a_head_alone_are_the_story_s(body: str) -> None:
    article = mail("Ferry back", body)
    assert (article.headline, article.bylines) == ("Ferry back", ("Sam Poe",))
    assert set(STORY) <= set(heard(article))


@pytest.mark.parametrize(
    "line",
    [
        "CAUTION: This email originated from outside the organisation. Do not click links.",
        "Sent from my phone",
        "This email and any attachments are confidential. " + "It is meant for one reader, and nobody else. " * 12,
    ],
)
def test_what_mail_programs_add_is_left_out(line: str) -> None:
    assert heard(mail("Ferry back", f"{PLAIN}\n\n{line}\n")) == STORY
