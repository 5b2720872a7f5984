"""What is made again and what is not; and that it does not matter how it came about."""

from __future__ import annotations

import json
from pathlib import Path

import mutagen
import pytest

from edition_files import assert_whole, contents, run, tone_project

STORY = """Ferry runs again after storm

By Ida Holm

2 March 2025

PORT ELLERY — The ferry to Gull Island ran on Monday for the first time in a week.

“I have never been so glad to be seasick,” said Tom Barrow, 41, who had missed his own wedding.

The company said every ticket would be honoured. The next storm is expected on Thursday.
"""
OTHER = """Council buys one more swan

By Per Lind

3 March 2025

The town council agreed on Monday, by a vote of 7 to 4, to buy a swan.

“One was lonely,” said the mayor, Ruth Abel.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two stories, built once; tests that change it work on a copy."""
    project = tone_project(tmp_path_factory.mktemp("edition") / "paper", {"a.txt": STORY, "b.txt": OTHER})
    assert run(project, "build").returncode == 0
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    import shutil

    return shutil.copytree(built, tmp_path / "paper")


def actions(project: Path, command: str = "build", *arguments: str) -> dict[str, str]:
    """Article -> what was done (or planned)."""
    done = run(project, command, "--json", *arguments)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return {step["article"]: step["action"] for step in (found["articles"] if command == "build" else found)}


def spoken(project: Path, name: str = "a.txt") -> int:
    """How many utterances a build would have to speak for one article."""
    steps = json.loads(run(project, "plan", "--json").stdout)
    return next(step["to_speak"] for step in steps if step["article"] == name)


def test_everything_is_whole(built: Path) -> None:
    assert assert_whole(built / "output") == 2
    assert len(list((built / "output" / "episodes").glob("*.mp3"))) == 2
    assert len(list((built / "output").glob("edition-2025-03-03.mp3"))) == 1


def test_unchanged_is_reused_and_nothing_is_written(project: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in (project / "output").rglob("*.*") if ".audioedition" not in p.parts}
    assert actions(project) == {"a.txt": "reused", "b.txt": "reused"}
    after = {p: p.stat().st_mtime_ns for p in (project / "output").rglob("*.*") if ".audioedition" not in p.parts}
    assert after == before


def test_plan_says_what_build_does_and_touches_nothing(project: Path) -> None:
    (project / "seeds" / "c.txt").write_text(OTHER.replace("swan", "goose"), encoding="utf-8")
    (project / "seeds" / "b.txt").unlink()
    before = contents(project / "output")
    planned = actions(project, "plan")
    assert planned == {"a.txt": "reused", "b.txt": "removed", "c.txt": "new"}
    assert contents(project / "output") == before
    assert actions(project) == planned
    assert assert_whole(project / "output") == 2


def test_one_corrected_sentence_speaks_one_utterance(project: Path) -> None:
    path = project / "seeds" / "a.txt"
    path.write_text(STORY.replace("Thursday", "Friday"), encoding="utf-8")
    assert spoken(project) == 1
    assert actions(project)["a.txt"] == "rebuild"
    assert assert_whole(project / "output") == 2


def test_moving_a_paragraph_speaks_nothing(project: Path) -> None:
    path = project / "seeds" / "a.txt"
    *start, quote, end = STORY.strip().split("\n\n")
    path.write_text("\n\n".join([*start, end, quote]) + "\n", encoding="utf-8")
    assert spoken(project) == 0
    assert actions(project)["a.txt"] == "re-mix"


def test_a_spelling_that_sounds_the_same_costs_no_encoding(project: Path) -> None:
    path = project / "seeds" / "b.txt"
    path.write_text(OTHER.replace("7 to 4", "seven to four"), encoding="utf-8")
    assert actions(project)["b.txt"] == "re-tag"


def test_a_new_pause_is_a_new_mix(project: Path) -> None:
    sound = project / "audio" / "sound.toml"
    sound.write_text(sound.read_text() + "[pauses]\nparagraph = 900\n")
    assert set(actions(project).values()) == {"re-mix"}


def test_a_corrected_story_keeps_guid_and_date_and_gets_a_new_file(project: Path) -> None:
    def items() -> dict[str, tuple[str, str, str]]:
        found = json.loads((project / "output" / "feed.json").read_text(encoding="utf-8"))["items"]
        return {i["title"]: (i["id"], i["date_published"], i["attachments"][0]["url"]) for i in found}

    before = items()
    (project / "seeds" / "a.txt").write_text(STORY.replace("a week", "nine days"), encoding="utf-8")
    actions(project)
    title = "Ferry runs again after storm"
    assert items()[title][:2] == before[title][:2]
    assert items()[title][2] != before[title][2], "a published file is never replaced while a feed names it"
    assert items()["Council buys one more swan"] == before["Council buys one more swan"]


def test_a_file_named_itself_joins_the_edition(project: Path, tmp_path: Path) -> None:
    extra = tmp_path / "extra.txt"
    extra.write_text(OTHER.replace("swan", "heron"), encoding="utf-8")
    assert actions(project, "build", str(extra)) == {"extra.txt": "new"}
    assert assert_whole(project / "output") == 3
    assert actions(project) == {"a.txt": "reused", "b.txt": "reused"}
    assert assert_whole(project / "output") == 3


def test_standard_input_is_a_new_article_each_time(project: Path) -> None:
    for text in (STORY.replace("ferry", "tram"), STORY.replace("ferry", "coach")):
        done = run(project, "build", "-", stdin=text.encode())
        assert done.returncode == 0, done.stderr
    assert assert_whole(project / "output") == 4


def test_a_lost_file_is_made_again(project: Path) -> None:
    lost = next((project / "output" / "episodes").glob("*ferry*.mp3"))
    lost.unlink()
    assert actions(project)["a.txt"] == "re-mix"
    assert assert_whole(project / "output") == 2


def damage(project: Path) -> None:
    """Turn one bit of the sound of every clip."""
    for clip in (project / "cache" / "clips").rglob("*.clip"):
        data = bytearray(clip.read_bytes())
        data[-1] ^= 1
        clip.write_bytes(bytes(data))


def test_damaged_clips_are_noticed_and_made_again(project: Path) -> None:
    # No clip is common to the stories: else the one would find removed what the other had found damaged, or not yet.
    design = '[pauses]\nparagraph = %d\n[words]\ndisclose_in = "edition"\n[sounds]\nident = ""\nsting = ""\n'
    (project / "audio" / "sound.toml").write_text(design % 600)
    actions(project)  # now with an opening, a closing and a disclosure
    damage(project)
    (project / "audio" / "sound.toml").write_text(design % 700)
    assert actions(project) == {"a.txt": "re-mix", "b.txt": "re-mix"}
    assert run(project, "cache", "--verify").stderr.startswith("0 damaged")
    damage(project)
    assert run(project, "cache", "--verify").stderr[0] > "0"
    assert_whole(project / "output")


def test_one_worker_and_two_make_the_same_bytes(tmp_path: Path) -> None:
    outputs = []
    for jobs in ("1", "2"):
        project = tone_project(tmp_path / jobs, {"a.txt": STORY, "b.txt": OTHER})
        assert run(project, "build", "--jobs", jobs).returncode == 0
        outputs.append(contents(project / "output"))
    assert outputs[0] == outputs[1]


def test_the_edition_file_has_a_chapter_a_story_and_the_same_sound(built: Path) -> None:
    output = built / "output"
    whole = mutagen.File(output / "edition-2025-03-03.mp3")
    titles = [str(frame.sub_frames["TIT2"]) for frame in whole.tags.getall("CHAP")]
    assert titles == ["Ferry runs again after storm", "Council buys one more swan"]
    stories = sum(mutagen.File(p).info.length for p in (output / "episodes").glob("*.mp3"))
    assert whole.info.length == pytest.approx(stories, abs=6)


def test_what_episodes_say_after_their_story_is_not_in_the_edition(tmp_path: Path) -> None:
    """Whether it was depended on how two times were rounded: eight lengths meet both."""
    stories = {f"{n}.txt": f"Story {n}\n\n3 March 2025\n\nIt is {'very ' * n}late now.\n" for n in range(8)}
    project = tone_project(tmp_path / "paper", stories)
    (project / "audio" / "sound.toml").write_text('[words]\ndisclosure = "These are hums."\ndisclose_in = "episodes"\n')
    assert run(project, "build").returncode == 0
    told = project / "output" / "transcripts"
    assert all("These are hums." in path.read_text() for path in told.glob("2025-*.vtt"))
    assert "hums" not in (told / "edition-2025-03-03.vtt").read_text()


def test_an_audiobook_of_m4a_episodes(tmp_path: Path) -> None:
    project = tone_project(tmp_path / "paper", {"a.txt": STORY, "b.txt": OTHER}, '[files]\nformat = "m4b"\n')
    assert run(project, "build").returncode == 0
    output = project / "output"
    assert {p.suffix for p in output.glob("episodes/*")} == {".m4a"}
    assert mutagen.File(output / "edition-2025-03-03.m4b")["stik"] == [2]
    assert run(project, "check").returncode == 0
    before = contents(output)
    (project / "edition.toml").write_text((project / "edition.toml").read_text().replace("m4b", "m4a"))
    assert set(actions(project).values()) == {"reused"}, "the sound is the same"
    after = contents(output)
    assert b"m4b" not in (output / "editions.xml").read_bytes()
    assert after["edition-2025-03-03.m4b"] == before["edition-2025-03-03.m4b"], "for whoever has yesterday's feed"
    assert all(after[n] == before[n] for n in before if n.startswith("episodes/"))


def test_editions_by_section(tmp_path: Path) -> None:
    project = tone_project(tmp_path / "paper", {"a.txt": STORY}, 'by = "section"\n')
    (project / "seeds" / "sport").mkdir()
    (project / "seeds" / "sport" / "b.txt").write_text(OTHER, encoding="utf-8")
    assert run(project, "build").returncode == 0
    names = {p.name for p in (project / "output").glob("*.mp3")}
    assert len(names) == 2
    assert any("sport" in name for name in names)
    assert (project / "output" / "feed-sport.xml").is_file()


def test_a_renamed_file_is_the_same_story_and_costs_nothing(project: Path) -> None:
    before = contents(project / "output")
    (project / "seeds" / "a.txt").rename(project / "seeds" / "another.txt")
    for command in ("plan", "build"):
        assert actions(project, command) == {"another.txt": "reused", "b.txt": "reused"}
    assert contents(project / "output") == before


def test_two_copies_of_a_renamed_file_are_one_story(project: Path) -> None:
    (project / "seeds" / "a.txt").rename(project / "seeds" / "ferry.txt")
    (project / "seeds" / "ferry-copy.txt").write_bytes((project / "seeds" / "ferry.txt").read_bytes())
    planned = {"ferry-copy.txt": "copy", "ferry.txt": "reused", "b.txt": "reused"}
    assert actions(project, "plan") == planned
    assert actions(project) == planned


def test_a_new_headline_and_a_new_file_name_at_once(project: Path) -> None:
    def guids() -> set[str]:
        return {i["id"] for i in json.loads((project / "output" / "feed.json").read_text(encoding="utf-8"))["items"]}

    before = guids()
    (project / "seeds" / "a.txt").unlink()
    (project / "seeds" / "c.txt").write_text(STORY.replace("Ferry runs again", "Ferry sails again"), encoding="utf-8")
    assert actions(project, "plan") == {"c.txt": "rebuild", "b.txt": "reused"}
    assert actions(project) == {"c.txt": "rebuild", "b.txt": "reused"}
    assert guids() == before


def test_entries_of_a_feed_keep_their_guids_whatever_their_titles_and_order(project: Path) -> None:
    def entries(*stories: tuple[str, str, str]) -> dict[str, str]:
        items = "".join(f"<item><title>{t}</title>{g}<description>{d}</description></item>" for g, t, d in stories)
        feed = f'<rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'
        (project / "seeds" / "wire.xml").write_text(feed, encoding="utf-8")
        planned = actions(project, "plan")
        assert actions(project) == planned
        shown = json.loads((project / "output" / "feed.json").read_text(encoding="utf-8"))["items"]
        return {i["title"]: i["id"] for i in shown if not i["id"].startswith("urn:uuid") or i["title"].startswith("*")}

    body = "The wire brought nothing but rain. " * 7
    first = ("<guid>w1</guid>", "Briefing", "It rained on Monday.")
    rain = entries(first, ("", "*Rain", body))["*Rain"]
    newer = ("<guid>w2</guid>", "Briefing", "It snowed on Tuesday.")
    corrected = ("<guid>w1</guid>", "Monday’s briefing", "It rained on Monday.")
    found = entries(newer, corrected, ("", "*More rain", body))
    assert found == {"Briefing (2)": "w2", "Monday’s briefing": "w1", "*More rain": rain}


def test_a_name_that_a_feed_has_had_is_not_used_again(project: Path) -> None:
    names = set()
    for number in range(4):
        (project / "seeds" / "a.txt").write_text(STORY.replace("a week", f"{number} weeks"), encoding="utf-8")
        actions(project)
        names.update(p.name for p in (project / "output" / "episodes").glob("*ferry*"))
    assert names == {f"2025-03-02-ferry-runs-again-after-storm{r}.mp3" for r in ("", "-r2", "-r3", "-r4", "-r5")}


@pytest.mark.parametrize("folder", ["transcripts", "chapters"])
def test_lost_transcripts_and_chapters_are_made_again(project: Path, folder: str) -> None:
    before = len(list((project / "output" / folder).iterdir()))
    for path in (project / "output" / folder).iterdir():
        path.unlink()
    for command in ("plan", "build"):
        assert actions(project, command) == {"a.txt": "re-tag", "b.txt": "re-tag"}
    assert len(list((project / "output" / folder).iterdir())) == before
    assert set(actions(project).values()) == {"reused"}


def test_a_sentence_that_two_stories_share_is_one_utterance_to_speak(project: Path) -> None:
    for name, text in (("a.txt", STORY), ("b.txt", OTHER)):
        (project / "seeds" / name).write_text(text + "\nAll trains are late.\n", encoding="utf-8")
    planned = json.loads(run(project, "plan", "--json").stdout)
    assert [(s["action"], s["to_speak"]) for s in planned] == [("rebuild", 1), ("re-mix", 0)]
    built = json.loads(run(project, "build", "--json", "--jobs", "2").stdout)["articles"]
    for step in (*planned, *built):
        step.update(place=None, title="")  # which only `plan` says
    assert sorted(built, key=lambda s: str(s["article"])) == planned


def test_an_article_below_seeds_is_the_same_however_it_is_given(project: Path) -> None:
    (project / "seeds" / "sport").mkdir()
    story = project / "seeds" / "sport" / "swim.txt"
    story.write_text(OTHER.replace("swan", "pool"), encoding="utf-8")
    assert actions(project)["sport/swim.txt"] == "new"
    assert actions(project, "build", str(story)) == {"sport/swim.txt": "reused"}
    assert actions(project, "build", str(story.parent)) == {"sport/swim.txt": "reused"}
    story.write_text(OTHER.replace("swan", "court"), encoding="utf-8")
    assert actions(project, "build", str(story)) == {"sport/swim.txt": "rebuild"}
    story.unlink()
    assert actions(project)["sport/swim.txt"] == "removed"


def test_what_only_feeds_say_touches_no_sound_file(project: Path) -> None:
    settings = (project / "edition.toml").read_text(encoding="utf-8")
    more = 'description = "News of the harbour."\ncategory = "News"\ncopyright = "2025"\nby = "date"\n'
    (project / "edition.toml").write_text(settings + more, encoding="utf-8")
    assert actions(project) == {"a.txt": "reused", "b.txt": "reused"}
    assert "News of the harbour." in (project / "output" / "feed.xml").read_text(encoding="utf-8")
    (project / "edition.toml").write_text(settings.replace("Test Paper", "Best Paper"), encoding="utf-8")
    assert actions(project) == {"a.txt": "re-tag", "b.txt": "re-tag"}


def test_a_seeds_folder_with_another_name_still_loses_what_is_deleted(project: Path) -> None:
    (project / "seeds").rename(project / "news")
    settings = (project / "edition.toml").read_text(encoding="utf-8")
    (project / "edition.toml").write_text(settings + 'seeds = "news"\n', encoding="utf-8")
    assert actions(project) == {"a.txt": "reused", "b.txt": "reused"}
    (project / "news" / "a.txt").unlink()
    assert actions(project) == {"a.txt": "removed", "b.txt": "reused"}


def test_an_edition_file_of_an_earlier_day_stays(project: Path) -> None:
    (project / "seeds" / "c.txt").write_text(
        OTHER.replace("swan", "goose").replace("3 March", "9 March"), encoding="utf-8"
    )
    actions(project)
    names = {p.name for p in (project / "output").glob("edition-*.mp3")}
    assert names == {"edition-2025-03-03.mp3", "edition-2025-03-09.mp3"}


def test_an_output_folder_of_somebody_else_is_refused(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("mine")
    done = run(project, "build", "-o", folder)
    assert done.returncode == 2
    assert "index.html" in done.stderr
    assert (folder / "index.html").read_text() == "mine"
