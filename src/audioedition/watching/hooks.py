"""What was built -> a command or an address of the user's, told as JSON."""

from __future__ import annotations

import json
import shlex
import subprocess
import urllib.request
from typing import Any
from urllib.error import URLError

from ..build.edition import Result
from ..build.planning import NOT_MADE
from ..errors import UsageError, printable

COMMAND_S = 600.0
ADDRESS_S = 20.0


def call_hook(hook: str, result: Result) -> str:
    """Tell `hook` of an edition and of articles that failed; what went wrong with that, in a line.

    A command gets the JSON on standard input, an address as a POST. Nothing that it does ends anything here.
    """
    told = result.as_json()
    made = [step for step in told["articles"] if step["action"] not in NOT_MADE]
    events = [("edition", made)] if made else []
    if told["failed"]:
        events.append(("failed", [step for step in told["articles"] if step["action"] == "failed"]))
    problems = [_call(hook, {**told, "event": event, "articles": steps}) for event, steps in events if hook]
    return "; ".join(filter(None, problems))


def check_hook(hook: str) -> None:
    """Raises UsageError for what is neither an address nor a command."""
    try:
        empty = bool(hook) and not shlex.split(hook)
    except ValueError as e:
        raise UsageError(f"--hook cannot be understood: {e}", remedy="mind its quotation marks") from e
    if empty:
        raise UsageError("--hook is empty", remedy="name a command or an address")


def _call(hook: str, told: dict[str, Any]) -> str:
    data = json.dumps(told, ensure_ascii=False).encode()
    try:
        if hook.startswith(("http://", "https://")):
            headers = {"Content-Type": "application/json", "User-Agent": "audioedition"}
            request = urllib.request.Request(hook, data, headers, method="POST")
            with urllib.request.urlopen(request, timeout=ADDRESS_S):
                return ""
        done = subprocess.run(shlex.split(hook), input=data, stdout=subprocess.DEVNULL, timeout=COMMAND_S)
        return f"the hook ended with status {done.returncode}" if done.returncode else ""
    except subprocess.TimeoutExpired:
        return f"the hook took longer than {COMMAND_S:g} s"
    except (URLError, OSError, ValueError) as e:
        return printable(f"the hook failed: {getattr(e, 'strerror', None) or e}")
