"""An http(s) address that the user gave -> its bytes. The only module that uses the network, and only through `fetch`.

Refused: other schemes, addresses with a password, hosts on this machine or in private networks (unless a setting allows
them), what the site's robots.txt (RFC 9309) closes to everybody. The address that was checked is the one connected to,
so that a name cannot point elsewhere in between. Time, size and redirects are bounded. Proxies are not used.
"""

from __future__ import annotations

import contextlib
import gzip
import http.client
import io
import ipaddress
import queue
import socket
import ssl
import threading
import time
import urllib.robotparser
import zlib
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from ..errors import LaterError, ReadingError
from ..settings import ReadSettings

MAX_REDIRECTS = 5
MAX_ROBOTS_BYTES = 500_000
MOVED, BUSY = (301, 302, 303, 307, 308), (429, 503)
"""Status: it stands elsewhere; it will be there later (RFC 6585, 4; RFC 9110, 15.6.4)."""
USER_AGENT = "audioedition"
_CARRYING_IPV4 = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "::/96", "::ffff:0:0:0/96")))
"""Networks whose last 32 bits are an IPv4 address: NAT64 (RFC 6052), compatible (RFC 4291), translated (RFC 2765)."""
_NOT_PUBLIC = tuple(
    map(ipaddress.ip_network, ("fec0::/10", "64:ff9b:1::/48", "3fff::/20", "5f00::/16", "192.88.99.0/24"))
)
"""IANA's special-purpose networks that one or the other Python takes for public: site-local (RFC 3879), local NAT64
(RFC 8215), documentation (RFC 9637), segment routing (RFC 9602), relays of 6to4 (RFC 7526)."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address holds."""

    data: bytes
    url: str
    """Where it was found in the end, after redirects."""
    content_type: str = ""
    etag: str = ""
    modified: str = ""
    """With the one before what its server calls this version of it."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """To one request."""

    status: int
    location: str | None
    retry_after: str
    fetched: Fetched


class _Connections:
    """The connection that is open at the moment, so that it can be ended from outside."""

    def __init__(self) -> None:
        self.open: socket.socket | None = None

    def end(self) -> None:
        """Wake whoever waits for it; it is the wrapped socket that has to be shut where there is TLS."""
        if self.open is not None:
            with contextlib.suppress(OSError, ValueError):
                self.open.shutdown(socket.SHUT_RDWR)
                self.open.close()


def fetch(url: str, settings: ReadSettings, *, since: Fetched | None = None) -> Fetched:
    """What stands at `url`; `since` itself when nothing else has stood there since that was fetched.

    Raises ReadingError, naming the address, for everything that can go wrong.

    It ends in time whatever the other side does, and whatever looking up its name, shaking hands or reading waits for:
    the work is done in a thread that is left behind.
    """
    connections = _Connections()
    done: queue.SimpleQueue[Fetched | BaseException] = queue.SimpleQueue()

    def work() -> None:
        try:
            done.put(_fetch(url, settings, connections, since))
        except BaseException as e:
            done.put(e)

    threading.Thread(target=work, daemon=True).start()
    try:
        outcome = done.get(timeout=settings.timeout_s)
    except queue.Empty:
        connections.end()
        raise _slow(url, settings) from None
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


def _fetch(url: str, settings: ReadSettings, connections: _Connections, since: Fetched | None) -> Fetched:
    deadline = time.monotonic() + settings.timeout_s
    seen_robots: dict[str, urllib.robotparser.RobotFileParser] = {}
    current = url
    for _ in range(MAX_REDIRECTS + 1):
        _allowed_by_robots(current, url, settings, deadline, seen_robots, connections)
        known = since if since and since.url == current else None
        answer = _get(current, url, settings, settings.max_bytes, deadline, connections, known)
        if answer.status in MOVED and answer.location:
            current = urljoin(current, answer.location)
        elif answer.status == 304 and known:
            return known
        elif answer.status in BUSY and (after := _seconds(answer.retry_after)) is not None:
            if time.monotonic() + after > deadline:
                raise _later(url, after)
            time.sleep(after)
        elif answer.status != 200:
            said = f"answers {answer.status} {http.client.responses.get(answer.status, '')}".rstrip()
            raise _error(url, said, "check the address in a browser")
        elif not answer.fetched.data.strip():
            raise _error(url, "is empty", "check the address in a browser")
        else:
            return answer.fetched
    raise _error(url, f"redirects more than {MAX_REDIRECTS} times", "give the final address")


def _allowed_by_robots(
    current: str,
    url: str,
    settings: ReadSettings,
    deadline: float,
    seen: dict[str, urllib.robotparser.RobotFileParser],
    connections: _Connections,
) -> None:
    parts = _split(current, url)
    origin = f"{parts.scheme}://{parts.netloc}"
    if origin not in seen:
        rules = urllib.robotparser.RobotFileParser()
        target = f"{origin}/robots.txt"
        lines: list[str] = []
        for _ in range(MAX_REDIRECTS + 1):
            answer = _get(target, url, settings, MAX_ROBOTS_BYTES, deadline, connections, cut=True)
            if answer.status in MOVED and answer.location:
                target = urljoin(target, answer.location)
                continue
            if answer.status == 200:
                lines = answer.fetched.data.decode("utf-8", "replace").splitlines()
            elif answer.status >= 500:
                lines = ["User-agent: *", "Disallow: /"]  # RFC 9309, 2.3.1.4: unreachable means closed
            break
        rules.parse(lines)
        seen[origin] = rules
    if not seen[origin].can_fetch(USER_AGENT, current):
        raise _error(
            url, "is closed to programs by the site's robots.txt", "save the page with a browser and give the file"
        )


def _split(current: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(current)
        port = parts.port
    except ValueError as e:
        raise _error(url, f"is no valid address: {e}", "give an address that starts with http:// or https://") from e
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _error(url, f"leads to {current[:100]!r}, which is not http or https", "give an http or https address")
    if parts.username is not None or parts.password is not None:
        raise _error(url, "holds a user name or password", "give a public address")
    if port == 0:
        raise _error(url, "has port 0", "check the address")
    return parts


def _get(
    current: str,
    url: str,
    settings: ReadSettings,
    limit: int,
    deadline: float,
    connections: _Connections,
    known: Fetched | None = None,
    *,
    cut: bool = False,
) -> _Answer:
    """One request without redirects; status 304 where it still is what is `known`.
    `cut`: a longer body is cut instead of refused."""
    parts = _split(current, url)
    left = deadline - time.monotonic()
    if left <= 0:
        raise _slow(url, settings)
    connection = None
    try:
        connection = _asked(parts, url, settings, left, connections, known)
        response = connection.getresponse()
        refused = not cut and response.status == 200
        size = response.getheader("Content-Length", "")
        if refused and size.isdecimal() and int(size) > limit:
            raise _large(url, limit)
        data = response.read(limit + 1)
        if response.getheader("Content-Encoding", "").strip().lower() == "gzip":
            data = gzip.GzipFile(fileobj=io.BytesIO(data)).read(limit + 1)
        if refused and len(data) > limit:
            raise _large(url, limit)
        named = (response.getheader(name, "") for name in ("Content-Type", "ETag", "Last-Modified"))
        found = Fetched(data[:limit], current, *named)
        later = response.getheader("Retry-After", "")
        return _Answer(response.status, response.getheader("Location"), later, found)
    except (OSError, http.client.HTTPException, ValueError, EOFError, zlib.error) as e:
        raise _failed(url, e, settings) from e
    finally:
        if connection is not None:
            connection.close()


def _asked(
    parts: SplitResult,
    url: str,
    settings: ReadSettings,
    left: float,
    connections: _Connections,
    known: Fetched | None,
) -> http.client.HTTPConnection:
    """A connection on which the request has been sent."""
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    connections.open = socket.create_connection((_checked(host, port, url, settings), port), timeout=left)
    if parts.scheme == "https":
        connections.open = ssl.create_default_context().wrap_socket(
            connections.open, server_hostname=host, do_handshake_on_connect=False
        )
        connections.open.do_handshake()
    connection = http.client.HTTPConnection(host, port, timeout=left)
    connection.sock = connections.open
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
    headers = {
        "User-Agent": USER_AGENT,
        "Accept": "text/html, application/xml, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.modified:
        headers["If-Modified-Since"] = known.modified
    connection.request("GET", path + query, headers=headers)
    return connection


def _failed(url: str, e: Exception, settings: ReadSettings) -> ReadingError:
    if isinstance(e, TimeoutError):
        return _slow(url, settings)
    if isinstance(e, ssl.SSLError):
        reason = getattr(e, "verify_message", "") or e.reason
        return _error(url, f"has no valid certificate: {reason}", "check the address")
    problem = getattr(e, "strerror", None) or str(e) or type(e).__name__
    return _error(url, f"cannot be fetched: {problem}", "check the address and the network, or give a saved file")


def _checked(host: str, port: int, url: str, settings: ReadSettings) -> str:
    """The IP address to connect to. Raises ReadingError if the name resolves to any address that is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as e:
        raise _error(
            url, f"cannot be fetched: {host} is not found", "check the address and the network, or give a saved file"
        ) from e
    addresses = [str(entry[4][0]) for entry in found]
    if not settings.allow_private_addresses:
        for address in addresses:
            if not is_public(address):
                raise _error(
                    url, f"leads to {address}, which is on this machine or in a private network",
                    "set allow_private_addresses = true in [read] of edition.toml if you mean it",
                )  # fmt: skip
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, tunnelled and mapped addresses seen through."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and any(ip in network for network in _CARRYING_IPV4):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not any(ip in network for network in _NOT_PUBLIC)


def _seconds(retry_after: str) -> float | None:
    """When to ask again, in seconds from now, by the header of that name: seconds or a date (RFC 9110, 10.2.3)."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        at = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max((at - datetime.now(at.tzinfo)).total_seconds(), 0.0)


def _later(url: str, after_s: float) -> LaterError:
    error = LaterError(f"wants to be asked again in {after_s:.0f} s", article=url, remedy="run the build again then")
    error.after_s = after_s
    return error


def _slow(url: str, settings: ReadSettings) -> ReadingError:
    return _error(
        url, f"takes longer than {settings.timeout_s:g} s", "try again, or raise timeout_s in [read] of edition.toml"
    )


def _large(url: str, limit: int) -> ReadingError:
    return _error(url, f"is larger than {limit / 1e6:g} MB", "raise max_bytes in [read] of edition.toml")


def _error(url: str, problem: str, remedy: str) -> ReadingError:
    return ReadingError(problem, article=url, remedy=remedy)
