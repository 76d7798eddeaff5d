#!/usr/bin/env python3
"""Verdicts per second that the dashboard gives over HTTP, beside tsad-infer over the same files.

  load.py --model models/NAME --series DIR [--infer PATH] [--turns 3] [--seconds 120] [--warm-up 60] [--connections 64]
  load.py --model models/NAME --series DIR --minutes 30 --share 0.5

Starts the real server on an empty data folder. A turn is tsad-infer over copies of the .npy files under --series
(a whole process, Java's start and reading included), then Load.java, a second process of one thread, which sends
them over so many connections, each its next as soon as it has its answer; --seconds are those after the warm-up.
The ratio is the median of the turns. Client and server share the cores. --infer is tsad-infer of a checkout or a
distribution. With --minutes it then asks for a share of the last turn's rate for so long, and prints heap after a
collection and resident memory as it goes.
"""
import argparse
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE.parents[2]

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--series", type=Path, required=True)
parser.add_argument("--infer", type=Path, default=HOME / "bin" / "tsad-infer")
parser.add_argument("--files", type=int, default=5000)
parser.add_argument("--turns", type=int, default=3)
parser.add_argument("--seconds", type=int, default=120)
parser.add_argument("--warm-up", type=int, default=60)
parser.add_argument("--connections", type=int, default=64)
parser.add_argument("--minutes", type=int, default=0)
parser.add_argument("--share", type=float, default=0.5)
a = parser.parse_args()


def fill(folder):
    sources = sorted(f for f in a.series.rglob("*.npy") if "mask" not in f.parts)
    for i in range(a.files):
        shutil.copy(sources[i % len(sources)], folder / f"{i:06}.npy")


def infer(folder):
    start = time.monotonic()
    out = subprocess.run([a.infer, "--model", a.model, "--device", "cpu", folder],
                         check=True, capture_output=True).stdout
    assert out.count(b"\n") == a.files, out[-200:]
    return a.files / (time.monotonic() - start)


def load(port, warm_up, seconds, rate=0.0):
    out = subprocess.run(["java", "-XX:+UseSerialGC", HERE / "Load.java", str(port), a.series, str(a.connections),
                          str(warm_up), str(seconds), str(rate)], check=True, stdout=subprocess.PIPE, text=True).stdout
    ok, overloaded, failed, took, median, high = (float(word) for word in out.split())
    assert failed == 0 and overloaded == 0, out
    return ok / took, median, high


def cpu(pid):
    """Seconds of all cores that the process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid):
    """Heap after a collection and resident memory, in MB."""
    subprocess.run(["jcmd", str(pid), "GC.run"], check=True, capture_output=True)
    heap = subprocess.run(["jcmd", str(pid), "GC.heap_info"], check=True, capture_output=True, text=True).stdout
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"used (\d+)K", heap)[1]) / 1000, int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1000


def steadily(server, port, rate):
    print(f"\n| minutes at {rate:.0f}/s | heap, MB | resident, MB |\n|---|---|---|")
    for minute in range(0, a.minutes, 3):
        load(port, 0, min(3, a.minutes - minute) * 60, rate)
        heap, resident = memory(server.pid)
        print(f"| {min(minute + 3, a.minutes)} | {heap:.1f} | {resident:.0f} |", flush=True)


work = Path(tempfile.mkdtemp())
server = None
try:
    models = work / "models"
    series = work / "series"
    models.mkdir()
    series.mkdir()
    (models / a.model.name).symlink_to(a.model.resolve())
    fill(series)
    infer(series)  # caches warm, files in memory
    with open(work / "log", "w") as log:
        server = subprocess.Popen([HOME / "bin" / "tsad-dashboard", "--models", models, "--data", work / "data", "--port", "0"],
                                  stdout=subprocess.PIPE, stderr=log, text=True)
    port = int(server.stdout.readline().rstrip("/\n").rsplit(":", 1)[1])
    turns = []
    for turn in range(a.turns):
        alone = infer(series)
        used = cpu(server.pid)
        pace, median, high = load(port, a.warm_up if turn == 0 else 10, a.seconds)
        turns.append((pace / alone, alone, pace, median, high))
        print(f"turn {turn + 1}: tsad-infer {alone:.0f}/s; dashboard {pace:.0f}/s, "
              f"{cpu(server.pid) - used:.0f} s of its cores", flush=True)
    print("\n| tsad-infer/s | verdicts/s over HTTP | to tsad-infer | median, ms | 99th percentile, ms | to the median |\n"
          "|---|---|---|---|---|---|")
    ratio, alone, pace, median, high = (statistics.median(column) for column in zip(*turns))
    print(f"| {alone:.0f} | {pace:.0f} | {ratio:.2f} × | {median:.1f} | {high:.1f} | {high / median:.1f} × |", flush=True)
    if a.minutes:
        steadily(server, port, a.share * pace)
finally:
    if server:
        server.terminate()
        server.wait()
    shutil.rmtree(work)
