"""RSS 2.0, RSS 1.0, Atom (RFC 4287), JSON Feed 1.1 and WordPress exports -> one Article an entry.

Each article is named `SOURCE#entry`, after the entry's slug or title; its own identifier is kept as `guid`, and gives
the name in the end (`reading.read_source`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from ..errors import AudioEditionError, ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.decoding import flat
from ..facts.language_codes import language_code
from ..model import Article, Role
from ..settings import ReadSettings
from .composing import Part, compose, opening, text_parts, without_accounts
from .fragments import html_parts, tree_parts
from .markup import child, child_text, children, local, namespace, text_of
from .outline import XML_LANG
from .plain import slug, unique
from .sources import Source


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as its feed gives it, before its text is read."""

    title: str = ""
    deck: str = ""
    html: str = ""
    text: str = ""
    tree: Any = None
    summary: str = ""
    bylines: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    section: str | None = None
    url: str | None = None
    picture: str | None = None
    guid: str | None = None
    around: tuple[Part, ...] = ()
    """What stands around all entries, on the first."""


def read_entries(entries: Iterable[Entry], source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """An article for each entry, or its error; at most `settings.max_entries`, and then one error that says so."""
    found: list[Article | ReadingError] = []
    names: set[str] = set()
    for number, entry in enumerate(entries, 1):
        if number > settings.max_entries:
            found.append(
                ReadingError(
                    f"holds more than {settings.max_entries} entries; the others were not read",
                    article=source.name,
                    remedy="raise max_entries in [read] of edition.toml",
                )
            )
            break
        name = unique(f"{source.name}#{_identity(entry, number)}", names)
        try:
            found.append(_article(entry, name, source, settings))
        except AudioEditionError as e:
            found.append(ReadingError(e.problem, article=name, remedy=e.remedy))
    return found


def _identity(entry: Entry, number: int) -> str:
    try:
        last = urlsplit(entry.url or "").path.rstrip("/").rpartition("/")[2]
    except ValueError:
        last = ""
    last = re.sub(r"\.\w{1,5}$", "", last)
    return slug(last if re.search(r"[^\W\d_]{3}", last) else entry.title or entry.guid or f"entry-{number}")


def _article(entry: Entry, name: str, source: Source, settings: ReadSettings) -> Article:
    headline, deck = flat(entry.title) or None, flat(entry.deck) or None
    if entry.tree is not None:
        body = tree_parts(entry.tree, settings, headline=headline, sent=True)
    elif entry.html.strip():
        body = html_parts(entry.html, settings, headline=headline, sent=True)
    elif entry.text.strip():
        body = text_parts(entry.text)
    else:
        body = html_parts(entry.summary, settings, headline=headline, sent=True)
    if headline is None:
        body = _untitled(body)
    if not body and not headline:
        raise ReadingError("holds no text", article=name, remedy="")
    return compose(
        [
            *opening(headline=headline, deck=deck, bylines=entry.bylines, published=entry.published),
            *body,
            *entry.around,
        ],
        name=name,
        headline=headline,
        deck=deck,
        bylines=entry.bylines,
        published=entry.published,
        modified=entry.modified,
        language=entry.language,
        section=source.section or entry.section,
        url=entry.url,
        picture=entry.picture,
        guid=entry.guid,
    )


def _untitled(body: list[Part]) -> list[Part]:
    """A post without a title has no headline, however short its first line is."""
    first = next((i for i, part in enumerate(body) if not part.reason), None)
    if first is None or body[first].role:
        return body
    return [*body[:first], replace(body[first], role=Role.BODY), *body[first + 1 :]]


def read_feed(root: Any, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The entries of an RSS or Atom document. Of a WordPress export only published posts are read."""
    if local(root) == "feed":
        return read_entries(_atom(root, source), source, settings)
    return read_entries(_rss(root, source), source, settings)


def _shared(item: Any, source: Source, *, link: str | None, language: str | None) -> Entry:
    """What an entry of RSS and one of Atom say alike; `language` is that of their feed."""
    return Entry(
        title=_title(child(item, "title")),
        modified=iso_date(child_text(item, "updated", "modified")),
        language=language_code(item.get(XML_LANG)) or language,
        url=web_address(link, source.url),
        picture=_picture(item, source.url),
    )


def _atom(root: Any, source: Source) -> Iterable[Entry]:
    language = language_code(root.get(XML_LANG))
    saved = "wallabag" in child_text(root, "generator", "title").lower()
    owner = () if saved else _people(root)
    for entry in filter(_is_post, children(root, "entry")):
        category = next((c.get("label") or c.get("term") for c in children(entry, "category")), None)
        shared = _shared(entry, source, link=(saved and _via(entry)) or _alternate(entry), language=language)
        yield replace(
            _as_saved(shared) if saved else shared,
            **_atom_text(entry),
            bylines=_people(entry) or owner,
            published=iso_date(child_text(entry, "published", "issued", "created", "updated")),
            section=flat(category) or None,
            guid=child_text(entry, "id") or None,
        )


_KIND = "http://schemas.google.com/blogger/2008/kind#"


def _is_post(entry: Any) -> bool:
    """An export of Blogger also holds settings, templates, pages, comments and drafts; feeds say nothing about it."""
    kinds = [text for c in children(entry, "category") if (text := c.get("term") or "").startswith(_KIND)]
    if kinds and f"{_KIND}post" not in kinds:
        return False
    draft = child_text(child(entry, "control"), "draft").lower() == "yes"
    return not draft and child_text(entry, "type") in ("", "POST") and child_text(entry, "status") in ("", "LIVE")


def _alternate(entry: Any) -> str | None:
    """The address of the page that an Atom entry stands for."""
    links = (a for a in children(entry, "link") if (a.get("rel") or "alternate") == "alternate")
    return next(filter(None, (a.get("href") for a in links)), None)


def _via(entry: Any) -> str | None:
    """Where a saved article comes from, which Wallabag writes as text."""
    via = next((a for a in children(entry, "link") if a.get("rel") == "via"), None)
    return (via.get("href") or text_of(via)) if via is not None else None


_MINUTES = re.compile(r" \(\d+ min\)$")


def _as_saved(entry: Entry) -> Entry:
    """An entry of Wallabag without the reading time in its title."""
    return replace(entry, title=_MINUTES.sub("", entry.title))


def _atom_text(entry: Any) -> dict[str, Any]:
    """The first content of an Atom entry, else its first summary, that holds any: as `tree`, `html` or `text`."""
    for content in (*children(entry, "content"), *children(entry, "summary")):
        kind = (content.get("type") or "text").lower()
        if kind == "xhtml" or len(content):
            return {"tree": next((c for c in content if local(c)), content)}
        if (content.text or "").strip():
            return {"html" if "html" in kind else "text": content.text}
    return {}


def _title(element: Any | None) -> str:
    """A title, which may itself be escaped HTML."""
    text = text_of(element)
    if element is not None and ("html" in (element.get("type") or "") or re.search(r"</?\w+[^<>]*>|&#?\w+;", text)):
        parts = html_parts(text, ReadSettings())
        return " ".join(p.text for p in parts) or text
    return text


def _people(element: Any) -> tuple[str, ...]:
    names = [
        child_text(a, "name") or text_of(a) for a in children(element, "author", "contributor") if local(a) == "author"
    ]
    return without_accounts(author_names(names))


def _rss(root: Any, source: Source) -> Iterable[Entry]:
    channel = child(root, "channel")
    channel = root if channel is None else channel
    language = language_code(child_text(channel, "language"))
    accounts = _accounts(channel)
    saved = "wallabag" in child_text(channel, "generator", "title").lower()
    for item in children(channel, "item") or children(root, "item"):
        if not _is_published(item):
            continue
        link = child_text(item, "link") or child_text(item, "guid")
        section = next((text_of(c) for c in children(item, "category") if c.get("domain") in (None, "category")), "")
        yield replace(
            _shared(item, source, link=link, language=language),
            html=_encoded(item),
            summary=_description(item),
            bylines=() if saved else _rss_authors(item, accounts),
            published=iso_date(_gmt(item) or child_text(item, "pubDate", "date", "published", "issued")),
            section=section or None,
            guid=child_text(item, "guid", "identifier") or item.get(_ABOUT),
        )


_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def _accounts(channel: Any) -> dict[str, str]:
    """A WordPress export names authors by their accounts; these are the names they show."""
    pairs = ((child_text(a, "author_login"), child_text(a, "author_display_name")) for a in children(channel, "author"))
    return {login: name for login, name in pairs if login and name}


def _is_published(item: Any) -> bool:
    """A WordPress export also holds pages, pictures and drafts; feeds say nothing about it."""
    return child_text(item, "post_type") in ("", "post") and child_text(item, "status") in ("", "publish")


def _encoded(item: Any) -> str:
    """The first `content:encoded` that holds something, as HTML."""
    for node in children(item, "encoded"):
        if "excerpt" not in namespace(node) and (node.text or "").strip():
            html = str(node.text)
            if "wp:" in html or "<p" in html:
                return html
            return re.sub(r"\n\s*\n", "\n<p>", html)  # WordPress makes paragraphs of blank lines itself
    return ""


def _description(item: Any) -> str:
    description = child(item, "description")
    return "".join(description.itertext()) if description is not None else ""


def _rss_authors(item: Any, accounts: dict[str, str]) -> tuple[str, ...]:
    creators = map(text_of, children(item, "creator", "author"))
    return without_accounts(author_names([_rss_author(accounts.get(name, name)) for name in creators]))


def _gmt(item: Any) -> str:
    date = child_text(item, "post_date_gmt")
    return f"{date}+00:00" if date and not date.startswith("0000") else ""


def _rss_author(text: str) -> str:
    """`ann@example.org (Ann Smith)`: the name of RSS 2.0's author element."""
    match = re.fullmatch(r"\S+@\S+\s+\(([^()]+)\)", text)
    return match[1] if match else text


def _picture(item: Any, base: str | None) -> str | None:
    for node in item.iter():
        name = local(node)
        kind = (node.get("type") or "").lower() if name else ""
        if name == "enclosure" and kind.startswith("image/"):
            return web_address(node.get("url"), base)
        if (
            name in ("content", "thumbnail")
            and node.get("url")
            and (node.get("medium") == "image" or kind.startswith("image/") or name == "thumbnail")
        ):
            return web_address(node.get("url"), base)
        if name == "link" and node.get("rel") == "enclosure" and kind.startswith("image/"):
            return web_address(node.get("href"), base)
    return None


def web_address(link: str | None, base: str | None = None) -> str | None:
    """`link` as an absolute http(s) address, else None."""
    try:
        full = urljoin(base or "", (link or "").strip())
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in ("http", "https") and parts.netloc else None
