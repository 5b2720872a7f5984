"""The sentence below a quotation, or behind its stop -> whose words it says that those before it were."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...lexis.grammar import grammar
from ...lexis.tables import Lexis, columns, derived
from ...model.rules import Rule, RuleSet
from ..tokens import Token, is_name
from .phrases import Phrase, phrase_after
from .pointing import is_somebody, looking_back
from .quoted import Paragraph, Quoted

_TOLD = 42
"""Characters of the shortest quotation of which the next sentence says whose it is: about seven words."""
_LEAD = 40
"""Characters of the longest way in which such a sentence begins."""
_ENDS = frozenset((".", "!", "?", "stop"))


def _named_in_next(quoted: Quoted) -> Phrase | None:
    """`“There is a bolt missing.” Berg said.`: nothing but a name and a verb of speech."""
    tokens, i = quoted.tokens, quoted.at + 2
    if quoted.paragraph.kind(quoted.at + 1) != "stop" or i >= len(tokens):
        return None
    stop = quoted.paragraph.stops[i]
    name_first = phrase_after(tokens, i, stop)
    if name_first and quoted.paragraph.is_person(name_first):
        verb = quoted.paragraph.skip_adverbs(name_first[1] + 1, stop)
        short = verb < stop and tokens[verb].cue and stop - verb < 4
        return name_first if short and not _quotes(tokens, verb, stop) else None
    if tokens[i].cue and stop - i < 8 and (found := phrase_after(tokens, i + 1, stop)):
        return found if is_name(tokens[found[1]]) or tokens[found[0]].low in grammar().personal else None
    return None


def _quotes(tokens: Sequence[Token], low: int, high: int) -> bool:
    return any(token.kind == "quote" for token in tokens[low : high + 2])


def _that_is_how(quoted: Quoted) -> Phrase | None:
    """`“A tin with a view.” That is what Ana Berg, the cook, called it.`, in the next sentence or paragraph."""
    if quoted.paragraph.kind(quoted.at + 1) != "stop":
        return None
    return looking_back(quoted.tokens, quoted.at + 2, quoted.paragraph.is_person)


NEXT_SENTENCE = RuleSet(
    "next sentence",
    [
        Rule("name and verb", _named_in_next, "“There is a bolt missing.” Berg said."),
        Rule("that is how", _that_is_how, "“A tin with a view.” That is what Berg, the cook, called it."),
    ],
)


@derived
def _told_after(lexis: Lexis) -> Mapping[re.Pattern[str], str]:
    """How sentences begin that say whose words the ones before them were, the longer first -> the column `verb`."""
    rows = lexis.local("told_after") if columns(lexis.language, "told_after") else {}
    return {
        re.compile(rf"(?:{lead})(?:(?<=\W)|(?!\w))"): rows[lead]["verb"] for lead in sorted(rows, key=len, reverse=True)
    }


def _told_so(quoted: Quoted) -> Phrase | None:
    """`«…». Lo ha detto la sindaca, Ana Berg`, `“…”. Así lo afirmó Berg`, `“…”. A afirmação é do prefeito`."""
    tokens, i = quoted.tokens, quoted.at + 1
    least = _TOLD // 2 if tokens[i : i + 1] and tokens[i].kind == "," else _TOLD
    if not _told_after() or quoted.span.end - quoted.span.start < least:
        return None
    while i < len(tokens) and (tokens[i].kind in _ENDS or (i == quoted.at + 1 and tokens[i].kind == ",")):
        i += 1
    if not quoted.at + 1 < i < len(tokens):
        return None
    return said_so(quoted.paragraph, i)


def said_so(paragraph: Paragraph, i: int) -> Phrase | None:
    """Whom a sentence from index `i` names that says whose the words before it were."""
    tokens = paragraph.tokens
    words = paragraph.text[tokens[i].start : tokens[i].start + _LEAD].lower().replace("’", "'")
    for pattern, verb in _told_after().items():
        if lead := pattern.match(words):
            stop = next((j for j in range(i, len(tokens)) if tokens[j].kind == "stop"), len(tokens))
            behind = next((j for j in range(i, stop) if tokens[j].start >= tokens[i].start + lead.end()), stop)
            return _teller(paragraph, behind, stop, verb)
    return None


def _teller(paragraph: Paragraph, i: int, stop: int, verb: str) -> Phrase | None:
    """Whom the rest of such a sentence, from index `i`, names: behind its verb of speech, or at once."""
    tokens = paragraph.tokens
    told = next((j for j in range(i, min(stop, i + 3)) if tokens[j].cue), None) if verb else None
    if told is None and verb == "yes":
        return None
    first = i if told is None else paragraph.skip_adverbs(told + 1, stop)
    if first < stop and tokens[first].low in grammar().prepositions:  # `scrive in una nota la consigliera`
        first = next((j for j in range(first + 2, min(stop, first + 5)) if tokens[j].low in ("the", "it")), first)
    found = phrase_after(tokens, first, stop)
    if found is None or not (is_name(tokens[found[1]]) or is_somebody(tokens, found)):
        return None
    return paragraph.named(_up_to_name(tokens, found), stop)


def _up_to_name(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """`la sindaca Ana Berg in conferenza` -> `la sindaca Ana Berg`: without where it was said."""
    first, last = phrase
    for i in range(first + 2, last):
        if is_name(tokens[i - 1]) and is_name(tokens[i - 2]) and tokens[i].low in grammar().prepositions:
            return first, i - 1
    return phrase


TOLD_AFTER = RuleSet(
    "sentence below",
    [Rule("told so", _told_so, "agencies of the south: «…». Lo ha detto la sindaca, Ana Berg")],
)
