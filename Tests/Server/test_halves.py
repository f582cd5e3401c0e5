"""Uploads and forms of which half comes, and uploads that are too many at once."""
import pathlib
import socket
import struct

import pytest

from watching import memory, sockets, until

FILES = "multipart/form-data; boundary=half-a-thread"


def leave(line):
    line.close()


def hang_up(line):
    """Ends a connection as one ends that breaks: by a reset."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.close()


def stop_sending(line):
    """Ends one direction, as a client does that still waits for an answer."""
    line.shutdown(socket.SHUT_WR)
    assert not line.recv(65536).startswith(b"HTTP/1.1 303")
    line.close()


ENDS = pytest.mark.parametrize("end", [leave, hang_up, stop_sending])


@ENDS
def test_half_an_upload_keeps_nothing_and_takes_no_room(serve, end):
    # Room for one such form at a time: what stayed taken would turn the next away.
    site, visitor = serve(upload_limit=10, upload_memory=11)
    body = visitor.parts("half.txt", b"# A plan\n" * 1_000_000)
    for _ in range(5):
        line = visitor.line()
        line.sendall(visitor.head("POST", "/imports", len(body), FILES) + body[:len(body) // 2])
        end(line)
        # The site misses the paper in it, after it was taken in whole.
        assert until(lambda: visitor.upload("/imports", "whole.bin", b"x" * 8_000_000, "other").status == 400)
    assert "half.txt" not in visitor.get("/imports").text
    assert memory(site) < 300


@ENDS
@pytest.mark.parametrize("kind", ["plain", "files", "chunks"])
def test_half_a_form_changes_nothing(serve, end, kind):
    site, visitor = serve()
    path = "/records/ACT-1/update"
    fields = {"seen": "1", "status": "On Target", "narrative": "All of the bridge was mended, but for one arch. " * 20}
    line = visitor.line()
    if kind == "files":
        body = visitor.parts("e.txt", b"words", "file", fields)
        line.sendall(visitor.head("POST", path, len(body), FILES) + body[:-20])
    elif kind == "plain":
        body = visitor.fields(fields)
        body = body[body.index(b"form-token"):] + b"&" + body
        line.sendall(visitor.head("POST", path, len(body)) + body[:-20])
    else:
        body = visitor.fields(fields)
        head = visitor.head("POST", path, more="Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n")
        line.sendall(head + b"%x\r\n%s\r\n" % (len(body), body))
    end(line)
    assert until(lambda: sockets(site) == 1), "whatever becomes of it has become"
    answer = visitor.post(path, seen="1", status="On Target", narrative="The weir was mended.")
    assert answer.status == 303, answer.text
    assert "bridge" not in visitor.get("/records/ACT-1").text
    # It is nobody's fault: whoever looks after the server need not act.
    assert " error " not in pathlib.Path(site.log.name).read_text()


def test_uploads_beyond_the_room_are_asked_to_come_again(serve):
    site, visitor = serve(upload_limit=10, upload_memory=11)
    body = visitor.parts("large.txt", b"# A plan\n\n" + b"words " * 1_500_000)
    line = visitor.line()
    line.sendall(visitor.head("POST", "/imports", len(body), FILES) + body[:-1000])
    # The first is under way as soon as the second finds no room.
    second = visitor.again()
    assert until(lambda: second.upload("/imports", "a.txt", b"words " * 500_000).status == 503)
    answer = second.upload("/imports", "b.txt", b"words " * 500_000)
    assert answer.headers["Retry-After"] == "30" and "half a minute" in answer.text
    assert "b.txt" not in second.get("/imports").text
    line.sendall(body[-1000:])
    assert line.recv(65536).startswith(b"HTTP/1.1 303")
    assert until(lambda: second.upload("/imports", "b.txt", b"words " * 500_000).status == 303)


def test_strangers_send_little(serve):
    site, visitor = serve()
    stranger = type(visitor)(site.address)
    answer = stranger.post("/sign-in", address="a@b.example", password="x" * 100_000)
    assert answer.status == 413 and "16 kB" in answer.text
    # Whoever has no right to send a paper is told so before it has come.
    line = stranger.line()
    line.sendall(stranger.head("POST", "/imports", 50_000_000, FILES))
    assert line.recv(65536).startswith(b"HTTP/1.1 303")
