"""The server is told to stop while it is at work."""
import signal
import time

import pytest

from watching import until

PATH = "/records/ACT-1/update"


def stopped(site):
    """Tells a server to stop."""
    site.process.send_signal(signal.SIGTERM)


def is_closed(visitor):
    """Whether nobody listens any more."""
    try:
        visitor.line().close()
        return False
    except ConnectionRefusedError:
        return True


def test_what_is_under_way_is_answered_and_idle_connections_hold_up_nothing(serve):
    site, visitor = serve()
    idle = [visitor.line() for _ in range(50)]
    for line in idle[:25]:
        line.sendall(visitor.head("GET", "/health"))
        assert line.recv(65536).startswith(b"HTTP/1.1 200")
    body = visitor.fields({"seen": "1", "status": "On Target", "narrative": "Said while it stopped."})
    line = visitor.line()
    line.sendall(visitor.head("POST", PATH, len(body)) + body[:-10])
    assert visitor.get("/health").status == 200
    stopped(site)
    assert until(lambda: is_closed(visitor))
    line.sendall(body[-10:])
    assert line.recv(65536).startswith(b"HTTP/1.1 303")
    # Well before the time that those get who send nothing more.
    assert site.process.wait(timeout=8) == 0
    assert all(line.recv(65536) == b"" for line in idle)
    site, visitor = serve()
    assert "Said while it stopped." in visitor.get("/records/ACT-1").text


def test_an_answer_on_its_way_is_sent_whole(serve):
    site, visitor = serve()
    answer = visitor.upload(PATH, "e.bin", b"x" * 20_000_000, "file", seen=1, narrative="See the file", status="On Target")
    assert answer.status == 303, answer.text
    path = [part for part in visitor.get("/records/ACT-1").text.split('"') if part.endswith("/file")][0]
    line = visitor.line(buffer=100_000)
    line.sendall(visitor.head("GET", path))
    got = len(line.recv(1000))
    stopped(site)
    assert until(lambda: is_closed(visitor))
    while part := line.recv(65536):
        got += len(part)
    assert got > 20_000_000
    assert site.process.wait(timeout=8) == 0


@pytest.mark.parametrize("half", ["head", "body", "answer"])
def test_who_does_not_go_on_is_not_waited_for(serve, half):
    site, visitor = serve(stop_wait=1)
    line = visitor.line()
    if half == "head":
        line.sendall(b"GET / HTTP/1.1\r\nX: ")
    elif half == "body":
        line.sendall(visitor.head("POST", PATH, 1000) + b"seen=1")
    else:
        line.sendall(visitor.head("GET", "/plans/PLN-1") * 2_000)
    assert visitor.get("/health").status == 200
    stopped(site)
    assert site.process.wait(timeout=15) == 0
