"""Forms of furniture that no table of words can tell: credits, rights, offers, disclaimers; each with its source."""

from __future__ import annotations

import re

from ..model import Reason
from ..model.rules import Rule
from .byline_words import matches
from .consent import is_notice
from .page_lines import Line, form

_NAMED = r"(?-i:[A-ZÀ-Þ])[\w.’'&-]*"
CREDITED = (
    rf"{_NAMED}(?:(?:,|;)? (?:{_NAMED}|[/&|]|(?-i:and|for|of|the|in|at|by|writers?|reporters?|correspondents?|staff|via"
    r"|from|de|van|von|du|und|et|y|e|editing|writing|reporting|additional|photography)))*"
)
"""Names as credits give them: capitals, and the few words in small letters that stand between them. With two ways to
read `And` the time doubled with every word."""
_CREDITED = re.compile(CREDITED, re.I)
STORY = (
    r"(?:article|story|post|report|piece|column|essay|obituary|interview|review|series|newsletter|episode|podcast|video"
    r"|page|material|content)"
)
"""What a page calls what stands on it."""
_DESK = r"(?:(?:news|sport|web|picture) ?)?(?:team|desk|newsdesk)"
_STROKE = re.compile(r"\s*[/|]\s*")
_TYPED = re.compile(r"[A-Z]{2,4}")
_OWNED_MOST = 160
"""Characters of the longest line that is a name and the house that sells the picture."""


def _consent(line: Line) -> Reason | None:
    return Reason.COOKIES if is_notice(line.text) else None


def _picture_house(line: Line) -> Reason | None:
    """`Jane Doe/Getty Images`, `iStock/jdoe`, `Sam Roe | Reuters files`: a house on one side of a stroke."""
    if len(line.text) > _OWNED_MOST or not ("/" in line.text or "|" in line.text):
        return None
    first, *others = _STROKE.split(line.text.strip(" ()."))
    led = len(others) == 1 and matches("house", first)
    owned = led or (_CREDITED.fullmatch(first) and any(_is_house(other) for other in others))
    return Reason.PHOTO_CREDIT if owned else None


def _is_house(words: str) -> bool:
    """Whether words begin with the name of a house: `Getty Images for Wexle`."""
    first, *others = words.split() or [""]
    begun = (" ".join((first, *others[:size])) for size in range(3))
    return any(matches("house", name) for name in begun)


def _typists(line: Line) -> Reason | None:
    """`PTI SKD ANB`: an agency, and the letters of those who typed and read the story."""
    first, *others = re.split(r"[ /]", line.text)
    typed = 0 < len(others) < 7 and all(_TYPED.fullmatch(letters) and letters != first for letters in others)
    return Reason.CREDITS if typed and first.isupper() and matches("agency", first) else None


FORMS = (
    form(
        "link in brackets",
        Reason.RELATED,
        "Irish papers' links between paragraphs: `[ Ferry timetable to change from May ]`",
        r"\[ [^\[\]\n]{20,160} \]",
    ),
    form(
        "programme",
        Reason.SHARE,
        "radio stations' pages: `Heard on All Things Considered`",
        r"heard on [^.?!\n]{3,50}",
    ),
    form(
        "invitation",
        Reason.SIGN_UP,
        "what stands between the paragraphs of British and American papers",
        r"(?:the|our) [^.!?\n]{2,80}\bnewsletter\b[^!?\n]{2,200}[.!] (?:sign up|subscribe)\b[^.?!\n]{0,60}",
        r"(?:please )?(?:sign[ -]?up (?:for|to)|subscribe to our)\b[^.!?\n]{0,80}"
        r"\b(?:newsletter|e-?mail|briefing)s?\b[^!?\n]{0,200}",
        rf"(?:(?:was|is) this (?:{STORY}|e-?mail|answer|information) (?:forwarded to you|helpful|useful)"
        r"|forwarded this (?:newsletter|e-?mail))\?[^\n]{0,80}",
        r"[^.?!\n]{0,40}\byou have (?:\d+|one|two|three|no) (?:free )?(?:articles?|stories) (?:left|remaining)"
        r"[^\n]{0,60}",
        r"you(?:['’]re| are) (?:currently )?an? (?:free|paid|paying) (?:subscriber|member)\b[^\n]{0,160}",
        r"(?:for|to get) (?:all )?(?:the )?(?:latest|more|breaking)\b[^.?!\n]{0,60}"
        r"\bdownload (?:the|our) [^.?!\n]{0,40}\bapps?",
        r"if you(?:['’]ve| have)? (?:liked?|enjoy(?:ed)?|valued?|appreciated?)\b[^.?!,\n]{0,20}"
        rf"\bthis {STORY},? [^.?!\n]{{0,20}}"
        r"\b(?:support us|subscrib|donat|shar(?:e|ing) it|sign(?:ing)? up|buy(?:ing)? (?:me|us)|claps?\b"
        r"|follow(?:ing)? (?:me|us)\b)[^.?!\n]{0,60}",
        r"you(?: received|(?:['’]re| are) receiving) this[^\n]{0,160}",
        r"(?:please )?support (?:(?:trusted|local|quality|our|independent|great|real) ){1,3}journalism\b"
        r"[^.?!\n]{0,100}",
        r"try (?:\w+ ){1,2}(?:months?|weeks?)\b[^.?!\n]{0,60}(?:[£$€₹]\s?\d[\d.]*|free)[^\n]{0,40}",
        r"receive free [^.?!\n]{2,60} updates|get involved (?:with|in) (?:the )?news[^.?!\n]{0,60}",
        r"we(?:['’]ll| will) send you (?:a|an|our|the)\b[^.?!\n]{2,120}\b(?:e-?mail|newsletter|digest)\b"
        r"[^.?!\n]{0,100}",
    ),
    form(
        "where to click",
        Reason.NAVIGATION,
        "papers everywhere: `Click here to report an error.`, `For all the news, go to …`, `Subscribers can read …`",
        r"(?:please )?click (?:(?:here|below)(?! (?-i:[A-Z]))|on (?:this|the) (?:link|image|photo|button|icon))\b"
        r"[^\n]{0,200}",
        r"(?:to|for) [^.?!\n]{3,120}?,? (?:please )?(?:click|tap) (?:here|below|on (?:this|the) link)\b[^\n]{0,60}",
        r"for (?:all|the latest|breaking|(?!more (?:information|details|help|advice))[\w’' -]{2,40}?) ?"
        r"(?:news|analysis|coverage|reviews?|stories|updates|features)\b[^.?!\n]{0,60}, (?:please )?"
        r"(?:go to|visit|see|head to|follow|click|log on to|download|read|check out)\b[^\n]{0,100}",
        rf"(?:only )?subscribers (?:can|may) [^.?!\n]{{0,30}}\bthis {STORY}\b[^\n]{{0,40}}",
        r"(?:show|lend|give) your support (?:for|to)\b[^\n]{0,160}",
        r"duration:? ?\d{1,2}(?::\d\d){1,2}",
    ),
    form(
        "document to load",
        Reason.RELATED,
        "councils and ministries: `Ferry contract report (PDF, 345 KB) (opens new window)`",
        r"[^\n.!?]{2,160}[(\[][^()\[\]\n]{0,20}\b(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|csv|zip|word|excel|powerpoint)\b"
        r"[^()\[\]\n]{0,30}\d ?(?:[kmg]i?b|[km]o|kilobytes|megabytes|bytes)\b[^()\[\]\n]{0,20}[)\]][^\n.!?]{0,40}",
    ),
    form(
        "what helps a site",
        Reason.COMMENTS,
        "councils and ministries: `Help us improve this page`, and what is not to be told there",
        r"help us (?:to )?(?:improve|make) (?:our|this|the) (?:web ?site|site|page|service)s?\b[^\n]{0,200}",
        r"(?:please )?(?:don['’]t|do not) include (?:any )?personal or financial information\b[^\n]{0,160}",
    ),
    form(
        "link",
        Reason.RELATED,
        "an address alone, with or without the name of what it leads to",
        rf"(?:{_NAMED}[\w’' ]{{0,30}}:\s*)?(?:https?://|www\.)\S+|[a-z\d-]+(?:\.[a-z\d-]+)+/\S+",
    ),
    form(
        "arrow",
        Reason.RELATED,
        "links that were set in the text with an arrow before them: `>> The fight over the bridge`",
        r"(?:>{1,3}|[→▶►➤➜▸])\s*(?![^\n]*«)[^.\n]{3,160}",
    ),
    form(
        "source of a study",
        Reason.RELATED,
        "science news services: `Materials provided by …`",
        r"materials provided by [^\n]{2,200}",
    ),
    form(
        "breadcrumbs",
        Reason.NAVIGATION,
        "the way to a page, as sites print it above it: `News / City / Wexle / …`, `Companies > Retail`, `HomeCity`",
        r"(?:you are (?:in|here)\b:?\s*)?(?=[^\n]{8,200}\Z)(?-i:[A-ZÀ-Þ])[^>»›\n.!?]{1,30}"
        r"(?:(?: > | » | › )[^>»›\n]{2,90}){2,}",
        r"(?-i:[A-ZÀ-Þ])[^>»›«\n.!?:]{1,30}(?: > | » | › )(?-i:[A-ZÀ-Þ])[^>»›«\n.!?:]{1,40}",
        r"(?-i:Home(?:[A-Z][a-z]{2,20}){2,5}|Home (?:News|Sports?|Opinion|Business|Local)(?: [A-Z][a-z]{2,20}){0,3})",
        r"(?:home|news|sports?|city|cities|national|world|local|business|opinion)(?=[^\n]{8,200}\Z)"
        r"(?: / (?![^/\n]*(?:19|20)\d\d)[^/\n]{2,90}){2,}",
    ),
    form(
        "paid for",
        Reason.CREDITS,
        "non-profit papers: `This story was made possible by a grant.`",
        rf"this (?:{STORY}|project|reporting|coverage) (?:is|was|has been) (?:made possible"
        r"|supported|funded|produced|co-published) (?:by|with|in (?:part|partnership|collaboration))\b[^\n]{0,200}",
    ),
    form(
        "made by a machine",
        Reason.FURNITURE,
        "notes on summaries and voices: `(This summary is AI-generated)`",
        r"this is (?:an )?AI[ -]generated (?:summari[sz]ation|summary|translation)\b[^\n]{0,160}",
        r"[^\n]{0,240}\(?this (?:summary|audio|translation|transcript|voice)\b[^.()\n]{0,20}"
        r"\b(?:AI|automatically|auto)[ -]?generated\b[^\n]{0,60}",
    ),
    form(
        "goes on",
        Reason.ADVERTISEMENT,
        "`Article continues after this advertisement`, `Story continues below`",
        rf"(?:the )?{STORY} continues (?:after|below)\b[^\n]{{0,60}}",
    ),
    form(
        "file",
        Reason.NAVIGATION,
        "parishes, schools and councils: `Download as PDF (412 KB)`",
        r"(?:download|view|open|print)\b[^.?!\n]{0,40}\bPDF\b[^.?!\n]{0,20}"
        r"|[\w.-]{3,60}\.(?:pdf|docx?)(?: \([^()\n]{2,20}\))?",
    ),
    form(
        "telephone",
        Reason.CONTACT,
        "press releases: a number on a line of its own",
        r"(?:tel|phone|telephone|mobile|fax)\s*[:.]?\s*[+(\d][\d ()+-]{6,24}|\+?[\d(][\d ()-]{8,20}",
    ),
    form(
        "commission",
        Reason.ADVERTISEMENT,
        "the disclosure that US and UK law asks of affiliate links",
        r"(?:when you (?:purchase|buy|click)|if you (?:purchase|buy|click)|we may (?:earn|receive|get))\b[^\n]{0,120}"
        r"\b(?:commission|compensation)\b[^\n]{0,120}",
    ),
    form(
        "affiliate links",
        Reason.ADVERTISEMENT,
        "blogs, as the law of the United States asks: `This post may contain affiliate links.`",
        rf"(?:please note (?:that )?)?(?:this|these|our)? ?(?:{STORY}s?|stories) (?:may |might )?"
        r"(?:contains?|includes?) affil\w{3,6} links[^\n]{0,120}|as an amazon associate\b[^\n]{0,80}",
    ),
    form(
        "membership",
        Reason.SIGN_UP,
        "appeals inside a story: `Enjoying this? Become a member for …`, `Subscribe to Premium for £5 a month.`",
        r"(?:enjoying this\?\s*)?become an? (?:member|subscriber|supporter)\b[^.?!\n]{0,120}",
        r"(?:support [^.?!\n]{3,60}\. )?subscribe (?:to|for) [^.?!\n]{0,60}(?:a|per|/) ?(?:week|month|year)",
    ),
    form(
        "way to the next post",
        Reason.NAVIGATION,
        "blogs' links below a post: `« The harbour in May`",
        r"(?!«[^«»|/\n]+»)(?:«|‹|←) ?[^»›\n.!?]{2,60}|[^«‹\n.!?]{2,60} ?(?:›|→)",
    ),
    form(
        "desk's address",
        Reason.CONTACT,
        "papers of the Philippines and the United States: `For feedback, complaints or inquiries, contact us.`",
        r"for (?:feedback|complaints|inquiries|enquiries|corrections)\b[^.\n]{0,60}\b(?:contact|e-?mail|call) us\b"
        r"[^\n]{0,60}",
    ),
    Rule(
        "consent",
        _consent,
        "the notice that the law of Europe asks for, in seven languages: `We use cookies to improve your experience`",
    ),
    form(
        "copyright",
        Reason.COPYRIGHT,
        "`© 2024 …`, `Copyright 2024 …`",
        r"(?:copyright\s*(?:©|\(c\)|:|\d{4})|©|\(c\)\s)[^\n]{0,220}",
        rf"copyright {_NAMED}[\w ,.]{{2,40}}\d{{4}}",
        rf"copyright {_NAMED}(?: (?:{_NAMED}|of|the|and|&)){{0,6}}\.?",
    ),
    form(
        "rights",
        Reason.COPYRIGHT,
        "the reservation of rights, in each language",
        r"[^.?!\n]{0,80}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|riproduzione riservata"
        r"|todos (?:los|os) (?:derechos|direitos) reservados|tutti i diritti riservati)\b[^\n]{0,140}",
        rf"this {STORY}[^.?!\n]{{0,60}} may not be (?:published|reproduced|copied)"
        r"[^\n]{0,160}",
    ),
    form(
        "published elsewhere",
        Reason.COPYRIGHT,
        "syndicated stories: `This article originally appeared in …`",
        r"(?:re)?published (?:with permission|under a creative commons)[^\n]{0,120}",
        rf"this {STORY} (?:is republished from|(?:was )?(?:originally|first) (?:published|appeared) (?:on|in|at|by))"
        r"[^\n]{0,140}",
        rf"(?:this {STORY} )?appeared in the [^\n]{{3,60}}\bedition\b[^\n]{{0,120}}",
        rf"a version of this {STORY}\b[^\n]{{0,100}}\b(?:print|edition"
        r"|newspaper|headline|appeared|published)\b[^\n]{0,200}",
    ),
    form(
        "issuer",
        Reason.CREDITS,
        "the last line of a press release on the wires: `SOURCE Northport Ferries Ltd.`",
        r"(?-i:SOURCE):? (?=(?-i:[A-Z][^\n]*[a-z]))[^\n.!?]{2,80}\.?",
    ),
    form(
        "reporting",
        Reason.CREDITS,
        "Reuters' and AP's last line: `Reporting by …; editing by …`",
        rf"[-–—(]?\s?(?:additional |with )?(?:reporting|editing|writing|compiled|graphics?|research|photography|photos?"
        rf"|video|production|produced)\b(?: and (?:writing|editing|reporting))? by {CREDITED}\)?",
        rf"[-–—(]?\s?(?:with|and) (?:(?:files|assistance|reporting|additional reporting|contributions?|help|inputs?)"
        rf" (?:from|by)|an? reports? (?:from|by)) (?:{CREDITED}|agenc(?:y|ies))\)?",
        rf"this (?:report|story) by {CREDITED} was first published\b[^\n]{{0,60}}",
        r"\(?with (?:agency|agencies|wire) (?:inputs?|reports?)\)?",
    ),
    form(
        "contribution",
        Reason.CREDITS,
        "AP: `Jane Doe contributed to this report.`",
        rf"{CREDITED} (?:also )?contributed (?:to this {STORY}|(?:additional )?reporting"
        rf"|from {_NAMED})[^\n]{{0,60}}",
        rf"{CREDITED} contributed (?:research|reporting|photography)|contributing: {CREDITED}",
        rf"(?=[^\n]{{0,60}}\b(?:writer|reporter|correspondent)s?\b){CREDITED},? contributed",
    ),
    form(
        "how to reach the author",
        Reason.CREDITS,
        "`Contact Jane Doe at jane@…`, `Jane Doe is on Twitter`, an address alone",
        r"[\w .,’'-]{3,60} (?:(?:can be (?:reached|contacted|followed)|reach(?:ed)? (?:him|her|them)) (?:at|on|by)\b"
        r"[^\n]{0,60}[@\d][^\n]{0,60}|is on (?:twitter|x|facebook)(?: (?:at )?@?\w+)?|tweets? (?:at|as) @?\w+)",
        r"(?:contact|e-?mail|reach|write to|tip(?:s)? (?:us|to))(?: (?:us|me|the (?:author|writer|reporter|editor"
        r"|newsroom|reporters?)|[\w. ’'-]{2,40}))?(?: (?:at|on|by))?\s*:?\s*\S+@\S+(?: or [^\n]{0,60})?",
        rf"get in touch(?: with (?:us|our {_DESK}|the {_DESK}))?(?: (?:by|at|on|via)\b[^\n]{{0,80}})?",
        r"(?:do you )?know more\?[^\n]{0,40}\S+@\S+[^\n]{0,40}|\S+@[\w-]+(?:\.[\w-]+)+",
    ),
    form(
        "question to the reader",
        Reason.CREDITS,
        "British local papers: `Do you have a story for us? Email …`",
        r"(?:do you )?have (?:a|any) (?:story|news tip|tip|confidential tip|questions?|information)[^\n.?!]{0,80}\?"
        r"(?=\W*\Z|[^\n]{0,60}(?:\bus\b|@|\b(?:contact|e-?mail|call|text|send|write|tell|reach|let|submit|message|tip)\b))"
        r"[^\n]{0,120}",
        r"do you have an opinion on the issues raised[^\n]{0,280}",
    ),
    form(
        "no edit",
        Reason.CREDITS,
        "Indian pages under agency copy: `This story has not been edited by …`",
        rf"[(\[]?(?:this|the|except for the headline, this) (?:{STORY}|copy)\b[^\n]{{0,80}}\b(?:not been"
        r" edited by|auto-?generated|syndicated feed|published from a)\b[^\n]{0,160}",
    ),
    form(
        "views of the author",
        Reason.CREDITS,
        "`The views expressed are those of the author`",
        r"(?:the )?(?:opinions?|views?) (?:expressed|stated)\b[^.\n]{0,60} (?:is|are) (?:those of|the|his|her|their)\b"
        rf"[^\n]{{0,160}}|this (?:{STORY}|commentary) (?:does not|may not|reflects|represents)"
        r" (?:necessarily )?(?:reflect |represent )?[^.\n]{0,30}\b(?:views?|opinions?)\b[^\n]{0,120}",
    ),
    Rule("typists", _typists, "agencies' own last line: `PTI SKD ANB`"),
    form(
        "slug",
        Reason.CREDITS,
        "the last line of copy: `ENDS`, `-30-`, `###`",
        r"[-–—( ]*(?:ends?|30|more)[-–—) ]*",
        r"#{2,}|\*{3,}|[-–—_=*~•·. ]{3,}",
    ),
    Rule("picture house", _picture_house, "`Jane Doe/Getty Images`, `iStock/jdoe`"),
    form(
        "photo credit",
        Reason.PHOTO_CREDIT,
        "`(AP Photo/John Roe)`, `Photograph by John Roe`, `(Symbolbild)`",
        rf"\(?(?:photo(?:graph)?|image|picture|illustration|video|graphic|foto|bild)s? (?:courtesy(?: of)?|by|credit"
        rf"|via|from|von) {CREDITED}\)?",
        r"\((?:ap photo|supplied|reuters|getty|photo|afp|foto|crédito|crédit|bild|symbolbild|archivbild|archivfoto"
        r"|symbolfoto|foto de archivo|foto d'archivio)\s*(?:[/:][^)\n]{2,80})?\)",
        rf"\((?=[^)\n]{{5,60}}\)){CREDITED}: {_NAMED} {CREDITED}\)",
        r"(?:photo|image|picture|slideshow|video|caption) ?\d* ?(?:of \d+)?|\d+ (?:of|/) \d+",
    ),
    form(
        "embedded post",
        Reason.FURNITURE,
        "what networks put below a post that a page shows: `— Island Mail (@mail) March 1, 2025`",
        r"(?:[—–-] ?)?[^()\n]{1,60} \(@\w{1,30}\),? [^()\n]{0,30}\d{4}",
        r"(?:a|this) (?:post|photo|video) shared by\b[^\n]{0,120}",
    ),
    form(
        "end of an advertisement",
        Reason.ADVERTISEMENT,
        "for screen readers: `after newsletter promotion`; `Advertisement · Scroll to continue`",
        r"(?:after|end of) newsletter promotion|advertisement\b[^.?!\n]{0,10}(?:scroll|continue)[^.?!\n]{0,40}",
        r"skip (?:past |to )?(?:advertisement|newsletter promotion|ads?)\b[^.?!\n]{0,40}",
    ),
    form(
        "complaints desk",
        Reason.CONTACT,
        "codes of practice have papers say below a story where to complain and write to (IPSO's clause 1)",
        r"if you have (?:a|any) complaints?\b(?! (?:about|against|for) (?!(?:the |our |this |any )?(?:editorial|content"
        r"|article|story|site|website|report|coverage|page|paper|newspaper|something|accuracy)))[^\n]{0,200}",
        r"[^.?!\n]{0,60}\b(?:spot(?:ted)?|report) an? (?:error|typo)\b"
        r"[^\n]{0,160}",
        r"(?:you can )?(?:write to|e-?mail|contact|reach) [^.?!\n]{2,60} (?:at|on|by) \S+@\S+",
    ),
    form(
        "feed's own last line",
        Reason.FURNITURE,
        "WordPress and Medium: `The post A appeared first on B.`; `A was originally published in B on Medium, where …`",
        r"the (?:post|article) [^\n]{1,300} (?:appeared first|first appeared) on [^\n]{2,100}",
        r"[^\n]{2,300} was originally published in [^\n]{2,100} on medium, where people are [^\n]{2,160}",
    ),
    form(
        "advertisement that is not there",
        Reason.ADVERTISEMENT,
        "Canadian papers: `Advertisement 2`, `This advertisement has not loaded yet, but …`",
        r"advertisement \d{1,2}|this advertisement has not loaded yet[^\n]{0,80}",
    ),
    form(
        "counter",
        Reason.FURNITURE,
        "a number alone in a line, shares, views, votes; where a player stands: `0:00 / 4:12`",
        r"[\d.,]+ ?[km]|\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d",
    ),
    form(
        "player",
        Reason.FURNITURE,
        "what a player says where there is none",
        r"your browser does not support[^\n]{0,80}|(?:javascript is|please (?:enable|turn on) javascript)[^\n]{0,280}"
        r"|(?:image|media|video) (?:caption|source|playback)[^.?!\n]{0,60}"
        r"|this video (?:file |content )?(?:can ?not|can['’]t|could not) be (?:played|loaded)[^\n]{0,80}"
        r"|use (?:the )?(?:up/down|left/right) arrow keys? to [^.\n]{5,60}\.?",
    ),
    form(
        "size of the letters",
        Reason.FURNITURE,
        "`A- A A+`, `Text size`, mark-up that was not taken out",
        r"[+-]|[+-]?a(?:[ +-]{0,2}a[+-]?){0,3}|(?:text )?size\s*[:-]?\s*(?:[a+-]+\s*)+|(?:<[^<>\n]{1,300}>\s*)+",
    ),
)
