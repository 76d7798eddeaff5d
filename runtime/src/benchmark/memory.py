#!/usr/bin/env python3
"""Whether tsad-infer's memory depends on how much it scores.

  memory.py --model models/NAME --series DIR [--infer PATH] [--files 5000 50000] [--scorings 200000]

First: peak memory over folders of so many files (hard links to those under --series). Then: resident memory of one
process, sampled as it scores --scorings series, and its growth over the last half.
"""
import argparse
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[3]

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--series", type=Path, required=True)
parser.add_argument("--infer", type=Path, default=HOME / "bin" / "tsad-infer")
parser.add_argument("--files", type=int, nargs="*", default=[5000, 50000])
parser.add_argument("--scorings", type=int, default=200000)
a = parser.parse_args()
SOURCES = sorted(f for f in a.series.rglob("*.npy") if "mask" not in f.parts)


def fill(folder, count):
    for i in range(count):
        os.link(SOURCES[i % len(SOURCES)], folder / f"{i:06}.npy")


def start(*operands):
    return subprocess.Popen([a.infer, "--model", a.model, "--device", "cpu", *operands], stdout=subprocess.DEVNULL)


def resident(pid):
    with open(f"/proc/{pid}/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


# Beside the series, so that hard links are possible.
root = Path(tempfile.mkdtemp(dir=a.series))
try:
    print("| files | peak resident memory |\n|---|---|")
    peaks = []
    for count in a.files:
        folder = root / str(count)
        folder.mkdir()
        fill(folder, count)
        _, status, usage = os.wait4(start(folder).pid, 0)
        assert status == 0, status
        peaks.append(usage.ru_maxrss / 1000)
        print(f"| {count:,} | {peaks[-1]:.0f} MB |", flush=True)
    if len(peaks) > 1:
        print(f"\nlargest to smallest: {100 * (max(peaks) / min(peaks) - 1):+.1f} %\n")

    largest = root / str(max(a.files))
    rounds = -(-a.scorings // max(a.files))
    samples, begun = [], time.monotonic()
    process = start(*[largest] * rounds)
    while process.poll() is None:
        try:
            samples.append(resident(process.pid))
        except (FileNotFoundError, ProcessLookupError, ValueError):
            break
        time.sleep(0.5)
    assert process.wait() == 0
    # The launcher becomes Java by exec, so the process is the same.
    half = samples[len(samples) // 2:-1]
    quarter = max(1, len(half) // 4)
    before, after = (sorted(part)[len(part) // 2] for part in (half[:quarter], half[-quarter:]))
    print(f"{rounds * max(a.files):,} scorings in {time.monotonic() - begun:.0f} s: {before:.0f} MB in the middle, "
          f"{after:.0f} MB at the end, {100 * (after / before - 1):+.2f} % over the last half")
finally:
    shutil.rmtree(root)
