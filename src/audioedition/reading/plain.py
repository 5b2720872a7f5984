"""Plain text -> Articles: paragraphs out of lines, and several articles out of one file."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..errors import ReadingError
from ..facts import bylines, dates
from ..facts.decoding import clean, decode
from ..model import Article, Mark, Reason
from ..settings import ReadSettings
from .sources import Source

_RULE = re.compile(r"={3,}|-{3,}|_{3,}|\*{3,}|#{3,}|~{3,}|%{2,}|(?:- ?){3,}|(?:# ){2,}#")
_END = re.compile(r"-+ ?30 ?-+|-+ ?0 ?-+|(?i:ends?)|#{3}|# # #|\(END\)|\(ends\)")
_NOTES = re.compile(r"(?:notes?(?: to| for)? editors?|about|contacts?|for (?:more|further)|media|press)\b", re.I)
_STOP = re.compile(r"[.!?:;…][\"'”’»)]*$")
_WORD = re.compile(r"\S+")
_LABELLED = re.compile(r"(?m)^[@#*<\[({]{0,4}\s?[A-Za-z-]{2,12}(?: [A-Za-z-]{2,9}){0,2}\s?(?:[:=]|[\])}>*]{1,3}:?$)")
"""A line that may be a label of copy."""
_LEAST_COLUMNS = 24
"""The narrowest column that newspapers set text in."""
_NARROW = 40


def read(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """Every article of a text file; where there are several each is named after its first line: `NAME#first-line`."""
    text = clean(decode(data, article=source.name))
    if (transcript := _transcript(text, source)) is not None:
        return [transcript]
    if marked_up := _marked_up(text, source, settings):
        return marked_up
    pieces = split_articles(text)
    if len(pieces) < 2:
        return [read_one(data, source)]
    if len(pieces) > settings.max_entries:
        raise ReadingError(
            f"holds more than {settings.max_entries} articles", article=source.name, remedy="split it into files"
        )
    names: set[str] = set()
    found: list[Article | ReadingError] = []
    for piece in pieces:
        first = piece.strip().partition("\n")[0]
        article = read_text(piece, unique(f"{source.name}#{slug(first)}", names))
        found.append(replace(article, section=source.section))
    return found


_TIMED = re.compile(
    r"(?m)-->|^[^\n]{0,90}?\d[:.]\d\d\b[^\n]{0,30}$|^[\[(]?\d{1,3}:\d\d\b|^.?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s\d"
)
"""What the first lines of a transcript hold."""


def _transcript(text: str, source: Source) -> Article | None:
    """The article of a transcript or a chat; None for other text."""
    if len(_TIMED.findall(text[:3000])) < 2:
        return None
    from .transcripts import article_of

    return article_of(text, source)


_HEADING = re.compile(r"(?m)^#{1,6} \S.*$")
_MARKS = re.compile(r"\*\*\S[^*\n]*\S\*\*|\[[^\]\n]+\]\(https?://[^)\s]+\)|(?m:^#{1,6} \S)")
_TAGS = re.compile(r"<(strong|b|em|i|u|p|h[1-6]|a|span|li|blockquote)(?:\s[^<>\n]{0,300})?>[^<>]{1,2000}</\1>", re.I)


def _marked_up(text: str, source: Source, settings: ReadSettings) -> list[Article | ReadingError] | None:
    """The article of a text with the marks of Markdown or the tags of HTML, as editorial systems hand them out; None
    for other text. Markdown joins lines: its paragraphs have to be blank lines apart."""
    if (heading := _HEADING.search(text)) and len(_MARKS.findall(text)) > 1 and _is_spaced(text):
        from . import markdown

        if not text[: heading.start()].strip():
            return markdown.read(text.encode("utf-8", "surrogatepass"), source, settings)
    if _TAGS.search(text):
        from . import manuscripts
        from .composing import compose
        from .fragments import html_parts

        lines = paragraphs(text).split("\n\n")
        html = "\n".join(line if line.startswith("<p") else f"<p>{line}</p>" for line in lines)
        parts, known = manuscripts.told(html_parts(html, settings))
        return [compose(parts, name=source.name, section=source.section, notes=manuscripts.notes(text), **known)]
    return None


def _is_spaced(text: str) -> bool:
    """Whether blank lines stand between the paragraphs of a text."""
    blank, single = len(re.findall(r"\n[ \t]*\n", text)), len(re.findall(r"[^\n]\n(?=[^\n])", text))
    return blank > single


def read_one(data: bytes, source: Source) -> Article:
    """The one article of a text file."""
    return replace(read_text(decode(data, article=source.name), source.name), section=source.section)


def read_text(text: str, name: str) -> Article:
    """One article of `text`, whatever stands in it. Raises ReadingError if nothing visible does."""
    text = paragraphs(clean(text).replace("\f", "\n\n"))
    if not text:
        raise ReadingError("holds no text", article=name, remedy="give a file with an article in it")
    return _labelled(text, name) or Article(text=text, name=name, marks=tuple(_comments(text)))


_COMMENT = re.compile(r"(?m)^\[([a-z]{1,3})\](?=\S)")
_MOST_COMMENTS = 500


def _comments(text: str) -> Iterator[Mark]:
    """The comments that Google Docs puts below a text (`[a]check this`), with what follows them, and their marks in it:
    a run of letters from `[a]` on, each of which stands above once."""
    below = list(_COMMENT.finditer(text))
    first = next((i for i, found in enumerate(below) if found[1] == "a" and text.find("[a]") < found.start()), None)
    if first is None:
        return
    above, rule = text[: below[first].start()], "google docs/comment"
    signs = [f"[{found[1]}]" for found in below[first:]]
    if (
        len(signs) < _MOST_COMMENTS
        and all(above.count(sign) == 1 for sign in signs)
        and sorted(signs, key=lambda s: (len(s), s)) == signs
    ):
        for sign in signs:
            yield Mark(above.index(sign), above.index(sign) + len(sign), None, Reason.COMMENTS, rule=rule)
        yield Mark(len(above), len(text), None, Reason.COMMENTS, rule=rule)


def _labelled(text: str, name: str) -> Article | None:
    """The article of copy whose lines are labelled; None for other text."""
    if not _LABELLED.search(text[:3000]):
        return None
    from . import manuscripts
    from .composing import Part, compose

    parts, known = manuscripts.told([Part(paragraph) for paragraph in text.split("\n\n")])
    return compose(parts, name=name, notes=manuscripts.notes(text), **known) if known else None


def split_articles(text: str) -> list[str]:
    """The articles of a text, cut at form feeds, at rules between blank lines and after end marks (`-30-`).

    A rule may also stand between two parts of one article: it cuts only if what follows and what precedes each open
    with a headline (a short line by itself without a full stop) and go on with 30 words or more.
    """
    pieces: list[str] = []
    for page in text.split("\f"):
        parts = [part for part in _cut(page.split("\n")) if part.strip()]
        if all(map(_looks_whole, parts)):
            pieces += parts
        elif page.strip():
            pieces.append(page)
    return pieces


def _cut(lines: list[str]) -> Iterator[str]:
    """What stands between the rules and after the end marks of a page; the rules are left out."""
    start = 0
    for at, line in enumerate(lines):
        if not _is_alone(lines, at):
            continue
        bare = line.strip()
        is_rule = len(bare) <= 80 and _RULE.fullmatch(bare)
        if is_rule or (len(bare) <= 12 and _END.fullmatch(bare)):
            yield "\n".join(lines[start : at if is_rule else at + 1])
            start = at + 1
    yield "\n".join(lines[start:])


def _is_alone(lines: list[str], at: int) -> bool:
    """Whether a line has something in it, and those around it have not."""
    before, after = lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else ""
    return bool(lines[at].strip()) and not before.strip() and not after.strip()


def _looks_whole(piece: str) -> bool:
    first, _, rest = piece.strip().partition("\n")
    if _NOTES.match(first):
        return False  # a press release goes on below its `ENDS`
    return len(first) <= 150 and not first.rstrip().endswith((".", ":", ",", ";", "…")) and len(rest.split()) >= 30


def paragraphs(text: str) -> str:
    """`text` with a blank line between paragraphs and none inside; hard-wrapped lines are joined.

    Lines are taken as hard-wrapped where they are filled: the next line's first word would not have fitted on them.
    A line that is not filled, and one before an indented line, ends its paragraph. No visible character is changed.
    """
    lines = (line.expandtabs(4).rstrip() for line in text.split("\n"))
    blocks = [list(block) for filled, block in itertools.groupby(lines, bool) if filled]
    found = [_wrapping(block) for block in blocks]
    width = max((wrapping.width for wrapping in found if wrapping), default=0)
    out: list[str] = []
    for block, wrapping in zip(blocks, found, strict=True):
        out += _unwrap(block, wrapping or (_Goes(width) if width else None))
    return "\n\n".join(out)


def _unwrap(lines: list[str], wrapping: _Wrapping | _Goes | None) -> list[str]:
    """The paragraphs of lines without a blank one between them."""
    out: list[list[str]] = []
    opened = 0  # the indent of this paragraph's first line
    for i, line in enumerate(lines):
        bare = " ".join(line.split())
        runs_on = wrapping and i > 0 and wrapping.runs_on(lines[i - 1], line, opened)
        if runs_on and not _is_own_line(bare):
            split_word = re.search(r"\w-$", lines[i - 1]) and bare[:1].islower()
            out[-1] += [bare] if split_word else [" ", bare]
        else:
            out.append([bare])
            opened = _indent(line)
    return ["".join(pieces) for pieces in out]


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """How a block of lines was broken by hand or machine."""

    width: int
    by_indents: bool
    """Whether an indent opens each paragraph."""

    def runs_on(self, before: str, line: str, opened: int) -> bool:
        """Whether `line` goes on with the paragraph of the line before, whose first line is indented by `opened`."""
        indent = _indent(line)
        if indent > (1 if self.by_indents else _indent(before)):
            return False
        continues = self.by_indents and opened > 0 and indent == 0 and not _STOP.search(before)
        return continues or _filled(before, line, self.width)


@dataclass(frozen=True, slots=True)
class _Goes:
    """How the lines of a block go on that stands among wrapped ones: a headline and a standfirst, a list."""

    width: int
    """Of the widest wrapped block."""

    def runs_on(self, before: str, line: str, opened: int) -> bool:
        """Whether `line` goes on in lower case with a line that was full."""
        full = len(before) + 1 + len(line.split(None, 1)[0]) > self.width - 3
        return full and line[:1].islower() and not _STOP.search(before) and opened == 0


def _wrapping(lines: list[str]) -> _Wrapping | None:
    """None where each line is a paragraph."""
    width = max(map(len, lines))
    by_indents = sum(line[:2].isspace() for line in lines) > 1
    wrapped = len(lines) > 1 and _LEAST_COLUMNS <= width <= 100 and (by_indents or _is_wrapped(lines, width))
    return _Wrapping(width, by_indents) if wrapped else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _filled(line: str, following: str, width: int) -> bool:
    """Whether a line was broken because it was full: the next word would not fit, or it is long and runs on."""
    word = _WORD.search(following)
    if len(line) + 1 + (len(word[0]) if word else 0) > width - 3 and len(line) > 0.6 * width:
        return True
    runs_on = not _STOP.search(line) and following.lstrip()[:1].islower()
    return runs_on and len(line) > 0.7 * width


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether lines are filled, and go on in lower case as sentences do and headlines, verses and lists don't.

    In narrow columns, where any short line is nearly filled, no line may leave room for the next word, unless it ends
    a sentence.
    """
    lower = sum(line.lstrip()[:1].islower() for line in lines[1:])
    if width < _NARROW:
        full = all(
            len(a) + 1 + len(b.split(None, 1)[0]) > width - 2 or _STOP.search(a) for a, b in itertools.pairwise(lines)
        )
        return full and len(lines) > 2 and lower >= (len(lines) - 1) / 3
    return lower > 0 and _filled_share(lines, width) >= 0.6


def _is_own_line(line: str) -> bool:
    """Whether a line stands for itself however full the one above it is: a byline, a time."""
    goes_on = line[:1].islower() and not bylines.is_by(line.split(None, 1)[0])
    if len(line) > 60 or goes_on:
        return False
    found = bylines.read(line)
    return (found is not None and found.how == "stated") or dates.is_timestamp(line)


def _filled_share(lines: list[str], width: int) -> float:
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if _indent(b) <= _indent(a)]
    return sum(_filled(a, b, width) for a, b in pairs) / len(pairs) if pairs else 0.0


def slug(text: str) -> str:
    """A short name of a-z, 0-9 and hyphens out of `text`; other scripts keep their letters."""
    return "-".join(re.findall(r"\w+", text.lower()))[:60].strip("-") or "untitled"


def unique(name: str, names: set[str]) -> str:
    """`name`, or `name-2`, `name-3`, ... if it is among `names` already; it is added to them."""
    candidate, number = name, 2
    while candidate in names:
        candidate, number = f"{name}-{number}", number + 1
    names.add(candidate)
    return candidate
