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
#: What is kept already where a test brings a paper in by itself.
KEPT = ROOT / "Examples" / "peer-challenge-action-plan.txt"
#: A plan of which something is too doubtful to be accepted unseen.
RECOVERY = ROOT / "Examples" / "recovery-plan.txt"
#: A plan as it was printed twice.
VERSIONS = ROOT / "Tests" / "IntakeTests" / "Versions" / "Chains" / "tables-with-references-by-position"
#: A review with recommendations: the real one that is shared with the project, where it is present, or the example.
SEED = next(
    pathlib.Path(os.environ.get("GOLDTHREAD_SHARED", ROOT.parent / "shared")).glob("seeds/001_*.txt"),
    ROOT / "Examples" / "peer-challenge-report.txt")


def goldthread(binary, ledger, *words, on=None):
    """Runs a command on a ledger; `on` a day of the past, as the computer's clock tells it then."""
    clock = ["faketime", f"{on} 10:00:00"] if on else []
    subprocess.run([*clock, binary, *words, "--ledger", ledger], check=True, stdout=subprocess.DEVNULL)


def new_ledger(binary, folder, *papers, on=None):
    """Brings papers into a new ledger and says where it is."""
    ledger = pathlib.Path(folder) / "example.db"
    goldthread(binary, ledger, "import", "--yes", "--partnership", PARTNERSHIP, *papers, on=on)
    return ledger


def example_ledger(binary, folder):
    """The ledger of the examples, of which one plan is for the public."""
    ledger = new_ledger(binary, folder, *PAPERS)
    goldthread(binary, ledger, "plan", "PLN-2", "--publish")
    return ledger


def past_ledger(binary, folder):
    """A ledger that was written on three days: a plan, its next version, and the end of a promise of it."""
    ledger = new_ledger(binary, folder, VERSIONS / "v1.txt", on="2025-06-02")
    goldthread(binary, ledger, "import", "--yes", VERSIONS / "v2.txt", on="2025-08-01")
    words = ["--as", "stopped", "--reason", "The meters were never bought"]
    goldthread(binary, ledger, "close", "ACT-3", *words, on="2025-09-01")
    return ledger


class Served:
    """A site that runs until it is closed. Nobody has an account on it yet: `welcome` leads to the first."""

    #: Those of a browser that has signed in and may do everything, once there is one.
    cookies = None

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
