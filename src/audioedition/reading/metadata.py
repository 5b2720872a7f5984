"""A page's head and mark-up -> what it says about its article.

Sources, best first: schema.org in JSON-LD (https://schema.org/NewsArticle), OpenGraph (https://ogp.me) and other meta
elements, microdata, `rel=author`, `<time>`, and the classes that newsrooms give to bylines and headlines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from ..facts.byline_words import matches
from ..facts.bylines import author_names
from ..facts.date_order import MonthFirst, month_first
from ..facts.dates import iso_date
from ..facts.decoding import flat
from ..facts.language_codes import language_code
from .headlines import Titles
from .linked_data import article_of, first_text, flatten, lenient_json, linked_data, names_in, types, unescaped

_TITLE_KEYS = (
    "og:title",
    "twitter:title",
    "headline",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "title",
)
_AUTHOR_KEYS = (
    "author", "article:author_name", "article:author", "og:article:author", "byl", "byline", "parsely-author",
    "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "dcsext.author", "twitter:data1",
)  # fmt: skip
_PUBLISHED_KEYS = (
    "article:published_time", "article:published", "og:article:published_time", "datepublished", "article.published",
    "parsely-pub-date", "published_at", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date",
    "article:publicationdate", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date",
    "sailthru.date", "cxenseparse:recs:publishtime", "dcsext.articlefirstpublished", "citation_publication_date",
    "ptime", "displaydate", "date", "timestamp", "datecreated", "og:pubdate", "rnews:datepublished", "creation_date",
)  # fmt: skip
_MODIFIED_KEYS = (
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "utime",
)
_SECTION_KEYS = ("article:section", "og:article:section", "parsely-section", "section", "dcsext.section")
_SITE_KEYS = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "publisher",
    "copyright",
    "al:ios:app_name",
)
_DESCRIPTION_KEYS = ("og:description", "description", "twitter:description")
_PICTURE_KEYS = ("og:image", "og:image:url", "twitter:image")


@dataclass(slots=True)
class Known:
    """What a page's head says about its article, and then what the page does. Empty where it says nothing."""

    titles: Titles
    """What may be its headline."""
    authors: tuple[str, ...] = ()
    """The people that the head says wrote it."""
    dates: tuple[str | None, str | None] = (None, None)
    """When the head says it appeared: of the properties for that alone, and of those that may mean something else."""
    headline: str | None = None
    bylines: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    section: str | None = None
    url: str | None = None
    picture: str | None = None
    summaries: tuple[str, ...] = ()
    """What it gives as its description."""
    sites: tuple[str, ...] = ()
    """Names of the site and its publisher, which are not authors and not part of the headline."""
    body: str = ""
    """The text of the article as JSON-LD gives it, in plain text or HTML."""
    paid: bool = False
    """Whether it says that not everybody may read all of it."""
    rules: dict[str, str] = field(default_factory=dict)
    """Which rule decided `headline`, `bylines` and `published`."""

    sample: Callable[[], str] = str
    """Text of the page, for what its language leaves open."""

    guess: Callable[[str], str | None] = lambda words: None
    """What can be guessed of its date, where nothing says it, or of words for it in a language that is not known."""

    def month_first(self) -> bool:
        """Whether 3/4/2025 is the fourth of March here."""
        return month_first(self.language, self.sample())


def page_metadata(root: Any, address: str | None = None) -> Known:
    """What the head of the page `root` (an lxml element) and its JSON-LD say; `address` is where it came from."""
    meta = _meta(root)
    items = list(linked_data(root))
    article = article_of(items)
    sites = _sites(meta, items, root, address)
    linked = first_text(article.get("headline")) or first_text(article.get("name"))
    known = Known(Titles(root, _values(meta, _TITLE_KEYS), linked, sites))
    known.sample = lambda: " ".join("".join(p.itertext()) for p in root.iter("p"))
    known.sites = sites
    known.authors = _authors(article, meta, items, sites)
    known.language = _language(root, meta, article)
    known.dates = _published(article, meta, known.month_first)
    known.modified = _first_date([article.get("dateModified"), *_values(meta, _MODIFIED_KEYS)], known.month_first)
    known.section = _section(article, meta)
    known.url = _web(_canonical(root) or next(iter(_values(meta, ("og:url",))), None), address)
    known.picture = _picture(article, meta, address)
    descriptions = [article.get("description"), *_values(meta, _DESCRIPTION_KEYS)]
    known.paid = str(article.get("isAccessibleForFree")).lower() == "false"
    known.body = first_text(article.get("articleBody"))
    known.summaries = tuple(flat(unescaped(d)) for d in descriptions if isinstance(d, str))[:6]
    return known


def _section(article: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    given = [s for s in flatten(article.get("articleSection")) if isinstance(s, str)]
    section = flat(next(iter([*given, *_values(meta, _SECTION_KEYS)]), ""))
    return section if section and section.lower() not in ("nil", "none", "null", "undefined") else None


def _picture(article: dict[str, Any], meta: dict[str, list[str]], address: str | None) -> str | None:
    image = next(iter(flatten(article.get("image"))), None)
    if isinstance(image, dict):
        image = image.get("url")
    picture = next(iter(_values(meta, _PICTURE_KEYS)), None) or (image if isinstance(image, str) else None)
    return _web(picture, address) or _beside(picture)


def _meta(root: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in root.iter("meta"):
        content = node.get("content")
        if not content or not content.strip():
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for key in (node.get(attribute) or "").lower().split():
                found.setdefault(key, []).append(unescaped(content.strip()))
    for text in found.get("parsely-page", [])[:1]:  # what Parse.ly read before it had elements of its own
        said = lenient_json(text)
        for key in ("title", "author", "authors", "pub_date", "section") if isinstance(said, dict) else ():
            values = [v for v in flatten(said.get(key)) if isinstance(v, str)]
            found.setdefault(f"parsely-{key.rstrip('s').replace('_', '-')}", []).extend(values)
    return found


def _values(meta: dict[str, list[str]], keys: Iterable[str]) -> list[str]:
    return [value for key in keys for value in meta.get(key, ())]


def _sites(meta: dict[str, list[str]], items: list[dict[str, Any]], root: Any, address: str | None) -> tuple[str, ...]:
    names = _values(meta, _SITE_KEYS)
    for item in items:
        for owner in [
            *flatten(item.get("publisher")),
            *([item] if {"Organization", "NewsMediaOrganization", "WebSite"} & set(types(item)) else []),
        ]:
            if isinstance(owner, dict) and isinstance(owner.get("name"), str):
                names.append(owner["name"])
    for link in (address, _canonical(root), *_values(meta, ("og:url",))[:1]):
        try:
            host = urlsplit(link or "").hostname or ""
        except ValueError:
            continue
        parts = [
            p
            for p in host.split(".")
            if p not in ("www", "com", "org", "net", "co", "uk", "m", "blog", "blogs", "news")
        ]
        names += [host, *parts[-2:]]
    return tuple(dict.fromkeys(flat(n) for n in names if flat(n)))


def _authors(
    article: dict[str, Any], meta: dict[str, list[str]], items: list[dict[str, Any]], sites: tuple[str, ...]
) -> tuple[str, ...]:
    """The people that JSON-LD, else the first telling meta element, says wrote the article."""
    claims = (names_in(article, items), *(meta.get(key, []) for key in _AUTHOR_KEYS))
    said = (author_names(values, sites) for values in claims)
    people = (tuple(name for name in names if not matches("desk", name)) for names in said)
    return next(filter(None, people), ())


def _published(
    article: dict[str, Any], meta: dict[str, list[str]], month_first: MonthFirst
) -> tuple[str | None, str | None]:
    """The earliest of the dates that the page gives as that of publication (the later ones are those of revisions), and
    the first of those that may be one."""
    given: list[list[Any]] = [[article.get("datePublished")], *(meta.get(k, []) for k in _PUBLISHED_KEYS[:4])]
    claims = [_first_date(values, month_first) for values in given]
    sure = min((date for date in claims if date and date[:4] >= "1995"), key=lambda date: date[:10], default=None)
    return sure, _first_date([article.get("dateCreated"), *_values(meta, _PUBLISHED_KEYS)], month_first)


def _first_date(values: Iterable[Any], month_first: MonthFirst) -> str | None:
    for value in values:
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("@value")
        if isinstance(value, str | int) and (date := iso_date(str(value), month_first=month_first)):
            return date
    return None


def _language(root: Any, meta: dict[str, list[str]], article: dict[str, Any]) -> str | None:
    candidates = [article.get("inLanguage"), root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"),
                  *_values(meta, ("content-language", "og:locale", "dc.language", "language"))]  # fmt: skip
    for value in candidates:
        if isinstance(value, dict):
            value = value.get("alternateName") or value.get("name")
        if isinstance(value, str) and (code := language_code(value)):
            return code
    return None


def _canonical(root: Any) -> str | None:
    for node in root.iter("link"):
        if "canonical" in (node.get("rel") or "").lower() and node.get("href"):
            return str(node.get("href"))
    return None


def _beside(link: str | None) -> str | None:
    """`link` where it is the path of a file, relative to the page's own."""
    return None if not link or re.match(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", link, re.I) else link


def _web(link: str | None, address: str | None) -> str | None:
    """`link` as an absolute http(s) address, else None (javascript:, data: and the like are never kept)."""
    try:
        full = urljoin(address or "", (link or "").strip())
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in ("http", "https") and parts.netloc else None
