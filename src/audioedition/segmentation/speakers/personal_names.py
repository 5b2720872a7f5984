"""Capitalised words -> titles, names, organisations; descriptions -> the gender they tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...lexis import first_names
from ...lexis.gazetteer import CITIES, REGIONS
from ...lexis.tables import Lexis, derived
from ...lexis.wordclasses import PARTICLES, PREPOSITIONS, words
from ...model import Gender
from ..tokens import ARTICLED, Token, is_name


@derived
def title_words(lexis: Lexis) -> frozenset[str]:
    """What stands before a person's name, in lower case, without a stop."""
    return frozenset(word.lower() for word, row in lexis.table("titles").items() if row["person"])


@derived
def title_genders(lexis: Lexis) -> Mapping[str, Gender]:
    """`dame` -> female."""
    return {word.lower(): Gender(row["gender"]) for word, row in lexis.table("titles").items() if row["gender"]}


_ROLE_GENDER = re.compile(
    r"\b(?:(?P<f>\w*woman|women|\w*mother|mom|mum|mam|nan|gran|grann?y|grandma|stepmum|bride|wife|widow|daughter|sister|girl|actress|aunt|grandmother|niece|queen|\w*sprecherin|girlfriend|lady|nun|waitress|heroine|duchess)"
    r"|(?P<m>\w*(?<!wo)man|\w*father|dad|stepdad|grand-?dad|grandpa|hubby|bridegroom|husband|widower|son|brother|boy|actor|uncle|grandfather|nephew|king|\w*sprecher|boyfriend|priest|duke|gentleman))\b",
    re.I,
)
_NOT_GENDERED = frozenset(["human", "german", "roman", "ottoman", "woman", "talisman"])
_ORGANISATION = words(
    """
    house times post press news journal herald tribune department ministry office agency police court committee
    commission council campaign party union bank company corp inc ltd co group association university college
    institute center centre foundation school board bureau reuters afp bloomberg team club church hospital army
    navy force government congress senate parliament administration service authority network magazine report
    nation state states staff banks corporation kingdom republic league federation society trust act law bill treaty cup
    prize award survey mountain mountains valley lake forest islands beach coast hills
    project road bridge park castle festival museum asia africa europe america middle-east city
    county river street avenue island fund media democrats republicans conservatives labour liberals officials
    lawmakers researchers scientists analysts critics experts facebook twitter google guardian telegraph monitor
    watch international brothers sons partners securities airlines airways motors holdings industries systems
    technologies technology software foods energy insurance capital management computer computers electric
    electronics pharmaceuticals railway railways petroleum hotels stores
    """
)
_OPENERS = words(
    """
    even maybe perhaps only just last first next wait like unlike can could would should did does do was were is
    are has had will let see yes well oh former republican democrat republicans democrats billionaire
    """
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_HONOURS = words(
    """
    KC QC SC MP MEP MSP MLA TD MS AM OBE MBE CBE KBE DBE GBE PhD Ph.D MD M.D RN FRS DSO MC GC VC CBO DL JP BEM Esq CPA
    """
)
"""Printed behind a name, in capitals."""
_FAMILY_FIRST = words(
    """
    nguyen tran pham hoang vo bui dang tan lim wong chan cheung leung ng goh ong teo chua koh wang zhang chen liu zhao
    huang zhou xu zhu hu guo lin gao liang zheng xie xi mao deng wen feng li wu yang ma choi jung kang yoon jang kwon
    hwang ahn moon
    """
)
"""Family names that stand in front: `Tan Siew Hoon`, `Wen Xiaoyan`."""


_HUMAN = re.compile(
    r"(?:\w*(?:man|woman|men|women|people|person|official|source|spokesperson|expert|analyst|critic"
    r"|leader|member|aide|head|lawyer|attorney|witness|resident|neighbou?r|"
    r"voter|supporter|minister|president|senator|governor|mayor|judge|prosecutor|doctor|professor|teacher"
    r"|student|mother|father|wife|husband|son|daughter|"
    r"brother|sister|parent|friend|colleague|chief|chair|boss|coach|captain|player|cop|nurse|rep"
    r"|candidate|envoy|diplomat|host|guest|pilot|cook|chef|clerk|monk|nun|vicar|priest|bishop|rabbi|imam|architect|athlete"
    r"|plaintiff|suspect|victim|pundit|surgeon|therapist|astronaut|rival|opponent|agent|recruit|delegate|advocate"
    r"|magistrate|correspondent|superintendent|tycoon|heir|author|sailor|tailor|mum|mom|dad|kid|boy|girl|guy|bloke|owner"
    r"|regulator|watchdog|charity|lawmaker|secretary|general|officer|activist|"
    r"ist|ician|er|or|ian|ant|ee)s?)\Z",
    re.I,
)
_NOT_HUMAN = words(
    """
    number order matter paper letter chapter water power weather summer winter center centre error floor color
    labor horror terror factor sector harbor plan plant want restaurant grant tree degree newspaper poster
    computer answer offer border murder dinner river shoulder dollar mirror minor major later never ever other
    numbers orders matters papers letters waters powers errors factors sectors plans plants answers offers dollars
    """
)


_STANDS_FOR = words(
    """
    senator congressman congresswoman lawmaker legislator governor ex-governor mayor premier chancellor candidate
    nominee frontrunner front-runner politician republican democrat conservative businessman businesswoman billionaire
    millionaire mogul tycoon entrepreneur founder co-founder economist scientist physicist chemist biologist
    astronomer historian academic novelist poet author playwright journalist columnist comedian actor actress singer
    songwriter singer-songwriter musician rapper guitarist drummer pianist violinist composer conductor dancer
    filmmaker film-maker artist painter sculptor designer chef striker midfielder defender goalkeeper winger forward
    batsman bowler all-rounder wicketkeeper pitcher quarterback linebacker swimmer sprinter runner cyclist golfer
    boxer fighter jockey skier skater gymnast athlete olympian champion captain skipper coach manager rookie
    veteran astronaut archbishop bishop activist campaigner whistleblower whistle-blower dissident teenager pensioner
    great-grandmother grandmother grandfather native spaniard briton frenchman frenchwoman scot welshman irishman
    englishman dutchman swede dane american australian canadian italian german brazilian argentine
    """
)
"""Nouns that stand for somebody named before: `the New York businessman`. Not who is usually somebody else (`the
spokesman`, `the official`), nor what may be a company (`the retailer`)."""
_AGED = re.compile(r"\w+[- ]year[- ]old\Z")


def stands_for_a_person(words: str) -> bool:
    """Whether a description with `the` is another word for somebody whom the text has just named."""
    _, *between, noun = ["", *words.casefold().split()]
    if between[:1] != ["the"] or any(word in PREPOSITIONS | {"and", "who"} for word in between):
        return False
    if _AGED.search(words.casefold()):
        return True
    # `the mayor`, with nothing before it, is the mayor of the place, whoever was named last.
    return noun in _STANDS_FOR and (len(between) > 1 or noun not in title_words())


def name_runs(tokens: Sequence[Token]) -> list[list[Token]]:
    runs: list[list[Token]] = []
    run: list[Token] = []
    for i, token in enumerate(tokens):
        if is_name(token) and token.text[0].isalpha():
            run.append(token)
            if token.text.endswith(("'s", "’s", "s'", "s’")):
                runs.append(run)
                run = []
            continue
        if run and token.low in PARTICLES and _name_follows(tokens, i + 1):
            run.append(token)
            continue
        if run and token.kind == "quote" and token.end - token.start < 22 and _name_follows(tokens, i + 1):
            continue  # `Arnulfo “Nufo” Treviño`
        if run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    return [r if is_name(r[-1]) else r[:-1] for r in runs]


def _name_follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name follows at index `i`, at most two more particles apart: `Ana van der Berg`."""
    end = i + 2
    while i < min(end, len(tokens)) and tokens[i].low in PARTICLES and tokens[i].kind == "word":
        i += 1
    return i < len(tokens) and is_name(tokens[i])


def bare(word: str) -> str:
    for possessive in ("'s", "’s"):
        word = word.removesuffix(possessive)
    return word.strip(",;:()\"“”'’") if not re.fullmatch(r"(?:\w\.)+", word) else word


def split_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """`New Jersey Gov. Chris Christie` -> [Gov.], [Chris, Christie]: titles, and the name without what precedes it."""
    words = [w for w in words if w.lower().rstrip(".") not in _SUFFIXES]
    while len(words) > 1 and words[-1].rstrip(".") in _HONOURS:
        words = words[:-1]
    last = max((i for i, w in enumerate(words[:-1]) if w.lower().rstrip(".") in title_words()), default=-1)
    titles = [w for w in words[: last + 1] if w.lower().rstrip(".") in title_words()]
    rest = words[last + 1 :]
    if len(rest) > 3:  # `Washington Political Editor Ana Berg`
        job = max(
            (i for i, w in enumerate(rest[:-2]) if is_human(w.lower()) and first_names.gender(w) is None), default=-1
        )
        rest = rest[job + 1 :]
    while len(rest) > 2 and _is_job(rest[0], rest[1]):
        rest = rest[1:]
    if len(rest) > 2 and first_names.gender(rest[0]) is None and rest[0].casefold() not in _FAMILY_FIRST:
        if len(rest) == 3 and not _is_adjunct(rest[0]):
            return titles, rest  # `Sant Singh Chatwal`, `Emyr Lloyd Owen`
        near = max(0, len(rest) - 3)
        known = [i for i, w in enumerate(rest[:-1]) if first_names.gender(w) is not None]
        rest = rest[next((i for i in known if i >= near), known[0] if known else 0) :]
    elif len(rest) == 2 and (_is_no_name(rest[0]) or "-of-" in rest[0] or _is_role(rest[0])):
        rest = rest[1:]
    return titles, rest


def _is_role(word: str) -> bool:
    """`Dad`, `Actress`; but not `Herman`."""
    return first_names.gender(word) is None and role_gender(word.lower()) is not None


def _is_adjunct(word: str) -> bool:
    """Whether a capitalised word in front of a name is the name of something else: `Reuters Ana Berg`."""
    low = word.lower()
    return (
        _is_no_name(word)
        or is_organisation([word])
        or low.endswith(("an", "ese", "ish"))
        or any(part in title_words() for part in low.split("-"))
        or any(c.isupper() for c in word[1:])
    )


def _is_job(word: str, following: str) -> bool:
    """Whether a capitalised word in front of a name says what somebody is: `Actress Ana Berg`, `DJ Ana Berg`."""
    low = word.lower().rpartition("-")[2]
    if (word.isupper() and 1 < len(word) < 4 and "." not in word) or low in ("marine", "army", "navy"):
        return first_names.gender(following) is not None
    return first_names.gender(word) is None and (is_human(low) or role_gender(low) is not None)


def _is_no_name(word: str) -> bool:
    """Whether a capitalised word only begins its sentence: `Asserting Clinton’s role`, `Maybe Trump`."""
    low = word.lower()
    return low in _OPENERS or (low.endswith("ing") and first_names.gender(word) is None)


def is_capital(word: str) -> bool:
    """Whether a word is written as names are: `Berg`, `al-Mutairi`."""
    return word[:1].isupper() or ARTICLED.match(word) is not None


def last_names(words: str) -> list[str]:
    """The capitalised words at the end of `campaign spokesman Brian Fallon`, particles included."""
    out: list[str] = []
    words = without_employer(re.sub(r"\s*\([^()]*\)|,.*", "", words))
    for word in reversed(words.split()):
        if is_capital(word) or (out and word.lower() in PARTICLES):
            out.append(word)
        elif out:
            break
    return out[::-1]


def without_employer(words: str) -> str:
    """`political scientist Ana Berg of Northport University` -> without what follows the name."""
    for m in re.finditer(r" (?:of|from|at|with|for) ", words):
        before = words[: m.start()].split()
        behind = words[m.end() :].split()
        named = len(before) > 1 and first_names.gender(before[-2]) is not None
        if not named and len(behind) > 1 and first_names.gender(behind[-2]) is not None and behind[-1][0].isupper():
            continue  # `Former Secretary of State Ana Berg`
        if (
            len(before) > 1
            and before[-1][0].isupper()
            and before[-1].lower() not in title_words()
            and (before[-2][0].isupper() or before[-2].lower() in PARTICLES)
        ):
            return words[: m.start()]
    return words


def can_be_one(a: list[str], b: list[str]) -> bool:
    """Whether two full names can be one person's: `Hillary Clinton`, `Hillary Rodham Clinton`, `H. R. Clinton`."""
    if a[-1].casefold() != b[-1].casefold():
        return False
    shorter, longer = sorted((a, b), key=len)
    if [w.casefold() for w in longer[-len(shorter) :]] == [w.casefold() for w in shorter]:
        return True  # `Berg`, `van der Berg`, `Ana van der Berg`
    first, other = a[0].casefold().rstrip("."), b[0].casefold().rstrip(".")
    return (
        first == other
        or ((len(first) == 1 or len(other) == 1) and first[0] == other[0])
        or (min(len(first), len(other)) > 2 and (first.startswith(other) or other.startswith(first)))
    )


def is_organisation(words: Sequence[str]) -> bool:
    """Whether capitalised words name a body or a place rather than a person.

    A first name in front says nothing about it: `Bill Roggio` is no bill, `Asia Foundation` still a foundation.
    """
    whole = " ".join(words).casefold()
    telling = words[1:] if len(words) > 1 and first_names.gender(words[0]) is not None else words
    return (
        whole in CITIES
        or whole in REGIONS
        or any(w.casefold() in _ORGANISATION for w in telling)
        or words[0] in ("U.S.", "U.K.", "U.N.", "EU", "US", "UK")
        or (len(words) == 1 and words[0].isupper() and 1 < len(words[0]) < 6)
    )


def is_family_first(words: Sequence[str]) -> bool:
    """Whether a full name has the family name in front."""
    return 1 < len(words) < 4 and words[0].casefold() in _FAMILY_FIRST


def given_gender(words: Sequence[str]) -> Gender | None:
    """The gender that the first of several names tells."""
    if words[0].casefold() in _FAMILY_FIRST and (len(words) > 2 or first_names.gender(words[-1]) is None):
        return None
    return first_names.gender(words[0])


def title_gender(title: str) -> Gender | None:
    for word in title.lower().replace(".", "").split():
        if word in title_genders():
            return title_genders()[word]
    return None


def role_gender(words: str) -> Gender | None:
    for m in _ROLE_GENDER.finditer(words):
        if m.group().lower() not in _NOT_GENDERED or m.group().lower() == "woman":
            return Gender.FEMALE if m["f"] else Gender.MALE
    return None


def is_human(noun: str) -> bool:
    """Whether a common noun means somebody who can speak, by its ending: `spokesman`, `researchers`."""
    return noun.islower() and _HUMAN.match(noun) is not None and noun not in _NOT_HUMAN


def initials(name: str) -> str:
    """`Agnes Thorvald` -> `AT`."""
    return "".join(word[0].upper() for word in name.split())
