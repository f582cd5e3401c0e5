"""Clients that are slow, on purpose or by their line."""
import time

import pytest

from watching import sockets, until

#: Limits that take seconds, not minutes. The pace is what a slow line manages.
QUICK = dict(connection_idle=2, connection_patience=1, connection_pace=8)


def is_ended(line):
    """Whether the server has ended a connection."""
    try:
        return line.recv(65536) == b""
    except ConnectionError:
        return True
    except BlockingIOError:
        return False


def dribbles_until_ended(line, beginning):
    """Sends a byte now and then, and says whether that was ended; somebody else is answered meanwhile."""
    line.sendall(beginning)
    line.setblocking(False)

    def ended():
        try:
            line.send(b"x")
        except BlockingIOError:
            pass
        except ConnectionError:
            return True
        time.sleep(0.05)
        return is_ended(line)

    return until(ended)


def test_heads_that_dribble_are_ended_and_others_are_answered_meanwhile(serve):
    site, visitor = serve(**QUICK)
    lines = [visitor.line() for _ in range(200)]
    for line in lines:
        line.sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
    assert visitor.get("/plans/PLN-1").status == 200
    assert dribbles_until_ended(lines[0], b"x")
    assert until(lambda: sockets(site) < 50)


def test_a_body_that_dribbles_is_ended_and_keeps_nothing(serve):
    site, visitor = serve(**QUICK)
    body = visitor.parts("dribble.txt", b"x" * 500_000)
    head = visitor.head("POST", "/imports", len(body), "multipart/form-data; boundary=half-a-thread")
    line = visitor.line()
    assert dribbles_until_ended(line, head + body[:1000])
    assert "dribble.txt" not in visitor.get("/imports").text


def test_an_upload_over_a_slow_line_gets_through(serve):
    site, visitor = serve(**QUICK)
    body = visitor.parts("slow.txt", b"# A plan\n\n" + b"words " * 13_000)
    line = visitor.line()
    line.sendall(visitor.head("POST", "/imports", len(body), "multipart/form-data; boundary=half-a-thread"))
    # Longer than anybody may seem to do nothing, and faster than the pace.
    for start in range(0, len(body), 4000):
        line.sendall(body[start:start + 4000])
        time.sleep(0.1)
    assert line.recv(65536).startswith(b"HTTP/1.1 303")


def test_a_connection_without_requests_is_ended(serve):
    site, visitor = serve(**QUICK)
    line = visitor.line()
    line.sendall(visitor.head("GET", "/health"))
    assert line.recv(65536).startswith(b"HTTP/1.1 200")
    line.setblocking(False)
    assert until(lambda: is_ended(line))


@pytest.fixture
def file(serve):
    """A server that keeps a large file, and how it is asked for."""
    site, visitor = serve(**QUICK | dict(connection_patience=2))
    answer = visitor.upload(
        "/records/ACT-1/update", "e.bin", b"x" * 12_000_000, "file", seen=1, narrative="See the file", status="On Target")
    assert answer.status == 303, answer.text
    path = [part for part in visitor.get("/records/ACT-1").text.split('"') if part.endswith("/file")][0]
    visitor.close()
    return site, visitor, visitor.head("GET", path, more="Connection: close\r\n")


def test_an_answer_that_nobody_takes_is_ended(file):
    site, visitor, asked = file
    assert until(lambda: sockets(site) == 1)
    line = visitor.line(buffer=4096)
    line.sendall(asked)
    assert until(lambda: sockets(site) == 2)
    assert until(lambda: sockets(site) == 1)
    assert visitor.get("/health").status == 200


def test_an_answer_over_a_slow_line_gets_through(file):
    site, visitor, asked = file
    line = visitor.line(buffer=200_000)
    line.sendall(asked)
    got = 0
    while part := line.recv(65536):
        got += len(part)
        # For longer than the server's patience, when the system's own buffers are as large as they get.
        if 5_000_000 < got < 6_400_000:
            time.sleep(len(part) / 400_000)
    assert got > 12_000_000
