"""Sentences of pages in languages other than English that no table of words can tell; each rule with its source."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from ..lexis.tables import Lexis, derived
from ..model import Reason
from ..model.rules import Rule
from .byline_words import match, matches
from .page_lines import Line, form

_THIS_STORY = (
    r"(?:dies(?:er|e|es) (?:artikel|text|beitrag|meldung|inhalt)|cet article|ce (?:contenu|texte)"
    r"|est[ea] (?:artículo|texto|contenido|noticia|nota|artigo|matéria|conteúdo|reportagem)"
    r"|quest[oa] (?:articolo|testo|contenuto|notizia)|dit (?:artikel|bericht|verhaal))"
)
_MACHINE = (
    r"(?:KI|künstliche[rn]? intelligenz|IA|AI|intelligence artificielle|inteligencia artificial|inteligência artificial"
    r"|intelligenza artificiale|kunstmatige intelligentie)"
)
_INITIALS = re.compile(r"\(?(?:[a-z]\.\s?){2,3}\)?\.?")
"""`(c.s.)`"""
_AGENCIES_MOST = 60
"""Characters of the longest line that says which agencies helped."""
_BESIDE = re.compile(r"[A-Za-z]{2,4}(?:-[A-Za-z]{2,4})?|[^\W\d_a-z][\w.-]*(?: [\w.-]+){0,3}")
"""Who wrote it, before a stroke and an agency: `(Lro/Adnkronos)`, `Hart van Elmbeek/ANP`."""


def _agencies(line: Line) -> Reason | None:
    """`(ANP)`, `Con información de EFE.`, `*Com informações da Agência Brasil`: whose report it was."""
    if len(line.text) > _AGENCIES_MOST:
        return None
    bare = line.text.strip(" ()[]*.–—-")
    sourced = match("source", bare)
    name = bare[sourced.end() :] if sourced else bare.removeprefix("avec ").removeprefix("mit ").removeprefix("con ")
    if _INITIALS.fullmatch(line.text):
        return Reason.CREDITS
    beside, _, shared = name.rpartition("/")
    return Reason.CREDITS if matches("agency", shared if _BESIDE.fullmatch(beside) else name) else None


def _told_before_button(line: Line) -> Reason | None:
    """`Jeden Morgen im Postfach: Jetzt Newsletter abonnieren`: what for, and behind a colon a button."""
    told, colon, asked = line.text.rpartition(": ")
    if not colon or ":" in told or len(line.text.split()) > _BUTTON_MOST or asked[-1:] in '.!?"”“»':
        return None
    pieces = Line(asked).pieces
    asks = any(piece.phrase and piece.phrase.act is Reason.SIGN_UP for piece in pieces)
    return Reason.SIGN_UP if asks and all(piece.phrase for piece in pieces) else None


_BUTTON_MOST = 16
"""Words of such a line."""
_STROKES = re.compile(r"\s*[|·•]\s*")


@derived
def _forms(lexis: Lexis) -> Mapping[str, Sequence[tuple[str, Reason]]]:
    """The longest word that stands whole in a form of table `page_forms` -> such forms, and why their lines go."""
    found: dict[str, list[tuple[str, Reason]]] = {}
    for row in lexis.everywhere("page_forms"):
        whole = (word for word in row["word"].split() if "*" not in word and "0" not in word)
        key = max((word.strip(_MARKS) for word in whole), key=len, default="")
        found.setdefault(key, []).append((row["word"], Reason(row["reason"])))
    return found


_MARKS = "()[]\"'“”«»,;.!?¿¡:…↓"
_PARTS = {"0": r"\d[\d\s.,]{0,9}k?", r"\*": r"[^\n.!?«»“”]{0,40}", r"\ ": "[ \u00a0]"}


@functools.cache
def _made(form: str) -> re.Pattern[str]:
    made = re.sub(r"\\[* ]|\b0\b", lambda part: _PARTS[part[0]], re.escape(form))
    return re.compile(rf"(?:{made})[ .!:…↓]*")


def _form(line: Line) -> Reason | None:
    """`Artikel gaat verder onder de foto`, `Me gusta 418 | Me enoja 3`"""
    if len(line.text) > _FORM_MOST:
        return None
    known, small = _forms(), line.small.replace("’", "'")
    words = {"", *(word.strip(_MARKS) for word in small.split())}
    forms = [each for word in words if word in known for each in known[word]]
    parts = [part for part in _STROKES.split(small) if part] if forms else []
    reasons = [next((why for form, why in forms if _made(form).fullmatch(part)), None) for part in parts]
    return reasons[0] if reasons and all(reasons) else None


_FORM_MOST = 200
"""Characters of the longest such line."""
LOCAL = (
    Rule("form of a page", _form, "pages of all languages: `1 253 lectures`, `Artikel gaat verder onder de foto`"),
    Rule("told before a button", _told_before_button, "newsletters: `Jeden Morgen im Postfach: Jetzt abonnieren`"),
    Rule("agencies", _agencies, "papers of the continent end with them: `(ANP)`, `Con información de EFE.`"),
    form(
        "made by machine",
        Reason.FURNITURE,
        "what publishers say below texts: `Dieser Artikel wurde mit Hilfe von KI erstellt`",
        rf"\W?{_THIS_STORY}\b[^\n.!?«»“”]{{0,90}}\b{_MACHINE}\b[^\n.!?«»“”]{{0,80}}",
    ),
    form(
        "opinion asked",
        Reason.COMMENTS,
        "below texts: `Hat Ihnen dieser Artikel gefallen?`, `Cet article vous a plu ? Partagez-le.`",
        rf"(?:hat (?:ihnen|dir) )?{_THIS_STORY} (?:gefallen|vous a(?:-t-il)? plu|te ha gustado|ti è piaciuto)\s?\?"
        r"[^\n]{0,60}",
        rf"¿te ha (?:gustado|interesado|resultado) {_THIS_STORY}\?[^\n]{{0,60}}",
        r"(?:gostou d|ti è piaciut)[^\n?]{2,30}\?[^\n]{0,60}",
        rf"(?:vond|vind) je {_THIS_STORY}[^\n?]{{2,30}}\?[^\n]{{0,60}}",
    ),
    form(
        "more of it elsewhere",
        Reason.RELATED,
        "between paragraphs: `Mehr zum Rennen lesen Sie HIER!`, `Meer over de brug lees je hier`",
        r"(?:mehr|alles|weiteres) (?:zu[mr]?|über|von)\b[^\n.!?«»“”]{2,60}"
        r" (?:lesen|sehen|finden|erfahren) sie hier[.!]?",
        r"(?:meer|alles) over\b[^\n.!?«»“”]{2,60} (?:lees|zie|vind|bekijk) (?:je|u) hier[.!]?",
    ),
    form(
        "trainee",
        Reason.CREDITS,
        "Brazilian papers: `*Estagiária sob supervisão de …`",
        r"\*\s?estagi[áa]ri[ao][^\n]{4,90}",
    ),
    form(
        "channel",
        Reason.SIGN_UP,
        "between paragraphs: `O Diário está no WhatsApp. Entre no canal.`, `Volg ons op WhatsApp`",
        r"[^\n.!?«»“”]{2,60} (?:está|estamos|ist|sind) (?:no|en|auf|bei) (?:whatsapp|telegram|instagram|google)"
        r"[.!] (?:entre|participe|siga|clique|únete|síguenos|suscríbete|folgen|hier|jetzt|schicken)\b[^\n]{0,90}",
        r"(?:resta|rimani) aggiornat[oaie]\b[^\n.!?]{0,90}",
        r"wil je (?:meer|niets)\b[^\n?]{4,60}\? (?:volg|lees|meld|schrijf|klik|abonneer)\b[^\n]{0,80}",
        r"(?:plus d['’]articles|más noticias|más artículos|altri articoli|altre notizie|mais notícias|meer artikelen"
        r"|weitere artikel) (?:de|di|van|von)\s[^\n.!?]{3,40}",
    ),
)
