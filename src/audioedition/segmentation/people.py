"""A mention (`she`, `Roggio`, `a source in Lahore`) -> Speaker: one identity a person, the fullest name, a gender."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Gender, Speaker
from . import names
from .personal_names import (
    TITLES,
    bare,
    initials,
    is_organisation,
    last_names,
    role_gender,
    split_titles,
)
from .roster import HE, Person, Roster
from .tokens import Token
from .wordclasses import PERSONAL


@dataclass(frozen=True, slots=True)
class Identity:
    """Who speaks: a person with a name, or somebody described (`a source in Lahore`)."""

    described: str = ""
    described_gender: Gender = Gender.UNKNOWN
    anonymous: bool = False
    person: Person | None = None

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.described

    @property
    def gender(self) -> Gender:
        return self.person.gender if self.person else self.described_gender

    def speaker(self, text: str, mention: tuple[int, int]) -> Speaker:
        """With the words that attribute one quotation to this speaker. Ask when all mentions are known."""
        return Speaker(self.name, text[slice(*mention)], *mention, self.gender, self.anonymous)


class People(Roster):
    """Everybody whom an article names, and who is meant by a mention."""

    def __init__(
        self,
        text: str,
        head: Iterable[Sequence[Token]],
        paragraphs: Iterable[Sequence[Token]],
        bylines: Sequence[str] = (),
        quoted: Iterable[Sequence[Token]] = (),
    ):
        """`head`: headline and deck, whose capitals say less; `paragraphs`: the body; `quoted`: its quotations."""
        super().__init__(text, head, paragraphs, quoted)
        self.bylines = tuple(bylines)
        self._speaker: Person | None = None
        self._last: Identity | None = None
        self._spoke_at = -1
        self.plural_they = re.search(r"\b(?:they/them|non-?binary|genderqueer|agender)\b", text, re.I) is None

    def speaker(self, mention: tuple[int, int]) -> Identity:
        """Who the words at `mention` are. Call in source order: a pronoun means somebody named before it."""
        words = " ".join(self.text[slice(*mention)].split())
        low = words.casefold()
        found = (
            self._pronoun(low, mention) if low in PERSONAL or low in ("who", "you") else self._nominal(words, mention)
        )
        self._last, self._spoke_at = found, mention[0]
        return found

    def foremost(self, before: int) -> Identity | None:
        """The person named most often before an offset: whom an interview is with."""
        named = [person for start, person in self._places if start < before]
        if not named:
            return None
        return Identity(
            person=max(named, key=lambda person: (named.count(person) if len(named) < 200 else 0, -person.at[0]))
        )

    def labelled(self, label: str, at: int) -> Identity:
        """Who a label in an interview names (`SMITH`, `Dr. Smith`)."""
        if label.isupper() and 2 <= len(label) <= 3:
            same = [p for p in self.persons if initials(p.name) == label]
            if same:
                return Identity(person=same[0])
        words = " ".join(w.title() if w.isupper() and (len(w) > 3 or " " in label) else w for w in label.split())
        return self._nominal(words, (at, at + len(label)))

    def _pronoun(self, low: str, mention: tuple[int, int]) -> Identity:
        gender, last = HE.get(low), self._last
        if gender is None:
            if low == "i":
                if self.bylines:
                    return Identity(self.bylines[0], names.gender(self.bylines[0].split()[0]) or Gender.UNKNOWN)
                return Identity("the writer", anonymous=True)
            if last is not None and (low == "who" or (low in ("they", "it", "we") and last.anonymous)):
                return last
            if low == "they" and not self.plural_they and (one := self._of_no_gender(mention[0])):
                self._speaker = one
                return Identity(person=one)
            return Identity(low, anonymous=True)
        person = self._antecedent(gender, mention[0])
        if described := self._described_nearby(gender, mention[0], definite=person is None):
            return described
        if person is None:
            if (
                last is not None
                and last.anonymous
                and last.gender in (gender, Gender.UNKNOWN)
                and last.name not in PERSONAL
            ):
                return Identity(last.name, gender, True)
            return Identity(low, gender, True)
        if person.gender is Gender.UNKNOWN:
            person.gender = gender
        self._speaker = person
        return Identity(person=person)

    def _of_no_gender(self, at: int) -> Person | None:
        """The last person before `at` for whom `they` can stand."""
        before = self._places[: bisect_left(self._starts, at)]
        return next((p for _, p in reversed(before) if p.gender is Gender.UNKNOWN and p.personal), None)

    def _described_nearby(self, gender: Gender, at: int, *, definite: bool) -> Identity | None:
        """Somebody without a name who spoke just before `at`, if nobody else was named since.

        `definite`: `the official` will do too; where there is somebody with a name, `the businessman` is that person.
        """
        i = bisect_left(self._described, (at, "")) - 1
        if i < 0 or at - self._described[i][0] > 400:
            return None
        start, words = self._described[i]
        fits = role_gender(words) in (gender, None)
        since = range(bisect_right(self._starts, start), bisect_left(self._starts, at))
        named_since = any(
            self._starts[j] in self._subjects and self._places[j][1].gender in (gender, Gender.UNKNOWN) for j in since
        )
        if not definite and re.match(r"(?:an?|one|another) ", words, re.I) is None:
            return None
        if not fits or named_since or self._spoke_at > start:
            return None
        return Identity(words, gender, True)

    def _antecedent(self, gender: Gender, at: int) -> Person | None:
        i = bisect_left(self._starts, at)
        floor = at - 2500
        candidates: list[tuple[int, Person]] = []
        for start, person in reversed(self._places[max(0, i - 40) : i]):
            if start < floor:
                break
            if person.gender is gender or (
                person.gender is Gender.UNKNOWN and (person.personal or person is self._speaker)
            ):
                candidates.append((start, person))
        if not candidates:
            return self._speaker if self._speaker and self._speaker.gender is gender else None
        sure = [c for c in candidates if c[1].gender is gender] or candidates
        sure = [c for c in sure if c[1].known and c[0] > at - 900] or sure
        for start, person in candidates:
            if start <= self._spoke_at:
                break
            if start not in self._objects and (self._opens_paragraph(start, at) or self._in_focus(start, at)):
                return person
        if self._speaker is not None and self._speaker.gender in (gender, Gender.UNKNOWN) and self._just_spoke(at):
            return self._speaker
        i = bisect_right(self._paragraphs, at) - 1
        here = [
            p
            for start, p in candidates
            if i >= 0 and start >= self._paragraphs[i] and p.gender is gender and start not in self._objects
        ]
        if here and all(p is here[0] for p in here):
            return here[0]
        if self._speaker is not None and any(p is self._speaker and start > at - 900 for start, p in sure):
            return self._speaker
        return sure[0][1]

    def _in_focus(self, start: int, at: int) -> bool:
        """Whether the name at `start` begins a sentence in the paragraph of offset `at` or in the one before."""
        i = bisect_right(self._paragraphs, at) - 1
        return start in self._subjects and i >= 0 and start >= self._paragraphs[max(0, i - 1)]

    def _just_spoke(self, at: int) -> bool:
        """Whether the last quotation was attributed in the paragraph of offset `at`."""
        i = bisect_right(self._paragraphs, at) - 1
        return i >= 0 and self._paragraphs[i] <= self._spoke_at

    def _opens_paragraph(self, start: int, at: int) -> bool:
        """Whether the name at `start` is what the paragraph of offset `at` begins with: its subject."""
        i = bisect_right(self._paragraphs, at) - 1
        return i >= 0 and self._paragraphs[i] <= start < self._paragraphs[i] + 60

    def _nominal(self, words: str, mention: tuple[int, int]) -> Identity:
        titles, parts = split_titles([bare(w) for w in last_names(words)])
        title = " ".join(titles)
        if not parts or self._is_role(words, titles, parts):
            return self._titled(words) or Identity(words, role_gender(words) or Gender.UNKNOWN, True)
        person = self._named(parts, title, mention[0])
        if person is None:
            person = self._add(parts, title, mention[0])
        if person.gender is Gender.UNKNOWN:
            person.gender = role_gender(words) or Gender.UNKNOWN
        self._speaker = person
        return Identity(person=person)

    def _is_role(self, words: str, titles: list[str], parts: list[str]) -> bool:
        """Whether a phrase with a name in it is not that person: `a spokesman for Smith`, `the Obama campaign`."""
        first, last = words.split()[0].casefold(), words.split()[-1]
        if (
            last.islower()
            or re.search(r"[A-Z][\w.’'-]+ and (?:[a-z]\S* )*(?:[A-Z][\w.’'-]* )*(?!CEO|CFO|COO)[A-Z]", words)
            or first
            in (
                "ein",
                "eine",
                "der",
                "die",
                "un",
                "une",
                "a",
                "an",
                "one",
                "another",
                "some",
                "many",
                "several",
                "two",
                "three",
            )
        ):
            return True
        led = re.search(r"\s(?:for|of|from|at|with|in)\s", words.rpartition(parts[0])[0])
        if led and not titles and not (words[0].isupper() and first in TITLES and len(parts) > 1):
            return True
        if len(parts) == 1 and parts[0].isupper() and len(parts[0]) > 1:
            return True
        if is_organisation(parts) and not titles:
            return True
        return first == "the" and not titles and words.split()[1][:1].isupper() and not self.is_person(" ".join(parts))

    def _titled(self, words: str) -> Identity | None:
        """`the president` is President Obama if he is the only one with that title."""
        m = re.fullmatch(r"the (\w+)", words, re.I)
        if m and m[1].lower() in TITLES:
            holders = self._by_title.get(m[1].lower(), [])
            if len(holders) == 1:
                return Identity(person=holders[0])
        return None
