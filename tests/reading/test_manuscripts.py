"""Word and OpenDocument as writers leave them: what is struck out, hidden or moved away is not read, lists keep their
numbers, broken lines are lines, and what a file says of itself is not what is printed in it."""

from __future__ import annotations

import making
import pytest

from audioedition import make_script, reading
from audioedition.model import Article
from audioedition.reading.endings import DOCX
from audioedition.reading.sources import Source
from audioedition.settings import ReadSettings

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERED = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '</w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
HEAD = "Harbour wall to be rebuilt"
FULL = "The wall will be rebuilt at a cost of £2.4m, the board said on Monday."


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def item(text: str, number: int) -> str:
    return p(run(text), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def told(data: bytes, kind: str) -> Article:
    (found,) = reading.read_source(Source("a", media_type=kind), data, ReadSettings())
    assert isinstance(found, Article)
    return found


def word(*paragraphs: str, title: str = "", creator: str = "") -> Article:
    core = (
        '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator></cp:coreProperties>"
    )
    document = f"<w:document {W}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    members = {"word/document.xml": document, "word/numbering.xml": NUMBERED, "docProps/core.xml": core}
    return told(making.zipped(members), DOCX)


def odt(body: str, styles: str = "") -> Article:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
        for name, urn in (("office", "office"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible"))
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return told(making.zipped({"content.xml": content}), "application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    "unseen",
    [
        run("never ", "<w:strike/>"),
        run("never ", "<w:dstrike w:val='1'/>"),
        run("never ", "<w:vanish/>"),
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('never ')}</w:moveFrom>",
    ],
)
def test_what_is_not_seen_in_word_is_not_read(unseen: str) -> None:
    assert word(p(run(HEAD)), p(run(FULL[:14]), unseen, run(FULL[14:]))).text == f"{HEAD}\n\n{FULL}"


@pytest.mark.parametrize("unseen", [r"{\strike never }", r"{\rtlch\f0 \v never }", r"{\b\striked1 never }"])
def test_what_is_not_seen_in_rtf_is_not_read(unseen: str) -> None:
    data = rf"{{\rtf1\ansi {HEAD}\par The wall {unseen}will be rebuilt in May, {{\strike0 the board}} said.\par}}"
    assert told(data.encode(), "application/rtf").text.endswith("The wall will be rebuilt in May, the board said.")


def test_what_looks_struck_out_and_is_not_is_read() -> None:
    assert word(p(run(HEAD)), p(run(FULL, "<w:strike w:val='0'/>"))).text.endswith(FULL)


def test_what_is_not_seen_in_opendocument_is_not_read() -> None:
    styles = (
        '<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="T2"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="T3"><style:text-properties style:text-line-through-style="none"/></style:style>'
    )
    body = (
        f"<text:p>{HEAD}</text:p><text:p>{FULL[:14]}<text:span text:style-name='T1'>never </text:span>"
        f"<text:span text:style-name='T2'>hidden </text:span><text:span text:style-name='T3'>{FULL[14:]}</text:span></text:p>"
    )
    assert odt(body, styles).text == f"{HEAD}\n\n{FULL}"


def test_numbered_lists_keep_their_numbers() -> None:
    rows = [item("The road closes.", 1), item("The wall goes.", 1), item("a spade", 2), item("It opens.", 1)]
    assert word(p(run(HEAD)), p(run(FULL)), *rows).text.split("\n\n")[2:] == [
        "1. The road closes.", "2. The wall goes.", "a spade", "3. It opens.",
    ]  # fmt: skip
    styles = '<text:list-style style:name="L1"><text:list-level-style-number style:num-format="1"/></text:list-style>'
    inner = "".join(
        f"<text:list-item><text:p>{row}</text:p></text:list-item>" for row in ("The road closes.", "It opens.")
    )
    body = f"<text:p>{HEAD}</text:p><text:p>{FULL}</text:p><text:list text:style-name='L1'>{inner}</text:list>"
    assert odt(body, styles).text.split("\n\n")[2:] == ["1. The road closes.", "2. It opens."]
    assert odt(body).text.split("\n\n")[2:] == ["The road closes.", "It opens."]


def test_a_page_saved_by_google_docs_is_all_article() -> None:
    page = (
        '<html><head><style type="text/css">.c1{color:#000}.c7{color:#000;text-decoration:line-through}</style></head>'
        f'<body class="c3 doc-content"><p class="c2 title"><span class="c5">{HEAD}</span></p>'
        '<p class="c2 subtitle"><span class="c5">Work to start in May</span></p><p class="c4"><span>By Ann Holt</span></p>'
        f'<p class="c4"><span class="c1">{FULL[:14]}</span><span class="c7">never </span><span class="c1">{FULL[14:]}</span>'
        '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>'
        '<div class="c9"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Sam: can you check it?</span></p></div></body></html>'
    )
    article = told(page.encode(), "text/html")
    assert (article.headline, article.deck) == (HEAD, "Work to start in May")
    script = make_script(article)
    assert [line.role for line in script.segments[:3]] == ["headline", "deck", "byline"]
    assert " ".join(line.text for line in script.segments[3:]) == FULL
    assert [part.text for part in script.dropped] == ["never"]


VERSE = ["The lamps go out along the pier", "and boats lie still below"]
WRAPPED = ["The wall along the harbour will be rebuilt at a cost of £2.4m, and", "it will last a year."]


@pytest.mark.parametrize(("broken", "read"), [(VERSE, VERSE), (WRAPPED, [" ".join(WRAPPED)])])
def test_broken_lines_are_lines_unless_they_were_full(broken: list[str], read: list[str]) -> None:
    breaks = "<w:r><w:br/></w:r>".join(map(run, broken))
    assert word(p(run(HEAD)), p(breaks)).text.split("\n\n")[1:] == read
    assert (
        odt(f"<text:p>{HEAD}</text:p><text:p>{'<text:line-break/>'.join(broken)}</text:p>").text.split("\n\n")[1:]
        == read
    )


def test_a_broken_headline_is_one() -> None:
    title = p(run(HEAD[:12]), "<w:r><w:br/></w:r>", run(HEAD[13:]), properties='<w:pStyle w:val="Title"/>')
    assert word(title, p(run(FULL))).text == f"{HEAD}\n\n{FULL}"
    assert odt(f"<text:h>{HEAD[:12]}<text:line-break/>{HEAD[13:]}</text:h><text:p>{FULL}</text:p>").headline == HEAD


@pytest.mark.parametrize("creator", ["Microsoft Office User", "DELL", "Reception", "Windows User"])
def test_whose_computer_it_is_wrote_nothing(creator: str) -> None:
    assert word(p(run(HEAD)), p(run(FULL)), creator=creator).bylines == ()
    assert word(p(run(HEAD)), p(run(FULL)), creator="Ann Holt").bylines == ("Ann Holt",)


def test_a_title_left_over_from_another_document_is_no_headline() -> None:
    said = make_script(word(p(run(HEAD)), p(run(FULL)), title="Press Release Template")).segments
    assert [(line.role, line.text) for line in said] == [("headline", HEAD), ("body", FULL)]
    assert word(p(run(FULL)), title="The wall").headline == "The wall"
