"""A byline as written -> the names of the people in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .decoding import flat

_LEAD = re.compile(
    r"^(?:(?:written|posted|published|story|words|article|text|reported|report|review(?:ed)?|analysis|opinion|"
    r"interview|(?:a\s+|guest\s+)?post)\s+by|by|authors?|author\(s\))\s*:?\s+(?=\S)|"
    r"^(?:by|von|par|por|authors?|story|words|text|tekst|autor(?:in|e|es)?|texte|texto|testo)\s*:\s*|"
    r"^(?:(?:guest|staff|senior)\s+)?(?:author|columnist|reporter|contributor|correspondent|writer)s?\s*:?\s+"
    r"(?=(?-i:[A-Z])\S+\s+(?-i:[A-Z])\S)|^(?:view|see|read)\s+(?:all|more)\s+(?:(?:posts|articles|stories)\s+)?(?:by|from)\s+|"
    r"^from\s+(?=\S+\s+\S)|"
    r"^(?:von|par|por|door|(?-i:di|de|av|af|da))\s+(?=\S+\s+\S)",  # but Von Miller and Di Maria keep their names
    re.I,
)
_DATED = re.compile(r"^(?:posted|published|submitted|written|updated)\b.{0,80}?\bby\s+", re.I)
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_TAIL = re.compile(
    rf"\s+(?:on|at|in)\s+(?:\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|{_MONTHS}\b).*$|"
    rf"\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$|\s+{_MONTHS}\.?\s+\d.*$|"
    r"\s*[\w.+-]+@[\w-]+\.[\w.]+.*$|\s*@\w+.*$|\s*\b(?:https?:|www\.).*$|"
    r"\s*[|•·].*$|\s+[–—-]\s+.*$|\s*[(<\[].*$|"
    r"\s+(?:follow|updated|published|posted|last\s+updated|modified|publiée?|mise?\s+à\s+jour|veröffentlicht|"
    r"aktualisiert|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt)\b.*$|"
    r",?\s+(?:for|of|from|in|at|via)\s+(?:the\s+)?[A-Z].*$|"
    r"\s+\d{1,2}\s+(?:min|hour|day|week|month|year)\w*\s+ago\b.*$|(?-i:\s+The\s+[A-Z]).*$|"
    r"\s+(?:view|see|read|more)\s+(?:all|more|by|from|articles|posts|stories|full)\b.*$|"
    r"\s+(?:special\s+to|(?:the\s+)?associated\s+press|usa\s+today|reuters)\b.*$",
    re.I | re.S,
)
_NO_START = re.compile(
    r"(?:on|in|at|by|from|via|next|previous|posted|published|updated|submitted|thanks|filed|see|view|more|read|share|"
    r"sign|log|the|a|an|and|or|this|all|no|your|our|my|about|photo|image|video|source|credit|how|why|what|when|who|"
    r"where|is|are|it|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?|follow|print|email|save|comments?|facebook|twitter|tweet|reddit|home|menu|search|related|tags?|topics?)(?:\s|$)",
    re.I,
)
_RUN_ON = re.compile(r"(?<=[a-z])(?=(?:Published|Updated|Posted|Follow|View|Contributor|Staff|By|Last)\b)")
_SURNAME_FIRST = re.compile(r"([^\W\d_][\w’'-]+), ([^\W\d_][\w’'-]*[a-z.](?: [A-Z]\.)?)")
_SPLIT = re.compile(r"\s*(?:\s/\s|,\s*(?:and|und|et|y|e)\s+|;|,|&|\n|\s+(?:and|und|et|y|en|with|mit|avec)\s+)\s*", re.I)
_TITLES = re.compile(
    r"\b(?:editor|reporter|writer|correspondent|staff|senior|chief|director|columnist|contributor|contributing|"
    r"journalist|producer|manager|president|professor|engineer|officer|analyst|fellow|founder|bureau|desk|editorial|"
    r"team|news(?:room|desk)?|author|guest|redaktion|agency|agencies|wires?|press|association|media|magazine|admin|"
    r"administrator|webmaster|user|microsoft|photograph\w*|illustrat\w*|advertisement|subscribe|comments?|minutes?)\b",
    re.I,
)
_CREDENTIAL = re.compile(
    r"(?:M\.?D|Ph\.?\s?D|M\.?B\.?A|M\.?A|M\.?S|M\.?Sc|B\.?A|B\.?Sc|R\.?N|J\.?D|D\.?O|R\.?D|"
    r"Esq|MPH|DDS|CFA|FRS|OBE|MBE|Jr|Sr|II|III|IV)\.?$",
    re.I,
)
_DIGITS = re.compile(r"\d")
_CLOCK = re.compile(r"\d[:.]\d\d|\b[ap]\.?m\b", re.I)
_BY_WITHIN = re.compile(r"\b(?:by|told to)\b", re.I)
_ROLE = re.compile(
    r"(?:editors?|reporters?|writers?|correspondents?|columnists?|contributors?|journalists?|critic|producer|"
    r"photographer|analyst|correspondante?|journaliste|redakteur(?:in)?|korrespondent(?:in)?|redactora?|corresponsal|"
    r"giornalista|envoyée?s?|inviat[oa]|jornalista|enviad[oa])$",
    re.I,
)
_RANK = re.compile(
    r"(?:senior|staff|chief|special|contributing|associate|executive|managing|deputy|assistant|political|foreign|"
    r"national|guest|former|freelance|of|for|at|the)$",
    re.I,
)
_NO_FIRST_NAME = re.compile(
    r"(?:digital|content|sports?|city|web|online|night|weekend|health|business|science|crime|courts?|your|our|local|"
    r"world|business|daily|social)$",
    re.I,
)
_ACCOUNT = re.compile(r"\w*(?:admin|user|root|editor|staff|news|web)\w*|[\w-]+\.(?:com|net|org|info|[a-z]{2})", re.I)


def author_names(values: Iterable[str], sites: Iterable[str] = ()) -> tuple[str, ...]:
    """The people named in bylines as written, in order, without `By`, roles, degrees, addresses and repetitions.

    Names in `sites` (the site, its publisher) are nobody's.
    """
    skip = {_plain(site) for site in sites}
    found: dict[str, str] = {}
    for value in values:
        text = _RUN_ON.sub(" ", flat(value)[:400]).lstrip("/|•·–—- ")
        if match := _SURNAME_FIRST.fullmatch(text):
            text = f"{match[2]} {match[1]}"
        if re.match(r"(?:https?:)?//\S|@|www\.", flat(value)[:20]):
            continue
        text = _DATED.sub("", text)
        while (shorter := _LEAD.sub("", text, count=1)) != text:
            text = shorter
        for name in _SPLIT.split(_TAIL.sub("", text)):
            name = _TAIL.sub("", name.strip(" ,.;:|/-–—*\"“”'•·")).strip(" ,;:|/-–—*")
            name = _without_site(_without_role(name), skip)
            if " " not in name and any(" " in known for known in found):
                continue  # `Ann Smith, Reuters`: hardly a person
            if _is_name(name, bool(found)) and _plain(name) not in skip:
                found.setdefault(_plain(name), name)
            elif found and name and _TITLES.search(name) and not _CREDENTIAL.match(name):
                break  # `Ann Smith, Senior Writer, Health`: no names after a role
    return tuple(found.values())[:20]


def _without_role(name: str) -> str:
    """`Ann Smith Senior Ferry Correspondent` -> `Ann Smith`; `name` itself where it ends in no role."""
    words = name.split()
    role = next((i for i, word in enumerate(words) if _ROLE.match(word)), 0)
    if role < 2 or len(words) > 9 or _NO_FIRST_NAME.match(words[0]):
        return name
    end = next((i for i, word in enumerate(words[:role]) if _RANK.match(word)), role)
    if words[0].isupper() and not words[role].isupper():
        end = min(end, next((i for i, word in enumerate(words) if not word.isupper()), end))
    elif end > 2 and end == role:  # what stands between name and role is a beat: `Ann Smith Ferry Correspondent`
        end = 3 if len(words[1].strip(".")) == 1 or words[1].islower() else 2
    return " ".join(words[:end]) if end >= 2 else name


def _without_site(name: str, sites: set[str]) -> str:
    """`Ann Smith Sound Courier` -> `Ann Smith` where that is the site's name."""
    words = name.split()
    for end in range(2, len(words)):
        if _plain(" ".join(words[end:])) in sites:
            return " ".join(words[:end])
    return name


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def _is_name(name: str, following: bool) -> bool:
    words = name.split()
    if not 1 <= len(words) <= 6 or len(name) > 60 or len(name) < 2:
        return False
    if _CREDENTIAL.match(name) or (_DIGITS.search(name) and not following and len(words) > 1):
        return False
    if len(words) == 1 and (_DIGITS.search(name) or (name.islower() and _ACCOUNT.fullmatch(name))):
        return False
    if _CLOCK.search(name) or _BY_WITHIN.search(name):
        return False
    if len(words) > 1 and re.fullmatch(r"[A-Z]{3,}", words[0]) and not name.isupper():  # `CNN Business`
        return False
    if _TITLES.search(name) or _NO_START.match(name) or "@" in name or "/" in name:
        return False
    if len(words) > 1 and not any(w[:1].isupper() or not w[:1].isascii() for w in words):
        return False
    return any(c.isalpha() for c in name)
