"""Forms of furniture of blogs, archives and lists of other stories, which stand in texts that were pasted with them."""

from __future__ import annotations

import re

from ..model import Reason
from ..model.rules import Rule
from .furniture_forms import CREDITED, STORY
from .page_lines import Line, form

_SINCE = r"\d{1,2} ?(?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?) ago"
_WHAT = rf"(?:{STORY}|entry)"
_FILE_MOST = 60
"""Characters of the longest name of a file that is looked for."""
_FILE = re.compile(
    r"(?=.{0,57}\d{3})\w{1,20}(?:[-_]\w{1,12}){3,9}|_[A-Z\d]{3,4}\d{3,5}[A-Z]?|(?:IMG|DSC[NF]?|PXL|GOPR|MVI)_?\d{3,9}"
)
"""`NBC2018` is a film's broadcaster and year."""


def _file(line: Line) -> Reason | None:
    """A word with figures and strokes, alone in a line: the name under which somebody kept a picture."""
    text = line.text
    fits = 5 < len(text) <= _FILE_MOST and " " not in text and _FILE.fullmatch(text)
    return Reason.CAPTION if fits else None


ARCHIVES = (
    form(
        "time since",
        Reason.RELATED,
        "lists of other stories, whose parts are pasted in one: `Health6 days agoWhat the doctor saw`",
        rf"(?-i:[A-Z][A-Za-z&]+(?: [A-Z&][A-Za-z]*)?){_SINCE}[^\n]{{0,160}}",
        rf"(?-i:[A-Z][a-z]+) {_SINCE}",
    ),
    form(
        "full version",
        Reason.RELATED,
        "`Read the full report here.`, `Watch the full interview below:`",
        r"(?:read|see|watch|listen to|hear|view|find|download|check out) (?:(?:the|our|her|his|their|its) )?(?:full"
        r"|complete|entire|whole) [^\n.?!,;]{3,60} (?:here|below|above|online)",
    ),
    form(
        "compiled from wires",
        Reason.CREDITS,
        "American papers: `Compiled from wire reports`",
        r"(?:compiled )?from (?:staff and )?(?:news |wire )?(?:wires?|services?|dispatches"
        r"|(?:wire|news|staff) reports)",
    ),
    form(
        "edition",
        Reason.COPYRIGHT,
        "papers of Pakistan and their archives: `Published in The Bell, December 3rd, 2019`",
        r"originally published as [^\n]{3,160}",
        r"published in (?-i:[A-Z])[\w’' .&-]{2,40}, [a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}",
    ),
    form(
        "told by",
        Reason.CREDITS,
        "below texts of Ghana and of blogs: `Story by Ann Orr/wexlenews.example`",
        rf"(?:story|report|text|words)(?: and (?:photos?|pictures?|video))? by:? {CREDITED}"
        r"(?: ?[/|,] ?[^\n!?]{2,40})?",
    ),
    form(
        "comment form",
        Reason.COMMENTS,
        "WordPress and Blogger, below a post",
        r"be the first to (?:comment|reply|respond|review|leave a comment)\b[^\n]{0,160}",
        rf"(?:the )?comments (?:to|on|for) this {_WHAT} are (?:now )?closed",
        r"fill in your details below[^\n]{0,80}|you are commenting using your [^\n]{3,40} account\b[^\n]{0,40}",
        r"your e-?mail address will not be (?:published|shared)\b[^\n]{0,60}|required fields are marked ?\*?",
        r"this site uses akismet\b[^\n]{0,160}|learn how your comment data is processed",
        r"please enter your (?:comment|name|email)\b[^\n]{0,30}",
        r"%d bloggers? likes? this|connecting to %s|anonymous said(?:\.\.\.|…)?|no votes yet",
    ),
    form(
        "archive",
        Reason.NAVIGATION,
        "what a blog writes above a month of posts: `Monthly Archives: October 2015`; `You are here: HomeNews`",
        r"(?:monthly|daily|weekly|yearly|category|tag|author) archives?: [^\n]{2,60}|you are here: ?[^\n]{2,120}",
    ),
    form(
        "left by the makers",
        Reason.FURNITURE,
        "what should have been filled in: `Content Goes Here`, `[email protected]`",
        r"\[[a-z]{3,20}=[^\]\n]{2,80}\]|cc: (?-i:[A-Z])[^\n.]{2,40}|content goes here"
        r"|lorem ipsum\b[^\n]{0,300}|\[email\s?protected\]",
    ),
    Rule("name of a picture's file", _file, "photographers' blogs: `wx-spt-0308-prep-gbk-001`, `IMG_2041`"),
    form(
        "filed under",
        Reason.TIMESTAMP,
        "`Posted in Local News / By Ann Orr / May 27 2024 9:53 am`, `Regional News of Tuesday, 9 January 2007`",
        r"posted in [^\n/|.!?]{2,40} ?[/|] ?[^\n]{2,100}",
        r"(?-i:[A-Z][a-z]+) news of [a-z]{3,6}day, \d{1,2} [a-z]{3,9} \d{4}",
        rf"{_WHAT} (?:last )?(?:updated|amended)(?: (?:at|on) [^\n.]{{2,60}})?",
    ),
    form(
        "read so often",
        Reason.SHARE,
        "blogs count who has seen a post behind its author: `by Ann Orr 34 views`",
        r"by [^\n\d.]{3,40} \d[\d,.]* views?",
    ),
    form(
        "offer",
        Reason.ADVERTISEMENT,
        "between paragraphs: `Looking to sell your car? Sell it with Wexlo.`, `Stay tuned with Wexle News HD App`",
        r"looking to (?:buy|sell|rent) [^\n?]{3,40}\? (?:sell|buy|find|rent) (?:it|one|yours) (?:with|on|at)"
        r" [^\n]{2,30}",
        r"[^\n.]{3,80}\bby subscribing to our\b[^\n]{3,80}|stay tuned with (?-i:[A-Z\d])[^\n.]{3,50}",
        r"you['’]re all set\b[^\n]{0,60}\b(?:content|access|account|subscription)\b[^\n]{0,40}",
    ),
    form(
        "follow the author",
        Reason.SIGN_UP,
        "Canadian papers behind a note on the author: `Follow him on Twitter: @orr`",
        r"follow (?:him|her|them|me) (?:on|at) [^\n.!?]{2,80}",
    ),
    form(
        "who sent it",
        Reason.CREDITS,
        "below its stories AFP says what it is: `Agence France-Presse is an international news agency.`",
        rf"{CREDITED} is an? [a-z -]{{0,40}}news agency",
    ),
)
