"""The verbs with which newspapers attribute speech, in all their forms."""

from __future__ import annotations

from .wordclasses import words

_STRONG = words(
    """
    say tell write add ask tweet reply continue conclude respond note explain argue insist declare state warn
    announce recall remark comment answer exclaim quip joke acknowledge admit concede claim assert maintain
    contend reiterate emphasize emphasise stress observe lament complain boast testify vow shout yell whisper
    retort counter caution urge predict suggest protest agree repeat clarify confirm report confess recount
    remember muse opine concur scoff gush tout proclaim pledge promise assure inform interrupt interject begin
    wonder inquire implore plead beg object deadpan shoot offer mutter murmur cry scream sing bark snap growl
    sigh laugh elaborate stipulate allege advise post blog email e-mail text message summarize summarise
    theorize speculate reason echo chime propose fume thunder rail bemoan crow enthuse rebut demand order
    instruct command apologize apologise read retweet reveal disclose tease mock challenge affirm chide press
    start hope believe think feel fear figure recommend guess find judge bristle huff volunteer venture estimate
    rage preach pray intone declaim marvel gripe grumble grouse blurt reflect relate narrate dictate swear
    attest avow certify posit profess rejoin surmise cackle chant chuckle gasp groan mumble stammer stutter wail
    retaliate fire
    """
)
_WEAK = words(
    """
    call describe dub label term refer accuse criticize criticise condemn denounce blast slam praise hail decry
    blame dismiss cite quote list outline discuss address mention detail show indicate hint imply deny reject
    express voice thank question defend portray characterize characterise liken compare point put cast brand
    deem consider view ridicule deride lambaste attack hit welcome oppose require plan deliver issue release
    attribute sum paint tell declare appear mark learn invoke highlight underscore promote
    """
)
FOREIGN = words(
    """
    sagte sagt erklärte erklärt betonte betont fügte meinte meint berichtete schrieb sagten kritisierte warnte
    forderte dit déclare déclaré affirme affirmé explique expliqué ajoute ajouté estime estimé indique indiqué
    assure assuré souligne souligné raconte raconté dijo dice afirmó declaró explicó añadió señaló aseguró
    indicó advirtió disse dichiarato spiegato aggiunto detto afirmou declarou explicou zei zegt verklaarde sade
    säger sagde
    """
)
"""German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian: enough for `…“, sagte Ana Berg`."""
_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "begin": "begins began begun beginning", "shoot": "shoots shot shooting", "sing": "sings sang sung singing",
    "read": "reads reading", "put": "puts putting", "hit": "hits hitting", "cast": "casts casting",
    "think": "thinks thought thinking", "feel": "feels felt feeling", "find": "finds found finding",
    "swear": "swears swore sworn swearing", "quip": "quips quipped quipping", "beg": "begs begged begging",
    "snap": "snaps snapped snapping", "refer": "refers referred referring", "slam": "slams slammed slamming",
    "admit": "admits admitted admitting", "rebut": "rebuts rebutted rebutting", "dub": "dubs dubbed dubbing",
    "blog": "blogs blogged blogging", "show": "shows showed shown showing", "sum": "sums summed summing",
    "concur": "concurs concurred concurring", "chant": "chants chanted chanting",
}  # fmt: skip


def _forms(verb: str) -> set[str]:
    if verb in _IRREGULAR:
        return {verb, *_IRREGULAR[verb].split()}
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeo":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    if verb.endswith(("s", "sh", "ch", "x")):
        return {verb, verb + "es", verb + "ed", verb + "ing"}
    return {verb, verb + "s", verb + "ed", verb + "ing"}


STRONG = frozenset(form for verb in _STRONG for form in _forms(verb)) | FOREIGN
"""Forms of verbs that by themselves announce speech."""
WEAK = frozenset(form for verb in _WEAK for form in _forms(verb)) - STRONG
"""Forms of verbs that do so only with a quotation right beside them."""
CORE = (
    words(
        """
    said says asked asks wrote writes added adds replied replies reads read explained explains reported reports
    tweeted continued concluded recalled warned warns answered announced insisted argued argues
    """
    )
    | FOREIGN
)
"""Forms that stand before their subject also where that is no name: `said a witness`."""
DEEDS = frozenset(
    form
    for verb in words(
        """
        agree hit plan put show deliver issue release consider require attack start begin find order fire press shoot
        sing view appear address compare list indicate learn promote hope fear feel oppose cast
        """
    )
    for form in _forms(verb)
)
"""Verbs that in a sentence with `said` tell what is spoken of: `she said the firm had been hit by “…`."""
CUES = STRONG | WEAK
BARE = frozenset(_STRONG) | frozenset(_WEAK)
"""Plain forms: also nouns (`a claim`, `the report`), and found after `to` and auxiliaries."""
