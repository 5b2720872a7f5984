"""A quotation in the reporter's sentence -> whose words that sentence elsewhere says that they are, by named rules."""

from __future__ import annotations

from ...lexis.grammar import english_words
from ...lexis.tables import kinds
from ...lexis.verbs import verbs
from ...model.rules import Rule, RuleSet
from ..tokens import is_name, is_owner
from .mentions import is_done_to
from .phrases import Phrase, phrase_after, skip_adverbs_back
from .quoted import Quoted
from .sentence_heads import first_phrase
from .subjects import subject

_IN_SENTENCE = 45
"""Tokens between a verb of speech and its quotation."""
_BESIDE, _ACCUSED, _CALLED = 8, 16, 24
"""The same for verbs that attribute words beside them only, where somebody is accused of or something described as."""
_WORD = 24
"""Characters of the longest word with which a fragment begins."""
_VERBS = 5
"""Verbs of speech that are tried in one sentence: more are a list or no prose."""
_SUBJECTS = frozenset(("he", "she", "they"))
_told_to = kinds("discourse", "kinds")("told_to")


def is_told_to(quoted: Quoted) -> bool:
    """Whether others say it to whom the sentence is about: `he was told that “nothing more could be done”`."""
    tokens, q = quoted.tokens, quoted.at
    said = next((i for i in range(q - 1, max(quoted.low, q - _BESIDE), -1) if tokens[i].cue), None)
    if said is None or quoted.comma or tokens[said].text not in _told_to() or not quoted.paragraph.is_passive(said):
        return False
    return all(token.kind == "word" and token.low != "by" for token in tokens[said + 1 : q] if token.kind != ":")


def _verb_before(quoted: Quoted) -> Phrase | None:
    paragraph, tokens, q, low = quoted.paragraph, quoted.tokens, quoted.at, quoted.low
    strong = verbs().strong
    verbs_left = _VERBS
    called = tokens[q - 1].low == "as"
    for i in range(q - 1, max(low, q - _IN_SENTENCE) - 1, -1):
        if paragraph.source(i, q) or not verbs_left:
            return None
        verbs_left -= tokens[i].cue
        near = i >= q - (_ACCUSED if tokens[i].text.startswith("accus") else _CALLED if called else _BESIDE)
        speaks = tokens[i].cue and (near or tokens[i].text in strong) and not paragraph.is_told_of(i, low, q)
        if speaks and (found := paragraph.doer(i, low, q)):
            return found
    return None


def _source_before(quoted: Quoted) -> Phrase | None:
    q = quoted.at
    for i in range(q - 1, max(quoted.low, q - _IN_SENTENCE) - 1, -1):
        if found := quoted.paragraph.source(i, q):
            return found
    return None


def _rest(quoted: Quoted) -> range:
    """The tokens of the quotation's sentence that follow it."""
    i, tokens = quoted.at + 1, quoted.tokens
    high = quoted.paragraph.stops[i] if i < len(tokens) else len(tokens)
    return range(i, min(high, quoted.at + _IN_SENTENCE))


def _source_later(quoted: Quoted) -> Phrase | None:
    rest, tokens = _rest(quoted), quoted.tokens
    high = quoted.paragraph.stops[rest.start] if rest else 0
    for i in rest:
        if tokens[i].low == "according" and (found := quoted.paragraph.source(i, high)):
            return found
    return None


def _verb_later(quoted: Quoted) -> Phrase | None:
    """`“a disgrace” is what the mayor called it`: for fragments only."""
    if quoted.whole:
        return None
    tokens, q, strong = quoted.tokens, quoted.at, verbs().strong
    for i in _rest(quoted):
        if not tokens[i].cue or tokens[i].text not in strong or quoted.paragraph.is_passive(i):
            continue
        k = skip_adverbs_back(tokens, i - 1, q + 1)
        beside = k > q and (tokens[k].kind in ("name", "word") or _is_told_last(quoted, i))
        if beside and (found := subject(tokens, i, q + 1, quoted.paragraph.is_person)):
            return found
    return None


def _is_told_last(quoted: Quoted, verb: int) -> bool:
    """Whether a sentence ends with who says so: `He did not get “a glass of water” from it, says his widow Ana.`"""
    tokens = quoted.tokens
    found = phrase_after(tokens, verb + 1, len(tokens)) if tokens[verb - 1].kind == "," else None
    ends = found is not None and all(token.kind in (".", "stop") for token in tokens[found[1] + 1 : found[1] + 2])
    return ends and not english_words()


def _about(quoted: Quoted) -> Phrase | None:
    """Whom the sentence of a fragment in small letters is about, by name or pronoun: `She wants them “to admit …”`."""
    tokens, q, low = quoted.tokens, quoted.at, quoted.low
    inner = quoted.paragraph.text[quoted.span.start + 1 : quoted.span.start + _WORD]
    if quoted.whole or not inner[:1].islower() or not 0 < q - low <= _IN_SENTENCE:
        return None
    if tokens[q - 1].kind == "," and inner.split()[0].endswith("ed"):
        return None  # `Sergeant Hale, who led it, ‘produced a photo’`: so others say
    if tokens[q - 1].low == "as" or is_done_to(tokens, low, q):
        return None  # `known as “…”`, `was called “…”`: by others
    return _who_it_is_about(quoted)


def _who_it_is_about(quoted: Quoted) -> Phrase | None:
    tokens, q = quoted.tokens, quoted.at
    if tokens[q - 1].low in _SUBJECTS:
        return q - 1, q - 1  # `The court heard that he “wanted to be left alone”`
    found = first_phrase(tokens, quoted.low, q)
    if found is None or found[1] >= q - 1 or is_owner(tokens[found[1]]):
        return None
    named = is_name(tokens[found[1]]) and tokens[found[0]].low != "the" and quoted.paragraph.is_person(found)
    return found if named or tokens[found[0]].low in _SUBJECTS else None


def _source_at_head(quoted: Quoted) -> Phrase | None:
    """`According to Smith, the report on Hale raised the question “…”`: unless somebody in between says it."""
    tokens, low, core = quoted.tokens, quoted.low, verbs().core
    if quoted.paragraph.low(low) != "according" or any(t.cue and t.text in core for t in tokens[low : quoted.at]):
        return None
    return quoted.paragraph.source(low, quoted.at)


IN_SENTENCE = RuleSet(
    "elsewhere in the sentence",
    [
        Rule("according to at the head", _source_at_head, "According to Smith, the report on Hale raised “…”"),
        Rule("verb before", _verb_before, "Smith said that the “…” of the council was"),
        Rule("according to before", _source_before, "which according to Smith was no “…” but"),
        Rule("according to behind", _source_later, "“…” of the kind, according to Smith"),
        Rule("verb behind", _verb_later, "The “…” of the council, Smith said, was"),
        Rule("whom the sentence is about", _about, "She wants the council “to admit that it was wrong”"),
    ],
)
