"""PDF, OpenDocument, RTF and saved pages, each made here; and a folder that holds what nobody can read."""

from __future__ import annotations

import io
import plistlib
import zipfile
from pathlib import Path

import pytest

from audioedition import reading
from audioedition.errors import ReadingError
from audioedition.model import Article, Reason, Role
from audioedition.reading.sources import Source, passed_over
from audioedition.settings import ReadSettings, Settings

HEADLINE = "Ferry back after five months"
FIRST = "The ferry had been tied up at the east pier since November, when its gearbox failed in a gale."
SECOND = "It sails at noon on Saturday, the harbour master said, and not a minute before."
PAGE = (
    f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
)


def read(name: str, data: bytes) -> Article:
    media_type = reading.TYPES[Path(name).suffix]
    (article,) = reading.read_source(Source(name, media_type=media_type), data, ReadSettings())
    assert isinstance(article, Article)
    return article


def mhtml() -> bytes:
    head = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://sound.example/ferry\r\nMIME-Version: 1.0\r\n"
    )
    head += 'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    quoted = PAGE.replace("=", "=3D").replace(SECOND, SECOND[:20] + "=\r\n" + SECOND[20:])
    return f"{head}Content-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n--b--\r\n".encode()


def webarchive() -> bytes:
    main = {"WebResourceData": PAGE.encode(), "WebResourceURL": "https://sound.example/ferry"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def odt() -> bytes:
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    body = f'<text:p text:style-name="Title">{HEADLINE}</text:p><text:p>{FIRST}{note}</text:p><text:p>It <text:span>sails</text:span>{SECOND[8:]}</text:p>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        file.writestr(
            "meta.xml", f"<office:document-meta {spaces}><dc:creator>Ann Orr</dc:creator></office:document-meta>"
        )
    return buffer.getvalue()


def rtf() -> bytes:
    return (
        r"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\info{\title " + HEADLINE + r"}{\author Ann Orr}}\pard\b " + HEADLINE + r"\b0\par "
        + FIRST + r"\par " + SECOND + r"\par}"
    ).encode("ascii")  # fmt: skip


def pdf(pages: list[list[tuple[float, float, int, str]]]) -> bytes:
    """A PDF with these lines (left, bottom, size, text) on its pages."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        stream = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in lines)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = "%PDF-1.4\n" + "".join(f"{n} 0 obj\n{body}\nendobj\n" for n, body in enumerate(objects, 1))
    return f"{out}trailer << /Root 1 0 R /Size {len(objects) + 1} >>\n%%EOF".encode()


def columns() -> bytes:
    """Two pages of two columns, with running heads, and a word divided between two lines."""
    left = [
        (72, 700 - 14 * i, 10, t)
        for i, t in enumerate(
            ("The ferry had been tied up at the east", "pier since Novem-", "ber, when its gearbox failed in a gale.")
        )
    ]
    right = [
        (320, 700 - 14 * i, 10, t)
        for i, t in enumerate(("It sails at noon on Saturday, the", "harbour master said, and not a minute", "before."))
    ]
    head = [(72, 770, 9, "The Sound Courier"), (300, 20, 9, "1")]
    return pdf(
        [
            [*head, (72, 730, 20, HEADLINE), *left, *right],
            [(72, 770, 9, "The Sound Courier"), (72, 700, 10, "The end.")],
        ]
    )


MADE = {"a.mhtml": mhtml, "a.webarchive": webarchive, "a.odt": odt, "a.rtf": rtf, "a.pdf": columns}


@pytest.mark.parametrize("name", MADE)
def test_each_gives_the_same_story(name: str) -> None:
    article = read(name, MADE[name]())
    assert article.headline == HEADLINE or name == "a.rtf"
    kept = article.text.split("\n\n")
    assert [p for p in kept if p in (FIRST, SECOND)] == [FIRST, SECOND]


@pytest.mark.parametrize("name", MADE)
def test_each_is_told_by_its_content(name: str) -> None:
    if name.endswith((".mhtml", ".webarchive")):
        pytest.skip("told by its ending")
    (article,) = reading.read_source(Source("x"), MADE[name](), ReadSettings())
    assert FIRST in article.text


@pytest.mark.parametrize("name", MADE)
def test_damage_costs_a_line(name: str) -> None:
    data = MADE[name]()
    for cut in range(0, len(data), max(1, len(data) // 40)):
        for broken in (data[:cut], data[:cut] + b"\xff\0(" + data[cut + 3 :]):
            try:
                reading.read_source(Source(name, media_type=reading.TYPES[Path(name).suffix]), broken, ReadSettings())
            except ReadingError as e:
                assert "cannot be read as" not in str(e), "our readers know what went wrong"


def test_what_a_saved_page_knows() -> None:
    assert read("a.mhtml", mhtml()).url == "https://sound.example/ferry"
    assert read("a.webarchive", webarchive()).url == "https://sound.example/ferry"
    assert read("a.odt", odt()).bylines == ("Ann Orr",)


def test_running_heads_of_a_pdf_are_furniture() -> None:
    article = read("a.pdf", columns())
    dropped = [article.text[m.start : m.end] for m in article.marks if m.reason is Reason.FURNITURE]
    assert dropped == ["The Sound Courier", "1", "The Sound Courier"]
    assert (
        article.marks[1].role is Role.HEADLINE or article.marks[0].role is Role.HEADLINE or article.headline == HEADLINE
    )


def test_a_scan_gets_a_clear_line() -> None:
    with pytest.raises(ReadingError, match="is a scan"):
        read("a.pdf", pdf([[]]))


def test_a_folder_says_what_is_not_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.doc", "c.doc", "d.opml", "e.jpg", ".hidden.doc"):
        (tmp_path / name).write_text("x")
    assert passed_over([tmp_path], Settings(root=tmp_path)) == [
        "2 files ending in .doc not read: save them as .docx or .odt",
        "1 file ending in .opml not read: put the addresses in it into a .urls file, one a line",
    ]
