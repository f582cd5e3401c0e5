"""Ten thousand connections, and fewer files than connections."""
import resource

import pytest

from watching import memory, sockets

WANTED = 10_000


@pytest.fixture
def descriptors():
    """How many connections this test may open: both ends are on this computer, each with a descriptor in its process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    yield hard
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def allowing(soft, hard):
    """Lets a server open so many files, and so many if it asks for more."""
    return lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_ten_thousand_connections_stop_nobody(serve, descriptors):
    many = min(WANTED, descriptors - 500)
    if many < 2_000:
        pytest.skip(f"this computer lets a program open {descriptors} files only")
    site, visitor = serve(before=allowing(1024, descriptors), connection_idle=600)
    before = memory(site)
    lines = [visitor.line() for _ in range(many)]
    # Some of them have asked for something before.
    for line in lines[::10]:
        line.sendall(visitor.head("GET", "/health"))
    for line in lines[::10]:
        assert line.recv(65536).startswith(b"HTTP/1.1 200")
    late = visitor.again()
    assert late.get("/plans/PLN-1").status == 200
    answer = late.post("/records/ACT-1/update", seen="1", status="On Target", narrative="Under load.")
    assert answer.status == 303
    assert sockets(site) > many
    print(f"{many} connections: {before:.0f} MB before, {memory(site):.0f} MB with them")


def test_where_files_are_few_connections_wait_and_the_ledger_is_read(serve, descriptors):
    site, visitor = serve(before=allowing(160, 160), connection_idle=1)
    lines = [visitor.line() for _ in range(80)]
    # They take all that there is, and end by themselves. Then whoever waited is answered.
    late = visitor.again()
    assert late.get("/plans/PLN-1").status == 200
    answer = late.post("/records/ACT-1/update", seen="1", status="On Target", narrative="With few files.")
    assert answer.status == 303
    assert sockets(site) < 40
    with open(site.log.name) as log:
        words = log.read()
    assert "few connections" in words and "160" in words
    for line in lines:
        line.close()
