"""Arguments and printing only: every command is a few lines around a function of another module.

Data goes to stdout, progress and messages to stderr. Exit status: 0 all done; 1 something failed but the rest was
built; 2 wrong use. Imports are inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import argparse
import atexit
import contextlib
import gc
import math
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence

from .. import __version__
from ..errors import AudioEditionError, UsageError
from . import commands

EPILOG = """\
examples:
  audioedition build                     every article in seeds/ -> output/
  audioedition build news/ -o site       every article below news/ -> site/
  pbpaste | audioedition build -         the article on stdin
  audioedition script story.txt          who would read what, with the pauses
  audioedition plan                      what build would do, and why

settings: edition.toml; voices: voices/cast.toml; sounds and pauses: audio/sound.toml
"""


_RUBBISH = 10_000
"""Objects made between two looks for rubbish in circles: a command makes its tables once and keeps them, and looking
after every 700 (Python's own number) is a tenth of a first script."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    _have_streams()
    gc.set_threshold(_RUBBISH)
    atexit.register(gc.freeze)  # looking through everything once more at the end would take as long as the start
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


def _end(status: int, text: str) -> int:
    """Say why a command ends."""
    commands.tell(f"audioedition: {text}")
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
    table = top.add_subparsers(required=True, metavar="COMMAND", title="commands")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        sub = table.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        sub.set_defaults(run=run)
        return sub

    def sources(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("source", nargs="*", metavar="SOURCE", help="files, folders, addresses or - (default: seeds/)")
        sub.add_argument("--type", metavar="MEDIA-TYPE", help="what stdin or unnamed files are, e.g. text/html")
        sub.add_argument(
            "-o", "--output", metavar="DIR", help="folder of the finished files, or s3://bucket/path (default: output/)"
        )
        sub.add_argument("--json", action="store_true", help="one JSON document on stdout")

    build = command("build", commands.build, "make the audio edition")
    sources(build)
    build.add_argument("-j", "--jobs", type=int, metavar="N", help="worker processes (default: one a core)")
    build.add_argument(
        "--cluster",
        metavar="ADDRESS",
        default="",
        help="the workers of a Dask scheduler do it: tcp://…, or local:N",
    )
    build.add_argument("-q", "--quiet", action="store_true", help="say nothing but failures")
    # For the studio: load what is needed, and begin when a line comes on standard input.
    build.add_argument("--when-told", action="store_true", help=argparse.SUPPRESS)

    sources(command("plan", commands.plan, "show what build would do, and why; touches nothing"))

    script = command(
        "script", commands.script, "show the script of one article: roles, speakers, voices, words, pauses"
    )
    script.add_argument("source", metavar="SOURCE", help="a file, an address or -")
    script.add_argument("--type", metavar="MEDIA-TYPE", help="what it is, where the name doesn't say")
    script.add_argument("--json", action="store_true", help="as one JSON document, every part with its offsets")
    script.add_argument("--why", action="store_true", help="with the rule or evidence that decided each part")

    normalise = command(
        "normalise", commands.normalise, "turn each written line of stdin into one spoken line on stdout"
    )
    normalise.add_argument(
        "--english",
        choices=("auto", "US", "GB", "IE", "IN", "AU", "PH", "NG", "ZA"),
        help="default: as edition.toml says",
    )
    normalise.add_argument("--date-order", choices=("month-first", "day-first", "auto"))

    words = command(
        "words", commands.words, "list what to look at before publishing: guesses, repeated lines, unknown words"
    )
    words.add_argument("source", nargs="*", metavar="SOURCE", help="files or folders (default: seeds/)")
    words.add_argument("--type", metavar="MEDIA-TYPE", help=argparse.SUPPRESS)
    words.add_argument("--leave-out", metavar="LINE", help="put a line on the list of what is not read")

    voices = command("voices", commands.voices, "list every voice that can be used here, with engine and licence")
    voices.add_argument("--json", action="store_true", help="as one JSON document")

    say = command("say", commands.say, "hear one line")
    say.add_argument("text", metavar="TEXT")
    say.add_argument("--voice", metavar="NAME", help="default: the narrator")
    say.add_argument("-o", "--output", metavar="FILE", default="say.wav", help="a .wav or .mp3 file (default: say.wav)")

    check = command("check", commands.check, "measure finished files against what they promise")
    check.add_argument("dir", nargs="?", metavar="DIR", help="a folder or one file (default: output/)")
    check.add_argument("--listen", action="store_true", help="also transcribe, and list the words that were not heard")
    check.add_argument("--json", action="store_true", help="as one JSON document")

    command("doctor", commands.doctor, "show what is installed, what is missing, and how to get it")

    init = command("init", commands.init, "make a new, working project folder")
    init.add_argument("dir", metavar="DIR")

    serve = command("serve", commands.serve, "put the edition on a local web server")
    serve.add_argument("dir", nargs="?", metavar="DIR", help="default: output/")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument(
        "--host", metavar="ADDRESS", default="127.0.0.1", help="0.0.0.0 lets players in your network listen too"
    )

    studio = command("studio", commands.studio, "open the editor's desk in a browser")
    studio.add_argument("--port", type=int, default=0, help="default: a free one")
    studio.add_argument("--no-browser", action="store_true", help="only print its address")

    watch = command("watch", commands.watch, "build whenever the sources change; addresses are asked at intervals")
    watch.add_argument(
        "source",
        nargs="*",
        metavar="SOURCE",
        help="files, folders, addresses, wallabag: readeck: karakeep: (default: seeds/)",
    )
    watch.add_argument(
        "--type", metavar="MEDIA-TYPE", help="what files named are; urls: a list of addresses or feeds (OPML)"
    )
    watch.add_argument(
        "-o", "--output", metavar="DIR", help="folder of the finished files, or s3://bucket/path (default: output/)"
    )
    watch.add_argument("--every", type=_amount, metavar="MINUTES", default=15.0, help="how often to ask (default: 15)")
    watch.add_argument(
        "--hook", metavar="COMMAND", default="", help="a command or an address that is told what was made"
    )
    watch.add_argument("--mark-read", action="store_true", help="mark saved articles as read when they have been made")
    watch.add_argument("--json", action="store_true", help="events as JSON lines on stderr")
    watch.add_argument("-q", "--quiet", action="store_true", help="say nothing but failures")

    publish = command("publish", commands.publish, "send what has changed in output/ to where listeners get it")
    publish.add_argument(
        "target",
        nargs="?",
        metavar="TARGET",
        help="a folder, user@host:path or s3://bucket/path (default: [edition] publish)",
    )
    publish.add_argument("-o", "--output", metavar="DIR", help="folder of the finished files (default: output/)")

    exporting = command("export", commands.export, "turn what has been built into talking books, sticks and audiobooks")
    exporting.add_argument("kind", metavar="KIND", help="epub, daisy202, daisy3, stick or audiobook")
    exporting.add_argument("-o", "--output", metavar="PATH", help="file or folder to make (default: after the edition)")
    exporting.add_argument("--days", type=int, metavar="N", help="the newest N days, an edition each")
    exporting.add_argument("--words", action="store_true", help="epub: every word lights up, not only every sentence")
    exporting.add_argument("--size", type=_amount, metavar="MB", default=512.0, help="stick: room on it (default: 512)")

    cache = command("cache", commands.cache, "show, prune or verify the store of clips")
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
