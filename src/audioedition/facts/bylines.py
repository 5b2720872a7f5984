"""A line -> the names of the people (or the agency) who wrote the story, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..lexis import first_names
from ..lexis.gazetteer import CITIES, REGIONS
from . import dates

_NAME_WORD = (
    r"(?:[A-Z][\w’'-]*[\w]|[A-Z]\.(?:\s?[A-Z]\.)*|[A-Z]{2,}|(?:de|da|di|du|la|le|van|von|der|den|bin|ibn|al"
    r"|el|dos|del|ter|ten|y|e)\b(?=\s)|(?:al|el|d)[-’'][A-Z]\w+|O[’'][A-Z]\w+)"
)
_NAME = (
    rf"(?:(?:Dr|Prof|Sir|Dame|Rev|Lt|Col|Gen)\.?\s+)?{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}}(?:,?\s+(?:Jr|Sr|II"
    rf"|III)\.?)?"
)
_ONE = re.compile(_NAME)
_BY = re.compile(
    r"(?:(?:written|words|story|report|reporting|posted|authored|interview|obituary|profile|opinion"
    r"|analysis|review|column"
    r"|text|a column)\s+)?by(?:\s*:?\s+(?=\S)|(?=(?-i:[A-Z][a-z]+ [A-Z])))",
    re.I,
)
_MODIFIER = (
    r"(?:senior|chief|staff|political|national|foreign|special|guest|contributing|deputy|associate"
    r"|assistant|managing|executive|sports?|business|science|health|"
    r"education|diplomatic|security|environment|economics?|arts?|media|legal|parliamentary|white house"
    r"|local|news|city|crime|court|freelance|data|digital|religion|"
    r"technology|travel|food|music|film|culture|features?|world|global|us|uk|europe|asia|africa"
    r"|middle east|opinion|community|breaking|investigations?|investigative|general assignment|enterprise|consumer"
    r"|transport|energy|industry|financial|personal finance|property|retail|royal|social affairs|home affairs"
    r"|parliament|city hall|statehouse|justice|police|courts|climate|wine|theatre|theater|television|tv|radio|book"
    r"|literary|fashion|style|weekend|night|day|morning|wire|basketball|football|baseball|hockey|golf|tennis|cricket"
    r"|rugby|racing|soccer|ap|bbc|afp|pa|digital|multimedia|audience|trainee|lead|principal|junior"
    r"|regional|county|district|state|northern|southern|eastern|western|north|south|east|west|scotland|wales|ireland"
    r"|local democracy|[A-Z][a-z]+)"
)
_JOB = (
    rf"(?:{_MODIFIER}\s+){{0,4}}"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|bureau chief|bureau"
    r"|contributing writer|critics?|photographers?|journalists?|staff|author|producer|analyst|fellow|intern|service"
    r"|news service|opinion contributor|special to [\w .’'-]+|for [\w .’'-]+|in [A-Z][\w .,’'-]+)"
)
_JOB_WORD = re.compile(
    r"(?:writer|reporter|correspondent|editor|columnist|critic|contributor|journalist|producer|analyst|photographer)s?",
    re.I,
)
_KNOWN_MODIFIER = re.compile(_MODIFIER.replace("|[A-Z][a-z]+", ""), re.I)
_AGENCY = (
    r"(?:the )?(?:associated press|reuters|agence france-presse|afp|ap|upi|bloomberg(?: news)?"
    r"|press association|pa(?: media| (?:news agency|reporters?|sport staff|staff))?|dpa|xinhua|tass|efe|ansa"
    r"|kyodo(?: news)?|"
    r"canadian press|australian associated press|aap|ians|pti|ani|staff(?: and (?:wire|agency"
    r"|news) (?:reports?|services?|agencies))?|staff reports?|news staff|wire (?:reports?|services?)"
    r"|agencies|"
    r"news services?|staff and agencies|agency|editorial board|the editorial board|the editors|newsroom"
    r"|news desk|web desk|(?:our |the )?(?:special|staff) (?:correspondent|reporter)"
    r"|express news service|our bureau|our correspondent|our (?:staff|own) (?:reporter|correspondent))"
)
_AGENCY_LINE = re.compile(
    rf"(?:(?:by|from|source|via)\s*:?\s+)?(?P<name>{_AGENCY})(?:\s*[,/|&]\s*{_AGENCY})*(?: in [A-Z][\w ]+)?\.?", re.I
)
_TAIL = re.compile(
    rf"\s*(?:[,|•·/–—(-]\s*|\s)(?:{_JOB}|{_AGENCY}|(?:(?:for|of"
    rf"|at) )?(?:the\s)?(?:[A-Z][\w’'&.-]*\s?){{1,6}}(?:news|times|post|press|journal|herald|tribune"
    rf"|gazette|star|sun|mail|guardian|telegraph|"
    r"observer|chronicle|globe|today|network|magazine|review|dispatch|courier|argus|echo|record|report"
    r"|media|radio|tv|online|\.com|com)?)\)?\.?\Z",
    re.I,
)
_PICTURES = re.compile(
    r"\s*[.,;|•·–—-]?\s+(?:and\s+)?(?:photographs?|photography|photos?|pictures|illustrations?|video|graphics?|data)"
    r"(?:\s+by\s+|\s*:\s*)[^\n]{3,80}\Z",
    re.I,
)
"""`Words by Jane Doe. Photographs by John Roe`: a listener needs the first."""
_EMAIL = re.compile(r"\s*[,|•·–—(-]?\s*(?:\S+@\S+\.\w+|@\w{2,30})\)?\.?\s*", re.I)
_PLACE = re.compile(r"\s+(?:in|at|IN|AT)\s+[A-Z][\w.’'-]*(?:[\s,]+(?:and\s+)?[A-Z][\w.’'-]*){0,4}\Z")
_ROLE_WORD = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|columnist|contributor|bureau|critic|staff|journalist"
    r"|press|reuters|news|afp|times|post)\b",
    re.I,
)
_MOST = 220


def parse(line: str, *, sure: bool = True, is_common: Callable[[str], bool] | None = None) -> tuple[str, ...]:
    """The names in a byline; () when the line is none. `sure`: a bare name may count too (the headline is over).

    `is_common`: given where the line stands as bylines do, right before the story or its time; a bare name then need
    not be a well-known one, if none of its words is a common one (`Gaz Fenton` but not `Harbour Bridge`).

    >>> parse("By ANNA MARTIN and Joe O’Neil in Paris")
    ('Anna Martin', 'Joe O’Neil')
    """
    line = line.strip()
    if not 3 <= len(line) <= _MOST:
        return ()
    line = re.sub(r"\s*\((?:now|earlier|until [^()]{1,20}|from [^()]{1,20})\)", "", _PICTURES.sub("", line))
    stamped = dates.stamp_behind(line)
    if stamped:
        line = line[: line.rindex(stamped)].rstrip(" |,·•–—-(")
    bare = _EMAIL.sub(" ", line).strip()
    agency = _AGENCY_LINE.fullmatch(bare)
    if agency:
        return (agency["name"].strip(),) if sure or bare.lower().startswith(("by ", "from ")) or stamped else ()
    by = _BY.match(bare)
    if by:
        return _names(bare[by.end() :], certain=True)
    if not sure:
        return ()
    if bare != line:
        return _names(bare, certain=True)
    if re.search(r"[a-z][.!?]\Z", bare) and not bare.endswith("Jr."):
        return ()  # a sentence
    found = _names(bare, certain=False)
    if is_common and (placed := _placed(bare, found, is_common)):
        return placed
    if not found:
        return ()
    whole = _ONE.fullmatch(bare)
    if whole:
        return found if first_names.gender(bare.split()[0]) is not None and len(bare.split()) <= 3 else ()
    if _ROLE_WORD.search(bare) or (_PLACE.search(bare) and first_names.gender(bare.split()[0]) is not None):
        return found
    return found if all(first_names.gender(n.split()[0]) is not None for n in found) and " and " in bare else ()


def _placed(line: str, found: tuple[str, ...], is_common: Callable[[str], bool]) -> tuple[str, ...]:
    """The names of a line that stands where a byline does."""
    first = re.split(r"\s*(?:[,|•·]|\s[–—-]\s|\s(?:and|&|in|for|at)\s)\s*", line)[0]
    if not found and _ONE.fullmatch(first) and re.fullmatch(r"[^.?!:;]{1,50}", line[len(first) :]):
        rest = re.findall(r"[^\W\d_][\w’'-]*", line[len(first) :])
        found = (_title_case(first),) if all(w[0].isupper() or w in _SMALL for w in rest) else ()
    rest = re.findall(r"[^\W\d_][\w’'-]*", line)
    if not all(w[0].isupper() or w in _SMALL or _JOB_WORD.fullmatch(w) or _KNOWN_MODIFIER.fullmatch(w) for w in rest):
        return ()
    for name in found:
        words = name.split()
        short = [w for w in words if w[0].isupper() and not w.endswith(".")]
        if not 2 <= len(short) <= 3 or len(words) > 4 or is_affiliation(name) or _NO_NAME.search(name):
            return ()
        if name.casefold() in CITIES or words[-1].casefold() in REGIONS | CITIES or any(map(is_common, short)):
            return ()
    return found


_SMALL = frozenset(("in", "at", "for", "of", "the", "and", "&", "de", "van", "von"))
_NO_NAME = re.compile(
    r"\b(?:The|A|An|And|Or|Of|New|How|Why|What|When|Who|Live|Latest|Breaking|Street|Road|Park|House|City|Court"
    r"|Council|Club|School|League|Cup|World|Day|Week|Show|Images|Photos?|Video|Book|Books|Guide|Things|Best|Top|Your"
    r"|Our|My|This|That|Key|Points?|Go|Ad|Free|Read|Share|Get|Sign|Watch|Listen|Fact|Facts|Editor|Story|Stories|Is|Are|Was|Not|No)\b",
    re.I,
)


def _names(line: str, *, certain: bool) -> tuple[str, ...]:
    out: list[str] = []
    rest = re.sub(r"\s+For\s+(?:The\s+)?[A-Z][\w. ]{2,30}\Z", "", line.strip().rstrip("."))
    for piece in re.split(r"\s*(?:;|,\s+(?=(?:and\s+)?[A-Z])|,?\s+(?:and|AND|And|&|with)\s+)\s*", rest):
        piece = re.sub(r"^(?:and|by)\s+", "", piece.strip(), flags=re.I)
        if (short := _before_job(piece)) and not (out and _KNOWN_MODIFIER.fullmatch(piece.split()[0])):
            out.append(short)
            continue
        m = _ONE.match(piece)
        if m and m.end() == len(piece):
            if out and is_affiliation(piece):
                continue
            out.append(piece)
        elif m and _TAIL.match(piece, m.end()) and not is_affiliation(m.group()):
            out.append(m.group())
        elif out and (_TAIL.match(" " + piece) or is_affiliation(piece)):
            continue
        elif certain and not out and re.fullmatch(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*", piece):
            out.append(piece)
        elif not certain or not out:
            return ()
    people = tuple(_title_case(name) for name in out if not is_affiliation(name))
    return people or ((_title_case(out[0]),) if certain and len(out) == 1 and out[0].endswith("Staff") else ())


def _before_job(piece: str) -> str | None:
    """`Ana Berg Scotland correspondent` -> `Ana Berg`: the shortest name before a job without a comma."""
    words = piece.split()
    if len(words) < 3 or not _JOB_WORD.fullmatch(words[-1]) or all(map(_KNOWN_MODIFIER.fullmatch, words[:2])):
        return None
    if len(words) == 4 and words[-1].islower() and first_names.gender(words[0]) and not first_names.gender(words[1]):
        return " ".join(words[:2]) if _ONE.fullmatch(" ".join(words[:2])) else None
    for n in range(2, min(5, len(words))):
        between = words[n:-1]
        if _ONE.fullmatch(" ".join(words[:n])) and all(
            (
                n == 2
                and len(between) == 1
                and first_names.gender(words[0])
                and not first_names.gender(words[1])
                and words[-1].islower()
            )
            or _KNOWN_MODIFIER.fullmatch(w)
            or w.casefold() in REGIONS | CITIES
            or (w.isupper() and len(w) < 5)
            for w in between
        ):
            return " ".join(words[:n])
    return None


def is_affiliation(words: str) -> bool:
    """Whether a line or a part of one names an employer or a job rather than a person."""
    if len(words) > 60:
        return False
    return (
        re.fullmatch(rf"{_AGENCY}|{_JOB}", words, re.I) is not None
        or re.search(
            r"\b(?:News|Times|Post|Press|Journal|Herald|Tribune|Gazette|Reuters|Writer|Editor|Staff"
            r"|Correspondent|Reporter|Bureau|University|Network|Magazine|Sentinel|Telegraph|Guardian|Observer"
            r"|Chronicle|Globe|Record|Examiner|Inquirer|Enquirer|Courier|Dispatch|Argus|Echo|Media|Radio|TV|Register"
            r"|Bulletin|Mirror|Today|Express|Standard|Republic|Advertiser|Ledger|Daily)\Z|\A(?:The|the) [A-Z]",
            words,
        )
        is not None
        or re.match(r"(?:BBC|ITV|Sky|ABC|CBS|NBC|RTÉ|CBC|SBS) (?:News|Sport|Newsbeat|Radio)\b", words) is not None
        or re.match(r"(?:Reporting|reporting) from (?:the )?[A-Z]|(?:At|at|In) [A-Z][\w ,]*\Z", words) is not None
    )


def _title_case(name: str) -> str:
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+(?:['’](?=S\b))?", lambda m: m[0] if len(m[0]) == 1 else m[0][0] + m[0][1:].lower(), name)
