"""Book -> DAISY 2.02, full text and full audio: what most players of libraries for the blind read.

https://daisy.org/activities/standards/daisy/daisy-2/daisy-format-2-02-specification/. A content document, a SMIL 1.0
file and an MP3 file a story, all beside `ncc.html`, the table of contents that every player starts from.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..publishing.markup import attribute
from ..publishing.words import Told
from .book import Book, Story
from .clips import Clip, clips, pieces
from .package import folder

XHTML = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
)
SMIL = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" '
    '"http://www.w3.org/TR/REC-SMIL/SMIL10.dtd">\n'
)
GENERATOR = "audioedition"
_LAYOUT = '<layout><region id="txtView"/></layout>'


def write(book: Book, path: Path) -> None:
    """Make the folder of the book."""
    sound = sum(story.audio.stat().st_size for story in book.stories)
    with folder(path, sound + sum(3 * story.words.stat().st_size for story in book.stories)) as package:
        first = {}
        elapsed = 0
        for story in book.stories:
            told = story.told()
            timed = clips(told)
            first[story.number] = timed[0].id if timed else ""
            package.add(f"{story.name}.html", _document(book, story, told))
            package.add(f"{story.name}.smil", _smil(book, story, timed, elapsed))
            package.copy(f"{story.name}.mp3", story.audio, bare=True)
            elapsed += story.milliseconds
        package.add("master.smil", _master(book))
        package.add("ncc.html", _ncc(book, first, sound // 1000))


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{attribute(content)}"/>'


def _ncc(book: Book, first: dict[int, str], kilobytes: int) -> str:
    headings = book.headings()
    about = {
        "dc:title": f"{book.title}, {book.day}",
        "dc:creator": book.author,
        "dc:publisher": book.author,
        "dc:date": book.day,
        "dc:identifier": book.identifier,
        "dc:language": book.language,
        "dc:format": "Daisy 2.02",
        "ncc:charset": "utf-8",
        "ncc:depth": str(book.depth),
        "ncc:files": str(3 * len(book.stories) + 2),
        "ncc:generator": GENERATOR,
        "ncc:kByteSize": str(kilobytes),
        "ncc:multimediaType": "audioFullText",
        "ncc:narrator": "Synthetic voices",
        "ncc:pageFront": "0",
        "ncc:pageNormal": "0",
        "ncc:pageSpecial": "0",
        "ncc:maxPageNormal": "0",
        "ncc:prodNotes": "0",
        "ncc:setInfo": "1 of 1",
        "ncc:sidebars": "0",
        "ncc:footnotes": "0",
        "ncc:tocItems": str(len(headings) + 1),
        "ncc:totalTime": clock(book.milliseconds),
    }
    opening = book.stories[0]
    body = [_entry(1, "title", f"{book.title}, {book.day}", opening, first, "title")]
    body += [_entry(h.level, f"h{n}", h.title, h.story, first, "") for n, h in enumerate(headings)]
    return (
        f'{XHTML}<html xmlns="http://www.w3.org/1999/xhtml" lang="{book.language}" xml:lang="{book.language}">\n<head>'
        f"<title>{attribute(book.title)}</title>\n"
        '<meta http-equiv="Content-type" content="text/html; charset=utf-8"/>\n'
        + "\n".join(_meta(name, content) for name, content in about.items())
        + "\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _entry(level: int, name: str, title: str, story: Story, first: dict[int, str], kind: str) -> str:
    kind = f' class="{kind}"' if kind else ""
    target = f"{story.name}.smil#p-{first[story.number]}" if first[story.number] else f"{story.name}.smil"
    return f'<h{level}{kind} id="{name}"><a href="{target}">{attribute(title)}</a></h{level}>'


def _document(book: Book, story: Story, told: Told) -> str:
    body = []
    for piece in pieces(told, lambda name, heard: f'<span id="{name}">', "</span>"):
        tag = {"headline": f"h{book.depth}", "subhead": f"h{book.depth + 1}"}.get(piece.kind, "p")
        body.append(f'<{tag} class="{piece.kind}">{piece.html}</{tag}>')
    return (
        f'{XHTML}<html xmlns="http://www.w3.org/1999/xhtml" lang="{story.language}" xml:lang="{story.language}">\n'
        f'<head><title>{attribute(story.title)}</title>\n<meta http-equiv="Content-type" content="text/html; '
        'charset=utf-8"/>\n</head>\n<body>\n' + "\n".join(body) + "\n</body>\n</html>\n"
    )


def _smil(book: Book, story: Story, timed: tuple[Clip, ...], elapsed: int) -> str:
    about = [
        _meta("dc:format", "Daisy 2.02"),
        _meta("dc:identifier", book.identifier),
        _meta("dc:title", f"{book.title}, {book.day}"),
        _meta("title", story.title),
        _meta("ncc:generator", GENERATOR),
        _meta("ncc:totalElapsedTime", clock(elapsed)),
        _meta("ncc:timeInThisSmil", clock(story.milliseconds)),
    ]
    pars = "\n".join(_pars(story, timed))
    return (
        f"{SMIL}<smil>\n<head>\n" + "\n".join(about) + f"\n{_LAYOUT}\n</head>\n<body>\n"
        f'<seq dur="{story.milliseconds / 1000:.3f}s">\n{pars}\n</seq>\n</body>\n</smil>\n'
    )


def _pars(story: Story, timed: tuple[Clip, ...]) -> Iterator[str]:
    for clip in timed:
        yield (
            f'<par endsync="last" id="p-{clip.id}"><text src="{story.name}.html#{clip.id}" id="t-{clip.id}"/>'
            f'<audio src="{story.name}.mp3" clip-begin="npt={clip.start_ms / 1000:.3f}s" '
            f'clip-end="npt={clip.end_ms / 1000:.3f}s" id="a-{clip.id}"/></par>'
        )


def _master(book: Book) -> str:
    refs = "\n".join(f'<ref title="{attribute(s.title)}" src="{s.name}.smil" id="{s.name}"/>' for s in book.stories)
    about = [
        _meta("dc:format", "Daisy 2.02"),
        _meta("dc:identifier", book.identifier),
        _meta("dc:title", f"{book.title}, {book.day}"),
        _meta("ncc:generator", GENERATOR),
        _meta("ncc:timeInThisSmil", clock(book.milliseconds)),
    ]
    return f"{SMIL}<smil>\n<head>\n" + "\n".join(about) + f"\n{_LAYOUT}\n</head>\n<body>\n{refs}\n</body>\n</smil>\n"


def clock(milliseconds: int) -> str:
    """`1:02:03`."""
    seconds = round(milliseconds / 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
