"""A paper's first days, as its folder and its listeners' players see them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import podcastparser
import pytest

from audioedition.build.edition import Result, build, find, plan
from audioedition.build.progress import Event, Quiet
from audioedition.errors import AudioEditionError
from audioedition.machine.files import TEMPORARY
from audioedition.project import load_project
from edition_files import LINK, assert_whole, tone_project

MONDAY = datetime(2026, 11, 23, 6, tzinfo=UTC)
Build = Callable[..., Result]
NOUNS = ("ferry", "swan", "lighthouse", "storm", "school", "bakery", "choir", "harbour", "library")


def story(noun: str, when: str = "Thursday") -> str:
    """A story about one thing, in words of its own."""
    other = NOUNS[(NOUNS.index(noun) + 1) % len(NOUNS)]
    return (
        f"The {noun} opens\n\nBy Ida Holm\n\nThe {noun} of Gull Island opens on {when}, two {noun} keepers said.\n\n"
        f"Whoever has a {noun} ticket may leave the {other} to its {noun} friends, for {noun} and {other} never met."
    )


ANOTHER = (
    "Nobody had asked for it, yet forty voices were heard on the quay last night. They began with a hymn.\n\n"
    "Later came songs about herring, rain and the price of rope, until the moon went down behind the old customs house."
)


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIOEDITION_CACHE", str(tmp_path / "cache"))
    texts = {f"{n}.txt": story(noun) for n, noun in ((10, "lighthouse"), (1, "ferry"), (2, "swan"))}
    return tone_project(tmp_path / "paper", texts, "[build]\njobs = 1\n")


@pytest.fixture
def make(paper: Path) -> Build:
    def run(now: datetime) -> Result:
        project = load_project(paper)
        return build(project, find(project, []), Quiet(), now=now)

    return run


def feed(paper: Path) -> list[dict[str, object]]:
    """The episodes as a player reads them, newest first by their times: AntennaPod sorts so, and tells them apart by
    GUID, and by title and day."""
    parsed = podcastparser.parse(LINK + "feed.xml", BytesIO((paper / "output" / "feed.xml").read_bytes()))
    found = sorted(parsed["episodes"], key=lambda e: e["published"], reverse=True)
    assert len({e["published"] for e in found}) == len({e["guid"] for e in found}) == len(found)
    assert len({(e["title"], e["published"] // 86_400) for e in found}) == len(found)
    return found


def titles(paper: Path) -> list[str]:
    return [str(e["title"]).removeprefix("The ").removesuffix(" opens") for e in feed(paper)]


def edition(paper: Path, day: str) -> list[str]:
    """The stories of the edition file of a day."""
    chapters = json.loads((paper / "output" / "chapters" / f"edition-{day}.json").read_text())["chapters"]
    return [c["title"].removeprefix("The ").removesuffix(" opens") for c in chapters if "opens" in c["title"]]


def write(paper: Path, name: str, text: str) -> None:
    (paper / "seeds" / name).write_text(text, encoding="utf-8")


def order(paper: Path, now: datetime = MONDAY) -> list[str]:
    """The running order that `plan` shows."""
    project = load_project(paper)
    steps = [step for step in plan(project, find(project, []), now=now) if step.place]
    return [step.article for step in sorted(steps, key=lambda step: step.place or 0)]


def test_what_comes_in_on_the_same_day_is_planned_among_its_stories(paper: Path, make: Build) -> None:
    make(MONDAY)
    write(paper, "3.txt", story("storm"))
    later = MONDAY + timedelta(hours=3)
    assert order(paper, later) == ["1.txt", "2.txt", "3.txt", "10.txt"]
    make(later)
    assert edition(paper, "2026-11-23-r2") == ["ferry", "swan", "storm", "lighthouse"]


def test_three_days(paper: Path, make: Build) -> None:
    assert order(paper) == ["1.txt", "2.txt", "10.txt"]
    assert not make(MONDAY).failed
    assert titles(paper) == edition(paper, "2026-11-23") == ["ferry", "swan", "lighthouse"]
    first = {e["title"]: e for e in feed(paper)}

    write(paper, "2.txt", story("swan", "Friday"))
    for number, noun in enumerate(("storm", "school", "bakery", "choir"), 11):
        write(paper, f"{number}.txt", story(noun))
    assert order(paper, MONDAY + timedelta(days=1)) == ["11.txt", "12.txt", "13.txt", "14.txt"]
    make(MONDAY + timedelta(days=1))
    assert edition(paper, "2026-11-24") == ["storm", "school", "bakery", "choir"]
    assert edition(paper, "2026-11-23") == ["ferry", "swan", "lighthouse"]
    assert titles(paper) == ["storm", "school", "bakery", "choir", "ferry", "swan", "lighthouse"]
    second = {e["title"]: e for e in feed(paper)}
    for title, then in first.items():
        now = second[title]
        assert (now["guid"], now["published"]) == (then["guid"], then["published"])
        assert (now["enclosures"] != then["enclosures"]) == ("swan" in title)
    assert "Updated 2026-11-24" in second["The swan opens"]["description"]
    old = first["The swan opens"]["enclosures"][0]["url"].removeprefix(LINK)
    assert (paper / "output" / old).is_file()

    (paper / "seeds" / "12.txt").unlink()
    make(MONDAY + timedelta(days=2))
    assert titles(paper) == ["storm", "bakery", "choir", "ferry", "swan", "lighthouse"]
    assert not list((paper / "output").rglob("*school*"))
    assert not (paper / "output" / "edition-2026-11-24.mp3").exists()
    assert (paper / "output" / "edition-2026-11-24-r2.mp3").is_file()
    assert (paper / "output" / old).is_file()
    make(MONDAY + timedelta(days=8, hours=1))
    assert not (paper / "output" / old).exists()
    assert assert_whole(paper / "output") == 6


def test_a_story_of_a_later_date_that_comes_in_the_same_day(paper: Path, make: Build) -> None:
    for number, date in ((1, "November 20"), (2, "November 21")):
        write(paper, f"{number}.txt", f"The {NOUNS[number]} opens\n\n{date}, 2026\n\n{ANOTHER} Number {number}.")
    (paper / "seeds" / "10.txt").unlink()
    make(MONDAY)
    assert edition(paper, "2026-11-21") == ["swan", "lighthouse"]
    write(paper, "3.txt", story("storm"))
    for hours in (2, 3):
        make(MONDAY + timedelta(hours=hours))
    assert edition(paper, "2026-11-23") == ["swan", "lighthouse", "storm"]
    parsed = podcastparser.parse(LINK + "editions.xml", BytesIO((paper / "output" / "editions.xml").read_bytes()))
    assert len(parsed["episodes"]) == 1, "Monday's paper came once"
    assert (paper / "output" / "edition-2026-11-21.mp3").is_file(), "for whoever has the feed of the morning"


def test_a_published_name_never_gets_other_bytes(paper: Path, make: Build) -> None:
    seen: dict[str, bytes] = {}

    def look() -> None:
        for path in [*paper.glob("output/edition*.mp3"), *paper.glob("output/episodes/*")]:
            data = path.read_bytes()
            assert seen.setdefault(path.name, data) == data, path.name

    for day, text in enumerate((story("swan"), None, story("swan", "Friday"), story("swan"), None, story("swan"))):
        if text:
            write(paper, "2.txt", text)
        else:
            (paper / "seeds" / "2.txt").unlink()
        make(MONDAY + timedelta(hours=day))
        look()
    names = sorted(path.name for path in paper.glob("output/episodes/*swan*"))
    assert names[-1].endswith("-r4.mp3") or len(names) <= 4


def test_the_same_bytes_keep_their_name(paper: Path, make: Build) -> None:
    make(MONDAY)
    before = sorted(p.name for p in paper.glob("output/episodes/*"))
    (paper / "output" / ".audioedition" / "ledger.sqlite").write_bytes(b"damaged" * 1000)
    make(MONDAY + timedelta(hours=1))
    assert sorted(p.name for p in paper.glob("output/episodes/*")) == before


def test_a_folder_that_is_emptied_every_day(paper: Path, make: Build) -> None:
    make(MONDAY)
    for path in (paper / "seeds").iterdir():
        path.unlink()
    write(paper, "1.txt", f"The storm opens\n\n{ANOTHER}")
    write(paper, "3.txt", story("school"))
    result = make(MONDAY + timedelta(days=1))
    assert {s.article: s.action for s in result.steps if s.action == "removed"} == {}
    assert edition(paper, "2026-11-24") == ["storm", "school"]
    assert titles(paper) == ["storm", "school", "ferry", "swan", "lighthouse"]
    make(MONDAY + timedelta(days=1, hours=1))
    assert titles(paper) == ["storm", "school", "ferry", "swan", "lighthouse"]


def test_a_file_name_that_is_used_again_holds_a_new_story(paper: Path, make: Build) -> None:
    make(MONDAY)
    guid = {e["title"]: e["guid"] for e in feed(paper)}["The ferry opens"]
    write(paper, "1.txt", f"The choir opens\n\n{ANOTHER}")
    result = make(MONDAY + timedelta(days=7))
    (step,) = [s for s in result.steps if s.article == "1.txt"]
    assert step.action == "new"
    assert "another story" in step.reason
    by_title = {e["title"]: e["guid"] for e in feed(paper)}
    assert by_title["The ferry opens"] == guid
    assert by_title["The choir opens"] != guid
    assert edition(paper, "2026-11-30") == ["choir"]


def test_the_paper_s_own_order(paper: Path, make: Build) -> None:
    write(paper, "z.md", f"---\norder: 1\n---\n# The storm opens\n\n{story('storm')}")
    write(paper, "a.md", f"---\norder: 2\n---\n# The choir opens\n\n{story('choir')}")
    assert order(paper) == ["z.md", "a.md", "1.txt", "2.txt", "10.txt"]
    make(MONDAY)
    assert titles(paper)[:2] == edition(paper, "2026-11-23")[:2] == ["storm", "choir"]


def test_a_draft_withdraws_its_story(paper: Path, make: Build) -> None:
    write(paper, "a.md", f"# The storm opens\n\n{story('storm')}")
    make(MONDAY)
    write(paper, "a.md", f"---\ndraft: true\n---\n# The storm opens\n\n{story('storm')}")
    make(MONDAY + timedelta(days=1))
    assert titles(paper) == ["ferry", "swan", "lighthouse"]
    assert not list((paper / "output").rglob("*storm*"))


def test_bulletins_of_one_title_are_told_apart(paper: Path, make: Build) -> None:
    for hour, noun in (("08", "storm"), ("12", "choir")):
        text = story(noun).replace(f"The {noun} opens", "News at a glance", 1)
        write(paper, f"b{hour}.md", f"---\ndate: 2026-11-23T{hour}:00\n---\n{text}")
    make(MONDAY)
    assert [t for t in titles(paper) if "glance" in t] == ["News at a glance (2)", "News at a glance"]


def test_what_fails_is_not_passed_over_in_silence(paper: Path, make: Build) -> None:
    write(paper, "11.json", '{"uri": "a", "headline":')
    assert make(MONDAY).failed
    items = podcastparser.parse(LINK, BytesIO((paper / "output" / "editions.xml").read_bytes()))["episodes"]
    assert "1 story could not be made." in items[0]["description"]
    (paper / "seeds" / "11.json").unlink()
    make(MONDAY + timedelta(hours=1))
    items = podcastparser.parse(LINK, BytesIO((paper / "output" / "editions.xml").read_bytes()))["episodes"]
    assert "could not" not in items[0]["description"]


class _Watching(Quiet):
    """Looks at the published folder whenever a build says something."""

    def __init__(self, look: Callable[[], None]):
        super().__init__()
        self._look = look

    def __call__(self, event: Event) -> None:
        self._look()


def test_nothing_unfinished_ever_lies_in_the_published_folder(paper: Path) -> None:
    """A web server shows what lies there, at every moment."""
    project, looks = load_project(paper), 0

    def look() -> None:
        nonlocal looks
        looks += 1
        shown = [path.relative_to(paper / "output") for path in (paper / "output").rglob("*") if path.is_file()]
        assert not [path for path in shown if TEMPORARY in path.name and ".audioedition" not in path.parts]

    for day in range(2):
        build(project, find(project, []), _Watching(look), now=MONDAY + timedelta(days=day))
        write(paper, "2.txt", story("swan", "Friday"))
    assert looks > 6


def test_an_output_folder_that_is_taken_away_during_a_build_is_said(paper: Path, make: Build) -> None:
    make(MONDAY)
    write(paper, "2.txt", story("swan", "Friday"))
    project = load_project(paper)
    take = _Watching(lambda: shutil.rmtree(paper / "output", ignore_errors=True))
    with pytest.raises(AudioEditionError) as said:
        build(project, find(project, []), take, now=MONDAY + timedelta(hours=1))
    assert "output" in str(said.value)
    shutil.rmtree(paper / "output", ignore_errors=True)
    assert not make(MONDAY + timedelta(hours=2)).failed
    assert_whole(paper / "output")
