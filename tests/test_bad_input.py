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
NOT_ROOT = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read and write anything")
ROOT = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root, to mount a small disk")


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


def build_with(project: Path, name: str, content: bytes, *arguments: str) -> subprocess.CompletedProcess[str]:
    (project / "seeds" / name).write_bytes(content)
    return run(project, "build", *arguments)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", ("empty",)),
        ("blank.txt", b" \n\t\n\r\n   ", ("empty",)),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40, ("picture.txt",)),
        ("zeros.txt", bytes(10_000), ("zeros.txt",)),
        ("emoji.txt", "🎉🎉🎉 🚀\n\n😀😀\n".encode(), ("emoji.txt",)),
        ("signs.txt", b"--- *** ---\n\n???!!!\n\n=====\n", ("signs.txt",)),
        (
            "huge.txt",
            b"The council met again on Monday and decided nothing at all. " * 340_000,
            ("huge.txt", "too long"),
        ),
    ],
)
def test_what_cannot_be_read_costs_itself_only(
    project: Path, name: str, content: bytes, words: tuple[str, ...]
) -> None:
    done = build_with(project, name, content)
    assert_clear(done, 1, "failed", name, *words)
    assert assert_whole(project / "output") == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("headline.txt", "Bridge closed until further notice"),
        ("short.txt", "No"),
        ("no-end.txt", "The council met\n\nand then it met again\n\nand nobody said anything that ended"),
        ("one-line.txt", "The bridge is closed. " * 3),
        ("latin-1.txt", "Caf\u00e9 owner wins prize\n\nThe jury called it \u201cthe best\u201d."),
    ],
)
def test_odd_articles_are_read_out_all_the_same(project: Path, name: str, text: str) -> None:
    encoding = "cp1252" if name.startswith("latin") else "utf-8"
    done = build_with(project, name, text.encode(encoding))
    assert done.returncode == 0, done.stderr
    assert assert_whole(project / "output") == 2


@pytest.mark.slow
@pytest.mark.parametrize("sentence", ["The council met on Monday. ", "and the council met again ", "x" * 40])
def test_a_paragraph_of_a_hundred_thousand_characters(project: Path, sentence: str) -> None:
    text = "Long council meeting\n\n" + (sentence * (100_000 // len(sentence)))
    done = build_with(project, "long.txt", text.encode())
    assert done.returncode == 0, done.stderr
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
    nasty = "Mayor \x1b[31mresigns\x1b[0m]]> <script>alert(1)</script>\x07\n\nBy A\x00da\x08\n\nIt \x1b]0;owned\x07happened on Monday.\n"
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
@pytest.mark.parametrize(
    "name", ["two\nlines.txt", "quote'\".txt", "🎉.txt", "-rf.txt", "a" * 251 + ".txt", "é%20&<>.txt", "con.txt"]
)
def test_strange_file_names(project: Path, name: str) -> None:
    done = build_with(project, name, GOOD.replace("clock", "bell").encode())
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert all(c.isprintable() or c == "\n" for c in done.stderr)
    assert assert_whole(project / "output") == 2
    assert all(p.name.isascii() and len(p.name) < 120 for p in (project / "output").rglob("*"))


@POSIX
def test_a_file_name_that_is_no_text(project: Path) -> None:
    with open(os.fsencode(project / "seeds") + b"/caf\xe9.txt", "wb") as file:
        file.write(GOOD.replace("clock", "bell").encode())
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    assert assert_whole(project / "output") == 2


@pytest.mark.skipif(sys.platform != "linux", reason="a file system that tells capitals from small letters")
def test_files_that_differ_only_in_case_are_two_articles(project: Path) -> None:
    (project / "seeds" / "GOOD.txt").write_text(GOOD.replace("31 years", "thirty years"), encoding="utf-8")
    assert run(project, "build").returncode == 0
    assert assert_whole(project / "output") == 2
    names = [p.name.lower() for p in (project / "output").rglob("*") if p.is_file()]
    assert len(set(names)) == len(names) - len([n for n in names if n in ("lock",)]) + names.count("lock")


@POSIX
def test_a_folder_that_holds_itself(project: Path) -> None:
    (project / "seeds" / "again").symlink_to(project / "seeds", target_is_directory=True)
    (project / "seeds" / "nowhere.txt").symlink_to(project / "missing.txt")
    assert run(project, "build").returncode == 0
    assert assert_whole(project / "output") == 1


@POSIX
@NOT_ROOT
def test_an_unreadable_file(project: Path) -> None:
    (project / "seeds" / "secret.txt").write_text(GOOD)
    (project / "seeds" / "secret.txt").chmod(0)
    assert_clear(run(project, "build"), 1, "failed", "secret.txt", "permission")
    assert assert_whole(project / "output") == 1


@POSIX
@NOT_ROOT
def test_an_output_folder_that_may_not_be_written(project: Path) -> None:
    (project / "output").mkdir(mode=0o500)
    assert_clear(run(project, "build"), 1, "output", "cannot be written")
    assert not list((project / "output").iterdir())


def test_an_output_folder_that_is_a_file(project: Path) -> None:
    (project / "output").write_text("mine")
    assert_clear(run(project, "build"), 1, "output", "cannot be written")
    assert (project / "output").read_text() == "mine"


def test_a_cache_folder_that_is_a_file(project: Path) -> None:
    (project / "cache").write_text("mine")
    done = run(project, "build")
    assert_clear(done, 1, "good.txt", "cache")
    assert (project / "cache").read_text() == "mine"
    assert assert_whole(project / "output") == 0


def test_a_second_build_in_the_same_folder(project: Path) -> None:
    from audioedition.locking import lock

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
    ],
)
def test_a_mistake_in_the_settings(project: Path, toml: str, words: tuple[str, ...]) -> None:
    (project / "edition.toml").write_text(toml)
    assert_clear(run(project, "build"), 2, *words)
    assert not list((project / "output").glob("*.xml"))


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
    assert "Traceback" not in run(project, "build").stderr


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
        f"The clock struck {i} times on day {i} of the week, and nobody minded it." for i in range(200)
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
