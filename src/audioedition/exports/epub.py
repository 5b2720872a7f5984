"""Book -> EPUB 3.3 with media overlays: text that is lit while it is heard (https://www.w3.org/TR/epub-33/, section 9).

A document, an overlay and a sound file a story. Sentences are the grain, words on demand: reading systems follow what
the overlay gives them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..publishing.markup import attribute, shown
from ..publishing.words import Told
from .book import Book, Story
from .clips import Clip, clips, pieces
from .package import Package, zipped

TYPES = {"audio/ogg": "audio/ogg; codecs=opus"}
"""Media types that EPUB's list of core media types calls by another name."""
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
STYLE = """body { line-height: 1.5; }
.deck { font-size: 1.15em; }
.byline, .timestamp, figcaption { font-size: .9em; }
.added, .correction { border-left: .25em solid #777; padding-left: .7em; font-size: .9em; }
.-epub-media-overlay-active { background-color: #ffe9a8; color: #000; }
"""
ACTIVE = "-epub-media-overlay-active"
TAGS = {"headline": "h1", "subhead": "h2"}


def write(book: Book, path: Path, words: bool = False) -> None:
    """Make the EPUB file; `words`: every word can be lit, not only every sentence."""
    needed = sum(story.audio.stat().st_size + 3 * story.words.stat().st_size for story in book.stories)
    with zipped(path, book.day, needed) as package:
        package.add("mimetype", "application/epub+zip")
        package.add("META-INF/container.xml", CONTAINER)
        for story in book.stories:
            _story(package, story, words)
        package.add("EPUB/style.css", STYLE)
        package.add("EPUB/nav.xhtml", _nav(book))
        if book.cover:
            package.copy(f"EPUB/{_cover(book.cover)}", book.cover)
        package.add("EPUB/package.opf", _opf(book))


def _story(package: Package, story: Story, words: bool) -> None:
    told = story.told()
    package.add(f"EPUB/{story.name}.xhtml", _document(story, told, words))
    package.add(f"EPUB/{story.name}.smil", _overlay(story, told, words))
    package.copy(f"EPUB/{_audio(story)}", story.audio, bare=story.media_type == "audio/mpeg")


def _document(story: Story, told: Told, words: bool) -> str:
    body: list[str] = []
    for piece in pieces(told, lambda name, heard: f'<span id="{name}">', "</span>", words):
        tag = TAGS.get(piece.kind, "p")
        if tag == "h1" and any(text.startswith("<h1") for text in body):
            tag = "p"
        body.append(f'<{tag} class="{piece.kind}" dir="auto">{piece.html}</{tag}>')
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{story.language}" xml:lang="{story.language}">\n<head><title>{attribute(story.title)}</title>'
        '<link rel="stylesheet" type="text/css" href="style.css"/></head>\n<body>\n'
        f'<section id="story" epub:type="chapter" role="doc-chapter" aria-label="{attribute(story.title)}">\n'
        + "\n".join(body)
        + "\n</section>\n</body>\n</html>\n"
    )


def _overlay(story: Story, told: Told, words: bool) -> str:
    page, sound = f"{story.name}.xhtml", _audio(story)

    def par(clip: Clip) -> str:
        return (
            f'<par id="p-{clip.id}"><text src="{page}#{clip.id}"/>'
            f'<audio src="{sound}" clipBegin="{clip.start_ms / 1000:.3f}s" clipEnd="{clip.end_ms / 1000:.3f}s"/></par>'
        )

    body = []
    for clip in clips(told, words):
        if clip.parts:
            inner = "".join(map(par, clip.parts))
            body.append(f'<seq id="q-{clip.id}" epub:textref="{page}#{clip.id}">{inner}</seq>')
        else:
            body.append(par(clip))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<smil xmlns="http://www.w3.org/ns/SMIL" '
        'xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">\n'
        f'<body id="body" epub:textref="{page}#story" epub:type="chapter">\n' + "\n".join(body) + "\n</body>\n</smil>\n"
    )


def _nav(book: Book) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" lang="{book.language}" xml:lang="{book.language}">\n'
        f"<head><title>{attribute(book.title)}</title></head>\n<body>\n"
        f'<nav epub:type="toc" role="doc-toc" aria-label="Contents">\n<h1>{attribute(book.title)}</h1>\n'
        + "".join(_nested(book))
        + "\n</nav>\n</body>\n</html>\n"
    )


def _nested(book: Book) -> Iterator[str]:
    level = 0
    for heading in book.headings():
        if heading.level > level:
            yield "<ol>\n" * (heading.level - level)
        else:
            yield "</li>\n" + "</ol>\n</li>\n" * (level - heading.level)
        level = heading.level
        yield f'<li><a href="{heading.story.name}.xhtml">{attribute(heading.title)}</a>'
    yield "</li>\n</ol>\n" * level


def _opf(book: Book) -> str:
    items = ['<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>']
    items.append('<item id="style" href="style.css" media-type="text/css"/>')
    if book.cover:
        kind = "image/png" if book.cover.suffix == ".png" else "image/jpeg"
        items.append(f'<item id="cover" href="{_cover(book.cover)}" media-type="{kind}" properties="cover-image"/>')
    for story in book.stories:
        kind = TYPES.get(story.media_type, story.media_type)
        name = story.name
        items.append(
            f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml" media-overlay="{name}-o"/>\n'
            f'<item id="{name}-o" href="{name}.smil" media-type="application/smil+xml"/>\n'
            f'<item id="{name}-a" href="{_audio(story)}" media-type="{kind}"/>'
        )
    spine = "\n".join(f'<itemref idref="{story.name}"/>' for story in book.stories)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{book.language}">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        + "\n".join(_metadata(book))
        + "\n</metadata>\n<manifest>\n"
        + "\n".join(items)
        + f"\n</manifest>\n<spine>\n{spine}\n</spine>\n</package>\n"
    )


def _metadata(book: Book) -> Iterator[str]:
    yield f'<dc:identifier id="id">{book.identifier}</dc:identifier>'
    yield f"<dc:title>{shown(f'{book.title}, {book.day}')}</dc:title>"
    for language in dict.fromkeys([book.language, *(story.language for story in book.stories)]):
        yield f"<dc:language>{language}</dc:language>"
    yield f"<dc:creator>{shown(book.author)}</dc:creator>"
    yield f"<dc:publisher>{shown(book.author)}</dc:publisher>"
    yield f"<dc:date>{book.day}</dc:date>"
    yield f'<meta property="dcterms:modified">{book.day}T00:00:00Z</meta>'
    for mode in ("textual", "auditory"):
        yield f'<meta property="schema:accessMode">{mode}</meta>'
    for modes in ("textual", "auditory", "textual,auditory"):
        yield f'<meta property="schema:accessModeSufficient">{modes}</meta>'
    for feature in ("synchronizedAudioText", "structuralNavigation", "tableOfContents", "readingOrder"):
        yield f'<meta property="schema:accessibilityFeature">{feature}</meta>'
    yield '<meta property="schema:accessibilityHazard">none</meta>'
    yield (
        '<meta property="schema:accessibilitySummary">The whole text of every story, read by synthetic voices; each '
        "sentence is marked while it is heard. Stories are reached by section and by title.</meta>"
    )
    yield '<meta property="media:narrator">Synthetic voices</meta>'
    yield f'<meta property="media:active-class">{ACTIVE}</meta>'
    yield f'<meta property="media:duration">{book.milliseconds / 1000:.3f}s</meta>'
    for story in book.stories:
        yield f'<meta property="media:duration" refines="#{story.name}-o">{story.milliseconds / 1000:.3f}s</meta>'


def _audio(story: Story) -> str:
    return f"{story.name}{story.audio.suffix}"


def _cover(cover: Path) -> str:
    return f"cover{cover.suffix}"
