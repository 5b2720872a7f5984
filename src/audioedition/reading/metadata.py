"""A page's head and mark-up -> what it says about its article.

Sources, best first: schema.org in JSON-LD (https://schema.org/NewsArticle), OpenGraph (https://ogp.me) and other meta
elements, microdata, `rel=author`, `<time>`, and the classes that newsrooms give to bylines and headlines.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from ..facts.bylines import author_names
from ..facts.date_order import MonthFirst, month_first
from ..facts.dates import iso_date
from ..facts.decoding import flat
from ..facts.language_codes import language_code
from .headlines import headings_of, page_headline

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review|NewsArticle|LiveBlogPosting|CreativeWork|WebPage)$")
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
MAX_LD_BYTES = 2_000_000


@dataclass(slots=True)
class Known:
    """What a page says about its article. Empty where it says nothing."""

    headline: str | None = None
    deck: str | None = None
    bylines: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    section: str | None = None
    url: str | None = None
    picture: str | None = None
    summaries: tuple[str, ...] = ()
    """What it gives as its description."""
    article_body: str = ""
    sites: tuple[str, ...] = ()
    """Names of the site and its publisher, which are not authors and not part of the headline."""

    sample: Callable[[], str] = str
    """Text of the page, for what its language leaves open."""

    def month_first(self) -> bool:
        """Whether 3/4/2025 is the fourth of March here."""
        return month_first(self.language, self.sample())


def page_metadata(root: Any, address: str | None = None) -> Known:
    """What the head of the page `root` (an lxml element) and its JSON-LD say; `address` is where it came from."""
    meta = _meta(root)
    items = list(_linked_data(root))
    article = _article(items)
    known = Known(sample=lambda: " ".join("".join(p.itertext()) for p in root.iter("p")))
    known.sites = _sites(meta, items, root, address)
    linked = _first_text(article.get("headline")) or _first_text(article.get("name"))
    known.headline = page_headline(root, _values(meta, _TITLE_KEYS), linked, headings_of(root), known.sites)
    known.bylines = _authors(article, meta, items, known.sites)
    known.language = _language(root, meta, article)
    known.published = _published(article, meta, known.month_first)
    known.modified = _first_date([article.get("dateModified"), *_values(meta, _MODIFIED_KEYS)], known.month_first)
    section = article.get("articleSection")
    sections = [s for s in _flatten(section) if isinstance(s, str)]
    known.section = flat(next(iter([*sections, *_values(meta, _SECTION_KEYS)]), "")) or None
    if known.section and known.section.lower() in ("nil", "none", "null", "undefined"):
        known.section = None
    known.url = _web(_canonical(root) or next(iter(_values(meta, ("og:url",))), None), address)
    image = next(iter(_flatten(article.get("image"))), None)
    if isinstance(image, dict):
        image = image.get("url")
    picture = next(iter(_values(meta, ("og:image", "og:image:url", "twitter:image"))), None)
    picture = picture or (image if isinstance(image, str) else None)
    known.picture = _web(picture, address) or _beside(picture)
    descriptions = [
        article.get("description"),
        *_values(meta, ("og:description", "description", "twitter:description")),
    ]
    known.summaries = tuple(flat(_unescaped(d)) for d in descriptions if isinstance(d, str))[:6]
    body = article.get("articleBody")
    known.article_body = _unescaped(body) if isinstance(body, str) else ""
    return known


def _meta(root: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in root.iter("meta"):
        content = node.get("content")
        if not content or not content.strip():
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for key in (node.get(attribute) or "").lower().split():
                found.setdefault(key, []).append(_unescaped(content.strip()))
    for text in found.get("parsely-page", [])[:1]:  # what Parse.ly read before it had elements of its own
        said = _lenient_json(text)
        for key in ("title", "author", "authors", "pub_date", "section") if isinstance(said, dict) else ():
            values = [v for v in _flatten(said.get(key)) if isinstance(v, str)]
            found.setdefault(f"parsely-{key.rstrip('s').replace('_', '-')}", []).extend(values)
    return found


def _unescaped(text: str) -> str:
    """`text` without the entities of HTML that are left in it: many a head is escaped once too often."""
    return html.unescape(text) if "&" in text else text


def _first_text(value: Any) -> str:
    """The first string in a value of JSON-LD, which may be a list or an object with `@value`."""
    for item in _flatten(value):
        item = item.get("@value") if isinstance(item, dict) else item
        if isinstance(item, str) and item.strip():
            return _unescaped(item)
    return ""


def _values(meta: dict[str, list[str]], keys: Iterable[str]) -> list[str]:
    return [value for key in keys for value in meta.get(key, ())]


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """Every JSON-LD object of the page, those inside @graph and arrays included."""
    budget = 2000
    for node in root.iter("script"):
        if "ld+json" not in (node.get("type") or "").lower() or not node.text:
            continue
        pending: list[Any] = [_lenient_json(node.text)]
        while pending and budget:
            item = pending.pop(0)
            budget -= 1
            if isinstance(item, list):
                pending[:0] = item[:500]
            elif isinstance(item, dict):
                yield item
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "hasPart"):
                    if isinstance(item.get(key), dict | list):
                        pending.append(item[key])


def _lenient_json(text: str) -> Any:
    """JSON as web pages have it: comments and CDATA around it, raw line breaks in strings, commas too many."""
    text = text.strip()[:MAX_LD_BYTES]
    for opened, closed in (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("// <![CDATA[", "// ]]>"), ("<![CDATA[", "]]>")):
        text = text.removeprefix(opened).removesuffix(closed).strip()
    text = text.removesuffix(";")
    for attempt in (text, re.sub(r",\s*(?=[}\]])", "", text), re.sub(r"}\s*{", "},{", f"[{text}]")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    # Broken beyond that: at least the plain strings that matter.
    found = {}
    for key in ("headline", "datePublished", "dateModified"):
        if match := re.search(rf'"{key}"\s*:\s*"((?:[^"\\]|\\.){{1,500}})"', text):
            found[key] = match[1].replace('\\"', '"').replace("\\/", "/")
    if match := re.search(
        r'"author"\s*:\s*[\[{\s]{1,20}(?:"@type"\s*:\s*"\w+"\s*,\s*)?"name"\s*:\s*"([^"\\]{1,100})"', text
    ):
        found["author"] = match[1]
    return {"@type": "Article", **found} if found else None


def _types(item: dict[str, Any]) -> list[str]:
    return [t.rpartition("/")[2] for t in _flatten(item.get("@type")) if isinstance(t, str)]


def _article(items: list[dict[str, Any]]) -> dict[str, Any]:
    """The JSON-LD object that is the page's article: of an article type, with most of what we need."""
    best: dict[str, Any] = {}
    best_score = 0.0
    for item in items:
        types = _types(item)
        if not any(map(_ARTICLE.search, types)):
            continue
        score = sum(bool(item.get(k)) for k in ("headline", "author", "datePublished", "articleBody"))
        score += 2 * any(t.endswith(("Article", "Posting", "Report", "Review")) for t in types) + bool(
            item.get("headline")
        )
        if "itemReviewed" in item or "Comment" in types:
            score -= 2
        if score > best_score:
            best, best_score = item, score
    return best


def _flatten(value: Any) -> list[Any]:
    if isinstance(value, list):
        return [v for item in value[:50] for v in (item if isinstance(item, list) else [item])]
    return [] if value is None else [value]


def _listed(value: Any) -> list[Any]:
    return _flatten(value["@list"] if isinstance(value, dict) and "@list" in value else value)


def _sites(meta: dict[str, list[str]], items: list[dict[str, Any]], root: Any, address: str | None) -> tuple[str, ...]:
    names = _values(meta, _SITE_KEYS)
    for item in items:
        for owner in [
            *_flatten(item.get("publisher")),
            *([item] if {"Organization", "NewsMediaOrganization", "WebSite"} & set(_types(item)) else []),
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
    people = {i.get("@id"): i for i in items if "Person" in _types(i) and i.get("@id")}
    names: list[str] = []
    for author in [*_listed(article.get("author")), *_listed(article.get("creator"))]:
        if isinstance(author, dict) and isinstance(author.get("@id"), str) and not author.get("name"):
            author = people.get(author["@id"], author)
        if isinstance(author, dict):
            if "Organization" in " ".join(_types(author)):
                continue
            said = _flatten(author.get("name"))
            names += [_unescaped(n) for n in said if isinstance(n, str)] or [_first_text(said)]
            if not author.get("name") and author.get("familyName"):
                names.append(f"{_first_text(author.get('givenName'))} {_first_text(author['familyName'])}")
        elif isinstance(author, str):
            names.append(_unescaped(author))
        if names and not article.get("author"):
            break
    found = author_names(names, sites)
    if found:
        return found
    for name in _AUTHOR_KEYS:
        found = author_names(meta.get(name, ()), sites)
        if found:
            return found
    return ()


def _published(article: dict[str, Any], meta: dict[str, list[str]], month_first: MonthFirst) -> str | None:
    """The earliest of the dates that the page gives as that of publication: the later ones are those of revisions."""
    given: list[list[Any]] = [[article.get("datePublished")], *(meta.get(k, []) for k in _PUBLISHED_KEYS[:4])]
    claims = [_first_date(values, month_first) for values in given]
    dates = [date for date in claims if date and date[:4] >= "1995"]
    if dates:
        return min(dates, key=lambda date: date[:10])
    return _first_date([article.get("dateCreated"), *_values(meta, _PUBLISHED_KEYS)], month_first)


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
