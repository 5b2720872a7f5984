"""A quotation without an attribution of its own -> whose it is, by what stands around it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from ...lexis import first_names
from ...lexis.grammar import english_words, grammar, in_english, nouns_are_capitals, subjects_are_left_out
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...model.rules import Decision, Rule, RuleSet
from ..tokens import Token, is_name, is_owner, sentence_start
from .appositions import named_behind
from .mentions import Mention, mention_of, owner, speaking
from .personal_names import HE, name_follows
from .phrases import PersonTest, Phrase, introduces_source, phrase_after
from .pointing import looking_back, pointing_back
from .quoted import Paragraph, Quoted, asks
from .sentence_heads import first_phrase, is_bare
from .told_after import said_so

_words = kinds("discourse", "kinds")
_records, _being = _words("record"), _words("being")
_DASHES = frozenset(("-", "–", "—", "―"))


def _signed_behind(quoted: Quoted) -> Mention | None:
    """The name that is all that stands behind a quotation and a dash."""
    tokens, i = quoted.tokens, quoted.at + 1
    if quoted.paragraph.kind(i) == "stop":
        i += 1
    if quoted.paragraph.kind(i) not in _DASHES or not 0 < len(tokens) - i < 12:
        return None
    phrase = phrase_after(tokens, i + 1, len(tokens))
    if phrase is None or not is_name(tokens[phrase[0]]):
        return None
    letters = phrase[0] == phrase[1] and tokens[phrase[0]].text.isupper()  # `— KQD`, who wrote the article
    return None if letters else mention_of(tokens, phrase)


def _signed(quoted: Quoted) -> Mention | None:
    """The name in a line `— Jane Smith` below a quotation that is its whole paragraph."""
    line = quoted.following
    if quoted.at != 0 or not 2 <= len(line) <= 24 or line[0].kind not in _DASHES:
        return None
    phrase = phrase_after(line, 1, len(line))
    return mention_of(line, phrase) if phrase and is_name(line[phrase[1]]) else None


def _told_below(quoted: Quoted) -> Mention | None:
    """Whose words the next paragraph says that these were: a block quotation."""
    is_person = _person_test(quoted, quoted.following)
    found = looking_back(quoted.following, 0, is_person) or pointing_back(quoted.following, is_person)
    return mention_of(quoted.following, found) if found else None


def _told_below_it(quoted: Quoted) -> Mention | None:
    """The same of a paragraph that is one quotation, where nobody has spoken yet."""
    alone = quoted.at == 0 and all(token.kind in ("stop", ".") for token in quoted.tokens[1:])
    if not alone or quoted.speaker is not None:
        return None
    below = Paragraph(quoted.paragraph.text, quoted.following, (), (), quoted.paragraph.names_person)
    found = said_so(below, 0) if quoted.following else None
    return mention_of(quoted.following, found) if found else _told_below(quoted)


def _in_own_sentence(quoted: Quoted) -> Mention | None:
    if quoted.at <= quoted.low or quoted.is_about():
        return None
    return _person_in(quoted, quoted.tokens, quoted.low, quoted.at)


def _sentence_before(quoted: Quoted) -> int:
    """Index of the first token of the sentence before the quotation's."""
    return quoted.paragraph.starts[max(0, quoted.low - 1)] if quoted.low else 0


def _is_near(quoted: Quoted) -> bool:
    """Whether the quotation before it stands in its sentence or in the one before."""
    return quoted.previous is not None and quoted.previous >= _sentence_before(quoted)


def _in_sentence_before(quoted: Quoted) -> Mention | None:
    if quoted.at == 0 or (_is_near(quoted) and (quoted.last or not english_words())):
        return None
    return _one_of(quoted, _person_in(quoted, quoted.tokens, _sentence_before(quoted), quoted.low))


_ONE, _MANY = re.compile(r"\b(?:I|my|My|me|mine|myself)\b"), re.compile(r"\b(?:we|We|our|Our|us)\b")


def _one_of(quoted: Quoted, mention: Mention | None) -> Mention | None:
    """A mention; where one speaks for himself (`“I shouldn’t have”`) but it means several (`Her daughters went back to
    school.`), the empty one at the quotation: whomever the text is about.
    """
    text, span = quoted.paragraph.text, quoted.span
    if mention is None or mention[0] == mention[1] or not nouns().are_several(text[slice(*mention)]):
        return mention
    alone = _ONE.search(text, span.start, span.end) and not _MANY.search(text, span.start, span.end)
    return (span.start, span.start) if alone and not english_words() else mention


def _earlier_in_paragraph(quoted: Quoted) -> Mention | None:
    """Whom a sentence further above in the paragraph is about, where nobody has spoken in it."""
    if quoted.previous is not None:
        return None
    low = _sentence_before(quoted)
    while low > 0:
        high, low = low, quoted.paragraph.starts[low - 1]
        if found := _person_in(quoted, quoted.tokens, low, high):
            return found
    return None


def _last_in_paragraph(quoted: Quoted) -> Mention | None:
    return quoted.last


def _end(tokens: Sequence[Token]) -> int:
    """Index behind the last token that is no end of sentence."""
    end = len(tokens)
    while end and tokens[end - 1].kind == "stop":
        end -= 1
    return end


def _announced(quoted: Quoted) -> Mention | None:
    before, end = quoted.before, _end(quoted.before)
    if quoted.at != 0 or not end or before[end - 1].kind != ":":
        return None
    start = sentence_start(before, end - 1)
    is_person = _person_test(quoted, before)
    if found := speaking(before, start, end, is_person):
        return mention_of(before, owner(before, found))
    found = first_phrase(before, start, end)
    record = found is not None and before[found[0]].low in _records()
    bare = found is None or (is_bare(before, found, start, is_person) and not record)
    return mention_of(before, owner(before, found)) if found and not bare else None


def _in_paragraph_before(quoted: Quoted) -> Mention | None:
    before, end = quoted.before, _end(quoted.before)
    if quoted.at != 0 or not end or quoted.quoted_before:
        return None
    return _one_of(quoted, _person_in(quoted, before, sentence_start(before, end - 1), end))


def _goes_on(quoted: Quoted) -> Mention | None:
    """Whoever left a quotation open above, but where the reporter names somebody in between."""
    if quoted.at != 0 or quoted.unclosed is None:
        return None
    between = _in_paragraph_before(quoted)
    words = quoted.paragraph.text[slice(*between)] if between else ""
    return None if words and quoted.paragraph.names_person(words) else quoted.unclosed


def _turn_about(quoted: Quoted) -> Mention | None:
    """`“What of it?” asked Hale. / “I sold it,” said Berg. / “All of it?” / “All of it.”`"""
    if quoted.at != 0 or len(quoted.turns) < 2:
        return None
    first, second = quoted.turns[-2:]
    alternate = first.asks != second.asks and first.asks == asks(quoted.paragraph.text, quoted.span)
    text = quoted.paragraph.text
    return first.mention if alternate and text[slice(*first.mention)] != text[slice(*second.mention)] else None


def _last(quoted: Quoted) -> Mention | None:
    return None if _is_near(quoted) else quoted.speaker


WEAK = ("/somebody in the paragraph before", "/whoever spoke last")
"""Rules that give way to the attribution of the paragraph in which a quotation goes on."""
BLOCK = RuleSet(
    "block quotation",
    [Rule("told below", _told_below, "a paragraph without marks, and below it: That was how Smith put it.")],
)
CARRIED = RuleSet(
    "carried on",
    [
        Rule("signature behind", _signed_behind, "“…” — Jane Smith"),
        Rule("signature below", _signed, "a line — Jane Smith below a quotation"),
        Rule("somebody in its sentence", _in_own_sentence, "Smith shook her head: “…"),
        Rule("somebody in the sentence before", _in_sentence_before, "Smith disagreed. “…”"),
        Rule(
            "somebody earlier in the paragraph",
            _earlier_in_paragraph,
            "Smith has spent two summers here. She has counted 112 signs, two of them new. “…”",
        ),
        Rule("last in the paragraph", _last_in_paragraph, "a paragraph has one speaker unless it says otherwise"),
        Rule(
            "goes on",
            _goes_on,
            "“The bridge was closed. / “It was late,” Smith said: typographers leave the first open",
        ),
        Rule("announced with a colon", _announced, "Smith wrote: / “…”"),
        Rule("told below", _told_below_it, "“…” / Smith painted this grim picture. Or: This was the message of Smith."),
        Rule("somebody in the paragraph before", _in_paragraph_before, "Smith was not convinced. / “…”"),
        Rule("turn about", _turn_about, "“Why?” asked Smith. / “Rain,” said Hale. / “Only rain?” / “Only rain.”"),
        Rule("whoever spoke last", _last, "a new paragraph without attribution goes on with the same speaker"),
    ],
)


def told_at_last(
    text: str, is_person: Callable[[str], bool], first: Decision[Mention] | None, by: Decision[Mention]
) -> Decision[Mention]:
    """Whose paragraphs are that the last of them attributes: `“It is old. / “We closed it,” an officer said.`

    Whoever is named above them stays it where the last only describes somebody known: `the minister said`.
    """
    named = first is not None and is_person(text[slice(*first.outcome)])
    return first if first and named and text[slice(*by.outcome)].startswith("the ") else by


def _person_test(quoted: Quoted, tokens: Sequence[Token]) -> PersonTest:
    """Whether a phrase of these tokens means a person."""
    return Paragraph(quoted.paragraph.text, tokens, (), (), quoted.paragraph.names_person).is_person


def _person_in(quoted: Quoted, tokens: Sequence[Token], low: int, high: int) -> Mention | None:
    """Who a sentence of the reporter's is about, if that is somebody who can speak."""
    is_person = _person_test(quoted, tokens)
    phrase = _source(tokens, low, high) or speaking(tokens, low, high, is_person) or first_phrase(tokens, low, high)
    if english_words() and (phrase is None or not is_name(tokens[phrase[1]]) or _is_office(tokens, phrase)):
        phrase = _apposed(tokens, low, high, is_person) or phrase
    phrase = _introduced(tokens, low, high, phrase, is_person) or phrase
    if phrase is None:
        return None
    phrase = named_behind(tokens, phrase, high, is_person) or phrase
    mention = mention_of(tokens, phrase)
    return mention if _is_held(tokens, low, phrase) or _can_speak(quoted, tokens, phrase, mention) else None


def _source(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """Whom a sentence names as its source: `Others are worse, according to Ana Berg, a trader.`"""
    to = next((i for i in range(low + 1, high) if introduces_source(tokens, i)), None)
    if to is None or to + 1 >= high:
        return None
    alone = tokens[to + 1].low in HE and (to + 2 >= high or tokens[to + 2].kind not in ("word", "name"))
    return (to + 1, to + 1) if alone else phrase_after(tokens, to + 1, high)


def _apposed(tokens: Sequence[Token], low: int, high: int, is_person: PersonTest) -> Phrase | None:
    """The person between two commas: `El buzo que dio con ella, Rafael Vela, creyó`; in languages whose verbs need no
    subject."""
    for i in range(low + 1, high):
        if tokens[i - 1].kind == "," and (is_name(tokens[i]) or nouns().is_human(tokens[i].low)):
            found = phrase_after(tokens, i, high)
            if found and _is_apposed_name(tokens, low, found, is_person) and _is_closed(tokens, low, high, found):
                return found
    return None


def _is_apposed_name(tokens: Sequence[Token], low: int, phrase: Phrase, is_person: PersonTest) -> bool:
    """Whether a phrase behind a comma is a person's name, or has one behind a rank: `superintendente Ana Berg`."""
    first, last = phrase
    led = is_name(tokens[first]) or (is_name(tokens[last]) and not _has_preposition(tokens[first:last]))
    return led and (is_person(phrase) or _is_held(tokens, low, phrase))


def _is_closed(tokens: Sequence[Token], low: int, high: int, phrase: Phrase) -> bool:
    """Whether a comma closes an apposition, or the office stands in front."""
    closed = phrase[1] + 1 < high and tokens[phrase[1] + 1].kind == ","
    return closed or (phrase[1] > phrase[0] and _is_office_in_front(tokens, low, phrase[0] - 1))


def _has_preposition(tokens: Sequence[Token]) -> bool:
    return any(token.low in grammar().prepositions for token in tokens)


def _is_office(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is what somebody is, of a body with a name: `o porta-voz da Junta`."""
    return tokens[phrase[0]].low == "the" and nouns().is_human(tokens[phrase[0] + 1].low)


def _is_held(tokens: Sequence[Token], low: int, name: Phrase) -> bool:
    """Whether a full name stands behind the office that a sentence begins with: `Já o soba da Matala, Ciel Ndala,`."""
    behind = bool(english_words()) and name[1] > name[0] > low and tokens[name[0] - 1].kind == ","
    named = behind and is_name(tokens[name[1]]) and is_name(tokens[name[1] - 1])
    begins = next((i for i in range(low, name[0]) if tokens[i].low != "also"), low)
    return named and begins + 1 < name[0] and _is_office(tokens, (begins, begins))


def _is_office_in_front(tokens: Sequence[Token], low: int, comma: int) -> bool:
    """Whether a sentence begins with what somebody is, up to a comma: `Dono de uma loja há 22 anos, Ana Berg diz`."""
    words = tokens[low:comma]
    plain = not any(token.cue or token.kind == "," for token in words)
    return plain and len(words) > 1 and nouns().is_human(words[0].low)


def _introduced(
    tokens: Sequence[Token], low: int, high: int, phrase: Phrase | None, is_person: PersonTest
) -> Phrase | None:
    """The only one whom a sentence names in full, where it begins with no other person: `One of them was Ana Berg, a
    trader.`, `It was cut by Ana Berg.`
    """
    if phrase and tokens[phrase[0]].low != "it" and is_person(phrase):
        return None
    full = list(_full_names(tokens, low, high, is_person))
    if len(full) != 1:
        return None
    (name,) = full
    if phrase is None or phrase[0] > name[0] or not _is_human(tokens, phrase):
        return name
    if name[0] - 2 <= phrase[1] and tokens[name[0] - 1].low in _being():
        return name
    return name if _is_role_of(tokens, phrase[1] + 1, name[0]) else None


def _is_role_of(tokens: Sequence[Token], being: int, name: int) -> bool:
    """Whether a role and a comma lead from `was` to a name: `The guest on the night was union president, Ana Berg`."""
    while being < name and tokens[being].kind == "word" and tokens[being].low not in _being():
        being += 1  # `on the night`
    if english_words() or name - being < 3 or tokens[being].low not in _being() or tokens[name - 1].kind != ",":
        return False
    role = tokens[being + 1 : name - 1]
    return all(token.kind in ("word", "name") for token in role) and nouns().is_human(role[-1].low)


def _full_names(tokens: Sequence[Token], low: int, high: int, is_person: PersonTest) -> Iterator[Phrase]:
    """The people whom a sentence names by more than one word."""
    for i in range(low, high - 1):
        goes_on = i > low and is_name(tokens[i - 1])
        shouted = tokens[i].text.isupper() and tokens[i + 1].text.isupper()
        if goes_on or shouted or not (is_name(tokens[i]) and _is_named_on(tokens, i + 1)):
            continue
        found = phrase_after(tokens, i, high)
        if found and found[1] > found[0] and is_person(found) and not is_owner(tokens[found[1]]):
            yield found


def _is_named_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name goes on at index `i`, in other languages also behind particles: `Ana van Berg`."""
    particle = bool(english_words()) and tokens[i].low in grammar().particles
    return is_name(tokens[i]) or (particle and name_follows(tokens, i + 1))


def _is_human(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether what a phrase is about, before any preposition, is somebody: `an official familiar with the plans`."""
    words = list(
        itertools.takewhile(lambda token: token.low not in grammar().prepositions, tokens[phrase[0] : phrase[1] + 1])
    )
    known = nouns()
    return any(known.is_human(token.low) or known.gender(token.low) is not None for token in words)


def _may_be_verb(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a capital is only that of a sentence, not a name's: `Chiamava tutte le sere`, `Tout va bien`."""
    first, last = phrase
    return bool(english_words()) and first == last and (first == 0 or tokens[first - 1].kind == "stop")


def _is_apposed_to(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a first name alone has what somebody is behind it: `Christine, propriétaire de l’appartement, …`"""
    behind = [token.low for token in tokens[phrase[1] + 1 : phrase[1] + 4]]
    return behind[:1] == [","] and any(map(nouns().is_human, behind[1:]))


def _is_predicate(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a noun without an article tells what somebody is, whose name is left out: `È figlio di un sarto.`"""
    first = tokens[phrase[0]]
    bare = first.kind == "word" and first.low not in grammar().determiners and first.low not in grammar().pronouns
    return bare and subjects_are_left_out() and phrase[0] > 0 and tokens[phrase[0] - 1].low in ("is", "was", "has")


def _can_speak(quoted: Quoted, tokens: Sequence[Token], phrase: Phrase, mention: Mention) -> bool:
    words = quoted.paragraph.text[slice(*mention)]
    if not words:
        return True  # `A suo avviso …`: whomever the text is about
    if _is_predicate(tokens, phrase):
        return False
    if in_english(words).casefold() in grammar().personal - {"it", "i", "we"} or quoted.paragraph.names_person(words):
        return True
    if first_names.world_gender(words) is not None and _is_apposed_to(tokens, phrase):
        return True
    if nouns().is_human(words.split()[-1].rstrip(".,")) or (not words.isupper() and _is_human(tokens, phrase)):
        return True
    named = is_name(tokens[phrase[1]]) and not words.isupper() and not nouns_are_capitals()
    return named and not quoted.speaker and not _may_be_verb(tokens, phrase)
