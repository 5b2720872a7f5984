"""Text -> the language it is in, and the quotations in it that are in another one.

By script where a script has one language, else by function words: the commonest words of a language make up a third of
any running text in it. Small, offline and without tables to load; docs/formats.md has the comparison with libraries.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from ..model import Article, Mark, Role

# The commonest function words; those shared by several languages count for each of them.
_WORDS = {
    "en": "the of and to in is that was for it with as his on be at by had not are but from or have they which one you were all her she there their been has would what will if can said who more about also after its than into he this an we i my your our",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn ich wir ihr",
    "fr": "de la le et les des en un du une que est pour qui dans par sur au plus pas ce il sont se ne avec son cette ont aux mais ses comme été nous leur ou elle sa on fait était deux même ces entre après sans vous je d l qu c n s",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué han yo hay",
    "it": "di e il la che in un a per è una non sono da si con del della le al i dei come più anche ha lo nel gli alla delle ma dal su se loro o nella tra stato suo essere questo ed ai due hanno era ci cui dopo quando solo dell l",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus são você",
    "nl": "de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog uit worden door naar heeft hij over ze wordt tot je was ik werd al kan meer geen hebben dit of zo we deze wel had wat onder zich",
    "sv": "och i att det som en på är av för med den till inte har de ett om var jag men sig så från vi kan han när nu ska eller också efter mot vid under sin där över bara hade mer",
    "da": "og i at det er en til på af for som med den de ikke der har var et han om fra vil men sig kan jeg også efter ved så over mod eller være nu hun blev når skal havde",
    "no": "og i det er på som en å for av at med til har den de ikke et om han var fra men vi seg kan jeg også etter ved så over mot eller være nå hun ble når skal hadde",
    "fi": "ja on ei se että oli hän en mutta ovat kun niin myös joka sen mukaan vain kuin jos tai ole ovat sekä mitä hänen noin jo vielä nyt tämä voi mukaan kanssa",
    "pl": "w i na z się nie do że to jest o a jak po od przez za co tym dla ale ma przy tego są jego był już czy które który oraz także być może tylko",
    "cs": "a v se na je že s z do o to i ve pro za by jako po jsou ale tak od k u si není byl která který jeho být podle také které ho jen už při než bylo",
    "ro": "de și în a la cu pe din o un că nu este pentru care mai se să au fi prin sunt al fost după are lui ca este dar ce între sau cele",
    "hu": "a az és hogy nem is egy ez volt de már csak ki meg mint még azt amely el kell lehet után szerint vagy ezt lesz van ha aki",
    "tr": "ve bir bu da de için ile olarak olan çok daha en gibi kadar sonra ne ama değil var olduğu ya her o göre ise mi",
    "id": "yang dan di dengan untuk dari ini pada itu tidak dalam akan ada juga oleh ke sebagai telah bisa atau karena mereka para saya kami",
    "vi": "và của là có được cho không trong với các một những này đã để người khi đến về ở ra vào nhiều năm cũng",
    "ca": "de la i el que a en les els un per amb una del és no es va al més com ha són aquest aquesta seva però",
    "sw": "ya na wa kwa ni katika la za kuwa hiyo huo hii huyo hao alisema cha yake wake pia kama kutoka",
}
_LATIN: dict[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in _WORDS.items()}
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
_BULGARIAN = frozenset("на за се да от са че това като със във ще при".split())
_RUSSIAN = frozenset("и в не на что он как это по но из его для от ы был были".split())
_TOKEN = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“([^“”\n]{20,1500})”|«([^«»\n]{20,1500})»|„([^„“”\n]{20,1500})[“”]|\"([^\"\n]{20,1500})\"")
SAMPLE = 4000
"""Characters looked at: more changes nothing."""


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
    scores = sorted(
        ((sum(n for word, n in words.items() if word in known), code) for code, known in _LATIN.items()), reverse=True
    )
    (best, code), (second, _) = scores[0], scores[1]
    if best < least or best < 0.12 * total or best <= second * 1.1:
        return None
    return code


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
    own = _LATIN.get(language.partition("-")[0], frozenset())
    for match in _QUOTED.finditer(text):
        inner = next(g for g in match.groups() if g)
        words = _TOKEN.findall(inner.lower())
        code = detect_language(inner)
        if code is None or code == language.partition("-")[0]:
            continue
        if code in _LATIN:
            theirs = sum(w in _LATIN[code] for w in words)
            ours = sum(w in own for w in words)
            if len(words) < 5 or theirs < 3 or ours * 3 > theirs:
                continue
        found.append((match.start(), match.end(), code))
    return found


def with_language(article: Article) -> Article:
    """`article` with its language, if it had none, and a mark on every quotation in another one."""
    language = article.language or detect_language(article.text)
    marks = list(article.marks)
    if language:
        for start, end, code in foreign_spans(article.text, language):
            if not any(m.start < end and start < m.end for m in marks):
                marks.append(Mark(start, end, Role.BODY, language=code))
    if len(marks) > len(article.marks):
        marks.sort(key=lambda mark: mark.start)
        return replace(article, language=language, marks=tuple(marks))
    return article if language == article.language else replace(article, language=language)
