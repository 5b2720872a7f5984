"""Markdown (CommonMark, tables, strikethrough, footnotes) with YAML or TOML front matter -> Article.

markdown-it-py makes HTML, which is then read like any other; nothing here looks for syntax in the text.
Small rules take what note takers and site generators add: `[[Page|words]]`, `![[file]]`, `{{< shortcode >}}`, `{#id}`,
`{: .class}`, `==marked==`, `%% comment %%`, `^block-id`, `[ ]` of tasks and tags at the end.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import math
import re
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..errors import ReadingError
from ..facts.bylines import author_names
from ..facts.date_order import MonthFirst, month_first
from ..facts.dates import iso_date
from ..facts.decoding import clean, decode, flat
from ..facts.language_codes import language_code
from ..model import Article, Dateline, Role
from ..settings import ReadSettings
from .archives import printed_byline
from .composing import Part, compose, correction, opening, without_accounts
from .fragments import html_parts
from .properties import properties
from .sources import Source

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

MAX_FRONT_MATTER = 64_000
MAX_CHARACTERS = 5_000_000
"""The parser needs two seconds for a million."""
MAX_BRACKETS = 10_000
"""The parser's time grows with the square of the number of brackets; 10,000 take about a second."""


def read(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article of a Markdown file; none if its front matter says that it is a draft.

    Raises ReadingError for front matter that cannot be read.
    """
    text = clean(decode(data, article=source.name)).replace("\f", "\n")
    known, body = _known(text, source.name)
    _check_size(body, source.name)
    if known.get("draft") is True or known.get("published") is False:
        return []
    headline, parts = _headline(_words(known, "title", "headline"), html_parts(_html(body), settings))
    deck = _words(known, "deck", "dek", "subtitle", "standfirst", "lede")
    bylines = _authors(known) or printed_byline(parts)
    dateline = _words(known, "dateline")
    language = language_code(_words(known, "language", "lang", "locale"))
    order = functools.partial(month_first, language, body)
    published = _date(
        known, order, "date", "published", "publishdate", "pubdate", "created", "created time", "datetime"
    )
    return [
        compose(
            [
                *opening(headline=headline, deck=deck, bylines=bylines, published=published),
                Part(dateline or "", Role.DATELINE),
                *parts,
                correction(_words(known, "correction", "corrections") or ""),
            ],
            name=source.name,
            headline=headline,
            bylines=bylines,
            published=published,
            section=source.section or _words(known, "section", "category", "categories"),
            deck=deck or _words(known, "description", "summary", "excerpt"),
            dateline=Dateline(dateline) if dateline else None,
            modified=_date(known, order, "lastmod", "modified", "updated", "last_modified_at", "last edited time"),
            language=language,
            url=_link(known, "canonical_url", "canonicalurl", "canonical", "url", "source", "permalink"),
            picture=_picture(known) or _first_image(body),
            guid=_words(known, "guid", "id", "uuid"),
            order=_first_number(known, "order", "weight"),
        )
    ]


def _check_size(body: str, article: str) -> None:
    """Raises ReadingError for what the parser would need minutes for."""
    if len(body) > MAX_CHARACTERS:
        raise ReadingError("is too long for Markdown", article=article, remedy="split it, or give it as text/plain")
    if body.count("[") > MAX_BRACKETS:
        raise ReadingError("has too many square brackets", article=article, remedy="give it as text/plain")


def _headline(given: str | None, parts: list[Part]) -> tuple[str | None, list[Part]]:
    """The headline and the other parts: a heading at the top is it, unless the front matter gives another."""
    first = parts[0] if parts else None
    if first and first.role is Role.SUBHEAD and (not given or first.text.casefold() == given.casefold()):
        return given or first.text, parts[1:]
    return given, parts


def _first_number(known: Mapping[str, Any], *keys: str) -> float | None:
    """The first of these that is a number."""
    for key in keys:
        with contextlib.suppress(ValueError, OverflowError):
            number = float(str(known.get(key, "")))
            if math.isfinite(number):
                return number
    return None


def _known(text: str, article: str) -> tuple[dict[str, Any], str]:
    """What the file says about itself, in front matter or in properties below its headline, and the rest."""
    known, body = front_matter(text, article)
    return (known, body) if known else properties(body)


def front_matter(text: str, article: str) -> tuple[dict[str, Any], str]:
    """(keys in lower case -> values, the rest) of a text that opens with a `---` (YAML) or `+++` (TOML) block."""
    block = _fenced(text)
    if block is None:
        return {}, text
    fence, inner, rest = block
    try:
        values: Any = tomllib.loads(inner) if fence == "+++" else _yaml(inner)
    except (ValueError, RecursionError, OverflowError) as e:
        raise ReadingError(
            f"has broken front matter: {e}"[:300],
            article=article,
            line=_line(e),
            remedy="check the lines between the fences",
        ) from e
    if values is not None and not isinstance(values, dict):
        return {}, text
    return {str(k).lower(): v for k, v in (values or {}).items()}, rest


_CLOSED_BY = {"---": ("---", "..."), "+++": ("+++",)}


def _fenced(text: str) -> tuple[str, str, str] | None:
    """The fence that opens a text, what stands between it and the one that closes it, and the rest."""
    lines = text.lstrip("\n").split("\n")
    fence = lines[0].rstrip()
    size = 0
    for end in range(1, len(lines)) if fence in _CLOSED_BY else ():
        if size > MAX_FRONT_MATTER:
            break
        if lines[end].rstrip() in _CLOSED_BY[fence]:
            is_break = fence == "---" and end > 1 and not lines[1].strip()  # a thematic break, not front matter
            return None if is_break else (fence, "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]))
        size += len(lines[end])
    return None


def _yaml(text: str) -> Any:
    import yaml

    if re.search(r"(?:^|[\s\[{,])[&*]\w", text) and text.count("*") > 20:
        raise ValueError("too many aliases")
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        raise _FrontMatterError(str(getattr(e, "problem", None) or e), mark.line + 2 if mark else None) from e


class _FrontMatterError(ValueError):
    def __init__(self, problem: str, line: int | None) -> None:
        super().__init__(problem)
        self.line = line


def _line(error: BaseException) -> int | None:
    return getattr(error, "line", None)


def _words(known: Mapping[str, Any], *keys: str) -> str | None:
    """The first of `keys` that holds words, as one line; lists give their first entry."""
    for key in keys:
        value = known.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, str | int | float) and flat(str(value)):
            return flat(str(value))
    return None


_LINKED_NAME = re.compile(r"\[\[(?:[^\[\]|]{0,100}\|)?([^\[\]|]{1,100})\]\]")
"""A note's link: `[[Ann Orr]]`, `[[people/orr|Ann Orr]]`."""


def _authors(known: Mapping[str, Any]) -> tuple[str, ...]:
    for key in ("authors", "author", "byline", "by", "creator"):
        value = known.get(key)
        values = value if isinstance(value, list) else [value]
        names = [v.get("name") if isinstance(v, dict) else v for v in values[:20]]
        names = [n[0][0] if isinstance(n, list) and n and isinstance(n[0], list) and n[0] else n for n in names]
        if found := without_accounts(author_names([_LINKED_NAME.sub(r"\1", n) for n in names if isinstance(n, str)])):
            return found
    return ()


def _date(known: Mapping[str, Any], order: MonthFirst, *keys: str) -> str | None:
    for key in keys:
        value = known.get(key)
        if isinstance(value, datetime.date):  # a datetime is one too
            return value.isoformat()
        if (
            isinstance(value, str | int)
            and not isinstance(value, bool)
            and (date := iso_date(str(value), month_first=order))
        ):
            return date
    return None


def _picture(known: Mapping[str, Any]) -> str | None:
    for key in ("image", "cover", "picture", "featured_image", "featuredimage", "thumbnail", "banner"):
        value = known.get(key)
        if isinstance(value, dict):
            value = value.get("url") or value.get("src") or value.get("image") or value.get("path")
        if isinstance(value, list) and value:
            value = value[0]
        if (
            isinstance(value, str)
            and value.strip()
            and not re.match(r"(?i)(?:javascript|data|file|ftp):", value.strip())
        ):
            return value.strip()
    return None


def _first_image(body: str) -> str | None:
    found = re.search(r"!\[[^\]\n]*\]\(\s*(?:<([^>\n]+)>|([^()\s]+))", body)
    return (found[1] or found[2]) if found else None


def _link(known: Mapping[str, Any], *keys: str) -> str | None:
    text = _words(known, *keys)
    return text if text and re.match(r"https?://", text, re.I) else None


def _html(text: str) -> str:
    text = _ADDED.sub("", _CODE_TAG.sub("```", _CALLOUT.sub(r"\1\2\n\1", text)))
    parser, environment = _parser(), dict[str, Any]()
    tokens = parser.parse(text, environment)
    return _PRINTED_ALT.sub(_caption, str(parser.renderer.render(tokens, parser.options, environment)))


@functools.cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"]).use(footnote_plugin)
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)
    parser.inline.ruler.before("link", "shortcode", _shortcode)
    parser.inline.ruler.before("link", "template_link", _template_link)
    parser.inline.ruler.before("link", "additions", _additions)
    parser.add_render_rule("footnote_anchor", lambda *_: "")  # the arrow back
    return parser


# What is mended before and after the parser: the title of a callout is a paragraph of its own, a table of contents
# that kramdown or Jekyll put in is none of the text, `{% highlight %}` fences code, and what Notion prints below a
# picture is its caption.
_CALLOUT = re.compile(r"^((?:>[ \t]?){1,9})\[![\w-]{1,30}\][+-]?[ \t]*([^\n]*)$", re.M)
_ADDED = re.compile(
    r"^[*+-] [^\n]{0,60}\n\{:\s?toc\b[^}\n]{0,100}\}[ \t]*$|^\[TOC\][ \t]*$|^\{:toc\}[ \t]*$", re.M | re.I
)
_CODE_TAG = re.compile(r"^\{% (?:end)?highlight\b[^%\n]{0,100}%\}[ \t]*$", re.M)
_PRINTED_ALT = re.compile(r'<p><img src="[^"]{0,2000}" alt="([^"<>]{3,500})" /></p>\n<p>([^<>\n]{3,500})</p>')


def _caption(match: re.Match[str]) -> str:
    return f"<figure><figcaption>{match[2]}</figcaption></figure>" if match[1] == match[2] else match[0]


def _wiki_link(state: Any, silent: bool) -> bool:
    """`[[Page]]`, `[[Page#part|words]]` -> words; `![[file]]` and `[!note]` -> nothing."""
    at = state.pos
    if state.src.startswith("[!", at) and (end := state.src.find("]", at, at + 30)) > 0:
        state.pos = end + 1
        return True
    embed = state.src.startswith("![[", at)
    if not embed and not state.src.startswith("[[", at):
        return False
    start = at + (3 if embed else 2)
    end = state.src.find("]]", start, start + 500)
    if end < 0 or "\n" in state.src[start:end]:
        return False
    if not silent and not embed:
        page, _, words = state.src[start:end].partition("|")
        state.push("text", "", 0).content = words or page.partition("#")[0] or page.lstrip("#")
    state.pos = end + 2
    return True


def _shortcode(state: Any, silent: bool) -> bool:
    """`{{< … >}}`, `{{% … %}}`, `{% … %}`, `{{ … }}` -> nothing."""
    for opened, closed in (("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}")):
        if state.src.startswith(opened, state.pos):
            end = state.src.find(closed, state.pos + len(opened), state.pos + 1000)
            if end >= 0:
                state.pos = end + len(closed)
                return True
    return False


# What stands in a paragraph and is not read: the attributes of kramdown and Pandoc, Obsidian's names of blocks and
# comments, the boxes of tasks, and tags behind the last sentence or alone.
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]{0,200}\}")
_COMMENT = re.compile(r"%%[^\n]{0,2000}?%%")
_BLOCK_NAME = re.compile(r"\^[\w-]{1,60}\s*$")
_TASK = re.compile(r"\[[ xX]\]\s")
_TAGS = re.compile(r"#[^\W\d][\w/-]{0,60}(?:\s+#[^\W\d][\w/-]{0,60}){0,40}\s*$")
_MARKED = re.compile(r"==([^\s=][^=\n]{0,300})==")
_TEMPLATE_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\(\s*\{[{%][^\n{}]{0,300}[%}]\}[^()\n]{0,200}\)")


def _additions(state: Any, silent: bool) -> bool:
    src, at = state.src, state.pos
    before = src[at - 1] if at else " "
    pattern = {"{": _ATTRIBUTES, "%": _COMMENT}.get(src[at])
    if src[at] == "^" and before.isspace():
        pattern = _BLOCK_NAME
    elif src[at] == "[" and at == 0:
        pattern = _TASK
    elif src[at] == "#" and (at == 0 or (before.isspace() and src[:at].rstrip()[-1:] in '.!?…”"]')):
        pattern = _TAGS
    elif src.startswith("==", at) and (marked := _MARKED.match(src, at)):
        if not silent:
            state.push("text", "", 0).content = marked[1]
        state.pos = marked.end()
        return True
    if pattern and (match := pattern.match(src, at)):
        state.pos = match.end()
        return True
    return False


def _template_link(state: Any, silent: bool) -> bool:
    """`[words]({% post_url … %})` -> words."""
    match = _TEMPLATE_LINK.match(state.src, state.pos) if state.src[state.pos] == "[" else None
    if not match:
        return False
    if not silent:
        state.push("text", "", 0).content = match[1]
    state.pos = match.end()
    return True
