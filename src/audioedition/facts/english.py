"""Text -> "US" or "GB", by spelling, currency, vocabulary and the form of dates and times."""

from __future__ import annotations

import functools
import re

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = r"(?:[1-9]|[12]\d|3[01])"
BRITISH = "|".join(
    (
        "£",
        r"\b(?:colour|favour|honour|labour|neighbour|behaviour|harbour|centre|metre|litre|theatre|defence|offence)",
        r"\b(?:licence|programme|cheque|tyre|kerb|aluminium|grey|judgement|mum|lorry|lorries|petrol|motorway|railway)",
        r"\b(?:whilst|amongst|fortnight|towards|travelled|travelling|cancelled|labelled|enquir|per cent\b|pence\b)",
        r"\b(?:organis|recognis|realis|criticis|apologis|privatis|emphasis(?:e|ing))",
        r"\b(?:MPs?|Tory|Tories|Westminster|Holyrood|Stormont|Whitehall|NHS|BST|plc|A-levels?|GCSEs?|councillors?)\b",
        r"\b(?:wickets?|stumps|lbw|Premier League|Ofsted|Ofcom|HMRC|Supt|Cllr|MSPs?|half-time|kick-off)\b",
        r"\bcricket(?:er)?s?\b",
        r"\b(?:England|Scotland|Wales|British|Downing Street|Home Office|bank holiday|pensioners?|constabulary)\b",
        r"\b(?:Mr|Mrs|Dr) [A-Z]",
        r"\b\d{1,2}\.\d\d[ap]m\b",
        rf"\b{DAY} (?:{MONTHS})\b",
    )
)
AMERICAN = "|".join(
    (
        r"\b(?:color|favor|honor|labor|neighbor|behavior|harbor|theater|defense|offense)",
        r"\b(?:center|program|license|aluminum|gray|mom|gasoline|highway|sidewalk|truck|gotten|traveled|canceled)s?\b",
        r"\b(?:organiz|recogniz|realiz|criticiz|apologiz|privatiz)",
        r"\b(?:Congress|Senate|Medicare|Medicaid|Republicans?|Democrats?|GOP|FBI|sheriff|Sheriff)\b",
        r"\b(?:NFL|NBA|MLB|NHL|NCAA|touchdowns?|quarterbacks?|innings?\b(?= pitched)|homers?|ballpark)\b",
        r"\b(?:Sen|Gov|Rep|Mr|Mrs|Dr|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.",
        r"\b[ap]\.m\.|\bU\.S\.",
        rf"\b(?:{MONTHS}) {DAY}\b",
    )
)
ENOUGH = 20_000
"""Characters that are looked at."""


_OWN = frozenset(["", "us", "ph", "ca"])
"""Of these countries, and of none, the text has to tell; the others write English as the British do."""


def english_of(language: str | None, text: str) -> str:
    """`US` or `GB` for an article in some kind of English: by its country, else by the evidence in its text."""
    region = (language or "").lower().replace("_", "-").partition("-")[2]
    return detect_english(text) if region in _OWN else "GB"


def detect_english(text: str) -> str:
    """`US` or `GB`, whichever has more evidence at the beginning of the text; `US` when there is none."""
    sample, (british, american) = text[:ENOUGH], _patterns()
    return "GB" if len(british.findall(sample)) > len(american.findall(sample)) else "US"


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(BRITISH), re.compile(AMERICAN)
