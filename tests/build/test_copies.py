"""The same story twice in a folder: one is published, the other passed over and told, whatever comes on later days."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import podcastparser
import pytest

from audioedition.build.copies import in_turn
from audioedition.build.edition import Result, build, find, plan
from audioedition.build.ledger import Ledger
from audioedition.build.progress import Quiet
from audioedition.build.reviewing import Repeats
from audioedition.build.rows import COPIES, Copy
from audioedition.build.sketches import Sketched, sketch
from audioedition.episode.prepared import _letters
from audioedition.project import load_project
from audioedition.reading import Source
from edition_files import LINK, tone_project

MONDAY = datetime(2026, 11, 23, 6, tzinfo=UTC)
DAY = timedelta(days=1)
FERRY = """The ferry sails again

By Ida Holm

The co-operative's ferry to Gull Island sailed on Monday for the first time since the storm of 12 November.

It carried forty passengers, two goats and the post of nine days, which took 1.5 hours to sort on the quay.

"We had run out of flour and of patience," said Tom Barrow, who keeps the island's bakery with his sister.

The crossing costs 4.50 as before. The council pays the 12,000 that the repair has cost, from its reserve for storms.
"""
SWAN = """Council buys a swan

The council of Gull Island has bought a swan for the pond in the park, by a vote of seven to four, after a debate of
two hours in which a heron was proposed, seconded and voted down.

The bird arrives in spring with a keeper, a heated shed and a contract that runs for eleven years.
"""


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIOEDITION_CACHE", str(tmp_path / "cache"))
    return tone_project(tmp_path / "paper", {"ferry.txt": FERRY, "swan.txt": SWAN}, "[build]\njobs = 1\n")


@pytest.fixture
def make(paper: Path) -> Callable[..., Result]:
    def run(now: datetime = MONDAY) -> Result:
        """A build; `plan` has said what it does."""
        project = load_project(paper)
        planned = {step.article: step.action for step in plan(project, find(project, []), now=now)}
        result = build(project, find(project, []), Quiet(), now=now)
        assert not result.failed
        assert {step.article: step.action for step in result.steps} == planned
        return result

    return run


def actions(result: Result) -> dict[str, str]:
    return {step.article: step.action for step in result.steps}


def feed(paper: Path) -> dict[str, str]:
    """Title -> GUID of the episodes as a player reads them."""
    with (paper / "output" / "feed.xml").open("rb") as file:
        episodes = podcastparser.parse(LINK, file)["episodes"]
    assert len({e["guid"] for e in episodes}) == len(episodes)
    return {e["title"]: e["guid"] for e in episodes}


def pdf(lines: list[tuple[float, str]]) -> bytes:
    """A page with these lines, each so high above its foot."""
    text = "".join(f"BT /F1 10 Tf 72 {height} Td ({line}) Tj ET\n" for height, line in lines)
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Length {len(text)} >>\nstream\n{text}endstream",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
        "/Contents 4 0 R >>",
    )
    body = "".join(f"{n} 0 obj\n{one}\nendobj\n" for n, one in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Root 1 0 R /Size 6 >>\n%%EOF".encode()


def put(paper: Path, name: str, text: str) -> None:
    path = paper / "seeds" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_copies_are_passed_over_and_the_better_name_is_the_story(paper: Path, make: Callable[..., Result]) -> None:
    for name in ("ferry (1).txt", "Copy of ferry.txt", "archive/ferry.txt", "ferry - Kopie.txt"):
        put(paper, name, FERRY)
    page = FERRY.replace("co-operative", "cooperative").split("\n\n")
    put(paper, "ferry.html", "".join(f"<p>{paragraph}" for paragraph in page))
    result = make()
    told = actions(result)
    (made,) = (name for name in ("ferry.html", "ferry.txt") if told[name] == "new")
    assert {name for name, action in told.items() if action == "new"} == {made, "swan.txt"}
    assert {action for name, action in told.items() if name not in (made, "swan.txt")} == {"copy"}
    reasons = {step.reason for step in result.steps if step.action == "copy"}
    assert reasons == {f"the same story as {made}, passed over: one of the two can be removed"}
    assert len(feed(paper)) == 2
    assert "5 copies" in result.summary()


def test_the_days_of_a_copy(paper: Path, make: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    make()
    first = feed(paper)
    put(paper, "archive/ferry.txt", FERRY)
    assert actions(make(MONDAY + DAY))["archive/ferry.txt"] == "copy"
    assert feed(paper) == first
    with monkeypatch.context() as patched:  # nothing has changed: it is not read again, and still told
        patched.setattr("audioedition.build.edition._hired", None)
        patched.setattr("audioedition.episode.preparing.prepare", None)
        assert actions(make(MONDAY + DAY + timedelta(hours=1)))["archive/ferry.txt"] == "copy"

    put(paper, "ferry.txt", FERRY.replace("forty passengers", "fifty passengers"))
    told = actions(make(MONDAY + 2 * DAY))
    assert (told["ferry.txt"], told["archive/ferry.txt"]) == ("rebuild", "copy"), "an old version now"
    assert feed(paper) == first
    put(paper, "ferry.txt", FERRY)
    make(MONDAY + 3 * DAY)

    (paper / "seeds" / "ferry.txt").unlink()
    (step,) = [s for s in make(MONDAY + 4 * DAY).steps if s.article == "archive/ferry.txt"]
    assert step.action == "reused"
    assert "its name was ferry.txt" in step.reason
    assert feed(paper) == first, "the episode keeps its name and its GUID"
    (paper / "seeds" / "archive" / "ferry.txt").unlink()
    make(MONDAY + 5 * DAY)
    assert list(feed(paper)) == ["Council buys a swan"]


def test_a_copy_of_what_gave_its_file_to_another_story(paper: Path, make: Callable[..., Result]) -> None:
    """`lead.txt` is written anew every day, and yesterday's lies in the archive."""
    make()
    guid = feed(paper)["The ferry sails again"]
    put(paper, "archive/old.txt", FERRY)
    put(paper, "ferry.txt", SWAN.replace("swan", "walrus").replace("bird", "beast"))
    for day in (1, 2, 3):
        make(MONDAY + day * DAY)
        assert feed(paper)["The ferry sails again"] == guid
        assert len(feed(paper)) == 3
    (paper / "seeds" / "archive" / "old.txt").unlink()
    make(MONDAY + 4 * DAY)
    assert "The ferry sails again" not in feed(paper)


def test_a_file_that_becomes_a_copy_leaves_its_own_story_published(paper: Path, make: Callable[..., Result]) -> None:
    make()
    first = feed(paper)
    put(paper, "swan.txt", FERRY)
    for day in (1, 2):
        assert actions(make(MONDAY + day * DAY))["swan.txt"] == "copy"
        assert feed(paper) == first


def test_a_draft_is_not_published_by_its_copy(paper: Path, make: Callable[..., Result]) -> None:
    for name in ("a.md", "b.md"):
        put(paper, name, f"# {SWAN.replace('swan', 'walrus').replace('heron', 'seal')}")
    make()
    put(paper, "a.md", f"---\ndraft: true\n---\n# {SWAN}")
    for day in (1, 2):
        make(MONDAY + day * DAY)
        assert "Council buys a walrus" not in feed(paper)


def test_a_correction_beside_the_old_version_is_told_and_made(paper: Path, make: Callable[..., Result]) -> None:
    make()
    put(paper, "ferry v2.txt", FERRY.replace("1.5 hours", "15 hours"))
    (step,) = [s for s in make(MONDAY + DAY).steps if s.article == "ferry v2.txt"]
    assert step.action == "new"
    assert step.misfits == ("says nearly the same as ferry.txt: if one of them is out of date, remove it",)
    (paper / "seeds" / "ferry.txt").unlink()
    make(MONDAY + DAY + timedelta(hours=1))
    assert len(feed(paper)) == 2


def test_a_story_that_is_renamed_and_corrected_at_once_stays_it(paper: Path, make: Callable[..., Result]) -> None:
    make()
    first = feed(paper)
    (paper / "seeds" / "ferry.txt").unlink()
    put(paper, "ferry FINAL.txt", FERRY.replace("forty", "fifty"))
    (step,) = [s for s in make(MONDAY + DAY).steps if s.article == "ferry FINAL.txt"]
    assert (step.action, "its name was ferry.txt" in step.reason) == ("rebuild", True)
    assert feed(paper) == first


def test_tomorrow_s_of_the_same_form_is_another(paper: Path, make: Callable[..., Result]) -> None:
    rows = " ".join(f"At pier {n} the water is high at {n}.30 on both sides." for n in range(9))
    form = f"Tides at Wexle\n\nOn {{0}} the moon is full. {rows}"
    put(paper, "tides-24.txt", form.format("Tuesday"))
    make()
    (paper / "seeds" / "tides-24.txt").unlink()
    put(paper, "tides-25.txt", form.format("Wednesday"))
    assert actions(make(MONDAY + DAY)) == {
        "tides-25.txt": "new", "tides-24.txt": "removed", "ferry.txt": "reused", "swan.txt": "reused"
    }  # fmt: skip


def test_the_running_order_where_a_file_is_used_again_and_its_story_lies_in_the_archive(
    paper: Path, make: Callable[..., Result]
) -> None:
    make()
    put(paper, "archive/ferry.txt", FERRY)
    put(paper, "ferry.txt", SWAN.replace("swan", "walrus").replace("bird", "beast"))
    project = load_project(paper)
    steps = plan(project, find(project, []), now=MONDAY + DAY)
    assert {step.article: step.place for step in steps if step.place} == {"ferry.txt": 1}


def test_a_pdf_is_made_of_the_document_beside_it(paper: Path, make: Callable[..., Result]) -> None:
    """Though its pages have heads and feet; one of another name may be anything, and is told."""
    lines = [(740.0 - 14 * n, line) for n, line in enumerate(SWAN.replace("\n\n", "\n").splitlines())]
    printed = pdf([(770.0, "Gull Island Gazette"), *lines, (30.0, "Printed by the Gazette, Quay Street")])
    (paper / "seeds" / "swan.pdf").write_bytes(printed)
    assert actions(make()) == {"ferry.txt": "new", "swan.txt": "new", "swan.pdf": "copy"}
    (paper / "seeds" / "swan.pdf").rename(paper / "seeds" / "bird.pdf")
    (step,) = [s for s in make(MONDAY + DAY).steps if s.article == "bird.pdf"]
    assert (step.action, "says nearly the same as swan.txt" in str(step.misfits)) == ("new", True)


def test_what_is_repeated_on_purpose_has_a_date_of_its_own(paper: Path, make: Callable[..., Result]) -> None:
    for week in (16, 23):
        put(paper, f"bins-{week}.md", f"---\ndate: 2026-11-{week}\n---\n# {SWAN.replace('swan', 'bin')}")
    told = actions(make())
    assert (told["bins-16.md"], told["bins-23.md"]) == ("new", "new")


def test_two_that_are_published_already_stay(paper: Path, make: Callable[..., Result]) -> None:
    """As an earlier version left them."""
    put(paper, "again.txt", FERRY.replace("forty", "fifty"))
    make()
    first = feed(paper)
    put(paper, "again.txt", FERRY)
    (step,) = [s for s in make(MONDAY + DAY).steps if s.article == "again.txt"]
    assert step.misfits == ("says the same as ferry.txt, and both are published: remove one of them",)
    assert feed(paper) == first


def test_a_build_of_one_file_forgets_no_copy(paper: Path) -> None:
    put(paper, "copy.txt", FERRY)
    project = load_project(paper)
    build(project, find(project, []), Quiet(), now=MONDAY)
    build(project, find(project, [str(paper / "seeds" / "swan.txt")]), Quiet(), now=MONDAY)
    with Ledger(paper / "output" / ".audioedition" / "ledger.sqlite", readonly=True) as ledger:
        assert [copy.name for copy in ledger.copies()] == ["ferry.txt"]


def test_lines_of_copies_are_no_reason_to_leave_them_out(paper: Path) -> None:
    for name in ("ferry (1).txt", "ferry (2).txt"):
        put(paper, name, FERRY)
    for number in range(3):
        put(paper, f"ferry v{number}.txt", FERRY.replace("forty", str(40 + number)))
    project, repeats = load_project(paper), Repeats()
    plan(project, find(project, []), repeats)
    assert not repeats.lines()


def test_an_edited_copy_is_no_copy(paper: Path, make: Callable[..., Result]) -> None:
    put(paper, "other.txt", FERRY)
    assert actions(make())["other.txt"] == "copy"
    put(paper, "other.edits.toml", '[article]\ntitle = "The ferry, again"\n')
    assert actions(make(MONDAY + DAY))["other.txt"] == "new"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The co-operative’s ferry, at 1.5 knots", "The cooperative's\nferry — at 1.5 knots", True),
        ("East, 5, 3, 12.", "East 5 3 12", True),
        ("ﬁve ﬂags", "five flags", True),
        ("It cost 1.5 million", "It cost 15 million", False),
        ("It cost £5", "It cost $5", False),
        ("In 2026, 14 came", "In 202614 came", False),
        ("On 5/6 and 7", "On 56 and 7", False),
        ("by 5 %", "by 5", False),
    ],
)
def test_what_two_formats_have_in_common(one: str, other: str, same: bool) -> None:
    assert (_letters(one) == _letters(other)) is same


def test_the_turn_of_sources() -> None:
    names = ["Copy of b.txt", "a/b.txt", "b (2).txt", "b.docx", "b.pdf", "c.txt"]
    turn = in_turn([Source(name, path=name) for name in names])
    assert [s.name for s in turn] == ["b.docx", "c.txt", "Copy of b.txt", "b (2).txt", "b.pdf", "a/b.txt"]


def test_ten_thousand_stories_are_compared_in_a_moment() -> None:
    told = Sketched()
    texts = [f"Story {n} of the day. " + " ".join(f"w{n}x{k}" for k in range(70)) for n in range(2000)]
    for n, text in enumerate(texts):
        told.add(str(n), sketch(text))
    assert told.like(sketch(texts[7] + " More.")) == "7"
    assert told.like(sketch("quite another text " * 30)) == ""


@pytest.mark.parametrize("version", [2, 3])
def test_a_ledger_of_an_older_version_gets_the_table_of_copies(tmp_path: Path, version: int) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        row = ledger.assign("a.txt", "A", now=MONDAY)
    with contextlib.closing(sqlite3.connect(path)) as db:
        if version == 2:
            db.execute(f"DROP TABLE {COPIES.name}")
        db.execute("DROP INDEX article_body")
        db.execute("CREATE INDEX article_body ON article (substr(text_digest, 34)) WHERE removed IS NULL")
        db.execute(f"PRAGMA user_version = {version}")
    with Ledger(path, readonly=True) as ledger:
        assert (ledger.rows(), ledger.copies()) == ({"a.txt": row}, [])
    copy = Copy("b.txt", "a.txt", row.guid, "1", "2")
    with Ledger(path) as ledger:
        assert not ledger.restored
        ledger.remember_copies([copy])
    with Ledger(path) as ledger:
        assert (ledger.rows(), ledger.copies()) == ({"a.txt": row}, [copy])
