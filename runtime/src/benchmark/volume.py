#!/usr/bin/env python3
"""Series per second of tsad-infer over a folder of files, beside ONNX Runtime alone and Node.js, in turns.

  volume.py --model models/NAME --series DIR --node DIR [--infer PATH] [--files 5000] [--turns 3]

Copies the .npy files under --series, again and again, to as many as --files. Runs over them: BareLoop.java, the
yardstick (ONNX Runtime only, all series in native memory before the clock starts, every setting of callers,
threads and batch; the one with the best median over the turns counts, since the best of each would be chance);
tsad-infer as a whole process, Java's start and reading included, and
the same run from its first line of output on, when each core is taken to have scored as much as that; infer.js
with onnxruntime-node (`npm install --ignore-scripts onnxruntime-node` in the --node folder), the loop only.
Each ratio is the median of the ratios of runs in the same turn. --infer is tsad-infer of a checkout or a
distribution; BareLoop needs a built checkout.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE.parents[2]
CORES = os.cpu_count()
SETTINGS = [f"{CORES}x1x{b}" for b in (16, 32, 64, 128, 256)] + [f"1x{CORES}x{b}" for b in (16, 32, 64, 128)]

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--series", type=Path, required=True)
parser.add_argument("--node", type=Path)
parser.add_argument("--infer", type=Path, default=HOME / "bin" / "tsad-infer")
parser.add_argument("--files", type=int, default=5000)
parser.add_argument("--turns", type=int, default=3)
a = parser.parse_args()


def fill(folder):
    sources = sorted(f for f in a.series.rglob("*.npy") if "mask" not in f.parts)
    for i in range(a.files):
        shutil.copy(sources[i % len(sources)], folder / f"{i:06}.npy")


def bare(folder):
    runtime = HOME / "runtime" / "target"
    path = f"{runtime / 'classes'}:{(runtime / 'classpath').read_text().strip()}"
    out = subprocess.run(["java", "-Xmx4g", "-cp", path, HERE / "BareLoop.java", a.model / "model.onnx", folder, *SETTINGS],
                         check=True, capture_output=True, text=True).stdout
    rows = [line.split() for line in out.splitlines()]
    return {"%s × %s threads, batch %s" % tuple(row[:3]): float(row[3]) for row in rows}


def infer(folder):
    """Series a second of the whole process, the same from its first line on, and peak memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen([a.infer, "--model", a.model, "--device", "cpu", folder], stdout=subprocess.PIPE, bufsize=0)
    first = process.stdout.read(1 << 20).count(b"\n")
    begun = time.monotonic()
    lines = first
    while some := process.stdout.read(1 << 20):
        lines += some.count(b"\n")
    _, status, usage = os.wait4(process.pid, 0)
    end = time.monotonic()
    assert status == 0 and lines == a.files, (status, lines)
    return a.files / (end - start), (a.files - CORES * first) / (end - begun), usage.ru_maxrss / 1000


def node(folder, threads):
    script = a.node / "infer.js"
    shutil.copy(HERE / "infer.js", script)
    files = sorted(folder.glob("*.npy"))
    # With its telemetry on, ONNX Runtime 1.29 and newer crash where the command line is long.
    out = subprocess.run(["node", script, a.model / "model.onnx", *files, "--threads", str(threads)],
                         env={**os.environ, "ORT_DISABLE_TELEMETRY": "1"}, capture_output=True, text=True)
    assert out.returncode == 0, out.stderr[-500:]
    return 1000 / json.loads(out.stderr.splitlines()[-1])["ms_per_series"]


folder = Path(tempfile.mkdtemp())
turns = []
alone = []
try:
    fill(folder)
    infer(folder)  # caches warm, files in memory
    for turn in range(a.turns):
        alone.append(bare(folder))
        pace, scoring, memory = infer(folder)
        peers = [node(folder, threads) for threads in (1, CORES)] if a.node else []
        turns.append((pace, scoring, *peers))
        best = max(alone[-1], key=alone[-1].get)
        print(f"turn {turn + 1}: tsad-infer {pace:.0f}/s, {scoring:.0f}/s once it scores, {memory:.0f} MB; alone "
              f"{alone[-1][best]:.0f}/s ({best}); Node.js", " ".join(f"{p:.0f}/s" for p in peers), flush=True)
finally:
    shutil.rmtree(folder)

middle = statistics.median
best = max(alone[0], key=lambda setting: middle(turn[setting] for turn in alone))
turns = [(pace, scoring, settings[best], *peers) for (pace, scoring, *peers), settings in zip(turns, alone)]
names = [f"ONNX Runtime alone, {best}", "onnxruntime-node, 1 thread", f"onnxruntime-node, {CORES} threads"]
print("\n| | series/s | tsad-infer to it | once it scores |\n|---|---|---|---|")
print(f"| tsad-infer, whole process | {middle(t[0] for t in turns):.0f} | | |")
print(f"| tsad-infer, once it scores | {middle(t[1] for t in turns):.0f} | | |")
for column, name in enumerate(names[:len(turns[0]) - 2], 2):
    whole, scoring = (middle(t[i] / t[column] for t in turns) for i in (0, 1))
    print(f"| {name} | {middle(t[column] for t in turns):.0f} | {whole:.2f} × | {scoring:.2f} × |")
