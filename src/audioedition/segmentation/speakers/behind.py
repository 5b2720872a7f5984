"""What stands behind a quotation -> who said it, by named rules: in the same sentence, or in one of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...lexis.grammar import english_words, grammar, subjects_are_left_out
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...lexis.verbs import verbs
from ...model.rules import Rule, RuleSet
from ..foreign_words import unknown_verb
from ..tokens import Token, is_name
from .appositions import past_field
from .left_out import is_gesture
from .phrases import Phrase, phrase_after, phrase_before
from .pointing import is_somebody, put_so
from .quoted import Quoted

_words = kinds("discourse", "kinds")
_be, _back, _modifying = _words("be"), _words("back"), _words("modifying")
_TELLING = frozenset(("told", "wrote", "asked"))
_HOW = 3
"""Words between an auxiliary and its participle, or a verb and its subject, that say how, when and where."""
_MODIFIERS = 14
"""Tokens of what follows a noun, up to its verb: `who asked not to be named for fear of her job`."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A quotation, and the tokens `at` to `high` behind it in which its attribution may stand."""

    quoted: Quoted
    at: int
    high: int

    @classmethod
    def of(cls, quoted: Quoted) -> Behind:
        words = quoted.behind()
        return cls(quoted, words.start, words.stop)

    @property
    def verb(self) -> int:
        """Index of the first word, `as` and the auxiliaries of other languages apart: `…”, a déclaré Berg`."""
        tokens, i = self.quoted.tokens, self.at + (self.quoted.paragraph.low(self.at) == "as")
        if i + 1 >= self.high:
            return i
        asked = tokens[i + 1].text[0] == "-"  # `a-t-elle ajouté`
        auxiliary = tokens[i].low in ("a", "ha", "hat") or (tokens[i].low == "has" and tokens[i].text.lower() != "has")
        if auxiliary and (asked or tokens[i + 1].text in verbs().strong or unknown_verb(tokens, i + 1)):
            return i + 1
        return self._past_adverbs(i) if english_words() and tokens[i].low == "has" else i

    def _past_adverbs(self, i: int) -> int:
        """Index of the verb of speech behind an auxiliary at index `i` and how it was said: `a d’emblée assuré`."""
        tokens = self.quoted.tokens
        for j in range(i + 2, min(self.high, i + 2 + _HOW)):
            if tokens[j - 1].kind != "word" or nouns().is_human(tokens[j - 1].low):
                break
            if tokens[j].cue and tokens[j].text in verbs().strong:
                return j
        return i

    def phrase(self) -> Phrase | None:
        """The noun phrase that the words behind the quotation begin with."""
        i = self.verb
        tokens, known = self.quoted.tokens, grammar()
        if i >= self.high or (tokens[i].cue and not tokens[i].text.endswith("ing")):
            return None
        if tokens[i].low in known.conjunctions or tokens[i].low in known.auxiliaries:
            return None
        return phrase_after(tokens, i, self.high)


def _source_behind(behind: Behind) -> Phrase | None:
    paragraph = behind.quoted.paragraph
    if paragraph.low(behind.at) != "according" or behind.at >= behind.high:
        return None
    found = paragraph.source(behind.at, behind.high)
    return None if found and _is_in_paper(behind, found) else found


def _is_in_paper(behind: Behind, source: Phrase) -> bool:
    """Whether a paper only tells what somebody says before a fragment: `Berg told officers he had taken “some pills,”
    according to the report`.
    """
    quoted, tokens = behind.quoted, behind.quoted.tokens
    if english_words() or tokens[source[1]].low not in nouns().papers | nouns().texts:
        return False
    first = phrase_after(tokens, quoted.low, quoted.at) if quoted.low < quoted.at else None
    verb = first[1] + 1 if first else quoted.at
    told = verb < quoted.at and tokens[verb].cue and (tokens[verb].text in verbs().core or tokens[verb].text == "told")
    return first is not None and told and quoted.paragraph.is_person(first)


def _verb_then_name(behind: Behind) -> Phrase | None:
    i, tokens = behind.verb, behind.quoted.tokens
    if i >= behind.high or not tokens[i].cue or tokens[i].text.endswith("ing"):
        return None
    subject = _past_particle(tokens, i, behind.high)
    found = _subject_from(behind, i, subject)
    if found is None or tokens[found[0]].low == "that":
        return None
    named = is_name(tokens[found[1]]) or tokens[found[0]].low in grammar().pronouns or is_somebody(tokens, found)
    inverts = _inverts(tokens, i) and not (is_gesture(tokens, i) or _is_no_subject(tokens, found))
    return behind.quoted.paragraph.named(found, behind.high) if named or inverts else None


_DEED = 4
"""Words of what somebody does with a quotation, in a language that turns verb and subject round."""


def _words_then_name(behind: Behind) -> Phrase | None:
    """`«…», si fa avanti Davide Berti`, `„…“, war Trainer Jan Roth zufrieden`: whatever the verb is."""
    tokens, paragraph = behind.quoted.tokens, behind.quoted.paragraph
    if not (english_words() and behind.quoted.comma and behind.quoted.whole):
        return None
    for i in range(behind.at, min(behind.high - 1, behind.at + _DEED)):
        if is_name(tokens[i + 1]):
            found = phrase_after(tokens, i + 1, behind.high)
            return paragraph.named(found, behind.high) if found and paragraph.is_person(found) else None
        if tokens[i].kind != "word" or not _is_of_deed(tokens[i]):
            return None
    return None


def _is_of_deed(token: Token) -> bool:
    """Whether a word may be a verb or belong to one: no noun, article, preposition or conjunction."""
    known = grammar()
    small = token.low in ("also", "him", "them", "not") or token.low in known.auxiliaries
    unknown = token.text.islower() and token.text not in english_words()
    return token.text.islower() and (small or unknown)


def _quoted_as_saying(behind: Behind) -> Phrase | None:
    """`“…,” City Radio quoted one witness as saying`: who is quoted, not who quotes."""
    tokens = behind.quoted.tokens
    for i in range(behind.at, min(behind.high, behind.at + _MODIFIERS)):
        if tokens[i].text in ("quoted", "quotes") and tokens[i].cue:
            found = phrase_after(tokens, i + 1, behind.high)
            after = [token.low for token in tokens[found[1] + 1 : found[1] + 3]] if found else []
            return found if after in (["as", "saying"], ["as", "telling"]) else None
    return None


def _inverts(tokens: Sequence[Token], verb: int) -> bool:
    return tokens[verb].text in verbs().core or unknown_verb(tokens, verb)


def _is_no_subject(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether words without an article follow a verb that can do without its subject: `reclamó antes de subir`."""
    return subjects_are_left_out() and tokens[phrase[0]].low not in grammar().determiners


def _subject_from(behind: Behind, verb: int, first: int) -> Phrase | None:
    """The subject of a verb, at index `first` or behind how it was said."""
    tokens = behind.quoted.tokens
    found = phrase_after(tokens, first, behind.high)
    if found and (is_name(tokens[found[1]]) or is_somebody(tokens, found)):
        return found
    return _subject_later(behind, verb) or found


def _subject_later(behind: Behind, verb: int) -> Phrase | None:
    """The subject behind how, when and where it was said, in languages that turn them round: `«…», dijo entre risas su
    criador`, `contó pasado el mediodía Ana Berg`, `refere, revoltado, um morador`.
    """
    tokens = behind.quoted.tokens
    if not english_words() or verb + 1 >= behind.high:
        return None
    comma = tokens[verb + 1].kind == ","
    led = comma or tokens[verb + 1].low in grammar().prepositions
    for j in range(verb + 2, min(behind.high, verb + 3 + _HOW * (1 + comma))):
        if tokens[j].kind not in ("word", "name") and not (tokens[j].kind == "," and comma and j > verb + 2):
            return None
        begins = _may_begin(tokens, j) and (not comma or _is_closed(tokens, verb + 2, j))
        found = phrase_after(tokens, j, behind.high) if begins else None
        if found and found[0] == j and _is_who(behind, found, described=led):
            return found
    return None


def _is_who(behind: Behind, phrase: Phrase, *, described: bool) -> bool:
    """Whether a phrase names a person, or describes one where that will do."""
    tokens = behind.quoted.tokens
    named = is_name(tokens[phrase[1]]) and behind.quoted.paragraph.is_person(phrase)
    return named or (described and is_somebody(tokens, phrase))


def _may_begin(tokens: Sequence[Token], j: int) -> bool:
    """Whether a subject may begin at index `j`: behind no preposition, nor within a name."""
    within = is_name(tokens[j - 1]) and is_name(tokens[j])
    return tokens[j].kind != "," and tokens[j - 1].low not in grammar().prepositions and not within


def _is_closed(tokens: Sequence[Token], first: int, j: int) -> bool:
    """Whether what a comma opens before index `first` is closed by one right before index `j`."""
    return tokens[j - 1].kind == "," and j - 1 > first


def _past_particle(tokens: Sequence[Token], verb: int, high: int) -> int:
    """Index behind the verb, `went on` being one, and in other languages a small word: `a dit hier Claire Delmas`."""
    i = verb + 1 + (tokens[verb].text in verbs().particles)
    return i + (bool(english_words()) and i + 1 < high and tokens[i].low == "also")


def _name_job_name(behind: Behind) -> Phrase | None:
    """`…,” Northport Fish, Wildlife & Parks officer Ana Berg told reporters`"""
    phrase, paragraph, tokens = behind.phrase(), behind.quoted.paragraph, behind.quoted.tokens
    if phrase is None or paragraph.kind(phrase[1] + 1) != "," or paragraph.verb_follows(phrase[1] + 1, behind.high):
        return None
    told = next((j for j in range(phrase[1] + 2, min(behind.high, behind.verb + 18)) if _is_told(tokens, j)), None)
    found = phrase_before(tokens, told - 1, phrase[1] + 2) if told is not None else None
    if found and tokens[found[0]].low in grammar().determiners:
        return phrase  # `Ana Berg, an analyst with Northport Bros. said`
    return found if found and paragraph.is_person(found) else None


def _is_told(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name stands right before a verb of speech at index `i`."""
    said = tokens[i].text in verbs().core or tokens[i].text == "told"
    return said and tokens[i].cue and is_name(tokens[i - 1])


def _two_then_verb(behind: Behind) -> Phrase | None:
    phrase, paragraph = behind.phrase(), behind.quoted.paragraph
    if phrase is None or paragraph.low(phrase[1] + 1) not in ("and", "&"):
        return None
    tokens = behind.quoted.tokens
    second = phrase_after(tokens, phrase[1] + 2, behind.high)
    somebody = second is not None and (is_name(tokens[second[1]]) or is_somebody(tokens, second))
    told = second is not None and somebody and paragraph.verb_follows(second[1] + 1, behind.high)
    return (phrase[0], second[1]) if second and told else None


def _name_then_verb(behind: Behind) -> Phrase | None:
    phrase, paragraph = behind.phrase(), behind.quoted.paragraph
    if phrase is None:
        return None
    last = past_field(behind.quoted.tokens, phrase[1], behind.high)
    if not paragraph.verb_follows(last + 1, behind.high, gesture=behind.quoted.comma):
        return None
    return paragraph.named(phrase, behind.high)


def _modified_then_verb(behind: Behind) -> Phrase | None:
    """`“…,” a woman who lives opposite said`, `“…,” Ana Berg from Wexley told reporters`: what follows the noun leads
    to the verb without a mark in between.
    """
    phrase, tokens, paragraph = behind.phrase(), behind.quoted.tokens, behind.quoted.paragraph
    if phrase is None or not (behind.quoted.comma or tokens[phrase[0]].text[0].islower()):
        return None
    if phrase[1] > phrase[0] + 1 and tokens[phrase[1]].low in _modifying():
        phrase = phrase[0], phrase[1] - 1  # `a driver identified only as Emeka`
    i = phrase[1] + 1
    led = i < behind.high and (
        tokens[i].low in _modifying() or tokens[i].low in grammar().prepositions or _is_in_body(tokens, i)
    )
    somebody = led and (is_somebody(tokens, phrase) or paragraph.is_person(phrase))
    return phrase if somebody and _verb_ends(behind, i + 1) else None


def _verb_ends(behind: Behind, i: int) -> bool:
    """Whether words without a mark from index `i` on lead to a verb of speech."""
    tokens = behind.quoted.tokens
    for j in range(i, min(behind.high, i + _MODIFIERS)):
        if tokens[j].kind not in ("word", "name") and not _is_in_body(tokens, j):
            return False
        spoken = tokens[j].cue and (tokens[j].text in verbs().core or tokens[j].text in _TELLING)
        if spoken and tokens[j - 1].low != "who" and not behind.quoted.paragraph.is_passive(j):
            return True
    return False


def _is_in_body(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma stands inside the name of a body: `of the Atmospheric, Geophysical and Astronomical Services`."""
    after = tokens[comma + 1 : comma + 4]
    listed = len(after) == 3 and after[1].low in ("and", "&") and is_name(after[0]) and is_name(after[2])
    return tokens[comma].kind == "," and is_name(tokens[comma - 1]) and listed


def _is_how(behind: Behind) -> Phrase | None:
    """`“…,” is how one deckhand put it`"""
    i, paragraph = behind.at, behind.quoted.paragraph
    if i + 2 >= behind.high or paragraph.low(i) not in _be() or paragraph.low(i + 1) not in ("how", "what"):
        return None
    return put_so(behind.quoted.tokens, i + 1, paragraph.is_person)


BEHIND = RuleSet(
    "behind the quotation",
    [
        Rule("according to", _source_behind, "“…,” according to Smith"),
        Rule("quoted as saying", _quoted_as_saying, "“…,” City Radio quoted one witness as saying"),
        Rule("verb, then name", _verb_then_name, "“…,” said Smith: the commonest of all"),
        Rule("words, then name", _words_then_name, "«…», si fa avanti Davide Berti"),
        Rule("office, job and name, then verb", _name_job_name, "“…,” Fish, Wildlife & Parks officer Ana Berg told"),
        Rule("two names, then verb", _two_then_verb, "“…,” Hale and Roe wrote"),
        Rule("what follows its noun, then verb", _modified_then_verb, "“…,” a woman who lives opposite said"),
        Rule("is how", _is_how, "“…,” is how one deckhand put it"),
        Rule("name, then verb", _name_then_verb, "“…,” Smith, the mayor, told reporters"),
    ],
)
