"""Whether a paragraph says by its head or its tail that it belongs to a picture: credits and labels of captions."""

from __future__ import annotations

import functools
import re

from ..lexis.grammar import capitals_are_names
from .affiliations import is_picture_credit
from .byline_words import match, matches

_MOST = 600
"""Characters of the longest caption that is looked for."""
_TAIL = 260
"""Characters at the end in which a credit stands."""

_NAME = r"(?-i:[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,2})"
_AGENCY = (
    r"(?:getty images|getty|reuters|afp|ap photo|ap|epa|shutterstock|bloomberg|alamy|zuma press|nurphoto|anadolu|pa"
    r"|tass)"
)
_STOCKS = (
    "shutterstock",
    "istock",
    "getty images",
    "unsplash",
    "pixabay",
    "adobe stock",
    "stock.adobe.com",
    "picturedesk",
)
_STOCK = f"(?:{'|'.join(map(re.escape, _STOCKS))})(?:\\.com)?"
_PICTURE = r"(?:photo|picture|image)"

_HEADS = (
    r"file ?(?:photo|picture|pic|image)? ?(?:[:–—]|-(?!(?-i:[a-z])))",  # FILE - The bridge in May.
    # File photo of Ann Holt. (PTN Photo)
    rf"(?:file|undated|handout) {_PICTURE} (?:of|shows)\b[^.]{{0,160}}\.?(?: \([^()]{{2,50}}\))?\Z",
    r"(?:photo|picture|image|caption|pictured|above|below|top|left|right|in this[^.]{0,40}photo)\s*[:–—]",
    r"pictured\b[^.]{0,200}\Z",  # Pictured with the cup are Ann Holt and her dog
    r"(?:photo )?caption\b",
    r"(?:bron|quelle|fuente|fonte) (?:foto|bild|beeld)\w*\b[^.\n]{0,60}: \S[^\n]{2,60}\Z",  # Bron foto Laan: bureau.nl
    r"\S{3,80}\.(?:jpe?g|png|gif|webp)\Z",  # bridge-2.jpg
    # ARCHIV - 27.07.2025, Hessen, Elmbach: Ein Blaulicht leuchtet. Foto: John Roe/dpa
    r"(?:archiv ?[–—-] ?)?\d{1,2}\.\d{1,2}\.\d{4}, [^.:\n]{3,60}: [^\n]*\b(?:foto|bild): \S[^\n]*\Z",
    # JOHN ROE/Stuff The bridge in May.
    r"(?-i:[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3}/(?:Stuff|Supplied|Getty Images|[A-Z]{2,8}) (?=[A-Z]))"
    r"[^\n]{4,220}\Z",
    # Ann Holt (pictured, left) at the bridge
    r"[^.\n]{2,200}\((?:pictured\b[^()\n]{0,60}|left|right|centre|center)\)[^.\n]{0,160}\Z",
)
_CLOSED = (
    # (AP Photo/John Roe)
    r"\((?:photo|picture|image|ap photo|ap|reuters|afp|getty(?: images)?|handout|courtesy|credit|pic|screengrab|foto"
    r"|bild|crédito|crédit|screenshot)\b[^()]{0,80}\)\.?\Z",
    r"\((?-i:[A-Z]{2,6}|[A-Z][\w.’' -]{2,40}) (?:photo|picture|pic)\)\.?\Z",  # (PTN Photo)
    # John Roe/Reuters; Photo: AP
    rf"(?:[/|]\s*|\bphoto(?:graph)?s?(?: by)?:? |\bcredit: ?|\bvia )(?:\w+ )?{_AGENCY}\)?\.?\Z",
    # (John Roe/dpa)
    r"\([^()/]{2,40}/(?:istock|getty(?: images)?|reuters|afp|ap|epa|shutterstock|alamy|dpa|efe)\)\.?\Z",
    # … in May. REUTERS/John Roe
    r"(?<=[.!?”\d] )(?-i:REUTERS|Reuters|AFP|AP|EPA|Getty Images) ?/ ?(?-i:[A-ZÀ-Þ])[\w.’' -]{2,40}\Z",
    # … in May. – The Herald pic by John Roe, May 3, 2026.
    r"[—–-] ?(?:[\w ]{0,30} )?(?:pic|picture|photo|image)s?(?: courtesy of| by) (?-i:[A-ZÀ-Þ])[^.\n]{2,60}\.?\Z",
    r"\bcourtesy (?:of )?(?-i:[A-ZÀ-Þ])[\w’'. -]{2,40}\Z",  # Courtesy of St. Ann's
    rf"\b{_STOCK}(?:\s?/\s?[\w .-]{{2,40}})?\)?\Z",
)
"""Tails that a full stop may stand behind; each holds one of the cues."""
_CUES = (").", "/", "|", "photo", "credit", "via ", "courtesy", "pic by", "picture by", *_STOCKS)
_OPEN = (
    r"[.!?”\"“»] (?:foto|bild|photo(?:graph)?|picture|crédit photo|image)s?: [^.:]{3,60}\Z",  # … in May. Foto: John Roe
    # … in May. Library photo: John Roe; … in May. | Photo Credit: John Roe; … in May. (Viewer photo: John R.)
    r"(?:[.!?”\"“»)] |\s[|/–—-] |\()(?!(?:the|an?|this|that|his|her|their|our|your|my|one) )(?:[\w’'.&-]+ ){0,3}"
    r"(?:photo(?:graph)?|picture|image|pic)s?(?: credits?| courtesy)?: (?-i:[A-ZÀ-Þ\d])"
    r"(?:[^.:?!()\n]|(?<=\b[A-Z])\.){1,60}\.?\)?\Z",
    r"[–—-] (?:video|audio|in pictures)\Z",  # The minister is asked about the email – video
    r"\((?:file|archive|posed by models?)\)\Z",
    r"[^.:!?\n]{3,100} (?:foto|bild)s?: (?-i:[A-ZÀ-Þ])[^.:\n]{2,50}\Z",  # Ann Holt Foto: privat
    r"[.!?»”] (?:photo|foto|beeld)s? (?-i:[A-ZÀ-Þ])[^.:?!]{1,60}\Z",  # … in May. Photo John Roe
    r"[.!?»”] (?:/ )?(?-i:[A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]{3,}){1,2})\Z",  # … in May. JOHN ROE
    r"(?:[.!?»”]|\s[–—/|-]) ?© ?\w[^.]{0,40}\Z",
    r"\b(?:photo|picture|image|foto)s? by \w+ on unsplash\Z",
    rf"\b(?:submitted|supplied|contributed|courtesy|handout|file) {_PICTURE}\Z",
    rf"\b(?:photo|picture|image|foto)s? (?:by|von|par|di|de) {_NAME}\Z",
    r"[/|] ?(?:photo|picture|image)s? by (?-i:[A-ZÀ-Þ])[^\n]{2,60}\Z",
    # … in May. PHOTO | FILE; … in May. Photo / John Roe; … in May. Source: 1 NEWS
    r"(?:\A|[.!?”)] )(?:photos?|pictures?|images?|pix) ?[/|] ?(?-i:[A-ZÀ-Þ])[\w.’& -]{2,40}\Z",
    # … on Monday. WX PHOTO: JOHN ROE; … -- FILE PHOTO: WEXLE POLICE; … on Monday. THE WEXLE PRESS/John Roe
    r"(?:[.!?”)]|[—–-]) ?(?-i:(?:[A-Z]{2,5} )?PHOTOS?: [A-Z])[\w.,’& -]{2,60}\Z",
    r"[.!?”)] (?-i:[A-Z]{2,}(?: [A-Z]{2,}){0,4}/[A-Z])[\w.’ -]{2,40}\Z",
    r"[.!?”)] (?:source|credit|photo|picture): (?-i:[A-ZÀ-Þ\d])[\w.’&/ -]{2,40}\Z",
    r"(?:public domain|stock|generic|illustrative|representative|representational|courtesy|submitted|supplied|file"
    rf"|handout) (?:{_PICTURE}|pic)\Z",
    r"(?-i:[A-Z][\w’'-]+ [A-Z][\w’'-]+) / (?:staff|for the|special to)\b[\w ]{0,40}\Z",
)
"""Tails that no full stop stands behind."""
_SPOKEN_ENDS = (".”", '."', ".’", ".'")
"""What no credit ends with."""


@functools.cache
def _any_of(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.I)


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph says by its head or its tail that it belongs to a picture."""
    if not paragraph or len(paragraph) > _MOST:
        return False
    if _any_of(*_HEADS).match(paragraph):
        return True
    if paragraph.endswith(_SPOKEN_ENDS):
        return False
    if _ends_with_owner(paragraph):
        return True
    start = max(0, len(paragraph) - _TAIL)
    if paragraph[-1] != ".":
        return any(_any_of(*forms).search(paragraph, start) for forms in (_CLOSED, _OPEN))
    tail = paragraph[start:].lower()
    return any(cue in tail for cue in _CUES) and _any_of(*_CLOSED).search(paragraph, start) is not None


_CREDIT_MOST = 60
"""Characters of the longest credit that stands alone."""
_SHOWN = 5
"""Words of the shortest caption that an owner ends."""
_BESIDE_CREDIT = " ()[]©.|/–—-"
_STROKE = re.compile(r"\s*[/|]\s*|(?<=[.!?»”])\s+(?:[–—-]\s+)?|\s+[–—-]\s+|,\s(?:über|via)\s")
"""What stands before an owner: `/ EFE`, `. AFP`, ` - Lusa`, `, über dts`."""


def is_credit(line: str) -> bool:
    """Whether a line says whose picture stands above it, and nothing else: `AFP`, `© Ana Ruiz`, `Ana Ruiz/dpa`.

    The same line can be a byline: what stands around it decides.
    """
    if not 1 < len(line) <= _CREDIT_MOST or line.endswith(("?", "!", ":")):
        return False
    bare = line.strip(_BESIDE_CREDIT)
    if line.startswith("©") or _is_owner(bare) or is_picture_credit(line) or matches("picture", line.split()[0]):
        return True
    if sourced := match("source", line):
        bare = line[sourced.end() :].strip(_BESIDE_CREDIT)
    first, *others = _STROKE.split(bare)
    beside = bool(others) and first[:1].isupper() and len(first.split()) <= 4
    return _is_owner(bare) or (beside and (_is_owner(others[-1]) or _is_owner(first)))


def _is_owner(words: str) -> bool:
    return any(matches(kind, written) for kind in ("agency", "credit") for written in (words, f"{words}."))


def _ends_with_owner(paragraph: str) -> bool:
    """`El puente, cerrado desde mayo. / EFE`, in papers that name an agency so."""
    if paragraph[-1] in '.!?:;”»"' or not capitals_are_names() or _is_signed_story(paragraph):
        return False
    words, *behind = _STROKE.split(paragraph[-_TAIL:].rstrip(" )]"))
    if not behind or len(words.split()) < _SHOWN:
        return False
    last = behind[-1].strip(_BESIDE_CREDIT)
    return _is_owner(last) or (match("pictures", f" {last}") is not None and len(last.split()) < _SHOWN)


_STORY = 200
"""Characters of the shortest paragraph of several sentences that is a story behind which an agency's name stands."""
_SIGNED = re.compile(r"[.!?»”\"]\s?\((?P<code>[A-Za-z]{2,4}(?:-[A-Za-z]{2,4})?/)?[^()]{2,40}\)\Z")


def _is_signed_story(paragraph: str) -> bool:
    """Whether an agency signs a story: `… della sede. (Lro/Adnkronos)`, or several sentences and `(ANSA)`."""
    signed = _SIGNED.search(paragraph)
    if signed is None:
        return False
    several = re.search(r"[.!?»”] [^\W\d_a-z]", paragraph[: signed.start()]) is not None
    return signed["code"] is not None or (several and signed.start() > _STORY)
