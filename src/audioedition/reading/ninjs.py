"""ninjs 1.x and 2.x (IPTC, https://iptc.org/standards/ninjs) -> Articles."""

from __future__ import annotations

from typing import Any

from ..errors import AudioEditionError, ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.decoding import flat
from ..facts.language_codes import language_code
from ..model import Article, Role
from ..settings import ReadSettings
from .composing import Part, compose, text_parts
from .feeds import web_address
from .fragments import html_parts
from .plain import slug, unique
from .sources import Source


def read_ninjs(items: list[dict[str, Any]], source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The articles of ninjs objects, version 1 or 2."""
    names: set[str] = set()
    found: list[Article | ReadingError] = []
    for item in items[: settings.max_entries]:
        headline = flat(_one(item, "headline", "headlines"))
        name = (
            source.name
            if len(items) == 1
            else unique(f"{source.name}#{slug(headline or _text(item.get('uri')))}", names)
        )
        try:
            found.append(_ninjs(item, name, headline, source, settings))
        except AudioEditionError as e:
            found.append(ReadingError(e.problem, article=name, remedy=e.remedy))
    return found


def _ninjs(item: dict[str, Any], name: str, headline: str, source: Source, settings: ReadSettings) -> Article:
    byline = flat(_one(item, "byline", "by"))
    bylines = author_names([byline] if byline else _authors(item))
    html, plain = _bodies(item)
    body = html_parts(html, settings, headline=headline) if html.strip() else text_parts(plain)
    deck = flat(_one(item, "description_text", "descriptions")) if item.get("type") == "text" else ""
    return compose(
        [Part(headline, Role.HEADLINE), Part(byline or ", ".join(bylines), Role.BYLINE), *body],
        name=name,
        headline=headline or None,
        deck=deck or None,
        bylines=bylines,
        published=_ninjs_date(item, "firstcreated", "contentcreated", "versioncreated"),
        modified=_ninjs_date(item, "versioncreated"),
        language=language_code(_text(item.get("language"))),
        section=source.section or _subject(item) or None,
        url=web_address(_text(item.get("url")) or _text(item.get("uri"))),
        guid=_text(item.get("uri")) or None,
    )


def _authors(item: dict[str, Any]) -> list[str]:
    people = [p for p in _list(item.get("people")) if isinstance(p, dict)]
    return [_text(p.get("name")) for p in people if "author" in str(p.get("rel"))]


def _bodies(item: dict[str, Any]) -> tuple[str, str]:
    """The text as HTML and as plain text, the first of each: ninjs 1's `body_*`, then ninjs 2's `bodies`."""
    html = _text(item.get("body_html")) or _text(item.get("body_xhtml"))
    plain = _text(item.get("body_text"))
    for body in _list(item.get("bodies")):
        value = _text(body.get("value")) if isinstance(body, dict) else ""
        if value and "html" in str(body.get("contenttype", "html")):
            html = html or value
        else:
            plain = plain or value
    return html, plain


def _subject(item: dict[str, Any]) -> str:
    subjects = _list(item.get("subject")) or _list(item.get("subjects"))
    return flat(_text(next((s.get("name") for s in subjects if isinstance(s, dict)), "")))


def _ninjs_date(item: dict[str, Any], *keys: str) -> str | None:
    """The first of these that is a date; ninjs 2 writes `firstCreated` for ninjs 1's `firstcreated`."""
    given = {key.lower(): value for key, value in item.items()}
    return next((date for key in keys if (date := iso_date(_text(given.get(key))))), None)


def _one(item: dict[str, Any], single: str, several: str) -> str:
    """ninjs 1's `headline` or the first value of ninjs 2's `headlines`."""
    for value in (item.get(single), item.get(several)):
        if isinstance(value, str):
            return value
    for entry in _list(item.get(several)) or _list(item.get(single)):
        if isinstance(entry, dict) and isinstance(entry.get("value"), str):
            return str(entry["value"])
    return ""


def _list(value: Any) -> list[Any]:
    return value[:1000] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
