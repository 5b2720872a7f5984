"""Who wrote the article of a page: what its head declares, and what is printed around the text.

`AUTHORS` are the rules that choose among what `credits.py` gathers; the first that answers decides.
"""

from __future__ import annotations

import re

from ..facts import page_phrases
from ..facts.authors import credited, in_words, is_first_name, is_person
from ..facts.byline_words import matches, tells_of_author
from ..facts.bylines import author_names
from ..facts.dates import is_timestamp
from ..model.rules import Decision, Rule, RuleSet
from .credits import REACH, RIGHT_BELOW, Credits, Printed
from .headlines import key
from .outline import Block

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\W*(?:(?:19|20)\d\d)?\W*(?:(?:19|20)\d\d)?\W*", re.I)
_DATED_NAME = re.compile(r"([^\W\d_]{3,15}),?\s+(?=\d)")
"""`Ann 3 May 2024`"""
_WORD = 4
"""Characters of the longest word between a name and a date, each in a line of its own."""
_OWNED = re.compile(r"([^\W\d_]+(?: [^\W\d_][\w.-]*){1,2})['’]s?(?: \w+){1,2}\Z")
"""`Ann Orr’s blog`, `Ann Ellis’ Blog`"""
_PLACES = 2
"""So many places of a page name its author; more of them list stories."""
_MOST = 6
"""A longer list of people is not that of an article's authors."""


def authors(credits: Credits) -> Decision[tuple[str, ...]] | None:
    """The people who wrote the article, and the rule that found them; None where nothing says it."""
    found = AUTHORS.first(credits)
    if found is None or len(found.outcome) > 1 or " " in found.outcome[0]:
        return found
    return found._replace(outcome=(_in_full(credits, found.outcome[0]),))


def _in_full(credits: Credits, name: str) -> str:
    """`Ann`, of whom the page says elsewhere that `Ann Orr is a sailor`, in full."""
    for block in credits.at.page.blocks:
        match = re.match(
            rf"{re.escape(name)}(?: [^\W\d_][\w’'-]+){{1,2}}(?= (?:is|ist|was|est|es|è|é|[–—-])\b|,| [–—-] )",
            block.text,
        )
        if match and all(word[0].isupper() for word in match[0].split()):
            return match[0]
    return name


def _are_full(names: tuple[str, ...]) -> bool:
    return 0 < len(names) <= _MOST and all(" " in name for name in names)


def _first(printed: list[Printed], *hows: str, marked: bool | None = None) -> tuple[str, ...] | None:
    """The names of the nearest credit of these kinds."""
    for one in printed:
        if one.credit.how in hows and marked in (None, one.marked) and len(one.credit.names) <= _MOST:
            return one.credit.names
    return None


def _stated(credits: Credits) -> tuple[str, ...] | None:
    found = next((p for p in credits.above if _is_stated(p)), None)
    if found is None or (
        credits.declared
        and not (found.named or found.distance <= RIGHT_BELOW or any(map(is_person, found.credit.names)))
    ):
        return None
    names = tuple(_as_marked(credits, name) for name in found.credit.names)
    ours = [set(key(name).split()) for name in credits.declared]
    covered = all(any(set(key(name).split()) <= own for own in ours) for name in names)
    return credits.declared if covered else names


def _as_marked(credits: Credits, name: str) -> str:
    """A name as far as an element holds it alone: `Ann Orr` of `Ann Orr Isle News`, `Ann` of `Ann In Ferries`."""
    marked = (n for p in credits.above if p.marked for n in p.credit.names if " " in n or p.alone)
    return next((n for n in marked if name.startswith(f"{n} ")), name)


def _is_stated(printed: Printed) -> bool:
    if printed.credit.how == "account":
        return printed.distance <= RIGHT_BELOW
    return printed.credit.how == "stated" and _are_full(printed.credit.names)


def _declared(credits: Credits) -> tuple[str, ...] | None:
    names = credits.declared
    if not any(" " in name for name in names):
        return None
    shown = next((p.credit.names for p in credits.above if len(p.credit.names) > 1 and p.marked), ())
    more = len(names) == 1 and _are_full(shown) and key(shown[0]) == key(names[0])
    return shown if more else names  # the head may name only the first


def _marked(credits: Credits) -> tuple[str, ...] | None:
    found = [p for p in credits.above if p.named and _are_full(p.credit.names)]
    found = [p for p in found if p.marked or p.credit.how != "bare" or any(map(is_person, p.credit.names))]
    found.sort(key=lambda printed: not printed.marked)
    if not found:
        return None
    beside = [p for p in found if p.distance == found[0].distance and p.alone] if found[0].alone else found[:1]
    return tuple(dict.fromkeys(name for p in beside for name in p.credit.names))  # each may be marked alone


def _titled(credits: Credits) -> tuple[str, ...] | None:
    for one in credits.above:
        if one.credit.how == "titled" or (one.credit.how == "dated" and all(map(is_person, one.credit.names))):
            return one.credit.names
    return None


def _in_bold(credits: Credits) -> tuple[str, ...] | None:
    for block in _between(credits):
        found = credited([block.text], credits.sites) if block.strong and block.kind == "p" else None
        if found and found.how == "bare" and len(found.names) > 1:
            return found.names
    return None


def _beside_date(credits: Credits) -> tuple[str, ...] | None:
    blocks = credits.at.page.blocks
    lives = {b.text[:at] for b in blocks if (at := tells_of_author(b.text[:60])) is not None}
    for i in _indices_between(credits):
        text = blocks[i].text
        if not re.fullmatch(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}", text) or blocks[i].kind == "heading":
            continue
        if not all(word[0].isupper() for word in text.split()):
            continue
        if text in lives or (is_person(text) and _is_dated(credits, i)):
            return author_names([text], credits.sites) or None
    return None


def _is_dated(credits: Credits, i: int) -> bool:
    """Whether a date stands right before or behind a block, or behind a word (`Ann Orr`, `on`, `3 May`)."""
    blocks = credits.at.page.blocks
    behind = i + 2 if i + 2 < len(blocks) and len(blocks[i + 1].text) <= _WORD else i + 1
    near = (blocks[j].text for j in (i - 1, behind) if credits.at.top < j < len(blocks))
    return any(is_timestamp(line, clock_alone=True) for line in near)


def _indices_between(credits: Credits) -> list[int]:
    """The blocks right below the headline and above the text."""
    top, at = credits.at.top, credits.at
    span = range(top + 1, min(at.first, top + 8)) if top >= 0 else range(0)
    return [i for i in span if not at.is_away(at.page.blocks[i].node)]


def _between(credits: Credits) -> list[Block]:
    return [credits.at.page.blocks[i] for i in _indices_between(credits)]


def _account(credits: Credits) -> tuple[str, ...] | None:
    found = _first(credits.above, "account", "stated") or _first(credits.above, "bare", marked=True)
    return found if found and not any(matches("nobody", name) for name in found) else None  # a button: `Print`


def _declared_account(credits: Credits) -> tuple[str, ...] | None:
    """The account that the head names, unless it is how the site's own name begins."""
    houses = [key(site) for site in credits.houses]
    own = (n for n in credits.declared if not any(house.startswith(f"{key(n)} ") for house in houses))
    return tuple(map(in_words, own)) or None


def _stated_below(credits: Credits) -> tuple[str, ...] | None:
    for one in credits.below:
        if (one.credit.how == "stated" and _are_full(one.credit.names)) or (one.credit.how == "account" and one.named):
            return one.credit.names
    return None


def _marked_below(credits: Credits) -> tuple[str, ...] | None:
    """What an element named so holds right below the text and nothing else, if it is somebody's name."""
    found = (p for p in credits.below if p.named and p.marked and p.distance <= RIGHT_BELOW and p.credit.how == "bare")
    return next((p.credit.names for p in found if _are_full(p.credit.names) and _are_people(p.credit.names)), None)


def _are_people(names: tuple[str, ...]) -> bool:
    return all(2 <= len(name.split()) <= 3 and name.title() == name for name in names)


def _marked_anywhere(credits: Credits) -> tuple[str, ...] | None:
    """The one author whom marks name however far below the headline they stand, and not beside story after story."""
    found = credits.alone()
    names = {names for _, names in found}
    return names.pop() if len(names) == 1 and len({place for place, _ in found}) <= _PLACES else None


def _copyright(credits: Credits) -> tuple[str, ...] | None:
    """`© 2019 Ann Orr`, right below the text."""
    blocks, last = credits.at.page.blocks, credits.at.last
    for block in blocks[last + 1 : last + 3]:
        if (name := _of_copyright(block.text)) and is_person(name, common=True):
            return author_names([name]) or None
    return None


def _of_copyright(line: str) -> str:
    """`Ann Orr` of `© 2019 Ann Orr | Sound Media`"""
    match = _COPYRIGHT.match(line)
    return re.split(r"\s*[|•·.,–—]\s*", line[match.end() :])[0] if match else ""


def _signed(credits: Credits) -> tuple[str, ...] | None:
    blocks, last = credits.at.page.blocks, credits.at.last
    for block in blocks[last + 1 : last + 3]:
        found = credited([block.text], credits.sites) if len(block.text) < 60 and block.kind == "p" else None
        if found and found.how in ("bare", "dated") and not credits.at.is_away(block.node):
            return found.names if all(map(is_person, found.names)) else None
        if (
            (alone := _DATED_NAME.match(block.text))
            and is_first_name(alone[1])
            and is_timestamp(block.text[alone.end() :])
        ):
            return (alone[1],)
    return None


def _about(credits: Credits) -> tuple[str, ...] | None:
    """The person that a box about the author is headed with: named so, or with the name again in the next line."""
    at, blocks = credits.at, credits.at.page.blocks
    for i in range(max(credits.top, 0), min(at.last + 2 * REACH, len(blocks) - 1)):
        name = _unlabelled(blocks[i].text) if i > at.last else blocks[i].text
        if len(name) > 40 or at.is_away(blocks[i].node) or not is_person(name):
            continue
        if blocks[i + 1].text.startswith(f"{name} ") or (
            i > at.last and "about the author" in at.names[blocks[i].node]
        ):
            return author_names([name], credits.sites) or None
    return None


def _unlabelled(heading: str) -> str:
    """`Ann Orr` of `About Ann Orr`"""
    label = next(iter(page_phrases.pieces(heading[:60])), None)
    return heading[len(label.text) :].strip() if label and label.phrase and label.phrase.of else heading


def _site_of_person(credits: Credits) -> tuple[str, ...] | None:
    """`© 2020 Ann Orr`, on a site named Ann Orr or Ann Orr’s blog."""
    mastheads = filter(_OWNED.match, re.split(r"\s+[|–—-]\s+", credits.title))
    for site in (*credits.sites, *mastheads):
        name = owned[1] if (owned := _OWNED.match(site)) else site
        if is_person(name, common=True):
            return _untitled(name)
    for block in credits.at.page.blocks[-12:]:
        if is_person(name := _of_copyright(block.text), common=True):
            return _untitled(name)
    return None


def _untitled(name: str) -> tuple[str, ...] | None:
    return author_names([re.sub(r"\A(?:(?:Dr|Prof)\.\s+)+", "", name)]) or None


AUTHORS: RuleSet[Credits, tuple[str, ...]] = RuleSet(
    "authors",
    (
        Rule("stated above", _stated, "By Ann Orr, near the headline: what readers see"),
        Rule("declared", _declared, "schema.org: author; article:author and its like"),
        Rule("marked", _marked, "rel=author, itemprop=author, and classes named so"),
        Rule("titled or dated", _titled, "Ann Orr, ferry correspondent; 3 May 2024 | Ann Orr"),
        Rule("names in bold", _in_bold, "several people alone in a bold line between headline and text"),
        Rule("account above", _account, "forums and blogs: by annorr7"),
        Rule(
            "beside the date",
            _beside_date,
            "a person alone in a line, beside the date or with a life in short elsewhere",
        ),
        Rule("account declared", _declared_account, "the name of an account rather than nobody"),
        Rule("stated below", _stated_below, "Text: Ann Orr, below the text"),
        Rule("marked below", _marked_below, "rel=author, and classes named so, right below the text"),
        Rule("signed", _signed, "letters, blogs and German papers sign below the text"),
        Rule("copyright below", _copyright, "© 2019 Ann Orr, right below the text"),
        Rule("marked anywhere", _marked_anywhere, "rel=author, itemprop=author: one name wherever it stands"),
        Rule("box about the author", _about, "a box headed with the author's name below the text"),
        Rule("site of a person", _site_of_person, "personal sites are named after who writes them"),
    ),
)
