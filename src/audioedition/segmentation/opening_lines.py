"""A line at the head of an article -> what it may be, with how much speaks for it.

Each rule gives one kind of line a score; nothing is decided here. `opening` then finds the sequence of kinds that fits
all lines together. Scores are weights of evidence: 1 a hint, 2 likely, 4 as good as certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..facts import bylines, dates
from ..facts.moments import kinds as stamp_kinds
from ..lexis import first_names
from ..lexis.grammar import capitals_are_names
from ..model import Reason
from ..model.rules import Rule, RuleSet, is_off
from .headings import BULLET
from .opening_facts import ENDS, MOST, Line
from .opening_kickers import is_kicker_by_shape, is_kicker_of_names, is_strip
from .opening_kinds import Evidence, Kind
from .opening_page import is_page, lean
from .opening_pictures import is_caption_by_form, is_caption_by_place, is_shown
from .opening_words import SALUTATION, is_greeting, is_kicker, is_release
from .passages import is_row

_YEAR = r"(?:\d{1,2}(?:er|º|\.)? ?(?:de |d')?(?:\d{1,2}\.|[^\W\d_]{3,10}\.?) ?(?:de )?)?(?:1[789]|20)\d\d"
_LIFE = re.compile(
    rf"\(?(?:born\s)?[*☆]?\s?{_YEAR}\s*(?:[-–—†✝]\s*){{1,2}}{_YEAR}\)?|[^†✝]{{0,40}}\d{{4}}\s*[†✝][^†✝]{{0,40}}\d{{4}}"
)
_SLASHED = re.compile(r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,2}/(?:The |For the )?[A-ZÀ-Þ][\w.’' -]{2,40}")
_AT = re.compile(r"[A-Z]{2,5} (?:Sport|News) (?:at|in) [A-ZÀ-Þ][\w’' -]{2,30}")
"""`BBS Sport at Wexle Park`"""
_STOPS_INSIDE = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z])")
_QUOTED = re.compile('[“"‘«„][^“”"«»„]+[”"’»“]')


def _is(kind: Kind, score: float, test: Callable[[Line], bool]) -> Callable[[Line], Evidence | None]:
    said = Evidence(kind, score)

    def decide(line: Line) -> Evidence | None:
        return said if test(line) else None

    return decide


def told(line: Line) -> bool:
    """Whether it is the headline that the source gives."""
    known = line.known
    if not known or not line.plain or len(line.text) > 250:
        return False
    return line.plain == known or (
        (line.plain in known or known in line.plain) and 0.6 * len(known) < len(line.plain) < 1.7 * len(known)
    )


def _headline(line: Line) -> bool:
    return (
        line.is_phrase
        and 2 <= len(line.words) <= 32
        and len(line.text) <= 220
        and any(c.isalpha() for c in line.text)
        and not (line.text[0].islower() or line.text[0] in "([")
        and not BULLET.match(line.text)
    )


def _stopped_headline(line: Line) -> bool:
    return (
        line.stops
        and (2 <= len(line.words) <= 22 or line.text.isupper())
        and not re.search('["“”„«»]', line.text)
        and len(_STOPS_INSIDE.findall(line.text)) <= 1
        and not line.text[0].islower()
    )


def _deck(line: Line) -> bool:
    return (
        not line.headed
        and 3 <= len(line.words) <= 45
        and len(line.text) <= MOST
        and not line.text.endswith((":", ",", ";"))
        and not BULLET.match(line.text)
        and not is_label_line(line)
        and any(c.isalpha() for c in line.text)
        and not _is_louder(line)
    )


def _is_louder(line: Line) -> bool:
    """Whether a line is all capitals and the one above it is not: a heading, not a standfirst."""
    return line.text.isupper() and line.before is not None and not line.before.text.isupper()


def _other(line: Line) -> bool:
    words = len(line.words)
    letters = any(c.isalpha() for c in line.text)
    fits = letters and words <= 4 and (line.is_phrase or words == 1)
    return fits and not BULLET.match(line.text) and not is_row(line.text)


def _is_speech(line: Line) -> bool:
    """`«Il a sauvé trois vies»`: somebody's words are no part of a page; in English they may be its slogan."""
    return _QUOTED.fullmatch(line.text) is not None and capitals_are_names()


def _menu(line: Line) -> bool:
    return not _is_speech(line) and not line.stops and len(line.words) <= 3 and len(line.text) < 40


def _placed_byline(line: Line) -> bool:
    """`Chidi Orr, Enugu`: a well-known first name or one that the story has not, and a place that it speaks of."""
    name, _, place = line.text.partition(", ")
    words = name.split()
    fits = 2 <= len(words) <= 3 and place[:1].isupper() and len(place.split()) <= 2 and line.is_told(place)
    return (
        fits
        and all(word[0].isupper() for word in words)
        and (first_names.gender(words[0]) is not None or not line.is_told(words[-1]))
    )


def _quoted_headline(line: Line) -> bool:
    """`“I heard it. It was real.”`: all of it is in quotation marks, and no sentence follows."""
    return len(line.words) < 15 and _QUOTED.fullmatch(line.text) is not None and not ENDS.search(line.after)


def is_label_line(line: Line) -> bool:
    """`Q: …`, `WHO: …`: what stands behind such a label is no standfirst."""
    return re.match(r"[A-Z]{1,6}: ", line.text) is not None


def _is_job_and_place(line: Line) -> bool:
    """`Open Court multimedia journalist, Wexle`: what is before the comma ends with a job and begins with no name."""
    if _AT.fullmatch(line.text):
        return True
    job, comma, _ = line.text.partition(", ")
    words = job.split()
    fits = bool(comma) and 2 <= len(words) <= 6 and len(line.words) <= 9
    return fits and bylines.is_affiliation(words[-1]) and first_names.world_gender(words[0]) is None


def _is_x(line: Line) -> bool:
    return line.text == "X" and line.before is not None and line.before.furniture is Reason.SHARE


def _is_letter(line: Line) -> bool:
    return len(line.words) > 5 and SALUTATION.match(line.text) is not None


def _runs_on(line: Line) -> bool:
    """Below a byline a standfirst without a stop is short."""
    above = line.before.byline if line.before is not None else None
    return not line.stops and len(line.words) > (20 if above is not None and above.how == "stated" else 30)


_RULES: tuple[Rule[Line, Evidence], ...] = (
    Rule(
        "release",
        _is(Kind.RELEASE, 6, lambda x: is_release(x.text)),
        "press releases: `FOR IMMEDIATE RELEASE`, `EMBARGOED UNTIL …`",
    ),
    Rule("menu", _is(Kind.MENU, -0.4, _menu), "pages pasted from the top: `Brasília`, `our-paper.example`"),
    Rule("headline quoted", _is(Kind.HEADLINE, 1.4, _quoted_headline), "charities and magazines: `“It was real.”`"),
    Rule(
        "headline of the story",
        _is(Kind.HEADLINE, 6, lambda x: x.chosen),
        "on a page full of other headlines it is the one whose words the story has",
    ),
    Rule("headline told", _is(Kind.HEADLINE, 9, told), "the source says which line it is"),
    Rule(
        "headline repeated",
        _is(Kind.REPEATED, 6, lambda x: x.repeats and len(x.words) < 19),
        "print files give it as a slug and a title",
    ),
    Rule("kicker", _is(Kind.KICKER, 2.5, lambda x: is_kicker(x.text)), "sections and kinds of story over headlines"),
    Rule("kicker by shape", _is(Kind.KICKER, 3.3, is_kicker_by_shape), "a word or two over a headline: `CAFÉ NOIR`"),
    Rule(
        "kicker of names",
        _is(Kind.KICKER, 3.3, is_kicker_of_names),
        "papers of the continent set place, court or league above a headline: `Valle Maira`, `Kreisliga Nord`",
    ),
    Rule(
        "kicker untold", _is(Kind.KICKER, 3, lambda x: x.untold), "columns: `On the stoep`, above what the story tells"
    ),
    Rule("headline", _is(Kind.HEADLINE, 3, _headline), "headlines have no full stop (AP, Guardian style)"),
    Rule(
        "headline of a word",
        _is(Kind.HEADLINE, 0.6, lambda x: x.is_phrase and len(x.words) == 1 and x.text[0].isalpha()),
        "columns: `Weather`, `Letters`",
    ),
    Rule(
        "name of a page",
        _is(Kind.HEADLINE, 8, lambda x: x.names_page),
        "pages of several items: `NEWS IN BRIEF`, `DEATHS`",
    ),
    Rule("headline stopped", _is(Kind.HEADLINE, 0.2, _stopped_headline), "Sunday papers: `She closed it. It rained.`"),
    Rule(
        "headline stopped above a longer line",
        _is(Kind.HEADLINE, 1.2, lambda x: _stopped_headline(x) and len(x.words) < 19 and len(x.after) > len(x.text)),
        "a lead is longer than its headline",
    ),
    Rule("deck", _is(Kind.DECK, 1, lambda x: _deck(x) and x.is_phrase), "a standfirst without a full stop"),
    Rule(
        "deck of sentences",
        _is(Kind.DECK, 0, lambda x: _deck(x) and not x.is_phrase),
        "a standfirst of one or two sentences",
    ),
    Rule(
        "whose life",
        _is(Kind.DECK, 5, lambda x: x.bare != "" and _LIFE.fullmatch(x.after) is not None),
        "notices of deaths: a name above `1931 – 2025` has written nothing",
    ),
    Rule("life", _is(Kind.DECK, 3, lambda x: _LIFE.fullmatch(x.text) is not None), "obituaries: `1931 – 2025`"),
    Rule(
        "by alone",
        _is(Kind.BY, 3, lambda x: bylines.is_by(x.text)),
        "pages print the name below: `By`, `Von`, `Auteur`",
    ),
    Rule(
        "byline stated",
        _is(Kind.BYLINE, 4, lambda x: x.byline is not None and x.byline.how == "stated"),
        "`By Ann Orr`, `Von Ole Brand`",
    ),
    Rule(
        "byline of a house",
        _is(Kind.BYLINE, 3, lambda x: x.byline is not None and x.byline.how in ("agency", "desk")),
        "`Associated Press`, `News Desk`",
    ),
    Rule(
        "byline titled",
        _is(
            Kind.BYLINE,
            3,
            lambda x: x.byline is not None and x.byline.how == "titled" and not (x.pasted and x.is_subject),
        ),
        "`Ann Orr, reporter`",
    ),
    Rule("byline known", _is(Kind.BYLINE, 1.7, lambda x: x.bare == "known"), "a name alone whose first name is one"),
    Rule(
        "byline above a job",
        _is(Kind.BYLINE, 2, lambda x: x.bare == "subject" and bylines.is_affiliation(x.after)),
        "who asks in an interview is in its introduction too: `Ann Orr` above `Staff Writer`",
    ),
    Rule(
        "byline above a time",
        _is(Kind.BYLINE, 1, lambda x: x.bare == "subject" and x.is_told(x.text) and dates.is_timestamp(x.after)),
        "live blogs, whose entries name their authors too",
    ),
    Rule(
        "byline unknown",
        _is(Kind.BYLINE, 0.3, lambda x: x.bare == "unknown" and not _is_louder(x)),
        "a name alone, no word of which the story uses as a word",
    ),
    Rule(
        "byline of a stranger",
        _is(Kind.BYLINE, 1.4, lambda x: x.bare == "stranger"),
        "`Donnchadh Mac Aogáin`: a first name from somewhere, no word of which the story has",
    ),
    Rule(
        "byline of strange words",
        _is(Kind.BYLINE, 1, lambda x: x.bare == "strange"),
        "words with capitals that are not in the story, in a language whose headlines have few capitals",
    ),
    Rule(
        "byline from anywhere",
        _is(Kind.BYLINE, 1.7, lambda x: x.bare == "foreign"),
        "the same, with a first name that is one somewhere",
    ),
    Rule(
        "name below by",
        _is(
            Kind.BYLINE,
            3,
            lambda x: x.before is not None and bylines.is_by(x.before.text) and len(x.words) < 7 and not x.stops,
        ),
        "`By` and the name on two lines",
    ),
    Rule(
        "job",
        _is(Kind.JOB, 2, lambda x: not x.long and bylines.is_affiliation(x.text) and stamp_kinds(x.text) != ["day"]),
        "`Political Editor`, `BBC News, Wexley`",
    ),
    Rule("town below a byline", _is(Kind.JOB, 2.5, lambda x: x.is_town_below), "`Ana Ruiz` and `Madrid` on two lines"),
    Rule("job and place", _is(Kind.JOB, 3.5, _is_job_and_place), "`Court multimedia reporter, Wexle` below a name"),
    Rule(
        "handle",
        _is(Kind.JOB, 3, lambda x: re.fullmatch(r"@\w{2,30}|\S+@\S+\.\w+", x.text) is not None),
        "the author's address",
    ),
    Rule(
        "picture credit",
        _is(Kind.CREDIT, 2, lambda x: bylines.is_picture_credit(x.text)),
        "`Pia Kost, County Pictures`",
    ),
    Rule(
        "name with house",
        _is(Kind.CREDIT, 1, lambda x: x.byline is not None and x.byline.how == "titled"),
        "a photographer is named as a reporter is",
    ),
    Rule(
        "byline with a place",
        _is(Kind.BYLINE, 2.5, _placed_byline),
        "`Chidi Orr, Enugu`, as papers of Nigeria and India have it",
    ),
    Rule("caption by place", _is(Kind.CAPTION, 1.5, is_caption_by_place), "below the time and the buttons of a page"),
    Rule(
        "caption above a credit",
        _is(Kind.CAPTION, 3.2, lambda x: x.pasted and _SLASHED.fullmatch(x.after) is not None and not x.is_phrase),
        "American papers: a sentence above `Theo Orr/The Wexle Sentinel`",
    ),
    Rule(
        "caption above an owner",
        _is(Kind.CAPTION, 4.2, lambda x: x.is_above_owner),
        "papers of the continent: a line above `AFP` or `Ana Ruiz / EFE`, below the byline or the time",
    ),
    Rule("owner", _is(Kind.CREDIT, 3.6, lambda x: x.is_credit), "`AFP`, `© Ana Ruiz`, `Archivo` below a picture"),
    Rule(
        "credit with a slash",
        _is(Kind.CREDIT, 3.2, lambda x: x.pasted and _SLASHED.fullmatch(x.text) is not None),
        "`Theo Orr/The Wexle Sentinel`",
    ),
    Rule(
        "caption by form",
        _is(Kind.CAPTION, 4.5, is_caption_by_form),
        "Philippine papers: `IDLE LAND. Farm workers walk …`; `Ann Orr, from left, Ivo Marsh and …`",
    ),
    Rule("shown", _is(Kind.SHOWN, 0.5, is_shown), "`Goalkeeper Ray Coll` under a picture"),
    Rule(
        "caption printed twice",
        _is(Kind.CAPTION, 4, lambda x: len(x.words) > 3 and x.is_phrase and x.text == x.after),
        "what a page says of a picture, and below it once more",
    ),
    Rule("caption", _is(Kind.CAPTION, 3, lambda x: x.is_caption), "AP captions: `FILE - …`, credits at the end"),
    Rule("time", _is(Kind.STAMP, 5, lambda x: x.stamp), "a date line says when, and nothing else"),
    Rule("strip", _is(Kind.FURNITURE, 6, is_strip), "pages print the weather and what money costs above everything"),
    Rule("label of a time", _is(Kind.LABEL, 2, lambda x: dates.is_label(x.text)), "`Published:` and the date below"),
    Rule("furniture", _is(Kind.FURNITURE, 3, lambda x: x.furniture is not None), "see furniture.py"),
    Rule("page", _is(Kind.FURNITURE, -0.5, is_page), "what is likely the page around the story, by all of its lines"),
    Rule("network of a letter", _is(Kind.FURNITURE, 3, _is_x), "`X` in a row of share buttons"),
    Rule("place or section", _is(Kind.OTHER, 0.2, _other), "one more short line before byline or time: `Wexle`"),
    Rule(
        "heading of an item",
        _is(Kind.BODY, 3, lambda x: x.heads_item and not x.stamp),
        "pages of several items: `NATIONAL`, and below `SPORTS`",
    ),
    Rule("verse", _is(Kind.BODY, 6, lambda x: x.verse), "a poem's first line is no standfirst"),
    Rule("salutation", _is(Kind.BODY, 7, _is_letter), "letters: `SIR – I refer to your report …`"),
    Rule("dateline", _is(Kind.BODY, 7, lambda x: x.dated), "a dateline opens the story"),
    Rule(
        "sentence", _is(Kind.BODY, 3, lambda x: x.stops and len(x.words) > 8), "a lead is a sentence, and no short one"
    ),
    Rule("run-on", _is(Kind.BODY, 3, _runs_on), "a paragraph without its stop, the first lines of a poem"),
)
LINES = RuleSet("opening", _RULES)
"""Every rule is asked; of those that speak for one kind the strongest counts."""
_NAMED = tuple((rule, f"opening/{rule.name}") for rule in _RULES)


def _is_over_items(line: Line) -> bool:
    """`Mass Intentions`, above `Sat 10am: Ann Orr`; above a letter, which is signed below."""
    if line.before is not None and bylines.is_by(line.before.text):
        return False
    return is_greeting(line.after) or (is_row(line.after) and not dates.is_timestamp(line.after))


def _leave_out_strange(found: dict[Kind, tuple[float, str]], line: Line) -> None:
    """Take out what a line is not, by the line above or below it."""
    if line.bare in ("unknown", "stranger") and _is_over_items(line):
        found.pop(Kind.BYLINE, None)
    if line.heads_item:
        for kind in (Kind.KICKER, Kind.MENU, Kind.OTHER, Kind.DECK):
            found.pop(kind, None)


def evidence(line: Line) -> dict[Kind, tuple[float, str]]:
    """Kind -> its score and the rule that gives it."""
    found: dict[Kind, tuple[float, str]] = {Kind.BODY: (-0.5, "opening/story")}
    for rule, name in _NAMED:
        said = rule.decide(line)
        if said and said.score > found.get(said.kind, (-9.0, ""))[0] and not is_off(name):
            found[said.kind] = (said.score, name)
    lean(found, line)
    if line.dated and found[Kind.BODY][0] > 0:
        return {Kind.BODY: found[Kind.BODY]}
    if line.stamp or (line.byline and line.byline.how == "stated"):
        found.pop(Kind.HEADLINE, None)
    _leave_out_strange(found, line)
    shown = line.is_caption and len(line.words) > (8 if line.byline and line.byline.how == "stated" else 5)
    if shown or line.is_credit:
        found.pop(Kind.BYLINE, None)
    return found
