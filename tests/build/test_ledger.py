"""The memory of an output folder: identities that last, digests that say what is to be done."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioedition.build.episode_json import episode_from_json, episode_to_json
from audioedition.build.ledger import Ledger, lock
from audioedition.build.rows import State
from audioedition.errors import BuildLockedError, PublishingError
from audioedition.model import Chapter, Episode

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=2)


def done(ledger: Ledger, name: str, title: str = "Ferry runs", digest: str = "d1") -> Episode:
    row = ledger.row(name)
    assert row is not None
    episode = Episode(
        guid=row.guid,
        slug=row.slug,
        title=title,
        published=row.published,
        audio=f"episodes/{row.slug}.mp3",
        media_type="audio/mpeg",
        size=1000,
        duration_ms=5000,
        chapters=(Chapter(0, 5000, "Ferry", (Chapter(0, 100, "Deck"),)),),
    )
    ledger.record(name, episode, source_digest=digest, script_digest="s", recipe="r", tags_digest="t")
    return episode


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".audioedition" / "ledger.sqlite"


def test_an_article_keeps_guid_name_and_date_whatever_happens_to_it(path: Path) -> None:
    with Ledger(path) as ledger:
        first = ledger.assign("a.txt", "Ferry runs", now=NOON, text_digest="one")
        done(ledger, "a.txt")
    with Ledger(path) as ledger:
        again = ledger.assign("a.txt", "FERRY DOES NOT RUN", now=LATER, text_digest="two")
    assert (again.guid, again.slug, again.published) == (first.guid, first.slug, first.published)
    assert first.slug == "2026-11-22-ferry-runs"
    assert first.published == "2026-11-22T12:00:00+00:00"
    assert (first.updated, again.updated) == (None, "2026-11-24T12:00:00+00:00")


def test_the_article_s_own_date_wins_and_a_day_is_its_midnight(path: Path) -> None:
    with Ledger(path) as ledger:
        assert ledger.assign("a", "A", "2026-03-04", now=NOON).published == "2026-03-04T00:00:00+00:00"
        assert ledger.assign("b", "B", "2026-03-04T07:30:00-05:00", now=NOON).published == "2026-03-04T07:30:00-05:00"
        assert ledger.assign("a", "A", None, now=LATER).published == "2026-03-04T00:00:00+00:00"
        assert ledger.assign("a", "A", "2026-03-05", now=LATER).published == "2026-03-05T00:00:00+00:00"


def test_a_date_without_a_zone_is_in_the_edition_s(path: Path) -> None:
    with Ledger(path, zone=ZoneInfo("Asia/Tokyo")) as ledger:
        assert ledger.assign("a", "A", "2026-11-22T08:30", now=NOON).published == "2026-11-22T08:30:00+09:00"
        assert ledger.assign("b", "B", "2026-11-22T08:30Z", now=NOON).published == "2026-11-22T08:30:00+00:00"
    with Ledger(path) as ledger:
        assert ledger.assign("a", "A", "2026-11-22T08:30", now=LATER).published == "2026-11-22T08:30:00+09:00"


@pytest.mark.parametrize("date", ["", "yesterday", "2026-13-45", "0001-01-01T00:00:00+14:00", "9999-12-31", "\ud800"])
def test_a_date_that_is_none_is_as_good_as_none(path: Path, date: str) -> None:
    with Ledger(path) as ledger:
        assert ledger.assign("a", "A", date, now=NOON).published == "2026-11-22T12:00:00+00:00"
        assert ledger.assign("a", "A", date, now=LATER).published == "2026-11-22T12:00:00+00:00"


def test_words_that_change_before_the_first_episode_are_no_correction(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.assign("a", "A", now=NOON, text_digest="one")
        assert ledger.assign("a", "A", now=LATER, text_digest="two").updated is None
        done(ledger, "a")
        assert ledger.assign("a", "A", now=LATER, text_digest="two").updated is None
        assert ledger.assign("a", "A", now=LATER, text_digest="three").updated
        at = LATER + timedelta(hours=1)
        assert ledger.assign("a", "A", now=at, text_digest="three").updated == LATER.isoformat()


def test_a_removed_article_keeps_its_guid_and_name_reserved(path: Path) -> None:
    with Ledger(path) as ledger:
        first = ledger.assign("a.txt", "Ferry runs", "2026-11-22", now=NOON)
        episode = done(ledger, "a.txt")
        (gone,) = ledger.remove_missing({"b.txt"}, now=LATER)
        assert gone.episode == episode
        assert ledger.rows() == {}
        other = ledger.assign("b.txt", "Ferry runs", "2026-11-22", now=LATER)
        assert other.guid != first.guid
        assert (first.slug, other.slug) == ("2026-11-22-ferry-runs", "2026-11-22-ferry-runs-2")
        back = ledger.assign("a.txt", "Ferry runs", "2026-11-22", now=LATER)
        assert (back.guid, back.slug, back.removed, back.episode) == (first.guid, first.slug, None, None)


def test_a_renamed_file_is_the_same_article(path: Path) -> None:
    with Ledger(path) as ledger:
        first = ledger.assign("old.txt", "Ferry runs", now=NOON, text_digest="one")
        copy = ledger.assign("copy.txt", "Ferry runs", now=NOON, text_digest="one", present={"old.txt", "copy.txt"})
        assert copy.guid != first.guid
        moved = ledger.assign("new.txt", "Ferry runs", now=LATER, text_digest="one", present={"copy.txt", "new.txt"})
        assert replace(moved, name="old.txt") == first
        assert sorted(ledger.rows()) == ["copy.txt", "new.txt"]
        fresh = ledger.assign(
            "old.txt", "Other", now=LATER, text_digest="x", present={"copy.txt", "new.txt", "old.txt"}
        )
        assert fresh.guid not in (first.guid, copy.guid)


@pytest.mark.parametrize("then", ["1" * 32, f"{'1' * 32} {'b' * 32}"])
def test_a_renamed_file_is_known_by_its_words_whatever_else_was_kept_of_it(path: Path, then: str) -> None:
    """As an earlier version kept it, which took other digests of the body."""
    now = " ".join(("1" * 32, "c" * 32, "d" * 32))
    with Ledger(path) as ledger:
        first = ledger.assign("old.txt", "Ferry runs", now=NOON, text_digest=then)
        moved = ledger.assign("new.txt", "Ferry runs", now=LATER, text_digest=now, present={"new.txt"})
        assert moved.guid == first.guid
        other = ledger.assign("c.txt", "Ferry runs", now=LATER, text_digest="1" * 31, present={"c.txt"})
        assert other.guid != first.guid


@pytest.mark.parametrize(
    ("words", "date", "same"),
    [
        ("title2 " + "b" * 32, "2026-11-22", True),
        ("title2 " + "c" * 32, "2026-11-22", False),
        ("title2 " + "b" * 32, "2026-11-23", False),
        ("title2", "2026-11-22", False),
    ],
)
def test_a_new_title_and_a_new_file_name_at_once(path: Path, words: str, date: str, same: bool) -> None:
    with Ledger(path) as ledger:
        old = "1" * 32 + " " + "b" * 32
        first = ledger.assign("ferry-runs.txt", "Ferry runs", "2026-11-22", now=NOON, text_digest=old)
        words = words.replace("title2", "2" * 32)
        moved = ledger.assign("ferry-rests.txt", "Ferry rests", date, now=LATER, text_digest=words, present=set())
        assert (moved.guid == first.guid) == same
        assert (moved.slug == first.slug) == same


def test_an_article_that_is_given_by_itself_keeps_the_folder_it_was_found_in(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.assign("a", "A", now=NOON)
        episode = done(ledger, "a")
        for origin in ("../seeds", ""):
            digests = {"source_digest": "1", "script_digest": "1", "recipe": "", "tags_digest": ""}
            ledger.record("a", episode, **digests, origin=origin)
        assert ledger.rows()["a"].origin == "../seeds"


def test_words_that_come_back_after_a_while_are_a_new_article(path: Path) -> None:
    with Ledger(path) as ledger:
        monday = ledger.assign("monday.txt", "No news", now=NOON, text_digest="none", present={"monday.txt"})
        ledger.remove_missing(set(), now=NOON)
        tuesday = ledger.assign("tuesday.txt", "No news", now=LATER, text_digest="none", present={"tuesday.txt"})
        assert tuesday.guid != monday.guid
        assert tuesday.published == LATER.isoformat()


def test_a_source_s_own_guid_is_taken_over_once(path: Path) -> None:
    with Ledger(path) as ledger:
        assert (
            ledger.assign("a", "A", source_guid="tag:post.example,2026:1", now=NOON).guid == "tag:post.example,2026:1"
        )
        twin = ledger.assign("b", "B", source_guid="tag:post.example,2026:1", now=NOON)
        assert twin.guid.startswith("urn:uuid:")
        moved = ledger.assign("c", "C", source_guid="tag:post.example,2026:1", now=NOON, present={"b", "c"})
        assert moved.guid == "tag:post.example,2026:1"
        assert sorted(ledger.rows()) == ["b", "c"]


def test_a_ledger_started_again_gives_the_same_guids(tmp_path: Path) -> None:
    with Ledger(tmp_path / "1.sqlite", base="https://post.example/") as one:
        first = one.assign("a.txt", "A", now=NOON)
    with Ledger(tmp_path / "2.sqlite", base="https://post.example/") as two:
        assert two.assign("a.txt", "Another title", now=LATER).guid == first.guid
    with Ledger(tmp_path / "3.sqlite", base="https://other.example/") as three:
        assert three.assign("a.txt", "A", now=NOON).guid != first.guid


def test_a_clock_that_steps_back_does_not_put_new_stories_below_old_ones(path: Path) -> None:
    with Ledger(path) as ledger:
        first = ledger.assign("a", "A", now=NOON)
        second = ledger.assign("b", "B", now=NOON - timedelta(hours=5))
        assert second.published == first.published
        done(ledger, "a")
        ledger.assign("a", "A", now=NOON, text_digest="one")
        corrected = ledger.assign("a", "A", now=NOON - timedelta(days=9), text_digest="two")
        assert corrected.updated == first.published
        ledger.assign("c", "C", now=NOON + timedelta(days=9999))
        assert ledger.assign("d", "D", now=NOON).published == first.published


anything = st.text(st.characters(exclude_categories=()), max_size=40)


@settings(deadline=None)
@given(name=anything, title=anything, guid=st.none() | anything, speaker=anything)
def test_any_words_survive_the_ledger(name: str, title: str, guid: str | None, speaker: str) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "ledger.sqlite") as ledger:
        row = ledger.assign(name, title, source_guid=guid, now=NOON)
        episode = replace(done(ledger, name, title), speakers=(speaker,), summary=title)
        ledger.record(name, episode, source_digest="", script_digest="", recipe="", tags_digest="", origin=title)
        kept = ledger.rows()[name]
        assert (kept.episode, kept.origin) == (episode, title)
        assert kept.guid == row.guid
        row.guid.encode()


def test_an_episode_from_another_version_is_still_read() -> None:
    data = '{"guid":"g","slug":"s","title":"t","published":"2026-11-22","audio":"a","media_type":"m","size":1,'
    episode = episode_from_json(data + '"duration_ms":5,"smell":"tar"}')
    assert episode.duration_ms == 5
    assert episode_from_json(episode_to_json(episode)) == episode


def test_a_transaction_is_all_or_nothing(path: Path) -> None:
    with Ledger(path) as ledger:
        with pytest.raises(ZeroDivisionError), ledger.transaction():
            ledger.assign("a", "A", now=NOON)
            ledger.assign("b", "B", now=NOON)
            raise ZeroDivisionError
        assert ledger.rows() == {}
        assert ledger.assign("b", "B", now=NOON).slug == "2026-11-22-b"


def test_what_is_known_of_the_edition_as_a_whole(path: Path) -> None:
    with Ledger(path) as ledger:
        assert ledger.state == State()
        ledger.remember(cover="1")
        ledger.remember(cover="2", wholes="w")
    assert Ledger(path, readonly=True).state == State(cover="2", wholes="w")


def test_a_damaged_ledger_is_replaced_by_its_copy_and_forgets_digests_only(path: Path) -> None:
    with Ledger(path) as ledger:
        first = ledger.assign("a", "A", source_guid="own", now=NOON, text_digest="one")
        episode = done(ledger, "a")
    path.write_bytes(b"not a database at all" * 1000)
    with Ledger(path) as ledger:
        assert ledger.restored
        row = ledger.rows()["a"]
        assert (row.guid, row.slug, row.published, row.episode) == ("own", first.slug, first.published, episode)
        assert (row.source_digest, row.script_digest, row.recipe, row.tags_digest) == ("", "", "", "")
    assert (path.parent / "ledger-damaged.sqlite").is_file()


@pytest.mark.parametrize("loss", [Path.unlink, lambda path: path.write_bytes(b"")], ids=["deleted", "emptied"])
def test_a_lost_ledger_is_replaced_by_its_copy(path: Path, loss: Callable[[Path], object]) -> None:
    with Ledger(path) as ledger:
        ledger.assign("a", "A", source_guid="own", now=NOON)
    loss(path)
    with Ledger(path) as ledger:
        assert ledger.restored
        assert ledger.rows()["a"].guid == "own"


@pytest.mark.parametrize(
    "loss", [Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:5000])], ids=["gone", "cut"]
)
def test_a_damaged_copy_is_made_again_though_nothing_has_changed(path: Path, loss: Callable[[Path], object]) -> None:
    with Ledger(path) as ledger:
        ledger.assign("a", "A", now=NOON)
    copy = path.with_name("ledger-copy.sqlite")
    whole = copy.read_bytes()
    loss(copy)
    with Ledger(path):
        pass
    assert copy.read_bytes() == whole
    before = copy.stat()
    with Ledger(path):
        pass
    assert copy.stat().st_mtime_ns == before.st_mtime_ns, "a whole one stays"


def test_a_ledger_damaged_in_the_middle_is_noticed(path: Path) -> None:
    with Ledger(path) as ledger:
        with ledger.transaction():
            for n in range(300):
                ledger.assign(f"{n}.txt", f"Story {n}", now=NOON)
        names = ledger.rows()
    data = bytearray(path.read_bytes())
    data[8192:16384] = os.urandom(8192)
    path.write_bytes(bytes(data))
    with Ledger(path) as ledger:
        assert ledger.restored
        assert ledger.rows() == names


def test_a_damaged_ledger_without_a_copy_is_said_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"x" * 5000)
    with pytest.raises(PublishingError, match=r"damaged.*backup"):
        Ledger(path)
    assert path.read_bytes() == b"x" * 5000


def test_a_newer_ledger_is_left_alone(path: Path) -> None:
    Ledger(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(PublishingError, match="update audioedition"):
        Ledger(path)


def test_a_readonly_ledger_touches_nothing(path: Path) -> None:
    with Ledger(path, readonly=True) as ledger:
        assert ledger.rows() == {}
    assert not path.parent.exists()
    with Ledger(path) as ledger:
        ledger.assign("a", "A", now=NOON)
    before = sorted(path.parent.iterdir())
    with Ledger(path, readonly=True) as ledger:
        assert list(ledger.rows()) == ["a"]
        with pytest.raises(PublishingError, match="readonly"):
            ledger.assign("b", "B", now=NOON)
    assert sorted(path.parent.iterdir()) == before


def test_plan_can_read_while_a_build_writes(path: Path) -> None:
    with Ledger(path) as writing, writing.transaction():
        writing.assign("a", "A", now=NOON)
        with Ledger(path, readonly=True) as reading:
            assert reading.rows() == {}


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_a_killed_build_leaves_whole_transactions(path: Path) -> None:
    script = f"""
import os, signal
from datetime import UTC, datetime
from pathlib import Path
from audioedition.build.ledger import Ledger
ledger = Ledger(Path({str(path)!r}))
for n in range(10):
    ledger.assign(f"{{n}}.txt", "Story", now=datetime(2026, 11, 22, tzinfo=UTC))
with ledger.transaction():
    ledger.assign("lost.txt", "Story", now=datetime(2026, 11, 22, tzinfo=UTC))
    os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", script]).returncode == -signal.SIGKILL
    with Ledger(path) as ledger:
        assert sorted(ledger.rows()) == [f"{n}.txt" for n in range(10)]
        assert not ledger.restored


def test_ten_thousand_rows_are_read_in_a_moment(path: Path) -> None:
    with Ledger(path) as ledger, ledger.transaction():
        for n in range(10_000):
            ledger.assign(f"{n}.txt", f"Story {n}", "2026-11-22", now=NOON)
            done(ledger, f"{n}.txt")
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        with Ledger(path) as ledger:
            rows = ledger.rows()
        best = min(best, time.process_time() - start)
    assert len(rows) == 10_000
    assert best < 0.6  # 0.15 when nothing else runs


HOLDER = """
import sys, time
from pathlib import Path
from audioedition.build.ledger import lock
with lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path):  # type: ignore[no-untyped-def]
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_build_says_which_process_is_building(tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
    with pytest.raises(BuildLockedError, match=f"process {holder.pid}"), lock(tmp_path):
        pass


def test_a_killed_build_leaves_no_lock_and_the_next_may_wait_for_it(
    tmp_path: Path, holder: subprocess.Popen[bytes]
) -> None:
    told: list[int | None] = []

    def waiting(pid: int | None) -> None:
        told.append(pid)
        holder.kill()

    with lock(tmp_path, wait_s=30, waiting=waiting):
        assert told == [holder.pid]


def test_one_process_cannot_build_twice_at_once(tmp_path: Path) -> None:
    with lock(tmp_path):
        with pytest.raises(BuildLockedError, match=str(os.getpid())), lock(tmp_path):
            pass
        done = subprocess.run([sys.executable, "-c", HOLDER, str(tmp_path)], capture_output=True, text=True)
        assert f"process {os.getpid()}" in done.stderr  # the refused attempt has not given the lock up
    with lock(tmp_path):
        pass


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(PublishingError, match="cannot be written"), lock(tmp_path / "output"):
            pass
    finally:
        tmp_path.chmod(0o700)
