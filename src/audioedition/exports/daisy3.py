"""Book -> DAISY 3 (ANSI/NISO Z39.86-2005), full text and full audio.

One DTBook document for all stories, a SMIL file and an MP3 file each; `book.ncx` to navigate by.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..publishing.markup import attribute, shown
from ..publishing.words import Told
from .book import Book, Story
from .clips import Clip, clips, pieces
from .package import folder

DTBOOK = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE dtbook PUBLIC "-//NISO//DTD dtbook 2005-3//EN" '
    '"http://www.daisy.org/z3986/2005/dtbook-2005-3.dtd">\n'
)
SMIL = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE smil PUBLIC "-//NISO//DTD dtbsmil 2005-2//EN" '
    '"http://www.daisy.org/z3986/2005/dtbsmil-2005-2.dtd">\n'
)
NCX = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" '
    '"http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">\n'
)
OPF = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN" '
    '"http://openebook.org/dtds/oeb-1.2/oebpkg12.dtd">\n'
)
RESOURCES = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE resources PUBLIC "-//NISO//DTD resource 2005-1//EN" '
    '"http://www.daisy.org/z3986/2005/resource-2005-1.dtd">\n'
    '<resources xmlns="http://www.daisy.org/z3986/2005/resource/" version="2005-1">\n</resources>\n'
)
GENERATOR = "audioedition"


def write(book: Book, path: Path) -> None:
    """Make the folder of the book."""
    sound = sum(story.audio.stat().st_size for story in book.stories)
    with folder(path, sound + sum(4 * story.words.stat().st_size for story in book.stories)) as package:
        texts = []
        first = {}
        elapsed = 0
        for story in book.stories:
            told = story.told()
            timed = clips(told)
            first[story.number] = timed[0].id if timed else "none"
            texts.append(_text(story, told, book.depth))
            package.add(f"{story.name}.smil", _smil(book, story, timed, elapsed))
            package.copy(f"{story.name}.mp3", story.audio, bare=True)
            elapsed += story.milliseconds
        package.add("book.xml", _dtbook(book, texts))
        package.add("book.ncx", _ncx(book, first))
        package.add("resources.res", RESOURCES)
        package.add("book.opf", _opf(book))


def _id(story: Story, name: str) -> str:
    return f"{story.name}{name}"


def _text(story: Story, told: Told, level: int) -> str:
    def opened(name: str, heard: bool) -> str:
        place = f' smilref="{story.name}.smil#{name}"' if heard and name in timed else ""
        return f'<sent id="{_id(story, name)}"{place}>'

    timed = {clip.id for clip in clips(told)}
    body: list[str] = []
    for piece in pieces(told, opened, "</sent>"):
        first = piece.kind == "headline" and not body
        tag = f"h{level}" if first else "bridgehead" if piece.kind in ("headline", "subhead") else "p"
        body.append(f'<{tag} class="{piece.kind}">{piece.html}</{tag}>')
    language = "" if story.language == told.language else f' xml:lang="{story.language}"'
    return f'<level{level} id="{story.name}"{language}>\n' + "\n".join(body or ["<p></p>"]) + f"\n</level{level}>\n"


def _dtbook(book: Book, texts: list[str]) -> str:
    return (
        f'{DTBOOK}<dtbook xmlns="http://www.daisy.org/z3986/2005/dtbook/" version="2005-3" '
        f'xml:lang="{book.language}">\n<head>\n<meta name="dtb:uid" content="{book.identifier}"/>\n'
        f'<meta name="dc:Title" content="{_title(book)}"/>\n</head>\n<book>\n'
        f"<frontmatter>\n<doctitle>{_title(book)}</doctitle>\n"
        f"<docauthor>{shown(book.author)}</docauthor>\n</frontmatter>\n<bodymatter>\n"
        + "".join(_levels(book, texts))
        + "</bodymatter>\n</book>\n</dtbook>\n"
    )


def _levels(book: Book, texts: list[str]) -> Iterator[str]:
    """The stories inside the levels of their days and sections."""
    open_levels: list[int] = []
    for heading in book.headings():
        while open_levels and open_levels[-1] >= heading.level:
            yield f"</level{open_levels.pop()}>\n"
        if heading.own:
            yield texts[heading.story.number - 1]
        else:
            yield f"<level{heading.level}>\n<h{heading.level}>{attribute(heading.title)}</h{heading.level}>\n"
            open_levels.append(heading.level)
    for level in reversed(open_levels):
        yield f"</level{level}>\n"


def _smil(book: Book, story: Story, timed: tuple[Clip, ...], elapsed: int) -> str:
    pars = "\n".join(
        f'<par id="{clip.id}"><text src="book.xml#{_id(story, clip.id)}"/><audio src="{story.name}.mp3" '
        f'clipBegin="{time(clip.start_ms)}" clipEnd="{time(clip.end_ms)}"/></par>'
        for clip in timed
    )
    return (
        f'{SMIL}<smil xmlns="http://www.w3.org/2001/SMIL20/">\n<head>\n'
        f'<meta name="dtb:uid" content="{book.identifier}"/>\n<meta name="dtb:generator" content="{GENERATOR}"/>\n'
        f'<meta name="dtb:totalElapsedTime" content="{time(elapsed)}"/>\n</head>\n<body>\n'
        f'<seq id="main" dur="{time(story.milliseconds)}" fill="remove">\n{pars}\n</seq>\n</body>\n</smil>\n'
    )


def _ncx(book: Book, first: dict[int, str]) -> str:
    return (
        f'{NCX}<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{book.language}">\n<head>\n'
        f'<meta name="dtb:uid" content="{book.identifier}"/>\n<meta name="dtb:depth" content="{book.depth}"/>\n'
        f'<meta name="dtb:generator" content="{GENERATOR}"/>\n<meta name="dtb:totalPageCount" content="0"/>\n'
        '<meta name="dtb:maxPageNumber" content="0"/>\n</head>\n'
        f"<docTitle><text>{_title(book)}</text></docTitle>\n<docAuthor><text>{shown(book.author)}</text></docAuthor>\n"
        "<navMap>\n" + "".join(_points(book, first)) + "</navMap>\n</ncx>\n"
    )


def _points(book: Book, first: dict[int, str]) -> Iterator[str]:
    open_levels: list[int] = []
    order = 0
    seen: dict[str, int] = {}
    for number, heading in enumerate(book.headings(), 1):
        while open_levels and open_levels[-1] >= heading.level:
            open_levels.pop()
            yield "</navPoint>\n"
        place = f"{heading.story.name}.smil#{first[heading.story.number]}"
        if place not in seen:  # what begins at one place is one step of the playing order
            order += 1
            seen[place] = order
        yield (
            f'<navPoint id="n{number}" class="h{heading.level}" playOrder="{seen[place]}"><navLabel><text>'
            f'{attribute(heading.title)}</text></navLabel><content src="{place}"/>\n'
        )
        open_levels.append(heading.level)
    yield "</navPoint>\n" * len(open_levels)


def _opf(book: Book) -> str:
    items = [
        '<item id="opf" href="book.opf" media-type="text/xml"/>',
        '<item id="ncx" href="book.ncx" media-type="application/x-dtbncx+xml"/>',
        '<item id="text" href="book.xml" media-type="application/x-dtbook+xml"/>',
        '<item id="resource" href="resources.res" media-type="application/x-dtbresource+xml"/>',
    ]
    for story in book.stories:
        items.append(f'<item id="{story.name}" href="{story.name}.smil" media-type="application/smil"/>')
        items.append(f'<item id="{story.name}-a" href="{story.name}.mp3" media-type="audio/mpeg"/>')
    spine = "\n".join(f'<itemref idref="{story.name}"/>' for story in book.stories)
    return (
        f'{OPF}<package xmlns="http://openebook.org/namespaces/oeb-package/1.0/" unique-identifier="uid">\n<metadata>\n'
        '<dc-metadata xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:oebpackage="http://openebook.org/namespaces/oeb-package/1.0/">\n'
        f"<dc:Title>{_title(book)}</dc:Title>\n<dc:Creator>{shown(book.author)}</dc:Creator>\n"
        f"<dc:Publisher>{shown(book.author)}</dc:Publisher>\n<dc:Date>{book.day}</dc:Date>\n"
        f'<dc:Language>{book.language}</dc:Language>\n<dc:Identifier id="uid">{book.identifier}</dc:Identifier>\n'
        "<dc:Format>ANSI/NISO Z39.86-2005</dc:Format>\n</dc-metadata>\n<x-metadata>\n"
        '<meta name="dtb:multimediaType" content="audioFullText"/>\n'
        '<meta name="dtb:multimediaContent" content="audio,text"/>\n'
        f'<meta name="dtb:totalTime" content="{time(book.milliseconds)}"/>\n'
        '<meta name="dtb:narrator" content="Synthetic voices"/>\n<meta name="dtb:audioFormat" content="MP3"/>\n'
        f'<meta name="dtb:producedDate" content="{book.day}"/>\n</x-metadata>\n</metadata>\n<manifest>\n'
        + "\n".join(items)
        + f"\n</manifest>\n<spine>\n{spine}\n</spine>\n</package>\n"
    )


def _title(book: Book) -> str:
    return attribute(f"{book.title}, {book.day}")


def time(milliseconds: int) -> str:
    """`1:02:03.450`."""
    seconds, left = divmod(milliseconds, 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{left:03d}"
