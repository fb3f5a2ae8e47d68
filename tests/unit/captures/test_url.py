"""One address is fetched politely, never from a private machine, and never without end."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.captures import gather
from onrecord.captures.url import canonical
from onrecord.errors import CaptureError
from onrecord.settings import Settings

Page = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Host:
    """A server on loopback: `pages` by path, and the paths and headers that it was asked for."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    root: str = ""

    def settings(self, **changes: object) -> Settings:
        base = Settings(allow_hosts=("127.0.0.1",), delay_seconds=0.0, timeout_seconds=5.0)
        return replace(base, **changes)  # type: ignore[arg-type]

    def read(self, path: str, **changes: object):
        (found,) = gather(self.root + path, self.settings(**changes))
        return found

    def refusal(self, path: str, **changes: object) -> CaptureError:
        with pytest.raises(CaptureError) as caught:
            self.read(path, **changes)
        return caught.value


@contextmanager
def serving(address: str = "127.0.0.1") -> Iterator[Host]:
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host.asked.append(self.path)
            host.agents.append(self.headers["User-Agent"])
            host.pages.get(self.path, answers(b"not here", status=404))(self)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer((address, 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    host.root = f"http://{address}:{server.server_port}"
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as host:
        yield host


def answers(body: bytes, *, status: int = 200, headers: dict[str, str] | None = None) -> Page:
    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for key, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **(headers or {})}.items():
            handler.send_header(key, value)
        handler.end_headers()
        handler.wfile.write(body)

    return page


def redirects(to: str) -> Page:
    return answers(b"", status=302, headers={"Location": to})


def test_a_page_is_met_at_its_address_with_its_headers(host):
    host.pages["/a"] = answers(b"<p>Hello", headers={"X-Mood": "fair"})
    capture, sighting = host.read("/a#below", now=None)
    assert (capture.body, capture.media_type) == (b"<p>Hello", "text/html")
    assert (sighting.source, sighting.site, sighting.status, sighting.via) == (
        f"{host.root}/a",
        "127.0.0.1",
        200,
        "url",
    )
    assert ("X-Mood", "fair") in sighting.headers
    assert sighting.fetched_at is not None


def test_the_agent_names_the_contact(host):
    host.pages["/a"] = answers(b"x")
    host.read("/a", contact="desk@transport.example")
    assert all(agent.startswith("onrecord/") and "(+desk@transport.example)" in agent for agent in host.agents)


def test_robots_txt_is_asked_first_and_kept(host):
    host.pages["/robots.txt"] = answers(b"User-agent: onrecord\nDisallow: /inside/")
    host.pages["/inside/a"] = answers(b"x")
    error = host.refusal("/inside/a")
    assert "robots.txt" in str(error)
    assert host.asked == ["/robots.txt"]


def test_without_a_robots_txt_everything_may_be_read(host):
    host.pages["/a"] = answers(b"x")
    assert host.read("/a")[0].body == b"x"


def test_a_robots_txt_that_fails_means_no(host):
    host.pages["/robots.txt"] = answers(b"", status=500)
    host.pages["/a"] = answers(b"x")
    assert "which means no" in str(host.refusal("/a"))
    assert "/a" not in host.asked


def test_a_redirect_into_a_closed_part_is_refused(host):
    host.pages["/robots.txt"] = answers(b"User-agent: *\nDisallow: /inside/")
    host.pages["/a"] = redirects("/inside/b")
    assert "robots.txt" in str(host.refusal("/a"))


def test_the_pause_between_two_requests_is_kept(host):
    host.pages["/robots.txt"] = answers(b"User-agent: *\nCrawl-delay: 0.3")
    host.pages["/a"] = answers(b"x")
    begun = time.monotonic()
    host.read("/a")
    assert time.monotonic() - begun >= 0.3


def test_a_crawl_delay_of_an_hour_is_told_not_waited(host):
    host.pages["/robots.txt"] = answers(b"User-agent: *\nCrawl-delay: 3600")
    assert "3600 seconds" in str(host.refusal("/a"))


def test_a_redirect_is_followed_and_the_last_address_is_the_source(host):
    host.pages["/a"] = redirects("/b?x=1")
    host.pages["/b?x=1"] = answers(b"there")
    capture, sighting = host.read("/a")
    assert (capture.body, sighting.source) == (b"there", f"{host.root}/b?x=1")


def test_redirects_in_a_circle_end(host):
    host.pages["/a"], host.pages["/b"] = redirects("/b"), redirects("/a")
    assert "in a circle" in str(host.refusal("/a"))


def test_redirects_without_end_end(host):
    for number in range(20):
        host.pages[f"/{number}"] = redirects(f"/{number + 1}")
    assert "more than 10 times" in str(host.refusal("/0"))


def test_a_redirect_to_a_private_address_is_refused(host):
    with serving("127.0.0.2") as inner:
        inner.pages["/secret"] = answers(b"secret")
        host.pages["/a"] = redirects(f"{inner.root}/secret")
        error = host.refusal("/a")
        assert "127.0.0.2 is no public address" in str(error)
        assert inner.asked == []


def test_a_redirect_to_a_file_is_refused(host):
    host.pages["/a"] = redirects("file:///etc/hostname")
    assert "only http:// and https://" in str(host.refusal("/a"))


def test_loopback_is_refused_unless_allowed(host):
    host.pages["/a"] = answers(b"x")
    error = host.refusal("/a", allow_hosts=())
    assert "no public address" in str(error)
    assert "allow_hosts" in str(error)
    assert host.asked == []


def test_a_host_may_be_allowed_with_its_port(host):
    host.pages["/a"] = answers(b"x")
    named = host.root.removeprefix("http://")
    assert host.read("/a", allow_hosts=(named,))[0].body == b"x"
    assert "no public address" in str(host.refusal("/a", allow_hosts=("127.0.0.1:1",)))


def test_the_body_is_the_entity_after_content_decoding_and_the_header_stays(host):
    host.pages["/a"] = answers(b"", headers={})
    body = gzip.compress(b"<p>Hello")
    host.pages["/a"] = answers(body, headers={"Content-Encoding": "gzip"})
    capture, sighting = host.read("/a")
    assert capture.body == b"<p>Hello"
    assert ("Content-Encoding", "gzip") in sighting.headers


def test_a_bomb_in_gzip_is_defused(host):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush()
    host.pages["/a"] = answers(bomb, headers={"Content-Encoding": "gzip"})
    error = host.refusal("/a", max_bytes=1 << 20)
    assert "max_bytes" in str(error)


def test_a_large_answer_is_not_read_to_its_end(host):
    host.pages["/a"] = answers(bytes(100_000))
    assert "max_bytes" in str(host.refusal("/a", max_bytes=10_000))


def test_a_body_without_end_is_left(host):
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(40):
            try:
                handler.wfile.write(b"x")
                handler.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    host.pages["/a"] = drip
    begun = time.monotonic()
    assert "within 0.4 seconds" in str(host.refusal("/a", timeout_seconds=0.4))
    assert time.monotonic() - begun < 1.5


def test_a_body_shorter_than_declared_is_broken_off(host):
    host.pages["/a"] = answers(b"half", headers={"Content-Length": "1000"})
    assert "broken HTTP" in str(host.refusal("/a"))


def test_a_status_of_400_and_more_is_an_error_with_the_status(host):
    error = host.refusal("/nowhere")
    assert (error.status, error.source) == (404, f"{host.root}/nowhere")


def test_a_busy_host_is_asked_again(host):
    times = iter([answers(b"", status=503, headers={"Retry-After": "0"}), answers(b"there")])
    host.pages["/a"] = lambda handler: next(times)(handler)  # noqa: PLW0108  a page each time
    assert host.read("/a")[0].body == b"there"


def test_a_host_that_stays_busy_is_left_after_three_times(host):
    host.pages["/a"] = answers(b"", status=429)
    assert host.refusal("/a").status == 429
    assert host.asked.count("/a") == 3


def test_a_host_that_wants_an_hour_is_left_at_once(host):
    host.pages["/a"] = answers(b"", status=503, headers={"Retry-After": "3600"})
    assert "come back after 3600" in str(host.refusal("/a"))
    assert host.asked.count("/a") == 1


def test_nobody_there_is_an_error_that_says_so():
    with serving() as host:
        pass
    assert "robots.txt could not be had" in str(host.refusal("/a"))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("HTTP://Transport.Example:80/News#top", "http://transport.example/News"),
        ("https://transport.example", "https://transport.example/"),
        ("https://brücke.example/weg", "https://xn--brcke-lva.example/weg"),
        ("http://transport.example/a b?q=ä", "http://transport.example/a%20b?q=%C3%A4"),
    ],
)
def test_an_address_has_one_form(given, expected):
    assert canonical(given) == expected


@pytest.mark.parametrize("address", ["ftp://transport.example/", "http://", "http://mira:secret@transport.example/"])
def test_what_is_no_readable_address_is_refused(address):
    with pytest.raises(CaptureError):
        canonical(address)
