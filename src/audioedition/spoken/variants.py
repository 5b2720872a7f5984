"""Text -> "US" or "GB", by spelling, currency, vocabulary and the form of dates and times."""

from __future__ import annotations

from .scan import compiled

BRITISH = (
    r"£|\b(?:[a-z]{2,12}(?:isation|ised|ising)|colour|favour|honour|labour|neighbour|behaviour|centre|metre|litre|theatre|defence|offence|licence|programme|cheque|tyre|kerb|aluminium|"
    r"travell(?:ed|er|ing)|cancelled|whilst|amongst|fortnight|council(?:lor|lors)|MPs?|Tory|Tories|Westminster|Holyrood|Stormont|NHS|Whitehall|motorway|lorry|lorries|petrol|railway station|"
    r"A-levels?|GCSEs?|pence|per cent|mum|Londoners?|grey|judgement|organis\w+|recognis\w+|realis\w+|towards|BST|plc|(?:Mr|Mrs|Dr) [A-Z]|\d{1,2}\.\d\d[ap]m|(?:[1-9]|[12]\d|3[01]) (?:January|February|March|April|May|June|July|August|September|October|November|December))\b"
)  # fmt: skip
AMERICAN = (
    r"\b(?:color|favor|honor|labor|neighbor|behavior|center|theater|defense|offense|license|program|check|tire|curb|aluminum|traveled|traveling|canceled|[a-z]{2,12}(?:ization|ized|izing)|"
    r"Sen\.|Gov\.|Rep\.|Congress|Senate|Medicare|Medicaid|gasoline|highway|sidewalk|truck|mom|gray|gotten|Mr\.|Mrs\.|Dr\.|[ap]\.m\.|U\.S\.|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:[1-9]|[12]\d|3[01]))(?:\b|(?<=\.))"
)  # fmt: skip
ENOUGH = 20_000


def detect_english(text: str) -> str:
    """`US` or `GB`, whichever has more evidence in the first 20,000 characters; `US` when there is none."""
    sample = text[:ENOUGH]
    return "GB" if len(compiled(BRITISH).findall(sample)) > len(compiled(AMERICAN).findall(sample)) else "US"
