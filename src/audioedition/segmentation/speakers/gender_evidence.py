"""What stands around a name in the reporter's sentence -> whether its bearer is a person, and of which gender."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...lexis.grammar import grammar
from ...lexis.nouns import nouns
from ...lexis.verbs import verbs
from ...model import Gender
from ..tokens import Token
from .phrases import phrase_before, skip_adverbs_back


def _clause() -> frozenset[str]:
    known = grammar()
    return known.prepositions | known.auxiliaries | known.conjunctions | known.pronouns


def around(tokens: Sequence[Token], first: int, last: int) -> tuple[bool, Gender | None]:
    """Whether the name at the tokens `first` to `last` is a person's, and the gender that a role beside it tells.

    That somebody speaks is no evidence: companies do, too.
    """
    before, gender_before = _role_before(tokens, first)
    behind, gender_behind = _role_behind(tokens, last)
    return before or behind, gender_before or gender_behind


def is_subject(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the name at the tokens `first` to `last` is likely what its sentence is about.

    Not in `for Smith`, `Smith’s plan`, `where Smith lives`, nor where somebody is meant by a pronoun before.
    """
    before = tokens[first - 1] if first else None
    if before and (before.low in grammar().prepositions or (before.text not in verbs().core and tokens[first - 1].cue)):
        return False
    if tokens[last].text.endswith(("'s", "’s", "s'", "s’")):
        return False
    same_clause = True
    for j in range(first - 1, max(-1, first - 40), -1):
        if tokens[j].kind == "stop":
            break
        if tokens[j].low in grammar().personal:
            return False
        same_clause = same_clause and tokens[j].kind not in _CLAUSE_MARKS
        if same_clause and tokens[j].low in _SUBORDINATE:
            return False
    return True


_CLAUSE_MARKS = frozenset((",", ";", ":", "—", "–", "quote", "(", ")"))
_SUBORDINATE = frozenset(
    ("that", "which", "who", "whom", "whose", "where", "when", "while", "if", "because", "whether", "than")
)


def sentence_starts(tokens: Sequence[Token]) -> Iterator[int]:
    """The offset at which each sentence of a paragraph begins."""
    for i, token in enumerate(tokens):
        if token.kind != "stop" and (i == 0 or tokens[i - 1].kind == "stop"):
            yield token.start


_GOING_ON = frozenset(("added", "continued", "concluded", "adds", "continues", "concludes", "adding", "continuing"))


def resumed(tokens: Sequence[Token]) -> set[int]:
    """The offsets of pronouns that go on speaking: `he added`, `she went on`."""
    out = set()
    for i, token in enumerate(tokens[:-1]):
        after = [t.low for t in tokens[i + 1 : i + 4]]
        if token.low in grammar().personal and (_GOING_ON & set(after[:2]) or after[:2] == ["went", "on"]):
            out.add(token.start)
    return out


def described_speakers(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Spans of those without a name who say something that is not quoted: `one shipper said the rains were over`."""
    for i, token in enumerate(tokens):
        if token.low in ("a", "an", "one", "another") and (i == 0 or tokens[i - 1].kind == "stop"):
            # `A man was found in the fountain. He told …`
            for j in range(i + 1, min(len(tokens), i + 5)):
                if tokens[j].kind != "word" or tokens[j].low in _clause():
                    break
                if nouns().is_human(tokens[j].low) and not nouns().is_human(
                    tokens[j + 1].low if j + 1 < len(tokens) else ""
                ):
                    yield token.start, tokens[j].end
                    break
        if token.text in verbs().core and tokens[i].cue:
            k = skip_adverbs_back(tokens, i - 1, 0)
            found = phrase_before(tokens, k, 0) if k >= 0 and tokens[k].kind == "word" else None
            if found and tokens[found[0]].low in grammar().determiners and nouns().is_human(tokens[k].low):
                yield tokens[found[0]].start, tokens[k].end


def _role_before(tokens: Sequence[Token], first: int) -> tuple[bool, Gender | None]:
    """`grower Gus Tremblay`, `her son, Julian`."""
    i = first - 1
    if i > 0 and tokens[i].kind == "," and _begins_phrase(tokens, i - 1):
        i -= 1
    if i < 0 or tokens[i].kind != "word":
        return False, None
    gender = nouns().gender(tokens[i].low)
    return gender is not None or nouns().is_human(tokens[i].low), gender


def _begins_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` ends a phrase with a determiner: `her son`, `the union’s leader`."""
    return any(
        tokens[j].low in grammar().determiners or tokens[j].text.endswith(("'s", "’s"))
        for j in range(i - 1, max(-1, i - 5), -1)
        if all(tokens[k].kind in ("word", "name") for k in range(j, i))
    )


def _role_behind(tokens: Sequence[Token], last: int) -> tuple[bool, Gender | None]:
    """`Ana Berg, 52, a mother of two`, `Ana Berg, who`, `Ana Berg (D-N.Y.)`."""
    i, end = last + 1, len(tokens)
    if i >= end or tokens[i].kind not in (",", "("):
        return False, None
    i += 1
    aged = i < end and tokens[i].text.isdigit() and 1 <= len(tokens[i].text) <= 3
    if aged:
        i += 2 if i + 1 < end and tokens[i + 1].kind == "," else 1
    if i >= end:
        return aged, None
    if tokens[i].low in ("who", "whose"):
        return True, None
    if tokens[i].low in grammar().determiners:
        for j in range(i + 1, min(end, i + 6)):
            word = tokens[j]
            if (
                word.kind not in ("word", "name")
                or word.low in grammar().prepositions
                or word.low in ("and", "who", "that")
            ):
                break
            if (gender := nouns().gender(word.low)) or (nouns().is_human(word.low) and _ends_phrase(tokens, j)):
                return True, gender
    return aged, None


def _ends_phrase(tokens: Sequence[Token], j: int) -> bool:
    return (
        j + 1 >= len(tokens)
        or tokens[j + 1].kind != "word"
        or tokens[j + 1].low in grammar().prepositions | {"who", "and"}
    )
