"""What all benchmarks share: a timed `audioedition`, articles to build, and a Markdown table.

Programs are timed from outside, as whole processes, each with an empty or a given cache.
"""

from __future__ import annotations

import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))  # these sources, whatever is installed
SEEDS = ROOT / "seeds"

_OTHER_WORDS = {
    "the": ("this", "that", "every", "such"),
    "a": ("one", "another", "some", "any"),
    "and": ("or", "but", "nor", "yet"),
    "was": ("is", "seemed", "became", "stayed"),
    "had": ("has", "wanted", "needed", "lost"),
    "to": ("toward", "near", "past", "behind"),
    "of": ("from", "with", "without", "beside"),
    "it": ("that", "this", "he", "she"),
}
"""Word -> what stands for it in the second lot of articles, in the third, ..."""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process."""

    seconds: float
    peak_mb: float
    """Peak resident memory of the main process, without its workers, in MB (Linux; elsewhere 0)."""
    cpu_s: float
    """CPU seconds of the main process and its workers, which other programs on the machine hardly change."""


def audioedition(*arguments: str | Path, cache: Path, expect: int = 0) -> Run:
    """Run `python -m audioedition` with its clip cache in `cache`. Raises RuntimeError on another exit status."""
    return run([sys.executable, "-m", "audioedition", *map(str, arguments)], cache, expect)


def run(command: Sequence[str], cache: Path, expect: int = 0) -> Run:
    """The wall time and the peak memory of a process, which may keep its compiled modules as everybody's does."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with (cache.parent / "messages.txt").open("w+") as messages:
        began, cpu_before = time.perf_counter(), _children_cpu_s()
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=messages,
            env={**kept, "AUDIOEDITION_CACHE": str(cache), "PYTHONPATH": str(ROOT / "src")},
        )
        peak_kb = 0
        while True:
            try:
                process.wait(0.02)
                break
            except subprocess.TimeoutExpired:
                peak_kb = max(peak_kb, _peak_kb(process.pid))
        seconds = time.perf_counter() - began
        if process.returncode != expect:
            messages.seek(0)
            raise RuntimeError(f"{shlex.join(command)}: exit status {process.returncode}\n{messages.read()[-2000:]}")
    return Run(seconds, peak_kb / 1024, _children_cpu_s() - cpu_before)


def _children_cpu_s() -> float:
    """CPU seconds of all child processes that have ended, and of theirs."""
    times = os.times()
    return times.children_user + times.children_system


def _peak_kb(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return int(found.group(1)) if found else 0


def project(folder: Path, articles: int) -> Path:
    """A project in `folder` with that many articles: the seeds, then the seeds again in other words, and again.

    Nearly every sentence of a lot differs from those of the others, so that no clip is used twice: up to 50 articles.
    """
    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    (folder / "edition.toml").write_text('[edition]\ntitle = "The Benchmark"\n')
    originals = sorted(SEEDS.glob("*.txt"))
    for i in range(articles):
        text = originals[i % len(originals)].read_text(encoding="utf-8")
        lot = i // len(originals)
        if lot:
            other = {word: variants[(lot - 1) % len(variants)] for word, variants in _OTHER_WORDS.items()}
            text = re.sub(r"\b[a-z]+\b", lambda m, other=other: other.get(m.group(), m.group()), text)
        (seeds / f"{i:02}-{originals[i % len(originals)].name}").write_text(text, encoding="utf-8")
    return folder


def audio_seconds(output: Path) -> float:
    """Length of all episodes in an output folder, as their decoded sound has it."""
    import av

    total = 0.0
    for path in sorted((output / "episodes").glob("*.mp3")):
        with av.open(str(path)) as file:
            total += float(file.duration or 0) / av.time_base
    return total


def empty(folder: Path) -> Path:
    """`folder`, made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def print_table(title: str, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A Markdown section: command, machine, table."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9 if hasattr(os, "sysconf") else 0
    command = shlex.join(["python", f"benchmarks/{Path(sys.argv[0]).name}", *sys.argv[1:]])
    version = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    print(f"\n## {title}\n\n`{command}`: {cores()} cores, {memory:.0f} GB, {version}\n")
    print("| " + " | ".join(header) + " |")
    print("|---" * len(header) + "|")
    for row in rows:
        print("| " + " | ".join(f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row) + " |")
