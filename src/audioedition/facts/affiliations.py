"""A line beside a byline -> whether it is a job, an employer or a place, `By` alone, or who made the pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..lexis import first_names
from ..lexis.grammar import capitals_are_names
from ..lexis.tables import Lexis, derived
from ..lexis.wordlists import words as _words
from .byline_words import kinds_of_words, matches

_OF = _words(
    "de del da do di du des dell della à a au aux en em chez van bij voor bei für der im in para per dall dalla"
)
"""What follows a job in languages that name it first."""
BEHIND = _words(
    """
    in at for of from to via on with the special le am el il em op à en a da bei aus für pour para per dal
    """
)
"""What may stand right behind a name: a place, an employer, a day."""
_LONG = 7
"""Letters of a word for a body that is no surname."""
_HOUSES = re.compile(r"(?:BBC|ITV|Sky|ABC|CBS|NBC|RTÉ|CBC|SBS) (?:News|Sport|Newsbeat|Radio)\b")


def is_affiliation(line: str) -> bool:
    """Whether a line or a part of one names an employer, a job or where somebody is rather than a person."""
    words = line.strip(" ,.").split()
    if not 1 <= len(words) <= 8 or len(line) > 60 or re.search(r"[!?]\Z", line):
        return False
    if matches("agency", line) or matches("desk", line) or _HOUSES.match(line):
        return True
    if re.search(r"[a-z]{3}\.\Z", line):
        return False  # a sentence
    return _is_job(words) or _is_house(line, words)


def is_job(line: str) -> bool:
    """Whether a line names a job and nothing else: `Court Reporter`, but not a paper's name."""
    return is_affiliation(line) and _is_job(line.strip(" ,.").split())


def _is_job(words: Sequence[str]) -> bool:
    """`Political Editor`, `Periodista de Área`."""
    kinds = [kinds_of_words().get(word.casefold(), frozenset()) for word in words]
    jobs = next((i for i, kind in enumerate(kinds) if not kind & {"rank", "job"}), len(words))
    if jobs < len(words) and any("job" in kind for kind in kinds[:jobs]):
        of = words[jobs] in _OF and len(words) > jobs + 1
        return of or (len(words) == jobs + 1 and words[jobs].islower() and capitals_are_names())  # redacteur economie
    if len(words) == 1 and _ends_with_job(words[0].casefold()):
        return True
    return "job" in kinds[-1] and all(kind & {"rank", "job"} for kind in kinds)


def _ends_with_job(word: str) -> bool:
    """`Freelancejournalist`, `Wirtschaftsredakteurin`: languages that write compounds as one word."""
    return any(word.endswith(job) and len(word) > len(job) + 2 for job in _compound_jobs())


@derived
def _compound_jobs(lexis: Lexis) -> tuple[str, ...]:
    rows = (*lexis.own("bylines").values(),)
    return tuple(row["word"] for row in rows if "job" in row["kinds"].split() and len(row["word"]) > 6)


def _is_house(line: str, words: Sequence[str]) -> bool:
    """`The Isle Times`, `Wexle Courier`, `for the Courier`, `Reporting from Wexle`."""
    paper = "paper" in kinds_of_words().get(words[-1].casefold(), ())
    return (
        (paper and words[-1][0].isupper() and words[0][0].isupper())
        or re.match(r"(?:The|the) [A-Z]\S+ [A-Z]", line) is not None
        or re.fullmatch(r"(?:[Rr]eporting from|[Aa]t|[Ii]n|[Ff]or) (?:the )?[A-Z][\w ,’'-]*", line) is not None
    )


def is_body(words: Sequence[str]) -> bool:
    """Whether words begin as a body is called whose name goes on behind `for`: `Landesanstalt für Wald und Forst`."""
    end = next((i for i, word in enumerate(words[:7]) if word in BEHIND), 0)
    if end == 0 or first_names.world_gender(words[0]) is not None:
        return False
    surname = words[1].casefold() if end == 2 and len(words[1]) < _LONG else ""  # `Lena Park for Isle News`
    named = (word.casefold() for word in words[:end])
    return any(w != surname and (w in _bodies() or w.endswith(_body_ends())) for w in named)


@derived
def _bodies(lexis: Lexis) -> frozenset[str]:
    return frozenset(row["word"] for row in lexis.everywhere("organisations"))


@derived
def _body_ends(_: Lexis) -> tuple[str, ...]:
    """What the name of a body may end with where compounds are one word: `Forschungsinstitut`."""
    return tuple(sorted(word for word in _bodies() if len(word) >= 5))


def is_by(line: str) -> bool:
    """Whether a line is only the head of a byline whose names stand in the next one: `By`, `Auteur`."""
    return bool(kinds_of_words().get(line.casefold().strip(" :•|"), frozenset()) & {"by", "author"})


def is_picture_credit(line: str) -> bool:
    """Whether a line says only who made the pictures: `Pictures: Kit Arlen`, `Pia Kost, County Pictures`."""
    words = line.strip(" ().").split()
    if not 2 <= len(words) <= 9 or re.search(r"[.!?]\Z", line):
        return False
    first, last = (kinds_of_words().get(word.casefold().strip(":,."), frozenset()) for word in (words[0], words[-1]))
    named = all(word[0].isupper() or word in ("by", "and", "/", "&", "for") for word in words[1:])
    led = "picture" in first and (words[0].endswith(":") or words[1].casefold() in ("by", "by:", "credit:"))
    return named and (led or ("picture" in last and "," in line and words[0][0].isupper()))
