"""What tests take: a server with settings of its own, which holds the example papers and an account."""
import os
import pathlib
import shutil

import pytest

import served
import visiting

BINARY = pathlib.Path(os.environ.get("GOLDTHREAD_BINARY", served.ROOT / ".build" / "debug" / "goldthread"))
#: Enough for promises to report on.
PAPERS = [served.ROOT / "Examples" / "recovery-plan.txt"]


@pytest.fixture(scope="session")
def begun(tmp_path_factory):
    """A folder with a ledger and accounts, and somebody who has signed in; tests take copies."""
    folder = tmp_path_factory.mktemp("begun")
    ledger = served.new_ledger(BINARY, folder, *PAPERS)
    site = served.Served(BINARY, ledger, folder / "site.accounts")
    visitor = visiting.first_account(site)
    visitor.close()
    site.close()
    return folder, visitor


@pytest.fixture
def home(begun, tmp_path):
    """A ledger, accounts and a session of the test's own."""
    folder, visitor = begun
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    return tmp_path, visitor


@pytest.fixture
def serve(home):
    """Starts a server, with settings as the environment gives them, and says who has signed in at it."""
    folder, visitor = home
    running = []

    def serve(before=None, **settings):
        environment = {f"GOLDTHREAD_{key.upper()}": str(value) for key, value in settings.items()}
        site = served.Served(BINARY, folder / "example.db", folder / "site.accounts", environment, before)
        running.append(site)
        return site, visitor.again(site.address)

    yield serve
    for site in running:
        if site.process.poll() is None:
            site.close()
