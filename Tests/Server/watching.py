"""What tests look at: a server's process, and the time."""
import os
import pathlib
import time


def until(holds, seconds=20):
    """Waits until something holds; how long that takes depends on what else the computer does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.02)
    return False


def sockets(site):
    """How many connections a server has open, by what the system says of its process."""
    count = 0
    for link in pathlib.Path(f"/proc/{site.process.pid}/fd").iterdir():
        try:
            count += os.readlink(link).startswith("socket:")
        except FileNotFoundError:
            pass
    return count


def memory(site):
    """What a server holds in memory, in MB."""
    status = pathlib.Path(f"/proc/{site.process.pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024
