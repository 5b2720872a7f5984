"""Text -> the language it is in, and the paragraphs and quotations in it that are in another one.

By script where a script has one language, else by function words: the commonest words of a language make up a third of
any running text in it. Small, offline and without tables to load; docs/dependencies.md compares it with libraries.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from ..lexis.tables import main_language
from ..lexis.wordlists import by_language
from ..model import Article, Mark, Role
from .listed_language import listed_language

_SCRIPTS = (
    ("el", "\u0370", "\u03ff"), ("he", "\u0590", "\u05ff"), ("hy", "\u0530", "\u058f"), ("ka", "\u10a0", "\u10ff"),
    ("hi", "\u0900", "\u097f"), ("bn", "\u0980", "\u09ff"), ("pa", "\u0a00", "\u0a7f"), ("gu", "\u0a80", "\u0aff"),
    ("ta", "\u0b80", "\u0bff"), ("te", "\u0c00", "\u0c7f"), ("kn", "\u0c80", "\u0cff"), ("ml", "\u0d00", "\u0d7f"),
    ("si", "\u0d80", "\u0dff"), ("th", "\u0e00", "\u0e7f"), ("my", "\u1000", "\u109f"), ("am", "\u1200", "\u137f"),
    ("km", "\u1780", "\u17ff"), ("ko", "\uac00", "\ud7af"), ("ja", "\u3040", "\u30ff"), ("zh", "\u4e00", "\u9fff"),
    ("cyrillic", "\u0400", "\u04ff"), ("arabic", "\u0600", "\u06ff"), ("latin", "A", "\u024f"),
)  # fmt: skip
_CYRILLIC = (("uk", "іїєґ"), ("be", "ў"), ("sr", "јљњћђџ"), ("mk", "ѓќѕ"), ("kk", "әғқңөұүһ"))
_ARABIC = (("ur", "ٹڈڑےں"), ("ckb", "ێڵڕ"), ("ps", "ښځډړټ"), ("fa", "پچژگی"))
_BULGARIAN = frozenset(("на", "за", "се", "да", "от", "са", "че", "това", "като", "във", "със", "ще", "при"))
_RUSSIAN = frozenset(("и", "в", "не", "на", "что", "он", "как", "это", "по", "но", "из", "его", "для", "от", "был"))
_ASCII = re.compile("[A-Za-z]")
_TOKEN = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“([^“”\n]{20,1500})”|«([^«»\n]{20,1500})»|„([^„“”\n]{20,1500})[“”]|\"([^\"\n]{20,1500})\"")
_PARAGRAPH = re.compile(r"\S[^\n]*")
_PARAGRAPH_LEAST = 12
"""Words of the shortest paragraph that is asked for its language."""
DETECTED = "language"
"""The rule of marks that only say in which language something is."""
SAMPLE = 3000
"""Characters looked at: more changes nothing."""


def _function_words() -> dict[str, frozenset[str]]:
    return by_language("function_words.txt")


@cache
def _languages_of_words() -> dict[str, list[str]]:
    """Function word -> the languages that it is one of."""
    found: dict[str, list[str]] = {}
    for code, words in _function_words().items():
        for word in words:
            found.setdefault(word, []).append(code)
    return found


def detect_language(text: str, *, least: int = 3) -> str | None:
    """The BCP 47 code of the language most of `text` is in; None if that is not clear.

    `least`: so many function words must be found.
    """
    sample = text[:SAMPLE]
    script = _script(sample)
    if script == "latin":
        return _latin(sample, least)
    if script == "cyrillic":
        return _cyrillic(sample)
    if script == "arabic":
        return next((code for code, letters in _ARABIC if sum(map(sample.count, letters)) > 0.01 * len(sample)), "ar")
    return script


def _script(sample: str) -> str | None:
    if len(_ASCII.findall(sample)) > 0.6 * len(sample):
        return "latin"
    counts: Counter[str] = Counter()
    for c in sample:
        if c.isalpha():
            for name, first, last in _SCRIPTS:
                if first <= c <= last:
                    counts[name] += 1
                    break
    if counts["ja"] and counts["ja"] > 0.05 * counts["zh"]:
        counts["ja"] += counts["zh"]
        counts["zh"] = 0
    # A Chinese character or a Hangul syllable says as much as three letters.
    for name in ("zh", "ja", "ko"):
        counts[name] *= 3
    name, count = counts.most_common(1)[0] if counts else ("", 0)
    return name if count >= 4 and count > 0.4 * counts.total() else None


def _latin(sample: str, least: int) -> str | None:
    words = Counter(_TOKEN.findall(sample.lower()))
    total = words.total()
    scores = sorted(((count, code) for code, count in _counts(words).items()), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    if best < least or best < 0.12 * total or best <= second * 1.1:
        return None
    return code


def _likeliest(text: str) -> str | None:
    """Of languages that are much alike the one that most words speak for, where only such come near."""
    words = Counter(_TOKEN.findall(text[:SAMPLE].lower()))
    first, *others = sorted(((count, code) for code, count in _counts(words).items()), reverse=True)
    near = {code for count, code in others if first[0] <= count * 1.1}
    enough = first[0] >= _LEAST_OF_ALIKE and first[0] >= 0.25 * words.total()
    return first[1] if enough and _script(text[:SAMPLE]) == "latin" and near <= _close_to(first[1]) else None


def _listed(text: str) -> str | None:
    sample = text[:SAMPLE]
    return listed_language(sample, _languages_of_words()) if _script(sample) == "latin" else None


def _counts(words: Counter[str]) -> dict[str, int]:
    """How many of these words are function words of each language."""
    counts = dict.fromkeys(_function_words(), 0)
    languages = _languages_of_words()
    for word, count in words.items():
        for code in languages.get(word, ()):
            counts[code] += count
    return counts


def _cyrillic(sample: str) -> str:
    lower = sample.lower()
    for code, letters in _CYRILLIC:
        if sum(map(lower.count, letters)) > 0.01 * len(lower):
            return code
    words = Counter(_TOKEN.findall(lower))
    if "ы" not in lower and sum(words[w] for w in _BULGARIAN) > sum(words[w] for w in _RUSSIAN):
        return "bg"
    return "ru"


def foreign_spans(text: str, language: str) -> list[tuple[int, int, str]]:
    """(start, end, language) of the quotations in `text`, marks included, that are surely in another language.

    Surely: five words or more, at least three function words of the other language and hardly any of the text's own;
    or another script.
    """
    found = []
    known = _function_words()
    own = known.get(language.partition("-")[0], frozenset())
    for match in _QUOTED.finditer(text):
        inner = next(g for g in match.groups() if g)
        words = _TOKEN.findall(inner.lower())
        if sum(word[0].isupper() for word in _TOKEN.findall(inner)) > len(words) / 2:
            continue  # names
        code = detect_language(inner)
        if code is None or code == language.partition("-")[0]:
            continue
        if code in known:
            theirs = sum(w in known[code] for w in words)
            ours = sum(w in own for w in words)
            if len(words) < 5 or theirs < 3 or ours * 3 > theirs:
                continue
        found.append((match.start(), match.end(), code))
    return found


def foreign_paragraphs(text: str, language: str) -> list[tuple[int, int, str]]:
    """(start, end, language) of the paragraphs in `text` that are surely in another language, as bilingual papers have.

    Surely: a dozen words or more, a quarter of them function words of the other language, three times as many as of the
    text's own; and languages whose words are not much alike.
    """
    main = main_language(language)
    known = _function_words()
    own, alike = known.get(main, frozenset()), _close_to(main)
    found = []
    for match in _PARAGRAPH.finditer(text):
        words = _TOKEN.findall(match.group()[:SAMPLE].lower())
        if len(words) < _PARAGRAPH_LEAST or len([w for w in words if w in own]) * 6 > len(words):
            continue
        code = detect_language(match.group(), least=5)
        theirs = sum(w in known.get(code or "", ()) for w in words)
        if code and code not in alike and theirs * 4 >= len(words) and sum(w in own for w in words) * 3 <= theirs:
            found.append((*match.span(), code))
    return found


_SURE = 40
"""So many function words leave no doubt, where they are a quarter of all words and no other language comes near."""
_LEAST_OF_ALIKE = 8
"""So many function words, a quarter of all, are asked of the likeliest of languages that are alike."""
_ALIKE = (
    frozenset(("no", "nb", "nn", "da", "sv", "is", "fo")),
    frozenset(("hr", "sr", "bs", "sl", "mk", "sk", "cs", "pl")),
    frozenset(("pt", "gl", "es", "ca", "ast", "oc", "it")),
    frozenset(("nl", "af", "fy", "nds", "de", "lb", "gsw")),
    frozenset(("id", "ms", "jv", "su")),
    frozenset(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "tt")),
    frozenset(("ar", "fa", "ur", "ps", "ckb", "ku", "sd", "ug")),
    frozenset(("zh", "ja", "yue")),
)
"""Languages that function words or letters may take for one another."""


def _close_to(code: str) -> frozenset[str]:
    return frozenset((code,)).union(*(group for group in _ALIKE if code in group))


def _surely(text: str) -> str | None:
    """The language that `text` is in beyond doubt, or None."""
    found = detect_language(text, least=_SURE)
    known = _function_words()
    if found not in known:
        return found if found and sum(c.isalpha() for c in text[:SAMPLE]) > 200 else None
    words = Counter(_TOKEN.findall(text[:SAMPLE].lower()))
    best, second = sorted(_counts(words).values(), reverse=True)[:2]
    return found if best > 1.3 * second and best > 0.25 * words.total() else None


def read_text(article: Article) -> str:
    """The text of `article` without what its source says is not to be read."""
    at, pieces = 0, []
    for mark in article.marks:
        if mark.role is None:
            pieces.append(article.text[at : mark.start])
            at = mark.end
    return "".join([*pieces, article.text[at:]])


def with_language(article: Article) -> Article:
    """`article` with its language and a mark on every paragraph and quotation in another one.

    What the source says counts, unless the text is surely in another language: many a publishing system puts `en` on
    whatever it prints.
    """
    text = read_text(article)
    language = article.language or detect_language(text) or _likeliest(text) or _listed(text)
    if article.language and (surely := _surely(text)) and surely not in _close_to(main_language(article.language)):
        language = surely
    marks = list(article.marks)
    if language:
        paragraphs = foreign_paragraphs(article.text, language)
        for start, end, code in (*foreign_spans(article.text, language), *paragraphs):
            if not any(m.start < end and start < m.end for m in marks):
                marks.append(Mark(start, end, Role.BODY, rule=DETECTED, language=code))
    if len(marks) > len(article.marks):
        marks.sort(key=lambda mark: mark.start)
        return replace(article, language=language, marks=tuple(marks))
    return article if language == article.language else replace(article, language=language)
