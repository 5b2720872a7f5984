"""Whatever comes in: one clear line, exit status 1 or 2, no traceback, and nothing half-written.

Each test runs the program as a user does. The voices are tones, so that nothing but our own work takes time.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from edition_files import assert_whole, command, environment, run, tone_project

GOOD = """Village gets its clock back

By Ada Lund

4 March 2025

LITTLE HARROW (MNS) — The church clock struck noon on Tuesday for the first time in 31 years.

“I had forgotten how loud it is,” said Jean Atterbury, 86, who lives next door.
"""

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX file system")
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
# Root without the two capabilities that make it pass over permissions.
MERE = ("setpriv", *(f"--{s}=-dac_override,-dac_read_search" for s in ("bounding-set", "inh-caps"))) if IS_ROOT else ()
OBEYS = pytest.mark.skipif(IS_ROOT and not shutil.which("setpriv"), reason="root may read and write anything")
ROOT = pytest.mark.skipif(not IS_ROOT, reason="needs root, to mount a small disk")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One good article."""
    return tone_project(tmp_path / "paper", {"good.txt": GOOD})


def assert_clear(done: subprocess.CompletedProcess[str], status: int, *words: str) -> str:
    """The exit status; no traceback; nothing that could drive a terminal; one line that has all the words."""
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    assert all(c.isprintable() or c == "\n" for c in done.stderr), repr(done.stderr)
    found = [line for line in done.stderr.splitlines() if all(word.lower() in line.lower() for word in words)]
    assert len(found) == 1, f"{words} not in exactly one line of:\n{done.stderr}"
    assert len(found[0]) < 600
    return found[0]


def assert_done(done: subprocess.CompletedProcess[str]) -> None:
    """All went well, and what was said is fit for a terminal."""
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert all(c.isprintable() or c == "\n" for c in done.stdout + done.stderr)


def build_with(project: Path, name: str, content: bytes, *arguments: str) -> subprocess.CompletedProcess[str]:
    (project / "seeds" / name).write_bytes(content)
    return run(project, "build", *arguments)


UNREADABLE = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n\r\n   ", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40, ""),
    "zeros.txt": (bytes(10_000), ""),
    "emoji.txt": ("🎉🎉🎉 🚀\n\n😀😀\n".encode(), ""),
    "signs.txt": (b"--- *** ---\n\n???!!!\n\n=====\n", ""),
    "huge.txt": (b"The council met again on Monday and decided nothing at all. " * 340_000, "too long"),
}


def test_what_cannot_be_read_costs_itself_only(project: Path) -> None:
    for name, (content, _) in UNREADABLE.items():
        (project / "seeds" / name).write_bytes(content)
    done = run(project, "build")
    for name, (_, word) in UNREADABLE.items():
        assert_clear(done, 1, "failed", name, word)
    assert assert_whole(project / "output") == 1


def test_in_a_long_build_what_failed_is_said_once_more_at_the_end(tmp_path: Path) -> None:
    articles = {f"{i:02}.txt": GOOD.replace("noon", f"noon for {i} minutes") for i in range(21)}
    project = tone_project(tmp_path / "paper", {**articles, "00.txt": "..."})
    done = run(project, "build")
    assert done.returncode == 1
    *_, failed, like, _ = done.stderr.splitlines()
    assert failed.startswith("failed: 00.txt: ")
    assert like.startswith("02.txt: says nearly the same as 01.txt"), "once: all have one form"
    assert assert_whole(project / "output") == 20


def test_odd_articles_are_read_out_all_the_same(project: Path) -> None:
    articles = {
        "headline.txt": b"Bridge closed until further notice",
        "short.txt": b"No",
        "no-end.txt": b"The council met\n\nand then it met again\n\nand nobody said anything that ended",
        "one-line.txt": b"The bridge is closed. " * 3,
        "windows.txt": "Café owner wins prize\r\n\r\nThe jury called it “the best”.".encode("cp1252"),
        "utf-16.txt": "Café owner wins again\n\nThe jury called it “even better”.".encode("utf-16"),
        "mac.txt": b"Old computer found\r\rIt still works.\r",
    }
    for name, content in articles.items():
        (project / "seeds" / name).write_bytes(content)
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    assert assert_whole(project / "output") == 1 + len(articles)


@pytest.mark.parametrize("sentence", ["The council met on Monday. ", "and the council met again ", "x" * 40])
def test_a_paragraph_of_a_hundred_thousand_characters(project: Path, sentence: str) -> None:
    text = "Long council meeting\n\n" + sentence * (100_000 // len(sentence))
    (project / "seeds" / "long.txt").write_text(text)
    assert_done(run(project, "script", project / "seeds" / "long.txt"))
    (project / "seeds" / "long.txt").write_text(text[:6000])
    assert_done(run(project, "build"))
    assert assert_whole(project / "output") == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "إعادة فتح الجسر القديم\n\nأعلنت البلدية يوم الاثنين إعادة فتح الجسر القديم بعد عامين من الإصلاح."),
        ("zh", "老桥重新开放\n\n市政府星期一宣布,老桥经过两年的维修后重新开放。居民们表示欢迎。"),
    ],
)
def test_another_script_gets_its_voice_or_an_error_that_names_the_language(
    project: Path, language: str, text: str
) -> None:
    done = build_with(project, "foreign.txt", text.encode())
    if done.returncode:
        assert language in assert_clear(done, 1, "failed", "foreign.txt", "voice")
    assert assert_whole(project / "output") == 2 - done.returncode


def test_control_characters_reach_neither_terminal_nor_feed(project: Path) -> None:
    nasty = (
        "Mayor \x1b[31mresigns\x1b[0m]]> <script>alert(1)</script>\x07\n\nBy A\x00da\x08\n\n"
        "It \x1b]0;owned\x07happened on Monday.\n"
    )
    done = build_with(project, "esc\x1b[2J.txt" if os.name != "nt" else "esc.txt", nasty.encode())
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert all(c.isprintable() or c == "\n" for c in done.stdout + done.stderr)
    assert_whole(project / "output")
    for feed in ("feed.xml", "feed.json", "index.html", "playlist.m3u8"):
        content = (project / "output" / feed).read_bytes()
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|<script>alert", content), feed
    shown = run(project, "script", *(p for p in (project / "seeds").glob("esc*")))
    assert all(c.isprintable() or c == "\n" for c in shown.stdout + shown.stderr)


@POSIX
def test_strange_file_names(project: Path) -> None:
    plain = ["two\nlines.txt", "quote'\".txt", "🎉.txt", "-rf.txt", "a" * 251 + ".txt", "é%20&<>.txt", "con.txt"]
    no_text = os.fsdecode(b"caf\xe9.txt")
    for i, name in enumerate([*plain, no_text]):
        (project / "seeds" / name).write_text(GOOD.replace("clock", f"bell number {i}"), encoding="utf-8")
    assert_done(run(project, "build"))
    assert assert_whole(project / "output") == 9
    assert all(p.name.isascii() and len(p.name) < 120 for p in (project / "output").rglob("*"))


@pytest.mark.skipif(sys.platform != "linux", reason="a file system that tells capitals from small letters")
def test_files_that_differ_only_in_case_are_two_articles(project: Path) -> None:
    (project / "seeds" / "GOOD.txt").write_text(GOOD.replace("31 years", "thirty years"), encoding="utf-8")
    assert run(project, "build").returncode == 0
    assert assert_whole(project / "output") == 2
    names = [p.relative_to(project).as_posix().lower() for p in (project / "output").rglob("*")]
    assert len(set(names)) == len(names)


@POSIX
def test_a_folder_that_holds_itself(project: Path) -> None:
    (project / "seeds" / "again").symlink_to(project / "seeds", target_is_directory=True)
    (project / "seeds" / "nowhere.txt").symlink_to(project / "missing.txt")
    (project / "seeds" / "itself").symlink_to("itself")
    (project / "seeds" / "itself.txt").symlink_to("itself.txt")
    os.mkfifo(project / "seeds" / "pipe.txt")
    assert run(project, "build").returncode == 0
    assert assert_whole(project / "output") == 1


@POSIX
@OBEYS
def test_an_unreadable_file(project: Path) -> None:
    (project / "seeds" / "secret.txt").write_text(GOOD)
    (project / "seeds" / "secret.txt").chmod(0)
    assert_clear(run(project, "build", before=MERE), 1, "failed", "secret.txt", "permission")
    assert assert_whole(project / "output") == 1


@POSIX
@OBEYS
def test_an_output_folder_that_may_not_be_written(project: Path) -> None:
    (project / "output").mkdir(mode=0o500)
    assert_clear(run(project, "build", before=MERE), 1, "output", "cannot be written")
    assert not list((project / "output").iterdir())


def test_an_output_folder_that_is_a_file(project: Path) -> None:
    (project / "output").write_text("mine")
    assert_clear(run(project, "build"), 2, "output", "is a file")
    assert (project / "output").read_text() == "mine"


def test_a_cache_folder_that_is_a_file(project: Path) -> None:
    (project / "cache").write_text("mine")
    done = run(project, "build")
    assert_clear(done, 1, "the cache", "cannot be written")  # once, not for every article
    assert (project / "cache").read_text() == "mine"
    assert assert_whole(project / "output") == 0


def test_a_second_build_in_the_same_folder(project: Path) -> None:
    from audioedition.machine.locking import lock

    with lock(project / "output"):
        line = assert_clear(run(project, "build"), 1, "another build", "output")
    assert str(os.getpid()) in line
    assert run(project, "build").returncode == 0


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ('[edition]\ntitel = "x"\n', ("titel", "title")),
        ("[edtion]\n", ("edtion", "edition")),
        ("[edition\n", ("edition.toml", "line 1")),
        ("[edition]\ntitle = 3\n", ("title", "str")),
        ('title = "x"\n', ("title", "table")),
        ('[edition]\nlink = "not an address"\n', ("link", "not an address")),
        ('[files]\nformat = "wav"\n', ("format", "wav")),
        ('[files]\nloudness = "loud"\n', ("loudness", "loud")),
        ("[build]\njobs = -1\n", ("jobs",)),
        ("[build]\njobs = 100000\n", ("jobs", "256")),
        ("[build]\nutterance_timeout_s = nan\n", ("utterance_timeout_s",)),
        ("[edition]\nstories = 0\n", ("stories", "1")),
        ('[text]\nbyline = "By {name}."\n', ("byline", "names")),
    ],
)
def test_a_mistake_in_the_settings(project: Path, toml: str, words: tuple[str, ...]) -> None:
    (project / "edition.toml").write_text(toml)
    assert_clear(run(project, "build"), 2, *words)
    assert not list((project / "output").glob("*.xml"))


@POSIX
@pytest.mark.parametrize("kind", ["folder", "pipe", "dangling link", "Latin-1"])
def test_settings_that_are_no_file_of_text(project: Path, kind: str) -> None:
    path = project / "edition.toml"
    path.unlink()
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "dangling link":
        path.symlink_to("nowhere")
    else:
        path.write_bytes('[edition]\ntitle = "Le café"\n'.encode("latin-1"))
    assert_clear(run(project, "build"), 2, "edition.toml", "line 2" if kind == "Latin-1" else "")


def test_the_output_folder_is_no_source(project: Path) -> None:
    assert_clear(run(project, "build", "-o", project / "seeds"), 2, "seeds", "is the output folder")
    assert [path.name for path in (project / "seeds").iterdir()] == ["good.txt"]


@pytest.mark.parametrize("command", ["build", "plan", "script", "check", "serve", "words"])
def test_a_name_that_is_too_long(project: Path, command: str) -> None:
    assert_clear(run(project, command, "n" * 300), 1, "n" * 300)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("build", "nowhere.txt"), ("nowhere.txt",)),
        (("build", "--jobs", "0"), ("jobs",)),
        (("script", "nowhere.txt"), ("nowhere.txt",)),
        (("say", "hello", "--voice", "heigh"), ("heigh", "high")),
        (("say", "hello", "-o", "x.ogg"), ("x.ogg",)),
        (("init", "."), ("project already",)),
    ],
)
def test_wrong_use(project: Path, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    if arguments[0] == "init":
        arguments = ("init", str(project))
    assert_clear(run(project, *arguments), 2, *words)


def test_a_project_that_is_not_there(tmp_path: Path) -> None:
    assert_clear(run(tmp_path / "nowhere", "build"), 2, "nowhere", "init")


def test_nothing_to_read(tmp_path: Path) -> None:
    project = tone_project(tmp_path / "paper", {})
    assert_clear(run(project, "build"), 0, "no article")


def test_a_pipe_that_closes_early(project: Path) -> None:
    reader = subprocess.Popen(
        command(project, "voices"), env=environment(project), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert reader.stdout and reader.stderr
    reader.stdout.close()
    assert b"Traceback" not in reader.stderr.read()
    reader.wait()


@pytest.mark.slow
@ROOT
@pytest.mark.parametrize("full", ["output", "cache"])
def test_a_full_disk(project: Path, full: str) -> None:
    long = GOOD + "\n\n".join(
        f"The clock struck {i} times on day {i} of the week, and nobody minded it." for i in range(80)
    )
    for i in range(3):
        (project / "seeds" / f"long-{i}.txt").write_text(long.replace("clock", f"clock number {i}"))
    disk = project / full
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("no right to mount")
    try:
        done = run(project, "build")
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert re.search("space|room", done.stderr), done.stderr
        assert_whole(project / "output")
        for path in (project / "seeds").glob("long-*"):
            path.unlink()
        if full == "cache":
            shutil.rmtree(disk / "clips", ignore_errors=True)
        assert run(project, "build").returncode == 0
        assert assert_whole(project / "output") == 1
    finally:
        subprocess.run(["umount", "-l", disk], check=True)
