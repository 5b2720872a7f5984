"""What stands around a name in the reporter's sentence -> whether its bearer is a person, and of which gender."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Gender
from .personal_names import is_human, role_gender
from .phrases import phrase_before, skip_adverbs_back
from .tokens import Token, is_adverb, is_cue, is_name
from .verbs import CORE, STRONG
from .wordclasses import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PERSONAL, PREPOSITIONS, PRONOUNS

_CLAUSE = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | PRONOUNS


def around(tokens: Sequence[Token], first: int, last: int) -> tuple[bool, Gender | None]:
    """Whether the name at the tokens `first` to `last` is a person's, and the gender that a role beside it tells.

    That somebody speaks is no evidence: companies do, too.
    """
    before, gender_before = _role_before(tokens, first)
    behind, gender_behind = _role_behind(tokens, last)
    return before or behind, gender_before or gender_behind


def is_subject(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name is likely what its sentence is about: nobody is named or meant by a pronoun before it."""
    before = tokens[first - 1] if first else None
    if before and (before.low in PREPOSITIONS or (before.text not in CORE and is_cue(tokens, first - 1))):
        return False
    for j in range(first - 1, max(-1, first - 40), -1):
        if tokens[j].kind == "stop":
            break
        if tokens[j].low in PERSONAL:
            return False
    return True


def begins_sentence(tokens: Sequence[Token], first: int) -> bool:
    """Whether little stands between a name and the head of its sentence: `Retired teacher Ana Berg`, `Later, Berg`."""
    role = _role_before(tokens, first)[0]
    for j in range(first - 1, max(-1, first - 7), -1):
        if tokens[j].kind == "stop":
            return True
        if tokens[j].kind not in ("word", "name", ",") or tokens[j].low in _CLAUSE:
            return False
        if is_cue(tokens, j) or (is_name(tokens[j]) and not role and not tokens[j].text.endswith(("'s", "’s"))):
            return False
        if tokens[j].kind == "," and not _begins_phrase(tokens, j - 1):
            return _is_adverbial(tokens, j)
    return first < 7


def speaks(tokens: Sequence[Token], last: int) -> bool:
    """Whether a verb of speech follows a name, an apposition apart: `Ana Berg, the mayor, suggested`."""
    i = last + 1
    if i < len(tokens) and tokens[i].kind == ",":
        i = next((j + 1 for j in range(i + 1, min(len(tokens), i + 10)) if tokens[j].kind in (",", "stop")), i)
    while i < len(tokens) and is_adverb(tokens[i]):
        i += 1
    return i < len(tokens) and tokens[i].text in STRONG and is_cue(tokens, i)


def _is_adverbial(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a few words of time or place stand before the comma at `comma`, and nothing else in the sentence."""
    for j in range(comma - 1, max(-1, comma - 9), -1):
        if tokens[j].kind == "stop":
            return not is_name(tokens[j + 1])
        if tokens[j].low in PERSONAL or tokens[j].kind not in ("word", "name") or is_cue(tokens, j):
            return False
    return comma < 9 and not is_name(tokens[0])


def described_speakers(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Spans of those without a name who say something that is not quoted: `one shipper said the rains were over`."""
    for i, token in enumerate(tokens):
        if token.low in ("a", "an", "one", "another") and (i == 0 or tokens[i - 1].kind == "stop"):
            # `A man was found in the fountain. He told …`
            for j in range(i + 1, min(len(tokens), i + 5)):
                if tokens[j].kind != "word" or tokens[j].low in _CLAUSE:
                    break
                if is_human(tokens[j].low) and not is_human(tokens[j + 1].low if j + 1 < len(tokens) else ""):
                    yield token.start, tokens[j].end
                    break
        if token.text in CORE and is_cue(tokens, i):
            k = skip_adverbs_back(tokens, i - 1, 0)
            found = phrase_before(tokens, k, 0) if k >= 0 and tokens[k].kind == "word" else None
            if found and tokens[found[0]].low in DETERMINERS and is_human(tokens[k].low):
                yield tokens[found[0]].start, tokens[k].end


def _role_before(tokens: Sequence[Token], first: int) -> tuple[bool, Gender | None]:
    """`grower Gus Tremblay`, `her son, Julian`."""
    i = first - 1
    if i > 0 and tokens[i].kind == "," and _begins_phrase(tokens, i - 1):
        i -= 1
    if i < 0 or tokens[i].kind != "word":
        return False, None
    gender = role_gender(tokens[i].low)
    return gender is not None or is_human(tokens[i].low), gender


def _begins_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` ends a phrase with a determiner: `her son`, `the union’s leader`."""
    return any(
        tokens[j].low in DETERMINERS or tokens[j].text.endswith(("'s", "’s"))
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
    if tokens[i].low in DETERMINERS:
        for j in range(i + 1, min(end, i + 6)):
            word = tokens[j]
            if word.kind != "word" or word.low in PREPOSITIONS or word.low in ("and", "who", "that"):
                break
            if (gender := role_gender(word.low)) or (is_human(word.low) and _ends_phrase(tokens, j)):
                return True, gender
    return aged, None


def _ends_phrase(tokens: Sequence[Token], j: int) -> bool:
    return j + 1 >= len(tokens) or tokens[j + 1].kind != "word" or tokens[j + 1].low in PREPOSITIONS | {"who", "and"}
