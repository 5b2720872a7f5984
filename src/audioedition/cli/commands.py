"""What each command does: a few lines around a function of another module. Imports are inside, so `--help` is quick."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError, printable

if TYPE_CHECKING:
    from ..build.progress import Reporter
    from ..project import Project
    from ..reading import Source

SCREENFUL = 20
"""When a build had more articles than this, what failed is said once more at its end."""


def tell(text: str) -> None:
    """A line on stderr, as far as anybody can hear it."""
    with contextlib.suppress(OSError, ValueError):
        print(printable(text), file=sys.stderr, flush=True)


def _project(options: argparse.Namespace, **overrides: dict[str, object]) -> Project:
    from ..project import load_project

    return load_project(Path(options.project), overrides)


def _elsewhere(options: argparse.Namespace) -> dict[str, dict[str, object]]:
    """The settings that `--output` stands for."""
    if not options.output:
        return {}
    from ..machine.objects import is_address

    where = options.output.removeprefix("file://")
    return {"edition": {"output": where if is_address(where) else str(Path(where).expanduser().absolute())}}


def _reporter(options: argparse.Namespace) -> Reporter:
    from ..build import progress

    if options.quiet:
        return progress.Quiet()
    if options.json:
        return progress.Json()
    return progress.Terminal() if sys.stderr.isatty() else progress.Plain()


def build(options: argparse.Namespace) -> int:
    from ..build.edition import build, find, not_read
    from ..engines import better_voices

    overrides = _elsewhere(options)
    if options.jobs is not None:
        if options.jobs < 1:
            raise UsageError(f"--jobs must be 1 or more, not {options.jobs}")
        overrides["build"] = {"jobs": options.jobs}

    def sources(project: Project) -> Sequence[Source]:
        return find(project, options.source, options.type)

    with contextlib.ExitStack() as stack:
        workers = None
        if options.when_told:
            from ..build.standing import Workers, wait_ready

            workers = stack.enter_context(Workers())
            if not wait_ready(lambda: _project(options, **overrides), sources, workers):
                return 0
        project = _project(options, **overrides)
        report = stack.enter_context(_reporter(options))
        result = build(project, sources(project), report, cluster=options.cluster, workers=workers)
    if options.json:
        print(json.dumps(result.as_json(), ensure_ascii=False, indent=1))
    elif not options.quiet:
        for error in result.failed if len(result.steps) > SCREENFUL else ():
            tell(f"failed: {error}")
        for line in (*result.doubts(), *not_read(project, options.source)):
            tell(line)
        if line := better_voices(result.language, project.voices.values()):
            tell(line)
        tell(result.summary())
    return 1 if result.failed else 0


def watch(options: argparse.Namespace) -> int:
    from ..watching import Watch
    from ..watching.hooks import check_hook

    check_hook(options.hook)
    if options.every < 1:
        raise UsageError("--every must be 1 minute or more")
    _project(options, **_elsewhere(options))  # what is wrong from the start is wrong use
    with _reporter(options) as report:
        Watch(
            lambda: _project(options, **_elsewhere(options)),
            options.source,
            report,
            60 * options.every,
            options.hook,
            options.mark_read,
            options.type,
        ).run()
    return 0


def publish(options: argparse.Namespace) -> int:
    from ..delivery import send
    from ..delivery.targets import is_remote

    project = _project(options, **_elsewhere(options))
    where = options.target or project.settings.edition.publish
    if not where:
        raise UsageError(
            "nothing says where to publish to", remedy='name a TARGET, or write publish = "…" in edition.toml'
        )
    if options.target and "://" not in where and not is_remote(where):
        where = str(Path(where).absolute())
    tell(send(project, where).summary())
    return 0


def plan(options: argparse.Namespace) -> int:
    from ..build.edition import find, not_read, plan
    from ..build.reviewing import Repeats

    project = _project(options, **_elsewhere(options))
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


def script(options: argparse.Namespace) -> int:
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


def normalise(options: argparse.Namespace) -> int:
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


def words(options: argparse.Namespace) -> int:
    from ..build.edition import find
    from ..build.reviewing import leave_out, review

    project = _project(options)
    if options.leave_out:
        print(printable(f"{leave_out(project.settings.root, options.leave_out)}: it is left out now"), file=sys.stderr)
        return 0
    for row in review(project, find(project, options.source, options.type)).rows():
        print("\t".join(map(printable, row)))
    return 0


def voices(options: argparse.Namespace) -> int:
    from ..engines import better_voices, pace

    project = _project(options)
    voices = sorted(project.voices.values(), key=lambda v: (v.engine == "system", v.engine, v.name))
    if options.json:
        print(json.dumps([dataclasses.asdict(v) for v in voices], ensure_ascii=False, indent=1))
        return 0
    rows = [(v.name, v.language, str(v.gender), v.engine, pace(v), v.licence, v.description) for v in voices]
    _table(("voice", "language", "gender", "engine", "x real time", "licence", "description"), rows)
    if line := better_voices(project.settings.edition.language, voices):
        print(line, file=sys.stderr)
    return 0


def say(options: argparse.Namespace) -> int:
    from .saying import say

    written = say(_project(options), options.text, options.voice, Path(options.output))
    print(printable(f"{options.output}: {written.seconds:.1f} s, {written.voice}: {written.spoken}"), file=sys.stderr)
    return 0


def check(options: argparse.Namespace) -> int:
    from ..checking import HEADER, check

    folder = Path(options.dir) if options.dir else _project(options).output
    checked = check(folder, listen=options.listen)
    if options.json:
        print(json.dumps([c.as_json() for c in checked], ensure_ascii=False, indent=1))
    else:
        _table(HEADER, [c.row() for c in checked])
    return 1 if any(c.faults for c in checked) else 0


def doctor(options: argparse.Namespace) -> int:
    from .doctor import diagnose

    findings = diagnose(Path(options.project))
    for finding in findings:
        print(printable(f"{'ok' if finding.ok else 'MISSING':8}{finding.what}: {finding.text}"))
    return 0 if all(finding.ok or finding.optional for finding in findings) else 1


def init(options: argparse.Namespace) -> int:
    from .init import init

    for path in init(Path(options.dir)):
        print(printable(str(path)))
    print(f"put articles into {options.dir}/seeds, then run: audioedition -C {options.dir} build", file=sys.stderr)
    return 0


def serve(options: argparse.Namespace) -> int:
    from .serving import server

    folder = Path(options.dir) if options.dir else _project(options).output
    with server(folder, options.port, options.host) as running, contextlib.suppress(KeyboardInterrupt):
        address = f"http://{options.host}:{running.server_address[1]}/"
        if options.host not in ("127.0.0.1", "localhost", "::1"):
            print("warning: everybody in this network can read and hear what is in the folder", file=sys.stderr)
        print(printable(f"{address} serves {folder}; stop it with Ctrl-C"), file=sys.stderr)
        running.serve_forever()
    return 0


def studio(options: argparse.Namespace) -> int:
    from ..studio.starting import run

    with contextlib.suppress(KeyboardInterrupt):
        run(Path(options.project), options.port, browser=not options.no_browser)
    return 0


def export(options: argparse.Namespace) -> int:
    from .exporting import run

    return run(options, _project(options))


def cache(options: argparse.Namespace) -> int:
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
