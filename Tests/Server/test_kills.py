"""`kill -9` while people save. `GOLDTHREAD_KILLS` says how often."""
import os
import random
import re
import subprocess
import threading
import time

import visiting
from conftest import BINARY

KILLS = int(os.environ.get("GOLDTHREAD_KILLS", 5))
SAVING = 4


class Saving(threading.Thread):
    """Saves updates of one promise until the server is gone, and remembers which the server said that it has."""

    def __init__(self, visitor, reference):
        super().__init__()
        self.visitor, self.path, self.reference = visitor, f"/records/{reference}/update", reference
        self.said, self.fault = [], None

    def run(self):
        try:
            while True:
                seen = re.search(r'name="seen" value="(\d+)"', self.visitor.get(self.path).text)[1]
                words = f"{self.reference} stands at {seen}, {random.getrandbits(64):x}"
                answer = self.visitor.post(self.path, seen=seen, status="On Target", narrative=words)
                if answer.status != 303:
                    self.fault = f"{answer.status}: {answer.text}"
                    return
                self.said.append(words)
        except (OSError, visiting.http.client.HTTPException):
            # The server was killed: what it did not answer may be kept or not.
            pass
        finally:
            self.visitor.close()


def kept(folder):
    """The words of all updates in the ledger, after its chain was walked."""
    ledger = ["--ledger", folder / "example.db"]
    proof = subprocess.run([BINARY, "verify", *ledger], capture_output=True, text=True)
    assert proof.returncode == 0, proof.stdout + proof.stderr
    command = [BINARY, "export", "update", "--format", "json", *ledger]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_what_was_acknowledged_outlives_kill_9(serve, home):
    folder, _ = home
    chance, said = random.Random(7), []
    site, visitor = serve()
    for _ in range(KILLS):
        threads = [Saving(visitor.again(site.address), f"ACT-{number}") for number in range(1, SAVING + 1)]
        for thread in threads:
            thread.start()
        time.sleep(chance.uniform(0.05, 0.6))
        site.process.kill()
        site.process.wait()
        for thread in threads:
            thread.join()
        assert [thread.fault for thread in threads] == [None] * SAVING
        said += [words for thread in threads for words in thread.said]
        words = kept(folder)
        assert [lost for lost in said if lost not in words] == []
        # The session that was there before is there still.
        site, visitor = serve()
        assert visitor.get("/promises").status == 200
    assert len(said) >= KILLS
    assert visiting.sign_in(site.address).get("/").status == 200
    print(f"{KILLS} kills, {len(said)} updates acknowledged, all kept")
