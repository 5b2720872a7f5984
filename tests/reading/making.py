"""Documents that are no text, made small (compound files: `making_compound.py`): PDF, OpenDocument, Word, EPUB, RTF, saved pages, a zip file of some.

`PYTHONPATH=tests/reading python tests/reading/making.py` writes those among the examples again.
"""

from __future__ import annotations

import io
import plistlib
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import making_compound
from making_compound import FIRST, HEADLINE, SECOND

PAGE = (
    f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
)
EXAMPLES = Path(__file__).parent / "examples"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            stored = zipfile.ZipInfo(name)
            stored.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(stored, data)
    return buffer.getvalue()


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
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    )
    body = (
        f'<text:p text:style-name="Title">{HEADLINE}</text:p><text:p>{FIRST}{note}</text:p>'
        f"<text:p>It <text:span>sails</text:span>{SECOND[8:]}</text:p>"
    )
    content = f"<office:body><office:text>{body}</office:text></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}>{content}</office:document-content>",
            "meta.xml": f"<office:document-meta {spaces}><dc:creator>Ann Orr</dc:creator></office:document-meta>",
        }
    )


def rtf() -> bytes:
    return (
        r"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\info{\title " + HEADLINE + r"}{\author Ann Orr}}\pard\b " + HEADLINE + r"\b0\par "
        + FIRST + r"\par " + SECOND + r"\par}"
    ).encode("ascii")  # fmt: skip


def pdf(pages: list[list[tuple[float, float, int, str]]], **known: str) -> bytes:
    """A PDF with these lines (left, bottom, size, text) on its pages, and what is `known` of it."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        stream = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in lines)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    if known:
        objects.append(f"<< {' '.join(f'/{key} ({value})' for key, value in known.items())} >>")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = "%PDF-1.4\n" + "".join(f"{n} 0 obj\n{body}\nendobj\n" for n, body in enumerate(objects, 1))
    info = f"/Info {len(objects)} 0 R " if known else ""
    return f"{out}trailer << /Root 1 0 R {info}/Size {len(objects) + 1} >>\n%%EOF".encode()


_LEFT = ("The ferry had been tied up at the east", "pier since Novem-", "ber, when its gearbox failed in a gale.")
_RIGHT = ("It sails at noon on Saturday, the", "harbour master said, and not a minute", "before.")


def columns() -> bytes:
    """Two pages of two columns, with running heads, and a word divided between two lines."""
    left = [(72.0, 700.0 - 14 * i, 10, line) for i, line in enumerate(_LEFT)]
    right = [(320.0, 700.0 - 14 * i, 10, line) for i, line in enumerate(_RIGHT)]
    head = [(72.0, 770.0, 9, "The Sound Courier"), (300.0, 20.0, 9, "1")]
    last = [(72.0, 770.0, 9, "The Sound Courier"), (72.0, 700.0, 10, "The end.")]
    return pdf([[*head, (72, 730, 20, HEADLINE), *left, *right], last])


def docx() -> bytes:
    """A document with a drop cap, a text box that is there twice, a deleted word and a table."""
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )

    def p(text: str, properties: str = "") -> str:
        return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    box = f"<w:txbxContent>{p('A box: the ferry carries forty cars.')}</w:txbxContent>"
    body = (
        p(HEADLINE, '<w:pStyle w:val="Title"/>')
        + p(FIRST[0], '<w:framePr w:dropCap="drop" w:lines="3"/>')
        + p(FIRST[1:])
        + f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        + f"<w:p><w:r><w:t>{SECOND[:3]}</w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>{SECOND[3:]}</w:t></w:r></w:p>"
        + f"<w:tbl><w:tr><w:tc>{p('Pier')}</w:tc><w:tc>{p('Noon')}</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
            "docProps/core.xml": '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ann Orr</dc:creator></cp:coreProperties>',
        }
    )  # fmt: skip


def epub() -> bytes:
    chapter = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>{}</h1>{}</body></html>'
    )
    items = "".join(
        f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"{extra}/>'
        for n, extra in (("nav", ' properties="nav"'), ("a", ""), ("b", ""))
    )
    meta = "<dc:title>The Quay Review</dc:title><dc:creator>Ann Orr</dc:creator><dc:language>en-GB</dc:language>"
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">'
        f"<metadata>{meta}</metadata><manifest>{items}</manifest>"
        '<spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
            "book.opf": package,
            "nav.xhtml": chapter.format("Contents", "<p>On ferries</p>"),
            "a.xhtml": chapter.format(HEADLINE, f"<p>{FIRST}</p><p>{SECOND}</p>"),
            "b.xhtml": chapter.format("On terns", "<p>They are quick, and they know it too, and they tell the gulls so at dawn, each day.</p>"),
        }
    )  # fmt: skip


def bundle() -> bytes:
    """A folder somebody zipped: a note, a page, a feed, a picture, a WordPerfect file, what macOS adds, a zip file."""
    return zipped(
        {
            "notes/ferry.md": f"# {HEADLINE}\n\n{FIRST}\n\n{SECOND}\n",
            "notes/owls.txt": (EXAMPLES / "two-articles.txt").read_bytes(),
            "feed.xml": (EXAMPLES / "feed.xml").read_bytes(),
            "notes/ferry.jpg": b"\xff\xd8\xff",
            "old.wpd": b"\xffWPC",
            "__MACOSX/notes/._ferry.md": b"x",
            "Part-1.zip": zipped({"inner/ferry.rtf": rtf()}),
        }
    )


def omnivore() -> bytes:
    known = (
        '[{"id": "1", "slug": "ferry-back", "title": "Ferry back after five months", "author": "Ines Roth", '
        '"url": "https://sound.example/ferry", "state": "Active", "publishedAt": "2026-11-23T18:00:00.000Z"}]'
    )
    page = f'<div id="readability-content"><div class="page" id="readability-page-1"><p>{FIRST}</p><p>{SECOND}</p></div></div>'
    return zipped({"metadata_0_to_20.json": known, "content/ferry-back.html": page, "highlights/ferry-back.md": ""})


def readeck() -> bytes:
    known = (
        '{"UID": "Kv3", "Title": "Ferry back after five months", "Authors": ["Ines Roth"], "Lang": "en", "DocumentType": "article", '
        '"URL": "https://sound.example/ferry", "Published": "2026-11-23T18:00:00Z", "Files": {"article": {"name": "index.html"}}}'
    )
    page = f'<!DOCTYPE html><html><head><title>Ferry</title></head><body><section id="Kv.x"><p>{FIRST}</p><p>{SECOND}</p></section></body></html>'
    film = '{"UID": "Zq1", "Title": "The ferry, filmed", "DocumentType": "video", "Files": {"image": {"name": "image.jpeg"}}}'
    return zipped(
        {
            "bookmarks/Kv3/info.json": known,
            "bookmarks/Kv3/container/index.html": page,
            "bookmarks/Zq1/info.json": film,
            "bookmarks/Zq1/container/image.jpeg": b"\xff\xd8\xff",
            "data.json": '{"Info": {"Version": "1"}, "Users": [], "Bookmarks": [{"UID": "Kv3"}, {"UID": "Zq1"}]}',
        }
    )


def substack() -> bytes:
    known = (
        "post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n"
        "88.ferry-back,2026-11-23T18:00:00.000Z,true,2026-11-23T18:00:00.000Z,,newsletter,everyone,"
        "Ferry back after five months,Sailings from Saturday,\n"
        "89.owls,,false,,,newsletter,everyone,Owls in the chapel,,\n"
    )
    pages = {"posts/88.ferry-back.html": f"<p>{FIRST}</p><p>{SECOND}</p>", "posts/89.owls.html": "<p>Not yet told.</p>"}
    return zipped({"posts.csv": known, **pages, "posts/88.ferry-back.opens.csv": "post_id,timestamp,email\n"})


def medium() -> bytes:
    head = '<header><h1 class="p-name">Ferry back after five months</h1></header><section data-field="subtitle" class="p-summary">'
    body = (
        f'{head}The ferry had been tied up…</section><section data-field="body" class="e-content"><div class="section-inner">'
        '<h3 class="graf graf--h3 graf--leading graf--title">Ferry back after five months</h3>'
        '<h4 class="graf graf--h4 graf--subtitle">Sailings from Saturday</h4>'
        f'<p class="graf">{FIRST}</p><p class="graf">{SECOND}</p></div></section>'
        '<footer><p>By <a href="https://medium.example/@ines" class="p-author h-card">Ines Roth</a> on '
        '<time class="dt-published" datetime="2026-11-23T18:00:00.000Z">November 23, 2026</time>.</p>'
        '<p><a href="https://sound.example/ferry" class="p-canonical">Canonical link</a></p>'
        "<p>Exported from Medium on November 24, 2026.</p></footer>"
    )
    page = "<!DOCTYPE html><html><head><title>{0}</title></head><body><article>{1}</article></body></html>"
    draft = '<section data-field="body" class="e-content"><p>Not yet told.</p></section>'
    return zipped(
        {
            "README.html": "<p>Your archive</p>",
            "profile/profile.html": "<p>Ines Roth, who writes</p>",
            "posts/2026-11-23_Ferry-back-0a1b2c3d4e5f.html": page.format("Ferry back", body),
            "posts/draft_Owls-in-the-chapel-5f4e3d2c1b0a.html": page.format("Owls", draft),
        }
    )


IDML = "application/vnd.adobe.indesign-idml-package"
Frame = tuple[str, str, str, tuple[float, float, float, float]]


def idml(*spreads: list[Frame], loose: str = "") -> bytes:
    """A document with these frames: name of the story, style, text, and left, top, right and bottom."""
    members: dict[str, str | bytes] = {"mimetype": IDML}
    for number, frames in enumerate(spreads):
        placed = ""
        for name, style, text, (left, top, right, bottom) in frames:
            lines = "".join(f"<Content>{line}</Content><Br/>" for line in text.split("\n"))
            style_range = (
                f'<ParagraphStyleRange AppliedParagraphStyle="ParagraphStyle/{style}"><CharacterStyleRange>{lines}'
            )
            members[f"Stories/Story_{name}.xml"] = (
                f'<idPkg:Story xmlns:idPkg="x"><Story Self="{name}">{style_range}</CharacterStyleRange>'
                "</ParagraphStyleRange></Story></idPkg:Story>"
            )
            width, height = right - left, bottom - top
            points = "".join(
                f'<PathPointType Anchor="{x} {y}"/>' for x, y in ((0, 0), (0, height), (width, height), (width, 0))
            )
            placed += (
                f'<TextFrame Self="f{name}" ParentStory="{name}" PreviousTextFrame="n" ItemTransform="1 0 0 1 {left} {top}">'
                f"<Properties><PathGeometry><GeometryPathType><PathPointArray>{points}</PathPointArray>"
                "</GeometryPathType></PathGeometry></Properties></TextFrame>"
            )
        members[f"Spreads/Spread_{number}.xml"] = (
            f'<idPkg:Spread xmlns:idPkg="x"><Spread Self="s{number}" ItemTransform="1 0 0 1 0 {number * 900}">{placed}'
            "</Spread></idPkg:Spread>"
        )
    if loose:
        members["Stories/Story_z.xml"] = f'<Story Self="z"><Content>{loose}</Content></Story>'
    return zipped(members)


def page() -> bytes:
    """A page of InDesign with two stories side by side, each with a headline in a frame of its own."""
    ferry = f"{FIRST}\n{SECOND}\n" + "Forty cars fit on it, the master said, if their drivers fold the mirrors in."
    pier = "The east pier is shut until Friday: two planks are gone and a third is thinking about it.\n" + (
        "Until then boats land at the west pier, which has all of its planks, a lamp, and a dog that barks at every one of them."
    )
    return idml(
        [
            ("u1", "News%3aBody", ferry, (-500.0, -200.0, -280.0, 100.0)),
            ("u2", "News%3aHeadline", HEADLINE, (-500.0, -300.0, -280.0, -260.0)),
            ("u3", "News%3aByline", "By Ines Roth", (-500.0, -250.0, -280.0, -230.0)),
            ("u4", "News%3aBody", pier, (-250.0, -200.0, -20.0, 100.0)),
            ("u5", "News%3aHeadline", "East pier shut", (-250.0, -300.0, -20.0, -260.0)),
        ]
    )


MADE: dict[str, Callable[[], bytes]] = {
    "saved.mhtml": mhtml,
    "saved.webarchive": webarchive,
    "ferry.odt": odt,
    "ferry.rtf": rtf,
    "ferry.pdf": columns,
    "ferry.docx": docx,
    "page.idml": page,
    "ferry.doc": making_compound.doc,
    "ferry.msg": making_compound.msg,
    "review.epub": epub,
    "bundle.zip": bundle,
    "omnivore.zip": omnivore,
    "readeck.zip": readeck,
    "substack.zip": substack,
    "medium.zip": medium,
}

if __name__ == "__main__":
    for name, make in MADE.items():
        (EXAMPLES / name).write_bytes(make())
