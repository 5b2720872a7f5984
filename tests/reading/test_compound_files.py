"""Word 97's documents and Outlook's messages: what is read of them, what is not, and what damage costs."""

from __future__ import annotations

import contextlib
import shutil
import struct
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import making
import making_compound as made
import pytest

from audioedition.errors import NoStoryError, ReadingError
from audioedition.model import Article, Reason
from audioedition.reading import read_source
from audioedition.reading.kinds import told
from audioedition.reading.outlook import read_msg, unpacked
from audioedition.reading.sources import Source
from audioedition.reading.word import read_docx
from audioedition.reading.word97 import read_doc
from audioedition.settings import ReadSettings

DEFAULT = ReadSettings()
LONG = "The council met on Monday evening and stayed until the last bus had gone, two members said afterwards. "


def read(streams: dict[made.Path, bytes], name: str = "x.doc") -> list[Article]:
    kind = "application/vnd.ms-outlook" if name.endswith(".msg") else "application/msword"
    found = read_source(Source(name, media_type=kind), made.compound(streams), DEFAULT)
    return [article for article in found if isinstance(article, Article)]


def roles(article: Article) -> dict[str, str]:
    return {article.text[m.start : m.end]: str(m.reason or m.role) for m in article.marks}


def test_styles_have_one_name_in_every_language() -> None:
    lines = ["Council stays late", "And nobody had a bus home", "By Ann Orr", LONG, "The last bus", LONG, "A bus, late"]
    told = [made.p(text, style=style) for text, style in zip(lines, (2, 3, 4, 0, 1, 0, 5), strict=True)]
    (article,) = read(made.document(told))
    assert (article.headline, article.deck, article.bylines) == (lines[0], lines[1], ("Ann Orr",))
    assert {text: role for text, role in roles(article).items() if role in ("subhead", "caption")} == {
        "The last bus": "subhead",
        "A bus, late": "caption",
    }


@pytest.mark.parametrize("narrow", [False, True])
def test_what_is_not_seen_is_not_read(narrow: bool) -> None:
    runs = [(LONG, b""), ("Gone. ", made.DELETED), ("Secret. ", made.HIDDEN), ("Wrong. ", made.STRUCK), ("Kept.", b"")]
    (article,) = read(made.document([made.p("Council stays late", style=2), made.Paragraph(runs)], narrow=narrow))
    assert article.text.endswith(f"{LONG}Kept.")


def test_characters_beyond_the_first_plane_and_lines_of_a_paragraph() -> None:
    (article,) = read(made.document([made.p("Hats", style=2), made.p(f"{LONG}\x0b🎩 are\xa0worn,\x1e\tagain.\x1f")]))
    assert article.text == f"Hats\n\n{LONG.strip()}\n\n🎩 are worn,- again." or "🎩 are worn,- again." in article.text


def test_fields_give_their_result_and_an_open_one_loses_nothing() -> None:
    link = '\x13 HYPERLINK "https://a.example" \x14a \x13 REF b \x14good\x15 link\x15'
    (article,) = read(
        made.document([made.p("Council", style=2), made.p(f"{LONG}See {link}, \x13 PAGE \x15and \x13 on.")])
    )
    assert article.text.endswith(f"{LONG}See a good link, and on.")


def test_tables_are_rows() -> None:
    told = [
        made.p("Council", style=2),
        made.p(LONG),
        *made.row("Pier", "First"),
        *made.row("East", "6.30"),
        made.p(LONG),
    ]
    streams = made.document(told)
    (article,) = read_doc(made.compound(streams), Source("x"), ReadSettings(tables="auto"))
    assert isinstance(article, Article)
    assert "East: First 6.30." in article.text
    assert roles(*read(streams))["East, 6.30."] == Reason.TABLE


def test_what_the_document_says_of_itself_and_older_ones() -> None:
    told = [made.p("Council", style=2), made.p(LONG)]
    for streams, problem in (
        (made.document(told, flags=0x0100), "encrypted"),
        (made.document(told, kind=0x68), "older than 97"),
        ({("WordDocument",): b"x"}, "damaged"),
        ({("EncryptedPackage",): b"x" * 99}, "without a password"),
    ):
        data = made.compound(streams)
        with pytest.raises(ReadingError, match=problem):
            read_source(Source("a.doc", media_type="application/msword"), data, DEFAULT)


def test_a_file_is_what_it_holds() -> None:
    html = f"<html><body><h1>Council</h1><p>{LONG * 3}</p></body></html>".encode()
    for data, kind in (
        (made.doc(), "application/msword"),
        (made.msg(), "application/vnd.ms-outlook"),
        (making.rtf(), "application/rtf"),
        (making.docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (html, "text/html"),
        (making.mhtml(), "multipart/related"),
        (LONG.encode(), "text/plain"),
        (made.compound({("Workbook",): b"x" * 99}), "application/vnd.ms-excel"),
    ):
        for ending, media_type in ((".doc", "application/msword"), (".msg", "application/vnd.ms-outlook")):
            assert told(Source(f"a{ending}", media_type=media_type), data) == kind
        assert told(Source("a", media_type=None), data) == kind
    assert told(Source("a.txt", media_type="text/plain"), made.doc()) == "application/msword"
    with pytest.raises(ReadingError, match="spreadsheet"):
        read_source(
            Source("a.doc", media_type="application/msword"), made.compound({("Workbook",): b"x" * 99}), DEFAULT
        )


def test_damage_costs_only_what_it_says_of_the_text() -> None:
    """Without its styles, its paragraphs' and characters' properties, its lists: the text is read."""
    streams = made.document([made.p("Council stays late", style=2), made.p(LONG)])
    main = bytearray(streams["WordDocument",])
    for place in (0xA2, 0xFA, 0x102, 0x2E2, 0x2EA):
        struct.pack_into("<II", main, place, 0xFFFFFF, 0xFFFFFFFF)
    (article,) = read({**streams, ("WordDocument",): bytes(main)})
    assert article.text == f"Council stays late\n\n{LONG.strip()}"


def seconds(data: bytes) -> float:
    began = time.process_time()
    with contextlib.suppress(ReadingError):
        read_doc(data, Source("x"), DEFAULT)
    return time.process_time() - began


def many_paragraphs(n: int) -> dict[made.Path, bytes]:
    return made.document([made.p(f"{LONG} {i}", style=i % 3) for i in range(n)])


def many_pieces(n: int) -> dict[made.Path, bytes]:
    """Each piece is the whole text again."""
    streams = made.document([made.p(LONG * n)])
    count = n * 20
    size = len(LONG) * n
    places = struct.pack(f"<{count + 1}I", *(i * size for i in range(count + 1)))
    pieces = places + struct.pack("<HIH", 0, 1024, 0) * count
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    main = bytearray(streams["WordDocument",])
    table = streams["0Table",]
    struct.pack_into("<II", main, 0x1A2, len(table), len(clx))
    struct.pack_into("<I", main, 0x4C, count * size)
    return {("WordDocument",): bytes(main), ("0Table",): table + clx}


def many_pages(n: int) -> dict[made.Path, bytes]:
    """Each page of properties claims all the text, and a table names them over and over."""
    streams = made.document([made.Paragraph([(LONG * n, made.DELETED)])])
    main = bytearray(streams["WordDocument",])
    page = main[-512:]
    first = len(main) // 512
    main += page * n
    names = struct.pack(f"<{n * 20 + 1}I", *range(n * 20 + 1)) + struct.pack(
        f"<{n * 20}I", *(first + i % n for i in range(n * 20))
    )
    table = streams["0Table",]
    for place in (0xFA, 0x102):
        struct.pack_into("<II", main, place, len(table), len(names))
    return {("WordDocument",): bytes(main), ("0Table",): table + names}


def open_fields(n: int) -> dict[made.Path, bytes]:
    return made.document([made.p("\x13" * n * 50 + "\x14" * n * 50 + LONG + "\x15" * n * 50)])


@pytest.mark.parametrize("make", [many_paragraphs, many_pieces, many_pages, open_fields])
def test_time_grows_with_size_only(make: Callable[[int], dict[made.Path, bytes]]) -> None:
    seconds(made.compound(make(5)))
    small, large = (min(seconds(made.compound(make(n))) for _ in range(3)) for n in (50, 200))
    assert large < 7 * small + 0.1


def letter(**said: str) -> dict[str, str]:
    return {"001A": "IPM.Note", "0037": "Council stays late", "0C1A": "Ann Orr", "1000": f"{LONG}\n\n{LONG}", **said}


def test_a_message_without_a_head_is_known_by_its_properties() -> None:
    (article,) = read(made.letter(letter(**{"1035": "<a@b.example>"}), sent=made.SENT), "x.msg")
    assert (article.headline, article.bylines) == ("Council stays late", ("Ann Orr",))
    assert (article.published, article.guid) == ("2026-11-23T18:00:00+00:00", "<a@b.example>")


def test_texts_in_a_code_page() -> None:
    said = {
        "001A": "IPM.Note",
        "0037": "Паром снова ходит",
        "0C1A": "Анна Орлова",
        "1000": "Паром вернулся в понедельник. " * 4,
    }
    (article,) = read(made.letter(said, narrow="cp1251"), "x.msg")
    assert (article.headline, article.bylines) == ("Паром снова ходит", ("Анна Орлова",))


def test_what_is_attached_is_an_article() -> None:
    note = letter(**{"1000": "Please find attached our release.\n\nKind regards\nAnn Orr"})
    streams = made.letter(note, attached=[("release.docx", making.docx()), ("logo.png", b"\x89PNG")])
    (article,) = read(streams, "x.msg")
    assert article.name == "x.msg#release-docx"
    assert made.SECOND in article.text
    streams = made.letter(letter(), attached=[("rota.xlsx", b"PK\x03\x04"), ("release.doc", made.doc())])
    told = read(streams, "x.msg")
    assert [a.name for a in told] == ["x.msg", "x.msg#release-doc"]
    assert any("rota.xlsx" in note for note in told[0].notes)


def test_a_message_in_a_message() -> None:
    inner = made.letter(letter(**{"0037": "Council leaves early"}), folder=("a", "b"))
    inner = {path[2:]: data for path, data in inner.items()}
    told = read(made.letter(letter(**{"0037": "FW: Council", "1000": ""}), inner=inner), "x.msg")
    assert any(LONG.strip() in article.text for article in told)


@pytest.mark.parametrize(
    "kind", ["IPM.Appointment", "IPM.Contact", "REPORT.IPM.Note.NDR", "IPM.Schedule.Meeting.Request"]
)
def test_what_is_no_message_is_no_story(kind: str) -> None:
    with pytest.raises(NoStoryError):
        read_msg(made.compound(made.letter(letter(**{"001A": kind}))), Source("x.msg"), DEFAULT)


def test_packed_rtf() -> None:
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    rtf = making.rtf()
    stored = struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf
    streams = made.letter({k: v for k, v in letter().items() if k != "1000"})
    streams["__substg1.0_10090102",] = stored
    (article,) = read(streams, "x.msg")
    assert made.SECOND in article.text
    assert unpacked(b"x" * 99) == unpacked(b"") == b""


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.slow
def test_what_libreoffice_saves_is_read_as_word_s_format_of_today(tmp_path: Path) -> None:
    """An independent maker: one page, saved as a document of Word 97 and as one of today, gives the same article."""
    page = f"<h1>Council stays late</h1><p>{LONG}<del>Gone.</del> <b>Zoë</b> “left” <a href=x>at ten</a>.<h2>The last bus</h2>"
    page += (
        "<ol><li>It left.<li>It came back.</ol><table><tr><td>Pier<td>First<tr><td>East<td>6.30</table><p>🎩 Hats, too."
    )
    (tmp_path / "a.html").write_text(f"<meta charset=utf-8>{page}", encoding="utf-8")
    asked = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--writer", "--convert-to"]
    for kind in ("doc:MS Word 97", "docx:Office Open XML Text"):
        subprocess.run(
            [*asked, kind, "--outdir", str(tmp_path), str(tmp_path / "a.html")], capture_output=True, timeout=120
        )
    if not (tmp_path / "a.doc").is_file():
        pytest.skip("LibreOffice does not start here")
    (article,) = read_doc((tmp_path / "a.doc").read_bytes(), Source("x"), DEFAULT)
    (wanted,) = read_docx((tmp_path / "a.docx").read_bytes(), Source("x"), DEFAULT)
    assert isinstance(article, Article)
    assert isinstance(wanted, Article)
    assert (article.text, article.marks) == (wanted.text, wanted.marks)
    assert "2. It came back." in article.text
