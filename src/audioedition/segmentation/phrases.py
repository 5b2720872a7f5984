"""Tokens of a paragraph, and the noun phrases before and after a verb, found without a parser.

What is needed of grammar to say who spoke: names are capitalised, news prose keeps subject and verb close, and what
comes between them (apposition, relative clause, adverbs, time) begins with a word of a small closed class.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from . import sentences
from .verbs import BARE, CUES

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.’'&/-][^\W_]+)*(?:['’](?![^\W_]))?|@\w+|\$|[^\w\s]")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen sens rep reps gov gen col lt sgt capt prof rev st jr sr maj adm hon pres cmdr d r n ariz calif colo conn del fla ga "
    "ill ind ky la md mass mich minn mo mont neb nev okla ore pa penn tenn tex vt va wash wis wyo inc co corp jan feb aug sept oct nov dec".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    text: str
    kind: str
    """`word`, `name` (capitalised), `stop` (end of sentence), `quote` or the punctuation mark itself."""

    @property
    def low(self) -> str:
        return self.text.lower()


def tokenise(text: str, start: int, end: int, quotes: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of a paragraph; each quotation is one token, each end of a sentence outside of them another."""
    out: list[Token] = []
    at = start
    inside = list(quotes)
    stops = {b for _, b in sentences.split(text, start, end)}
    for a, b in inside:
        _words(out, text, at, a, stops)
        out.append(Token(a, b, text[a:b] if b - a < 40 else "“…”", "quote"))
        if b in stops:
            out.append(Token(b, b, "¶", "stop"))
        at = b
    _words(out, text, at, end, stops)
    return out


def _words(out: list[Token], text: str, start: int, end: int, stops: set[int]) -> None:
    for m in _TOKEN.finditer(text, start, end):
        word = m.group()
        if word == "." and out and out[-1].end == m.start() and m.end() not in stops and out[-1].kind in ("word", "name"):
            last = out[-1]
            if len(last.text) <= 6:
                out[-1] = Token(last.start, m.end(), last.text + ".", last.kind)
                continue
        if word[0].isalnum() or word[0] == "@":
            kind = "name" if word[0].isupper() or word[0] == "@" or (len(word) > 2 and word[1:2].isupper()) else "word"
        else:
            kind = word
        out.append(Token(m.start(), m.end(), word, kind))
        if m.end() in stops:
            out.append(Token(m.end(), m.end(), "¶", "stop"))


PRONOUNS = frozenset("he she they i we it you who another others one many some both everyone somebody someone nobody".split())
_OTHER_LANGUAGES = frozenset("der die das ein eine le la les un une el los las il lo gli uno una de het een".split())
PERSONAL = frozenset("he she they i we it".split())
DETERMINERS = frozenset("the a an one another his her their its our my some many several two three four five few this these that those both most all other each every no any".split())
PARTICLES = frozenset("de da di du la le van von der den bin ibn al el dos del ter ten bint abu ben".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb aug sept oct nov dec mon tue tues wed thu thurs fri sat sun today yesterday tomorrow tonight".split())
AUXILIARIES = frozenset("has have had is was are were be been being will would could can may might must should did does do 'd ’d 've ’ve to".split())
_ADVERBS = frozenset("also then later once again still even now just already never always often ever soon first earlier afterward afterwards recently only simply too instead further thus so n't not back quickly often both all himself herself themselves itself once twice famously yet rather reportedly".split())
PREPOSITIONS = frozenset("in on at by for from with to of about as after before during since until over under against through into between among amid within without like via upon toward towards per around near outside inside beyond despite".split())
_LINKS = frozenset("of for at with from in on to".split())
SUBORDINATORS = frozenset("when while after before as although though because since if unless until once where whereas asked speaking referring according despite in on at during for by with from following amid unlike like given based responding citing noting calling pressed under over through without upon writing appearing standing among within but".split())
CONJUNCTIONS = frozenset("and but or yet so nor while because that which if whether than when as though although however meanwhile".split())
APPOSITIVE = frozenset("a an the who whose whom which now then former chief director president chairman chairwoman chair professor spokesman spokeswoman executive senior author editor head founder co-founder one himself herself his her their its an both also both along".split())


def is_adverb(token: Token) -> bool:
    low = token.low
    return low in _ADVERBS or (len(low) > 4 and low.endswith("ly") and token.kind == "word" and low not in ("family", "early", "assembly", "ally", "reply", "supply", "july"))


def is_name(token: Token) -> bool:
    return token.kind == "name" and token.low.rstrip(".") not in DAYS and (token.low not in _NEVER_NAMES or token.text.isupper())


_NEVER_NAMES = frozenset("of about the a an in on at by for from with but and or so yet as if when while after before he she it they we i you his her their its our my this that these those there then now however meanwhile also still although though because since according asked what who how why where not no yes one two three some many most several another both all".split())


def is_cue(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is a verb that attributes speech here (`the report`, `United States` are not)."""
    token = tokens[i]
    if token.kind != "word" or token.text not in CUES:
        return False
    before = tokens[i - 1] if i else None
    if token.text in BARE and token.text not in ("said", "read", "put", "hit", "cast"):
        # The plain form needs a plural subject or an auxiliary before it, and is a noun after a determiner.
        if before is None or before.low in DETERMINERS or before.low.endswith(("'s", "’s")) or before.kind not in ("word", "name"):
            return False
        if before.low in PREPOSITIONS and before.low != "to":
            return False
        return before.low in ("to", "they", "we", "i", "you", "who", "will", "would", "can", "could", "did", "does", "do", "might", "may", "must", "should", "not", "n't") or before.low.endswith("s") or is_adverb(before) or before.low in ("people", "two", "others", "critics")
    if before is not None and before.text.endswith(("'s", "’s")) and not token.text.endswith(("ed", "ing")) and token.text != "said":
        return False
    if before is not None and (before.low in ("the", "a", "an", "his", "her", "their", "its") or (before.low in PREPOSITIONS and not token.text.endswith("ing"))):
        return False
    return True


def phrase_before(tokens: Sequence[Token], i: int, low: int) -> tuple[int, int] | None:
    """The noun phrase that ends with token `i`, not reaching below index `low`; (first, last) or None."""
    if i < low:
        return None
    token = tokens[i]
    if token.low in PRONOUNS and not (token.low in ("one", "others", "another", "many", "some", "both") and i > low and tokens[i - 1].low in DETERMINERS):
        return i, i
    if token.kind not in ("word", "name") or token.low in CONJUNCTIONS or token.low in PREPOSITIONS or token.low in AUXILIARIES:
        return None
    k = i
    if is_name(token):
        while k > low and _joins_name(tokens, k, low):
            k -= 1
        while k > low and _joins_noun(tokens[k - 1]) and i - k < 10 and not is_cue(tokens, k - 1):
            k -= 1
    elif token.kind == "word" or token.low.rstrip(".") in DAYS:
        if token.low.rstrip(".") in DAYS or token.text[0].isdigit():
            return None
        while k > low and (_joins_noun(tokens[k - 1]) or is_name(tokens[k - 1])) and i - k < 8 and not is_cue(tokens, k - 1):
            k -= 1
    if k > low and tokens[k - 1].low in DETERMINERS:
        k -= 1
        if k > low and tokens[k - 1].low in ("the", "all", "some", "many", "most", "his", "her", "their"):
            k -= 1
    elif k > low and tokens[k - 1].text.endswith(("'s", "’s", "s'", "s’")) and tokens[k - 1].kind in ("name", "word"):
        owner = phrase_before(tokens, k - 1, low)
        k = owner[0] if owner else k - 1
    if k - 1 > low and tokens[k - 1].low in _LINKS and (tokens[k - 1].low in ("of", "for") or tokens[k].low in DETERMINERS or is_name(tokens[k])):
        # `a spokesman for the ministry`: on to the head, if it is one with a determiner.
        head = phrase_before(tokens, k - 2, low)
        if head and (tokens[head[0]].low in DETERMINERS or is_name(tokens[head[0]])) and (
            tokens[k - 1].low in ("of", "for") or tokens[head[1]].kind == "word"
        ) and tokens[head[1]].low not in ("interview", "statement", "speech", "day", "week", "month", "year", "time", "debate", "rally", "conference", "meeting", "event", "letter"):
            return head[0], i
    return k, i


def _joins_name(tokens: Sequence[Token], k: int, low: int) -> bool:
    before = tokens[k - 1]
    if is_name(before) and not before.text.endswith(("'s", "’s")):
        return True
    if before.low in PARTICLES and k - 1 > low:
        return True
    if before.low in ("of", "the", "and", "&") and k - 2 >= low and before.text.islower():
        # `Department of Justice`, `Bank of the West`
        first = tokens[k - 2]
        return (is_name(first) or (first.low in ("of", "for") and k - 3 >= low and is_name(tokens[k - 3]))) and before.low != "and"
    return False


_NOT_NOUN = frozenset("said there here what how why where more less than very much most least own such when".split())


def _joins_noun(token: Token) -> bool:
    low = token.low
    return (
        token.kind == "word"
        and low not in DETERMINERS
        and low not in PREPOSITIONS
        and low not in CONJUNCTIONS
        and low not in AUXILIARIES
        and low not in PRONOUNS
        and low not in SUBORDINATORS
        and low not in _NOT_NOUN
        and not is_adverb(token)
        and token.text[0].isalpha()
    )


def phrase_after(tokens: Sequence[Token], i: int, high: int) -> tuple[int, int] | None:
    """The noun phrase that begins with token `i`, not reaching index `high`; (first, last) or None."""
    if i >= high:
        return None
    token = tokens[i]
    if token.kind not in ("word", "name") or token.text[0].isdigit():
        return None
    if token.low in PERSONAL or token.low in ("who", "you"):
        return i, i
    k = i
    while k < high and tokens[k].low in DETERMINERS:
        k += 1
    first = k
    while k < high and k - i < 14:
        this = tokens[k]
        if is_name(this):
            k += 1
        elif this.low in PARTICLES and k + 1 < high and is_name(tokens[k + 1]):
            k += 1
        elif this.low in ("of", "for") and k > first and k + 1 < high and tokens[k + 1].kind in ("word", "name") and not (this.low == "for" and is_name(tokens[k - 1])):
            k += 1
            while k < high and tokens[k].low in DETERMINERS:
                k += 1
        elif this.low in ("in", "at", "with", "from", "on") and k > first and first > i and not is_name(tokens[k - 1]) and k + 1 < high and (is_name(tokens[k + 1]) or tokens[k + 1].low in ("the", "his", "her")):
            k += 1
        elif _joins_noun(this) and not is_cue(tokens, k):
            if k > first == i and is_name(tokens[k - 1]) and not _leads_on(tokens, k, high):
                break
            k += 1
        else:
            break
    if k == first and first > i:
        # A determiner alone: `another`, `many`, `one`.
        return (i, k - 1) if tokens[i].low in PRONOUNS or tokens[k - 1].low in ("two", "three", "four", "others", "one", "other") else None
    return (i, k - 1) if k > i else None


def _leads_on(tokens: Sequence[Token], k: int, high: int) -> bool:
    """Whether the nouns after a name go on to another name or a verb of speech: `New York attorney Eric Levine`."""
    for j in range(k, min(high, k + 4)):
        if j > k and (is_name(tokens[j]) or is_cue(tokens, j)):
            return True
        if not _joins_noun(tokens[j]):
            return False
    return False


def skip_adverbs_back(tokens: Sequence[Token], k: int, low: int) -> int:
    while k >= low and (is_adverb(tokens[k]) or tokens[k].low in AUXILIARIES or tokens[k].low in ("n't", "'d", "’d") or tokens[k].low.rstrip(".") in DAYS):
        k -= 1
    return k


def subject(
    tokens: Sequence[Token], verb: int, low: int, is_person: Callable[[tuple[int, int]], bool]
) -> tuple[int, int] | None:
    """The subject of the verb at index `verb` in the sentence that begins at index `low`; (first, last) or None."""
    k = skip_adverbs_back(tokens, verb - 1, low)
    if k < low:
        return None
    token = tokens[k]
    if any(tokens[j].low == "to" for j in range(k + 1, verb)):
        # `Smith used the question to demand`
        return first_phrase(tokens, low, verb)
    participle = tokens[verb].text.endswith("ing") and k == verb - 1
    if participle and token.low == "by" and k - 1 > low:
        return subject(tokens, k - 1, low, is_person)
    if token.kind in ("word", "name") and token.low not in CONJUNCTIONS and not (participle and token.low in PREPOSITIONS):
        if token.low == "who":
            return phrase_before(tokens, k - 2 if tokens[k - 1].kind == "," else k - 1, low) or (k, k)
        found = phrase_before(tokens, k, low)
        if found and not (participle and not is_name(token) and token.low not in PERSONAL):
            if not is_name(token) and token.low not in PRONOUNS:
                # `an official who spoke to discuss strategy said`
                for j in range(found[0] - 1, max(low, k - 25), -1):
                    if tokens[j].low == "who":
                        return phrase_before(tokens, j - 2 if tokens[j - 1].kind == "," else j - 1, low) or found
                    if tokens[j].kind in (",", ";", "quote"):
                        break
            return found
    if token.kind in (",", ")", "—", "–", "-") and not tokens[verb].text.endswith("ing"):
        found = _before_apposition(tokens, k, low, is_person)
        if found:
            return found
    return first_phrase(tokens, low, verb)


def _before_apposition(
    tokens: Sequence[Token], k: int, low: int, is_person: Callable[[tuple[int, int]], bool]
) -> tuple[int, int] | None:
    """The noun phrase to which what ends at the mark with index `k` is in apposition."""
    closing = tokens[k].kind
    if closing == ",":
        end = k - 1
        if end > low and tokens[end].kind == ")":
            end = next((j for j in range(end - 1, max(low, end - 12), -1) if tokens[j].kind == "("), end) - 1
        near = phrase_before(tokens, end, low)
        if near and is_name(tokens[near[1]]) and (near[0] == low or tokens[near[0] - 1].kind in (",", "stop")) and is_person(near):
            return near
    floor = low
    if tokens[low].low in SUBORDINATORS or tokens[low].low in PREPOSITIONS or tokens[low].low.rstrip(".") in DAYS:
        floor = next((j + 1 for j in range(low, k) if tokens[j].kind == ","), low)
    opening = "(" if closing == ")" else closing
    fallback = None
    for p in range(k - 1, max(floor, k - 60) - 1, -1):
        if tokens[p].kind in ("stop", ";"):
            break
        if tokens[p].kind != opening:
            continue
        found = phrase_before(tokens, p - 1, floor)
        if found and closing != ",":
            return found
        if found and is_name(tokens[found[1]]):
            after = tokens[p + 1]
            if after.low.rstrip(".") in APPOSITIVE or after.low.startswith("then-") or after.text[0].isdigit():
                return found
            fallback = fallback or found
        elif found and tokens[p + 1].low in ("who", "which", "whose"):
            return found
    first = first_phrase(tokens, floor, k)
    if first and (is_name(tokens[first[1]]) or tokens[first[0]].low in PERSONAL):
        return first
    return fallback or first


def first_phrase(tokens: Sequence[Token], low: int, high: int) -> tuple[int, int] | None:
    """The first noun phrase of a sentence that is likely to be its subject."""
    i = low
    for _ in range(6):
        while i < high and (tokens[i].kind not in ("word", "name") or is_adverb(tokens[i]) or tokens[i].low in ("and", "but", "so", "yet", "or", "that", "because", "meanwhile", "however", "if")):
            i += 1
        if i >= high:
            return None
        if tokens[i].low in SUBORDINATORS or tokens[i].low in PREPOSITIONS or tokens[i].low.endswith("ing") or tokens[i].low.rstrip(".") in DAYS:
            comma = next((j for j in range(i, high) if tokens[j].kind == ","), None)
            if comma is None:
                i += 1
                if tokens[i - 1].low in PREPOSITIONS and (skipped := phrase_after(tokens, i, high)):
                    i = skipped[1] + 1
                continue
            i = comma + 1
            continue
        found = phrase_after(tokens, i, high)
        if found:
            return found
        i += 1
    return None
