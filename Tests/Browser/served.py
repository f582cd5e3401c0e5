"""A goldthread that serves the example papers, each time from a ledger of its own."""
import functools
import os
import pathlib
import socket
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "out" / "browser"
PARTNERSHIP = "Mere Valley"
#: The example papers, and one PDF: only of a PDF can the page be shown on which a record was found.
PAPERS = [*sorted((ROOT / "Examples").glob("*.txt")), ROOT / "Tests" / "PapersTests" / "Samples" / "plan.pdf"]


def example_ledger(binary, folder, papers=PAPERS, publish="PLN-2"):
    """Brings papers into a new ledger and says where it is. One plan is for the public."""
    ledger = pathlib.Path(folder) / "example.db"
    command = [binary, "import", "--yes", "--ledger", ledger, "--partnership", PARTNERSHIP, *papers]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    if publish:
        command = [binary, "plan", publish, "--publish", "--ledger", ledger]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return ledger


class Served:
    """A site that runs until it is closed. Nobody has an account on it yet: `welcome` leads to the first."""

    def __init__(self, binary, ledger, accounts, settings=None, before=None):
        """`settings` go to it by the environment; `before` is called in its process before it begins."""
        self.binary, self.ledger = binary, ledger
        OUT.mkdir(parents=True, exist_ok=True)
        self.log = open(OUT / f"{pathlib.Path(accounts).stem}.log", "w")
        command = [binary, "serve", "--ledger", ledger, "--accounts", accounts, "--port", str(free_port())]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self.log, text=True, env=os.environ | (settings or {}),
            preexec_fn=before)
        self.address = self.printed("http")

    @functools.cached_property
    def welcome(self):
        return self.printed("http")

    def printed(self, start):
        """The next word that begins so; the program prints the site's address, then the first administrator's link."""
        for line in self.process.stdout:
            for word in line.split():
                if word.startswith(start):
                    return word
        raise RuntimeError(f"goldthread serve ended without saying where it serves: see {self.log.name}")

    def close(self):
        """Ends it by the signal that it is ended by in use, and sees that it ends well."""
        self.process.terminate()
        assert self.process.wait(timeout=20) == 0, f"goldthread serve did not end well: see {self.log.name}"
        self.log.close()


def free_port():
    with socket.socket() as socket_:
        socket_.bind(("127.0.0.1", 0))
        return socket_.getsockname()[1]
