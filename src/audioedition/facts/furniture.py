"""A paragraph -> why it is page furniture, or None. Furniture is never spoken.

A body sentence that is dropped is the worst mistake here, so every rule must match the whole paragraph, and a
paragraph that is longer than furniture gets is never looked at.
"""

from __future__ import annotations

import re

from ..model import Reason
from ..rules import Decision
from . import sentences

_MOST = 320
"""Characters of the longest paragraph that can be furniture."""
_NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|e-?mail|reddit|pinterest|telegram|instagram|messenger|bluesky"
    r"|threads|flipboard|print|sms|copy link|link|mail|tumblr|google\+?|youtube|tiktok|snapchat|pocket|rss"
    r"|apple news|google news|mastodon|more)"
)
_CREDITED = (
    r"(?-i:[A-Z])[\w.’'&-]*(?:(?:,|;)? (?:(?-i:[A-Z])[\w.’'&-]*|[/&|]"
    r"|and|for|of|the|in|at|by|writers?|reporters?|correspondents?|staff|via|from|de|van"
    r"|von|editing|writing|reporting|additional|photography))*"
)
"""Names as credits give them: capitals, and the few words that stand between them."""
_END = r"\s*[.!…»›>:→|]*"


def _rule(reason: Reason, *patterns: str) -> tuple[Reason, re.Pattern[str]]:
    return reason, re.compile("|".join(f"(?:{p}){_END}" for p in patterns), re.I)


_RULES = (
    _rule(
        Reason.SHARE,
        rf"(?:and )?(?:please )?(?:share|tweet|pin|forward|save|print|send|post)(?: (?:this|it|the|via|on"
        rf"|with|by|to|article|story|page|post|your|friends|a friend|options|full|now|buttons?|icons?)|[,/"
        rf"|·&]| and|\s+{_NETWORKS})*",
        rf"(?:{_NETWORKS}\s*[,/|·•&]?\s*(?:and )?){{2,14}}",
        r"(?:share|comments?|likes?|views?|shares?|save|print)(?:\s*[:(]?\s*[\d,.]+[km]?\)?)?(?:\s*["
        r"|·•]\s*(?:share|comments?|likes?|views?|shares?|save|print)(?:\s*[:(]?\s*[\d,.]+[km]?\)?)?){0,4}",
        r"share or comment on this (?:article|story)\b[^\n]{0,200}",
        r"[\d,.]+[km]? ?(?:comments?|shares?|likes?|views?|retweets?|reactions?)",
        r"(?:copy|get) (?:the )?link|link copied!?|(?:open|view) (?:in|on) (?:app|browser|facebook"
        r"|twitter|instagram)",
        r"(?:listen to (?:this )?(?:article|story)|listen|play|pause|audio)(?: [\d:]+(?: ?min(?:utes|s)?)?)?"
        r"|\d{1,2}[- ]minute listen|download|transcript|heard on [^.?!\n]{3,50}|toggle more options|embed",
        r"(?:leave|post|add|write|view|read|show|see|load|join|hide)(?: (?:a|the|all|your"
        r"|more))? (?:comments?|conversation|discussion|reply|replies)(?: \(?\d+\)?| below)?",
        r"share this (?:article|story|page)\s*share|(?:gift|give|bookmark) this (?:article|story)(?: \w+)?"
        r"|save (?:article|story|for later)|add (?:to|as) (?:your |my |a )?(?:reading list|saved|favou?rites"
        r"|bookmarks|preferred source)[^.?!\n]{0,30}",
        r"have your say(?: (?:in|on|by|and|below|here)\b[^.?!\n]{0,80})?|comment(?:s|ing)? (?:guidelines"
        r"|policy|rules)|community (?:guidelines|standards)|(?:want to )?join the (?:conversation|discussion"
        r"|debate)(?:\?[^\n]{0,120}| (?:in|on|by|and|below|here|with)\b[^.?!\n]{0,60})?|what do you think\?"
        r"[^\n]{0,80}\b(?:comments?|let us know|e-?mail)\b[^\n]{0,60}|let us know (?:what you think )?in the"
        r" comments[^.?!\n]{0,40}|(?:all )?comments (?:are (?:closed|moderated|now closed|welcome)|closed)"
        r"[^\n]{0,80}",
    ),
    _rule(
        Reason.SIGN_UP,
        r"(?:please )?(?:sign[ -]?up|subscribe|register)(?: (?:now|today|here|free|for free))?(?: (?:to"
        r"|for|and|with)\b[^.!?]{0,160}(?:newsletter|e-?mail|inbox|briefing|updates|alerts?|account|news"
        r"|podcast|channel|access|subscription)[^.!?]{0,60})?",
        r"(?:please )?sign[ -]?up (?:for|to|here)\b[^.!?\n]{0,80}\b(?:newsletter|e-?mail|briefing)s?\b[^!?\n]{0,200}",
        r"(?:subscribe|register|log ?in|sign ?in|sign up)(?: now)? to (?:continue|keep|read|unlock|view"
        r"|access)\b[^.?!\n]{0,80}|unlock this (?:article|story)[^\n]{0,80}",
        r"(?:the|our) [^.!?\n]{2,80}\bnewsletter\b[^!?\n]{2,200}[.!] (?:sign up|subscribe)\b[^.!?\n]{0,60}",
        r"was this (?:newsletter|e-?mail|article) (?:forwarded to you|helpful)\?[^\n]{0,80}|you(?:['’]re| are)"
        r" receiving this[^\n]{0,160}|you received this (?:e-?mail|newsletter)[^\n]{0,160}"
        r"|unsubscribe(?: (?:here|from|at|any|now|or)\b[^.?!\n]{0,80})?",
        r"(?:please )?support (?:(?:trusted|local|quality|our|independent|great|real) ){1,3}journalism\b"
        r"[^.?!\n]{0,100}",
        r"did you know (?:that )?with (?:a|our) (?:digital )?subscription[^\n]{0,280}",
        r"try (?:\w+ ){1,2}(?:months?|weeks?)\b[^.?!\n]{0,60}(?:[£$€₹]\s?\d[\d.]*|free)[^\n]{0,40}|(?:from|only|just"
        r"|get \w+ months? for) [£$€₹]\d[\d.]* (?:a|per) (?:month|week|year)[^.?!\n]{0,40}",
        r"receive free [^.?!\n]{2,60} updates|we(?:['’]ll| will) send you (?:a|an|our|the)\b[^.?!\n]{2,120}\b(?:e-?mail"
        r"|newsletter|digest|briefing)\b[^.?!\n]{0,100}",
        r"get involved (?:with|in) (?:the )?news[^.?!\n]{0,60}|send us your (?:story|stories|news|views|pictures"
        r"|photos|letters)[^.?!\n]{0,80}",
        r"\W{0,3}i (?:understand and )?agree (?:that|to (?:the|receive))\b[^\n]{0,200}",
        r"(?:enjoy(?:ed|ing)?|like|love) (?:this|our|what you) (?:article|story|journalism|coverage|column"
        r"|newsletter|read|reading)\b[^.\n]{0,30}\?[^\n]{0,160}",
        r"(?:get|receive|have)\b[^.!?]{3,140}\b(?:in|to|into) your (?:inbox|e-?mail|mailbox|phone)[^.!?]{0,40}",
        r"(?:(?:for|to|want) [^.!?]{2,50}[,?]\s*|please |click here to |you can )?(?:sign[ -]?up"
        r"|subscribe)\b[^.!?]{0,50}\bnewsletters?\b[^.!?]{0,60}",
        r"(?:enter|type) your e-?mail(?: address)?[^.!?]{0,40}|your e-?mail address|e-?mail address",
        r"(?:thank you|thanks) for (?:signing up|subscribing|registering|reading)[^.!?]{0,60}",
        r"(?:already (?:a |an )?(?:subscriber|member|registered|have an account)\??\s*)?(?:log"
        r"|sign) ?in(?: (?:here|now|to continue(?: reading)?|or (?:register|subscribe|sign up)))?",
        r"(?:become a|not a|for)(?: \w+)? (?:member|subscriber|supporter)s?(?: (?:today|now|yet|only))?\??",
        r"(?:please )?(?:support|help (?:us )?(?:fund|keep|support)) (?:our|independent|quality|local"
        r"|free)\b[^.?]{0,80}(?:journalism|reporting|newsroom|news)\b[^.?]{0,80}",
        r"(?:donate|contribute|subscribe|give|support us)(?: (?:now|today|here))?",
        r"[^.?!:\n]{0,50}: subscribe to our [^.?!\n]{2,60}|(?:go|try|get) ad[- ]free",
        rf"(?:follow|like|find|join|friend) (?:(?:us|me) (?:on|at|via) [^.?!]{{2,80}}|(?:him|her|them"
        rf"|the \w+(?: \w+)?|@?\w+(?: [A-Z]\w+){{0,3}}) on {_NETWORKS}\b[^.?!]{{0,40}})",
        rf"follow (?:the )?[\w .’'-]{{2,50}} on {_NETWORKS}\b[^.!?\n]{{0,160}}",
        r"follow @\w+(?:(?:,| and) @\w+)*",
        r"download (?:our|the)\b[^.?!]{0,40}\bapp\b[^.?!]{0,60}",
        r"(?:this (?:article|story|content) is (?:for|available to|only available to"
        r"|exclusive to) (?:our )?(?:subscribers|members)(?: only)?|subscriber[- ](?:only|exclusive)"
        r"|premium(?: content)?|members? only)",
        r"you have (?:\w+|\d+) (?:free )?articles? (?:left|remaining)\b[^?!]{0,60}",
    ),
    _rule(
        Reason.RELATED,
        r"(?:read|see|find out|learn|show|load|view|click (?:here )?(?:for|to read)) (?:more|also|next|on"
        r"|full (?:story|article))(?:(?: (?:about|on|in|from|at|here|stories|news|like this)\b|\s*[:"
        r"|»>-])[^.?!]{0,140}[?!]?)?",
        r"(?:read|see|watch|listen|related|more|in pictures|in depth|recommended|see also|also read"
        r"|don['’]t miss|must read|read next|what to read next|(?-i:Up next)|you (?:may"
        r"|might) (?:also )?(?:like|be interested in|enjoy)|editors?['’]?s? picks?|related (?:articles?"
        r"|stories|story|content|coverage|topics?|links?|news|posts?|reading|video)|more (?:stories|news"
        r"|coverage|articles?|on this story|from [\w .’'-]{2,40}|in [\w .’'-]{2,40}"
        r"|about [\w .’'-]{2,40})|most (?:read|popular|viewed|shared)|top stories|latest (?:news|stories)"
        r"|trending(?: now)?|popular(?: now)?|elsewhere on (?:the )?\w+|tags?|topics?|categories"
        r"|filed under|keywords)(?:\s*[:|»>–—-]\s*[^\n.?!]{0,160}[?!]?)?",
        r"(?:continue|keep) reading(?: (?:the main story|below|this article))?"
        r"|continue reading\b[^.?!]{0,60}|(?:story|article) continues (?:below"
        r"|after)(?: (?:the )?(?:advertisement|ad|video|gallery))?|click here(?: (?:to"
        r"|for)\b[^.?!]{0,80})?",
        r"(?:previous|next|older|newer)(?: (?:article|story|post|page|slide))?|page \d+(?: of \d+)?"
        r"|\d+ of \d+|back to (?:top|home|the top)|top|home|menu|search|skip to (?:main )?content|(?:skip"
        r"|jump) to\b[^.?!]{0,40}",
        r"(?:(?-i:[A-Z])[\w’' ]{1,30}:\s*)?(?:https?://|www\.)\S+|[a-z\d-]+(?:\.[a-z\d-]+)+/\S+",
        r"(?:story|journal) (?:source|reference)s?:?|cite this page:?|materials provided by [^\n]{2,200}|full story"
        r"|you have reached your maximum number of saved items|remove items from your saved list[^.\n]{0,40}",
        r"watch more of our (?:videos|shows)[^?!\n]{0,60}|visit \w+!? now",
    ),
    _rule(
        Reason.CONTACT,
        r"(?:(?:media|press|investors?|investor relations|public relations|company|corporate|editorial|sales|for more"
        r" information|for further information|further information|notes? to editors)(?:,? (?:and|&|/) (?:media|press"
        r"|investors?))?,?\s*(?:contacts?|relations contacts?|enquiries|inquiries)?|contacts?|media enquiries)\s*:",
        r"(?:media|press|investors?|investor relations|public relations|corporate)(?: (?:and|&|/) (?:media|press"
        r"|investors?))? (?:contacts?|enquiries|inquiries)",
        r"(?:tel|phone|telephone|mobile|fax|e-?mail)\s*[:.]?\s*[+(\d][\d ()+-]{6,24}|\+?[\d(][\d ()-]{8,20}",
    ),
    _rule(
        Reason.ADVERTISEMENT,
        r"(?:when you (?:purchase|buy|click)|if you (?:purchase|buy|click)|we may (?:earn|receive|get))\b[^\n]{0,120}"
        r"\bcommission\b[^\n]{0,80}|today['’]s best (?:[^.?!\n]{2,40})?deals?|\w+['’]s? verdict",
        r"[-–—\s]*(?:advertise?ments?|ad|ads|sponsored(?: content| by [^.?!]{2,40})?|promoted"
        r"|paid (?:content|post|partnership)|scroll to continue|promotion|remove ads|why ads\?|skip ad"
        r"|commercial)[-–—\s]*",
    ),
    _rule(
        Reason.COOKIES,
        r"(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using|browsing"
        r"|clicking))\b[^\n]{0,140}\bcookies?\b[^\n]{0,100}\b(?:experience|site|website|consent|analytics"
        r"|analy[sz]e|ads|advertising|traffic|policy|privacy|preferences|settings|accept"
        r"|agree)\b[^\n]{0,100}",
        r"(?:accept|reject|manage|allow|decline)(?: (?:all|and close|only))?(?: (?:necessary"
        r"|essential))? ?(?:cookies|preferences|settings|choices)|accept all|privacy (?:policy|notice"
        r"|settings)|cookie (?:policy|notice|settings|preferences)|terms (?:of (?:use|service)"
        r"|and conditions)(?:\s*[|·&]\s*privacy policy)?|your privacy (?:choices|rights)"
        r"|do not sell(?: or share)? my (?:personal )?information",
        r"this (?:site|page|form) is protected by recaptcha[^\n]{0,160}",
    ),
    _rule(
        Reason.COPYRIGHT,
        r"(?:copyright\s*(?:©|\(c\)|&copy;|:|\d{4})|©|\(c\)\s|&copy;)[^\n]{0,220}",
        r"copyright (?-i:[A-Z])[\w ,.]{2,40}\d{4}",
        r"[^.?!\n]{0,80}all rights reserved\b[^\n]{0,140}",
        r"this (?:material|article|story|content|report)[^.?!\n]{0,60} may not be (?:published|reproduced"
        r"|copied)[^\n]{0,160}",
        r"(?:re)?published (?:with permission|under a creative commons)[^\n]{0,120}"
        r"|this article (?:is republished from|(?:was )?(?:originally|first) (?:published|appeared) (?:on"
        r"|in|at|by))[^\n]{0,140}|(?:originally|first) (?:published|appeared) (?:on|in|at"
        r"|by) [^.?!\n]{2,60}",
    ),
    _rule(
        Reason.CREDITS,
        rf"\(?(?:additional |with )?(?:reporting|editing|writing|compiled|graphics?|research|photography"
        rf"|photos?|video|production|produced)\b(?: and (?:writing|editing|reporting))? by {_CREDITED}\)?",
        rf"\(?(?:with|and) (?:files|reporting|additional reporting|contributions?|inputs?|agency inputs?"
        rf"|agency reports?) (?:from|by) {_CREDITED}\)?|\(?with (?:agency|agencies|wire) (?:inputs?"
        rf"|reports?)\)?",
        rf"{_CREDITED} (?:also )?contributed (?:to this (?:report|story|article)|(?:additional )?reporting"
        rf"|from (?-i:[A-Z]))[^\n]{{0,60}}",
        r"[\w .,’'-]{3,60} (?:(?:can be (?:reached|contacted|followed)|reach(?:ed)? (?:him|her"
        r"|them)) (?:at|on|by)\b[^\n]{0,60}[@\d][^\n]{0,60}|is on (?:twitter|x"
        r"|facebook)(?: (?:at )?@?\w+)?|tweets? (?:at|as) @?\w+)",
        r"(?:contact|e-?mail|reach|write to|tip(?:s)? (?:us|to))(?: (?:us|me|the (?:author|writer"
        r"|reporter|editor|newsroom|reporters?)|[\w. ’'-]{2,40}))?(?: (?:at|on"
        r"|by))?\s*:?\s*\S+@\S+(?: or [^\n]{0,60})?",
        r"(?:do you )?have (?:a|any) (?:story|news tip|tip|confidential tip|questions?"
        r"|information)[^\n.?!]{0,80}\?[^\n]{0,120}",
        r"do you have [^\n.?!]{3,80}\? (?:e-?mail|write to|contact|call|send|let us know|get in touch)\b[^\n]{0,140}",
        rf"[-–—(]\s?(?:with|and) (?:(?:files|assistance|reporting|additional reporting|contributions?|help"
        rf"|inputs?) (?:from|by)) {_CREDITED}\)?",
        r"(?:our standards|the thomson reuters trust principles)(?:\s*[:|]\s*[^.?!\n]{0,60})?",
        r"a version of this (?:article|story|review|column|essay|obituary|report)\b[^\n]{0,100}\b(?:print|edition"
        r"|newspaper|headline|appeared|published)\b[^\n]{0,200}",
        r"(?:this|the) (?:report|story|article) (?:by|from|of) [^\n.]{2,50} (?:was|were) first published[^\n]{0,60}",
        r"[(\[]?(?:this|the|except for the headline, this) (?:story|article|report|copy)\b[^.\n]{0,60}\b(?:not been"
        r" edited by|auto-?generated|syndicated feed|published from a)\b[^\n]{0,160}",
        r"get in touch(?: with (?:us|our (?:news|sport|web) ?(?:team|desk)|the (?:team|author|newsdesk)))?"
        r"(?: (?:by|at|on|via)\b[^\n]{0,80})?",
        r"for more (?:stories|news|articles|on this)\b[^.?!\n]{0,40}, (?:check|visit|click|see|follow|go)\b"
        r"[^.?!\n]{0,60}",
        rf"{_CREDITED} contributed (?:research|reporting|photography)|contributing: {_CREDITED}"
        rf"|(?=[^\n]{{0,60}}\b(?:writer|reporter|correspondent)s?\b){_CREDITED},? contributed",
        r"a (?:message|note) from (?:the|our) editor\b[^\n]{0,300}",
        r"do you have an opinion on the issues raised[^\n]{0,280}",
        r"(?:do you )?know more\?[^\n]{0,40}\S+@\S+[^\n]{0,40}|\S+@[\w-]+(?:\.[\w-]+)+",
        r"(?:the )?(?:opinions?|views?) (?:expressed|stated)\b[^.\n]{0,60} (?:is|are) (?:those of|the|his|her|their)\b"
        r"[^\n]{0,160}|this (?:column|article|piece|commentary) (?:does not|may not|reflects|represents)"
        r" (?:necessarily )?(?:reflect |represent )?[^.\n]{0,30}\b(?:views?|opinions?)\b[^\n]{0,120}",
        r"(?-i:(?:PTI|ANI|IANS|UNI)(?:[ /][A-Z]{2,4}){1,6})",
        r"[^.?!\n]{3,100} is (?:published|out now|available)(?: (?:now|on \w+ \w+))?(?: (?:by|from) [^.?!\n]{2,60})?,?"
        r" \(?(?:at |for |priced )?[£$€]\d[\d.]*\)?[^\n]{0,20}(?:\. (?:to (?:support|order|buy)\b)[^\n]{0,180})?",
        r"[-–—( ]*(?:reuters?|ap|afp|upi|ends?|30|more|ians|ani|pti|xinhua|dpa)[-–—) ]*",
        r"#{2,}|\*{3,}|[-–—_=*~•·. ]{3,}",
    ),
    _rule(
        Reason.PHOTO_CREDIT,
        r"\(?(?:photo(?:graph)?s?|image|images|picture|pictures?|credits?|photo credits?|image credits?"
        r"|illustration|video|graphic|source|getty|afp|courtesy)(?:\s*(?:credit|courtesy|source|by|of|via"
        r"|from))*\s*[:/|©–-]\s*[^.?!\n]{2,90}\)?",
        rf"\(?(?:photo(?:graph)?|image|picture|illustration|video|graphic)s? (?:courtesy(?: of)?|by|credit"
        rf"|via|from) {_CREDITED}\)?",
        rf"{_CREDITED}\s*[/|]\s*(?:getty(?: images)?|reuters|afp|ap(?: photo)?|epa|shutterstock|bloomberg"
        rf"|alamy|istock|rex|pa(?: wire| images)?|unsplash|wikimedia(?: commons)?|tass|xinhua"
        rf"|zuma(?: press)?|nurphoto|anadolu)(?:[\w /.’'-]{{0,60}})",
        r"(?:getty images|shutterstock|reuters|afp via getty images|ap photo|alamy|istock(?:photo)?"
        r"|unsplash|pa media|pa wire|wikimedia commons|handout|file photo|stock photo"
        r"|stock image)(?:\s*[/|]\s*[\w .’'-]{2,60})?",
        r"\((?:ap photo|reuters|getty|photo|afp)\s*[/:][^)\n]{2,80}\)",
        r"(?:enlarge|view|see|open|expand|zoom)(?: (?:this|the|full[- ]?size|larger|all|in))* (?:image"
        r"|gallery|photos?|slideshow|caption|fullscreen)|(?:hide|toggle|show) caption|(?:image|gallery"
        r"|slideshow|video|caption|photo) ?\d* ?(?:of \d+)?",
    ),
    _rule(
        Reason.FURNITURE,
        r"(?:image|media|video) (?:caption|source|playback)[^.?!\n]{0,60}|(?:this video (?:can not|cannot"
        r"|can't) be played|media playback is (?:not supported|unsupported)[^\n]{0,60}"
        r"|your browser does not support[^\n]{0,80}|to play this video[^\n]{0,80}|javascript (?:is"
        r"|must be)[^\n]{0,80}|please enable javascript[^\n]{0,80}|loading)",
        r"[a+-]|\(?\d{1,3}[- ]?(?:min(?:ute)?s?|mins?)(?: read)?\)?|(?:reading|read) time\s*:?\s*\d+ ?min(?:ute)?s?"
        r"|(?:text )?size\s*[:-]?\s*(?:[a+-]+\s*)+|font size[^.?!\n]{0,30}|<[^<>\n]{1,200}>",
    ),
)

_REPORTED_FROM = re.compile(rf"{_CREDITED} (?:reported|wrote) from {_CREDITED}\.?")
"""Only beside another credit: a reporter in the story may have reported from somewhere too."""
_EMBED = re.compile(r"(?:<[^<>\n]{1,300}>\s*)+")
_CAPTION = re.compile(
    r"\A(?:file ?(?:photo)? ?[:–—-]|(?:photo|picture|image|caption|pictured|above|below|top|left|right"
    r"|in this[^.]{0,40}photo)\s*[:–—]|pictured\b[^.]{0,200}\Z|(?:photo )?caption\b)|\((?:photo|picture"
    r"|image|ap photo|ap|reuters|afp|getty(?: images)?|handout|courtesy|credit|pic|screengrab"
    r"|screenshot)\b[^()]{0,80}\)\.?\Z|(?:[/|]\s*|\bphoto(?:graph)?s?(?: by)?:? |\bcredit: ?"
    r"|\bvia )(?:\w+ )?(?:getty images|getty|reuters|afp|ap photo|ap|epa|shutterstock|bloomberg|alamy"
    r"|zuma press|nurphoto|anadolu|pa|tass)\)?\.?\Z"
    r"|\A[^.\n]{2,200}\(pictured\b[^()\n]{0,60}\)[^.\n]{0,160}\Z"
    r"|(?-i:[A-Z][\w’'-]+ [A-Z][\w’'-]+) / (?:staff|for the|special to)\b[\w ]{0,40}\Z",
    re.I,
)
_CORRECTION = re.compile(
    r"\A(?:\W{0,3})(?:corrections?(?: and clarifications?)?|clarifications?|editor(?:['’]?s|s['’])? note"
    r"|editorial note|update(?=s?\s*:)|note to readers|for the record|author['’]s note"
    r"|amendment)\b(?: \([^)]{1,40}\)| (?:on )?\w+\.? \d{1,2}(?:, \d{4})?)?\s*[:–—-]|\A\W{0,3}(?:(?:this"
    r"|the) (?:article|story|post|report|piece|headline|version|column)(?: has been| was| is being"
    r"| will be)\b[^.]{0,30}\b(?:updated|corrected|amended|clarified|changed|edited|revised|modified)\b"
    r"|(?:an|the) (?:earlier|previous|original|initial) (?:version|edition|headline) of (?:this|the) )",
    re.I,
)


def decide(paragraph: str) -> Decision[Reason] | None:
    """Why this paragraph is not to be spoken and which rule says so, or None when it may be the article's own."""
    why = reason(paragraph)
    return Decision(why, f"furniture/{why}") if why else None


def reason(paragraph: str) -> Reason | None:
    """Why this paragraph is not to be spoken, or None when it may be the article's own."""
    line = " ".join(paragraph.split()) if len(paragraph) <= 2 * _MOST else paragraph
    if not line or len(line) > _MOST:
        return None
    if not any(c.isalnum() for c in line):
        return Reason.ORNAMENT
    if _EMBED.fullmatch(line):
        return Reason.FURNITURE
    return _matching(line) or _in_parts(line)


def _matching(line: str) -> Reason | None:
    return next((why for why, pattern in _RULES if pattern.fullmatch(line)), None)


def _in_parts(line: str) -> Reason | None:
    """Why a paragraph of several sentences is furniture: each of them is, and at least one beyond doubt."""
    parts = [line[a:b] for a, b in sentences.split(line)]
    if len(parts) < 2:
        return None
    reasons = [_matching(part) for part in parts]
    sure = next((why for why in reasons if why), None)
    whole = all(why or _REPORTED_FROM.fullmatch(part) for why, part in zip(reasons, parts, strict=True))
    return sure if whole else None


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph says by its head or its tail that it belongs to a picture."""
    return len(paragraph) <= 600 and _CAPTION.search(paragraph) is not None


def is_correction(paragraph: str) -> bool:
    """Whether a paragraph is a correction, a clarification or an editor's note."""
    return len(paragraph) <= 1500 and _CORRECTION.match(paragraph) is not None
