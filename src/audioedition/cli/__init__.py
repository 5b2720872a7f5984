"""Arguments and printing only: every command is a few lines around a function of another module.

Data goes to stdout, progress and messages to stderr. Exit status: 0 all done; 1 something failed but the rest was
built; 2 wrong use. Imports are inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from ..errors import AudioEditionError, UsageError, printable

if TYPE_CHECKING:
    from ..build.progress import Reporter
    from ..project import Project

EPILOG = """\
examples:
  audioedition build                     every article in seeds/ -> output/
  audioedition build news/ -o site       every article below news/ -> site/
  pbpaste | audioedition build -         the article on stdin
  audioedition script story.txt          who would read what, with the pauses
  audioedition plan                      what build would do, and why

settings: edition.toml; voices: voices/cast.toml; sounds and pauses: audio/sound.toml
"""

SCREENFUL = 20
"""When a build had more articles than this, what failed is said once more at its end."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    _have_streams()
    try:
        return _run(argv)
    finally:
        for name in ("stdout", "stderr"):
            try:
                getattr(sys, name).flush()
            except (OSError, ValueError):  # nobody listens; else the interpreter would fail on it once more
                setattr(sys, name, open(os.devnull, "w"))  # noqa: PTH123, SIM115


def _run(argv: Sequence[str] | None) -> int:
    try:
        with _stoppable():
            options = parser().parse_args(argv)
            status: int = options.run(options)
            sys.stdout.flush()
            return status
    except UsageError as e:
        return _end(2, str(e))
    except AudioEditionError as e:
        return _end(1, str(e))
    except BrokenPipeError:
        return 1
    except OSError as e:  # a name too long, a disk that fails: what no module has met before
        return _end(1, f"{e.filename or 'a file'}: {e.strerror or e}")
    except KeyboardInterrupt as e:
        return _end(128 + (e.args[0] if e.args else signal.SIGINT), "stopped; the next run goes on from here")


@contextlib.contextmanager
def _stoppable() -> Iterator[None]:
    """A request to end (SIGTERM), or a terminal that is closed (SIGHUP), stops a command as Ctrl-C does."""

    def stop(number: int, _: object) -> None:
        raise KeyboardInterrupt(number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ours = [n for n in numbers if signal.getsignal(n) == signal.SIG_DFL]  # nohup wants SIGHUP ignored
    if threading.current_thread() is not threading.main_thread():
        ours = []
    for number in ours:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _have_streams() -> None:
    """Streams that take any character, where the shell has closed one too: a file of ours must not get its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _tell(text: str) -> None:
    """A line on stderr, as far as anybody can hear it."""
    with contextlib.suppress(OSError, ValueError):
        print(printable(text), file=sys.stderr, flush=True)


def _end(status: int, text: str) -> int:
    """Say why a command ends."""
    _tell(f"audioedition: {text}")
    return status


def parser() -> argparse.ArgumentParser:
    """The command line, as docs and `--help` show it."""
    top = argparse.ArgumentParser(
        prog="audioedition",
        description="Turn written news into an audio edition: tagged MP3s and a podcast feed, made offline.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"audioedition {__version__}")
    top.add_argument("-C", "--project", metavar="DIR", default=".", help="the project folder (default: this one)")
    commands = top.add_subparsers(required=True, metavar="COMMAND", title="commands")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        sub.set_defaults(run=run)
        return sub

    def sources(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("source", nargs="*", metavar="SOURCE", help="files, folders, addresses or - (default: seeds/)")
        sub.add_argument("--type", metavar="MEDIA-TYPE", help="what stdin or unnamed files are, e.g. text/html")
        sub.add_argument("-o", "--output", metavar="DIR", help="folder of the finished files (default: output/)")
        sub.add_argument("--json", action="store_true", help="one JSON document on stdout")

    build = command("build", _build, "make the audio edition")
    sources(build)
    build.add_argument("-j", "--jobs", type=int, metavar="N", help="worker processes (default: one a core)")
    build.add_argument("-q", "--quiet", action="store_true", help="say nothing but failures")

    sources(command("plan", _plan, "show what build would do, and why; touches nothing"))

    script = command("script", _script, "show the script of one article: roles, speakers, voices, words, pauses")
    script.add_argument("source", metavar="SOURCE", help="a file, an address or -")
    script.add_argument("--type", metavar="MEDIA-TYPE", help="what it is, where the name doesn't say")
    script.add_argument("--json", action="store_true", help="as one JSON document, every part with its offsets")
    script.add_argument("--why", action="store_true", help="with the rule or evidence that decided each part")

    normalise = command("normalise", _normalise, "turn each written line of stdin into one spoken line on stdout")
    normalise.add_argument(
        "--english",
        choices=("auto", "US", "GB", "IE", "IN", "AU", "PH", "NG", "ZA"),
        help="default: as edition.toml says",
    )
    normalise.add_argument("--date-order", choices=("month-first", "day-first", "auto"))

    words = command("words", _words, "list what to look at before publishing: guesses, repeated lines, unknown words")
    words.add_argument("source", nargs="*", metavar="SOURCE", help="files or folders (default: seeds/)")
    words.add_argument("--type", metavar="MEDIA-TYPE", help=argparse.SUPPRESS)
    words.add_argument("--leave-out", metavar="LINE", help="put a line on the list of what is not read")

    voices = command("voices", _voices, "list every voice that can be used here, with engine and licence")
    voices.add_argument("--json", action="store_true", help="as one JSON document")

    say = command("say", _say, "hear one line")
    say.add_argument("text", metavar="TEXT")
    say.add_argument("--voice", metavar="NAME", help="default: the narrator")
    say.add_argument("-o", "--output", metavar="FILE", default="say.wav", help="a .wav or .mp3 file (default: say.wav)")

    check = command("check", _check, "measure finished files against what they promise")
    check.add_argument("dir", nargs="?", metavar="DIR", help="a folder or one file (default: output/)")
    check.add_argument("--listen", action="store_true", help="also transcribe, and list the words that were not heard")
    check.add_argument("--json", action="store_true", help="as one JSON document")

    command("doctor", _doctor, "show what is installed, what is missing, and how to get it")

    init = command("init", _init, "make a new, working project folder")
    init.add_argument("dir", metavar="DIR")

    serve = command("serve", _serve, "put the edition on a local web server")
    serve.add_argument("dir", nargs="?", metavar="DIR", help="default: output/")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument(
        "--host", metavar="ADDRESS", default="127.0.0.1", help="0.0.0.0 lets players in your network listen too"
    )

    studio = command("studio", _studio, "open the editor's desk in a browser")
    studio.add_argument("--port", type=int, default=0, help="default: a free one")
    studio.add_argument("--no-browser", action="store_true", help="only print its address")

    exporting = command("export", _export, "turn what has been built into talking books, sticks and audiobooks")
    exporting.add_argument("kind", metavar="KIND", help="epub, daisy202, daisy3, stick or audiobook")
    exporting.add_argument("-o", "--output", metavar="PATH", help="file or folder to make (default: after the edition)")
    exporting.add_argument("--days", type=int, metavar="N", help="the newest N days, an edition each")
    exporting.add_argument("--words", action="store_true", help="epub: every word lights up, not only every sentence")
    exporting.add_argument("--size", type=_amount, metavar="MB", default=512.0, help="stick: room on it (default: 512)")

    cache = command("cache", _cache, "show, prune or verify the store of clips")
    cache.add_argument("--prune", action="store_true", help="remove the least recently used, down to the limits below")
    cache.add_argument("--max-mb", type=_amount, metavar="MB", help="size to keep (with --prune)")
    cache.add_argument("--max-days", type=_amount, metavar="DAYS", help="age to keep (with --prune)")
    cache.add_argument("--verify", action="store_true", help="read every clip, and remove the damaged ones")
    return top


def _amount(text: str) -> float:
    """A number from 0 on; argparse makes a message of the error."""
    number = float(text)
    if not 0 <= number < math.inf:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 0 on")
    return number


def _project(options: argparse.Namespace, **overrides: dict[str, object]) -> Project:
    from ..project import load_project

    return load_project(Path(options.project), overrides)


def _reporter(options: argparse.Namespace) -> Reporter:
    from ..build import progress

    if options.quiet:
        return progress.Quiet()
    if options.json:
        return progress.Json()
    return progress.Terminal() if sys.stderr.isatty() else progress.Plain()


def _build(options: argparse.Namespace) -> int:
    from ..build.edition import build, find, not_read

    overrides: dict[str, dict[str, object]] = {"edition": {}, "build": {}}
    if options.output:
        overrides["edition"]["output"] = str(Path(options.output).absolute())
    if options.jobs is not None:
        if options.jobs < 1:
            raise UsageError(f"--jobs must be 1 or more, not {options.jobs}")
        overrides["build"]["jobs"] = options.jobs
    project = _project(options, **overrides)
    with _reporter(options) as report:
        result = build(project, find(project, options.source, options.type), report)
    if options.json:
        print(json.dumps(result.as_json(), ensure_ascii=False, indent=1))
    elif not options.quiet:
        for error in result.failed if len(result.steps) > SCREENFUL else ():
            _tell(f"failed: {error}")
        for line in not_read(project, options.source):
            _tell(line)
        _tell(result.summary())
    return 1 if result.failed else 0


def _plan(options: argparse.Namespace) -> int:
    from ..build.edition import find, not_read, plan
    from ..build.reviewing import Repeats

    overrides: dict[str, dict[str, object]] = {}
    if options.output:
        overrides["edition"] = {"output": str(Path(options.output).absolute())}
    project = _project(options, **overrides)
    repeats = Repeats()
    steps = plan(project, find(project, options.source, options.type), repeats)
    if options.json:
        print(json.dumps([step.as_json() for step in steps], ensure_ascii=False, indent=1))
    else:
        for step in steps:
            print(printable(f"{step.action:8} {step.article}: {step.reason}"))
            for misfit in step.misfits:
                print(printable(f"{'':8} {misfit}"))
        for line, count in repeats.lines():
            print(printable(f"stands in {count} articles, leave it out? {line}"), file=sys.stderr)
        for step in sorted((step for step in steps if step.place), key=lambda step: step.place or 0):
            print(printable(f"{step.place:8} {step.title} ({step.article})"))
        for line in not_read(project, options.source):
            print(printable(line), file=sys.stderr)
    return 1 if any(step.action == "failed" for step in steps) else 0


def _script(options: argparse.Namespace) -> int:
    from ..build.edition import read_one
    from ..script.making import make_script, script_json, script_text

    project = _project(options)
    article, edits = read_one(project, options.source, options.type)
    script = make_script(article, project, edits)
    for misfit in script.misfits:
        print(printable(f"{article.name}: {misfit}"), file=sys.stderr)
    if options.json:
        json.dump(script_json(script, why=options.why), sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print("\n".join(printable(line) for line in script_text(script, why=options.why).splitlines()))
    return 0


def _normalise(options: argparse.Namespace) -> int:
    from ..settings import load_settings
    from ..spoken import spoken_form

    text = load_settings(Path(options.project)).text
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for line in sys.stdin:
        print(
            spoken_form(
                line.rstrip("\n"),
                english=options.english or text.english,
                date_order=options.date_order or text.date_order,
            )
        )
    return 0


def _words(options: argparse.Namespace) -> int:
    from ..build.edition import find
    from ..build.reviewing import leave_out, review

    project = _project(options)
    if options.leave_out:
        print(printable(f"{leave_out(project.settings.root, options.leave_out)}: it is left out now"), file=sys.stderr)
        return 0
    for row in review(project, find(project, options.source, options.type)).rows():
        print("\t".join(map(printable, row)))
    return 0


def _voices(options: argparse.Namespace) -> int:
    import dataclasses

    voices = sorted(_project(options).voices.values(), key=lambda v: (v.engine == "system", v.engine, v.name))
    if options.json:
        print(json.dumps([dataclasses.asdict(v) for v in voices], ensure_ascii=False, indent=1))
        return 0
    rows = [(v.name, v.language, str(v.gender), v.engine, v.licence, v.description) for v in voices]
    _table(("voice", "language", "gender", "engine", "licence", "description"), rows)
    return 0


def _say(options: argparse.Namespace) -> int:
    from .saying import say

    written = say(_project(options), options.text, options.voice, Path(options.output))
    print(printable(f"{options.output}: {written.seconds:.1f} s, {written.voice}: {written.spoken}"), file=sys.stderr)
    return 0


def _check(options: argparse.Namespace) -> int:
    from ..checking import HEADER, check

    folder = Path(options.dir) if options.dir else _project(options).output
    checked = check(folder, listen=options.listen)
    if options.json:
        print(json.dumps([c.as_json() for c in checked], ensure_ascii=False, indent=1))
    else:
        _table(HEADER, [c.row() for c in checked])
    return 1 if any(c.faults for c in checked) else 0


def _doctor(options: argparse.Namespace) -> int:
    from .doctor import diagnose

    findings = diagnose(Path(options.project))
    for finding in findings:
        print(printable(f"{'ok' if finding.ok else 'MISSING':8}{finding.what}: {finding.text}"))
    return 0 if all(finding.ok or finding.optional for finding in findings) else 1


def _init(options: argparse.Namespace) -> int:
    from .init import init

    for path in init(Path(options.dir)):
        print(printable(str(path)))
    print(f"put articles into {options.dir}/seeds, then run: audioedition -C {options.dir} build", file=sys.stderr)
    return 0


def _serve(options: argparse.Namespace) -> int:
    from .serving import server

    folder = Path(options.dir) if options.dir else _project(options).output
    with server(folder, options.port, options.host) as running, contextlib.suppress(KeyboardInterrupt):
        address = f"http://{options.host}:{running.server_address[1]}/"
        if options.host not in ("127.0.0.1", "localhost", "::1"):
            print("warning: everybody in this network can read and hear what is in the folder", file=sys.stderr)
        print(printable(f"{address} serves {folder}; stop it with Ctrl-C"), file=sys.stderr)
        running.serve_forever()
    return 0


def _studio(options: argparse.Namespace) -> int:
    from ..studio.starting import run

    with contextlib.suppress(KeyboardInterrupt):
        run(Path(options.project), options.port, browser=not options.no_browser)
    return 0


def _export(options: argparse.Namespace) -> int:
    from .exporting import run

    return run(options, _project(options))


def _cache(options: argparse.Namespace) -> int:
    from ..machine.cache import open_cache

    if options.prune == (options.max_mb is None and options.max_days is None):
        raise UsageError("--prune and --max-mb or --max-days go together")
    cache = open_cache(_project(options).settings)
    if options.verify:
        damaged = cache.verify()
        print(f"{len(damaged)} damaged files removed; they will be made again", file=sys.stderr)
    if options.prune:
        limit = None if options.max_mb is None else int(options.max_mb * 1e6)
        print(f"{cache.prune(limit, options.max_days)} files removed", file=sys.stderr)
    stats = cache.stats()
    print(f"{cache.folder}: {stats.files} files, {stats.bytes / 1e6:.1f} MB")
    return 0


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns on stdout: padded on a terminal, separated by tabs for other programs."""
    rows = [[printable(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in [header, *rows]:
            print("\t".join(row))
        return
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
    for row in [header, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
