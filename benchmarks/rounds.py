"""Articles written by people who had seen no rule of ours -> slips in 1,000 words, and who speaks.

Every line of an article has a letter for what it is: headline, kicker, deck, byline, time, paragraph, subhead, caption,
note, furniture, X (either way is right). A slip is a run of furniture, captions or times that is read, a line of the
story that is not heard, a paragraph read as a heading or the reverse, a wrong headline, wrong authors. Of quotations
the person counts whom a listener hears; of fragments too short to be voiced, none.

`rounds/read` has been read by those who wrote rules, and mended by; `rounds/unread` by nobody: of those only totals are
shown, and whoever looks into one moves it.

    python benchmarks/rounds.py [FILE ...] [--show]
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from audioedition import make_script, read_article
from audioedition.model import Script
from audioedition.settings import TextSettings
from measuring import print_table

ROUNDS = Path(__file__).parent / "rounds"
SILENT, STORY, WORDS = "FTC", "PSD", "HDSP"
"""Letters of lines that nobody has to hear, that have to be heard, and whose words are counted."""
TEXT_ROLES = ("body", "quote", "dateline", "caption", "correction")
_FAR, _NEAR = 4000, 40
"""Letters further down in which a line is looked for, by whether it is long or short."""
_ARTICLES = frozenset(["the", "a", "an", "der", "die", "das", "la", "le", "el", "o", "il", "de", "une", "un", "una"])


def letters(text: str | None) -> str:
    """Letters and figures alone, in one case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text or "")).casefold()


def roles_by_letter(script: Script) -> tuple[str, list[str]]:
    """The letters of the source, and for each of them in which role it is heard; "" where it is not."""
    heard = [""] * len(script.source)
    for line in script.segments:
        if line.spoken:
            heard[line.start : line.end] = [line.role] * (line.end - line.start)
    found = [(c, role) for char, role in zip(script.source, heard, strict=True) for c in letters(char)]
    return "".join(c for c, _ in found), [role for _, role in found]


def heard(lines: Sequence[str], script: Script) -> Iterator[tuple[int, int, str]]:
    """Of each line its letters, how many are heard, and in which role most of them."""
    tight, roles = roles_by_letter(script)
    at = 0
    for line in lines:
        key = letters(line)
        here = tight.find(key, at, at + len(key) + (_FAR if len(key) > 20 else _NEAR)) if key else -1
        if here < 0:
            yield len(key), 0, ""
            continue
        at = here + len(key)
        said = Counter(role for role in roles[here:at] if role)
        yield len(key), said.total(), said.most_common(1)[0][0] if said else ""


def slips(article: Mapping[str, Any], script: Script) -> Iterator[tuple[str, str]]:
    """(kind, what it is about) of every slip."""
    lines, labels = article["lines"], article["labels"]
    voiced = letters(" ".join(line.spoken for line in script.segments))
    in_run = False
    for line, label, (size, count, role) in zip(lines, labels, heard(lines, script), strict=True):
        aloud = count * 2 > size > 0
        if label in SILENT and aloud and not in_run:
            yield "furniture", line
        in_run = (aloud and label in SILENT) or (in_run and not (aloud and label != "X"))
        if label in STORY and size and not aloud and letters(line) not in voiced:
            yield "lost", line
        asked = role == "subhead" and line.rstrip().endswith("?")  # a question of an interview, heard as one
        if label in "PS" and aloud and not asked and (label == "P") != (role in TEXT_ROLES):
            yield "role", line
    if "H" in labels and letters(script.article.headline) not in headlines(lines, labels):
        yield "headline", str(script.article.headline)
    got, want = ({letters(name) for name in names} for names in (script.article.bylines, article["bylines"]))
    signed = letters(" ".join(line for line, label in zip(lines, labels, strict=True) if label in "BX"))
    if got != want and (want or not all(name in signed for name in got)):
        yield "byline", ", ".join(script.article.bylines)


def headlines(lines: Sequence[str], labels: str) -> set[str]:
    """The letters of every run of the headline's lines."""
    runs = [match.span() for match in re.finditer("H+", labels)]
    return {letters(" ".join(lines[i:j])) for a, b in runs for i in range(a, b) for j in range(i + 1, b + 1)}


def speaker(quotation: Mapping[str, Any], lines: Sequence[str], script: Script) -> tuple[bool, str | None]:
    """Whether the quotation stands in the source, and who says most of it."""
    line = script.source.find(lines[quotation["line"]])
    start = script.source.find(quotation["text"], max(line, 0))
    end = start + len(quotation["text"])
    said: Counter[str | None] = Counter()
    for part in script.segments if start >= 0 else ():
        inside = script.source[max(part.start, start) : min(part.end, end)]
        if any(map(str.isalpha, inside)):
            said[part.speaker.name if part.speaker else None] += len(inside)
    return start >= 0, said.most_common(1)[0][0] if said else None


def are_one(got: str | None, want: str) -> bool:
    """Whether two names are one person's, as far as names tell."""
    a, b = (
        [word for word in re.findall(r"\w+", name.casefold()) if word not in _ARTICLES] for name in (got or "", want)
    )
    within = "".join(a) in "".join(b) or "".join(b) in "".join(a)
    return bool(a and b) and (a[-1] == b[-1] or len(set(a) & set(b)) > 1 or within)


def quotations(article: Mapping[str, Any], script: Script) -> Iterator[tuple[str, bool, str]]:
    """(how it is attributed, whether the voice is right, what it is about) of every quotation that has to be voiced."""
    least = TextSettings().partial_quote_words
    for quotation in article["quotes"]:
        found, got = speaker(quotation, article["lines"], script)
        want: str | None = quotation["speaker"]
        short = quotation["partial"] and len(quotation["text"].split()) < least
        if found and not (want and short and got is None):
            right = got is None if want is None else are_one(got, want)
            yield quotation["by"] if want else "nobody's", right, f"{quotation['text'][:60]} | {want} | {got}"


def score(path: Path, *, show: bool) -> list[object]:
    """One row of the table."""
    count: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        script = make_script(read_article("\n\n".join(article["lines"]), media_type="text/plain"))
        style, marked = article["style"], zip(article["lines"], article["labels"], strict=True)
        count[f"{style} words"] += sum(len(text.split()) for text, label in marked if label in WORDS)
        for kind, about in slips(article, script):
            count[f"{style} slips"] += 1
            _ = show and print("#", article["id"], kind, repr(about[:120]))
        for by, right, about in quotations(article, script):
            count[f"{by} {right}"] += 1
            _ = show and not right and print("#", article["id"], "voice", by, about)
    rates = [1000 * count[f"{style} slips"] / max(count[f"{style} words"], 1) for style in ("clean", "pasted")]
    every = 1000 * (count["clean slips"] + count["pasted slips"]) / (count["clean words"] + count["pasted words"])
    spoken = [sum(count[f"{by} {right}"] for by in ("name", "pronoun", "none")) for right in (True, False)]
    shares = [(count[f"{by} True"], count[f"{by} False"]) for by in ("pronoun", "nobody's")]
    said = [f"{a / max(a + b, 1):.3f} of {a + b}" for a, b in [tuple(spoken), *shares]]
    return [f"{path.parent.name}/{path.stem}", *(f"{rate:.2f}" for rate in (every, *rates)), *said]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", type=Path, nargs="*", default=sorted(ROUNDS.glob("*/*.jsonl")))
    options.add_argument("--show", action="store_true", help="every slip and wrong voice, of files that have been read")
    given = options.parse_args()
    rows = [score(path, show=given.show and path.resolve().parent.name != "unread") for path in given.files]
    heads = ["round", "slips in 1,000 words", "clean", "pasted", "right voice", "behind pronouns", "nobody's stay so"]
    print_table("Articles nobody had read", heads, rows)


if __name__ == "__main__":
    main()
