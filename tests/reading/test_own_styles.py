"""What a paper's own paragraph styles say by their names, and comments that Google Docs puts below a text."""

from __future__ import annotations

import making
import pytest

from audioedition import make_script
from audioedition.model import Article, Reason, Role
from audioedition.reading import read_article, read_source
from audioedition.reading.manuscripts import role_of_style
from audioedition.reading.sources import Source
from audioedition.settings import ReadSettings

LONG = "The council met on Monday evening and stayed until the last bus had gone, two members said afterwards."


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("headline", Role.HEADLINE),
        ("01 headline 48pt", None),
        ("news headline", Role.HEADLINE),
        ("02 standfirst", Role.DECK),
        ("hed", Role.HEADLINE),
        ("byline", Role.BYLINE),
        ("crosshead", Role.SUBHEAD),
        ("picture caption", Role.CAPTION),
        ("photo credit", None),
        ("note", None),
        ("body", None),
        ("body copy", None),
        ("normal", None),
        ("list paragraph", None),
    ],
)
def test_names_of_styles(name: str, role: Role | None) -> None:
    assert role_of_style(name) is role


def test_a_sentence_is_no_headline_whatever_its_style() -> None:
    def p(style: str, text: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = p("Headline", "Council stays late") + p("Crosshead", LONG) + p("Crosshead", "The last bus") + p("Body", LONG)
    data = making.zipped({"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>"})
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    (article,) = read_source(Source("a.docx", media_type=kind), data, ReadSettings())
    assert isinstance(article, Article)
    assert article.headline == "Council stays late"
    assert {article.text[m.start : m.end] for m in article.marks if m.role is Role.SUBHEAD} == {"The last bus"}


COMMENTED = f"Council stays late\n\n{LONG}[a]\n\nIt met[b] again [sic] on Tuesday.\n[a]Tom: check this\n[b]when?\n1 total reaction\n"


def test_comments_of_google_docs_are_not_read() -> None:
    script = make_script(read_article(COMMENTED, media_type="text/plain"))
    spoken = " ".join(" ".join(s.text for s in script.segments).split())
    assert spoken == f"Council stays late {LONG} It met again [sic] on Tuesday."
    assert {part.reason for part in script.dropped} == {Reason.COMMENTS}


@pytest.mark.parametrize(
    "text",
    [
        COMMENTED.replace("[a]\n", "\n", 1),
        COMMENTED.replace("met[b]", "met"),
        f"Council stays late\n\n{LONG}\n\n[a]word, and more of it.",
        f"Notes\n\nSee [a].\n\n{LONG}\n\n[b]not a comment",
    ],
)
def test_letters_in_brackets_that_are_no_comments_are_read(text: str) -> None:
    assert not read_article(text, media_type="text/plain").marks
