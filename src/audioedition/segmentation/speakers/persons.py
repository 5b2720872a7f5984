"""Somebody who is quoted or spoken of, with a name or by a description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model import Gender, Speaker
from .titles import title_gender


@dataclass(eq=False)
class Person:
    """One of the people of an article; also two at once, a body or a crowd that speaks."""

    words: list[str] = field(default_factory=list)
    """The fullest name, without title; empty for somebody who is only described."""
    gender: Gender = Gender.UNKNOWN
    title: str = ""
    at: list[int] = field(default_factory=list)
    """Offsets of the places that name this person, ascending."""
    known: bool = False
    """Whether title, first name or role tell the gender."""
    told: bool = False
    """Whether a role tells the gender, or what somebody says: `her husband, Ron`, `Ron Hale said he had`."""
    personal: bool = False
    """Whether something besides the capitals says that this is a person."""
    votes: int = 0
    """Pronouns that follow the name: positive for `she`, negative for `he`."""
    sure_votes: list[int] = field(default_factory=list)
    """Of these the ones that can hardly mean anybody else: 1 for `she`, -1 for `he`."""
    description: str = ""
    """`a source in Lahore`, for somebody without a name."""
    offices: dict[str, str] = field(default_factory=dict)
    """What the article says that somebody with a name is -> its words: `mayor` -> `mayor of Wexley since May`."""
    bare: bool = False
    """Whether nothing but `the janitor` introduces somebody: it may be a person with a name."""
    owner: Gender | None = None
    """Of whom it is `her client`, of whom no more is said: `she` is rather whose client it is."""
    several: bool = False
    """Whether it is more than one: `they`."""

    @property
    def name(self) -> str:
        if not self.words:
            return self.description
        return " ".join(self.words) if len(self.words) > 1 or not self.title else f"{self.title} {self.words[0]}"

    @property
    def anonymous(self) -> bool:
        return not self.words

    def speaker(self, text: str, mention: tuple[int, int], evidence: str = "") -> Speaker:
        """With the words that attribute one quotation to this person. Ask when all mentions are known."""
        return Speaker(self.name, text[slice(*mention)], *mention, self.gender, self.anonymous, evidence)


def of_title(known: Sequence[Person], title: str) -> list[Person]:
    """Those of one surname whom a title fits, by gender and by rank if any has that rank."""
    gender = title_gender(title)
    fitting = [p for p in known if gender is None or p.gender in (gender, Gender.UNKNOWN)]
    if not fitting and len(known) == 1 and title_gender(known[0].title) is None and not known[0].title:
        fitting = list(known)  # a title tells more than what else stands around a name
    ranks = {word.rstrip(".").casefold() for word in title.split()}
    return [p for p in fitting if ranks & set(p.title.lower().replace(".", "").split())] or fitting
