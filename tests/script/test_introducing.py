"""With `introduce` the listener hears who speaks before the voice begins, once."""

from __future__ import annotations

from pathlib import Path

from audioedition import read_article
from audioedition.project import load_project
from audioedition.script.making import make_script

TEXT = """Bridge closes

The old bridge will stay closed for the winter.

“It is rusty,” said Ann Holt, a trader.

“Nobody asked us,” Holt said. “Not once.”

“It is old,” said Tom Hale, who was on the quay. “We know,” a man said.
"""


def heard(root: Path, introduce: str) -> list[str]:
    (root / "edition.toml").write_text(f"[text]\nintroduce = {introduce}\n", encoding="utf-8")
    script = make_script(read_article(TEXT, media_type="text/plain"), load_project(root))
    return [f"{line.role}: {line.shown}" for line in script.segments]


def test_the_narrator_says_who_speaks_and_does_not_repeat_it(tmp_path: Path) -> None:
    assert heard(tmp_path, "true")[2:] == [
        "body: [Ann Holt, a trader:]",
        "quote: “It is rusty,”",
        "quote: “Nobody asked us,”",
        "body: Holt said.",
        "quote: “Not once.”",
        "body: [Tom Hale, who was on the quay:]",
        "quote: “It is old,”",
        "quote: “We know,”",
        "body: a man said.",
    ]


def test_it_is_off_unless_asked_for(tmp_path: Path) -> None:
    assert not any("[" in line for line in heard(tmp_path, "false"))
