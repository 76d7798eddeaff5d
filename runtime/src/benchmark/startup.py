#!/usr/bin/env python3
"""Whole processes that score one series, cache warm: tsad-infer beside ONNX Runtime's Node.js package.

  startup.py --model models/NAME --series FILE.npy --node DIR [--pairs 20] LAUNCHER[=JAVA_HOME]...

A LAUNCHER is bin/tsad-infer of an unpacked distribution, with the JDK it is to run on if it brings none. The
node DIR is where `npm install --ignore-scripts onnxruntime-node` was run. Processes are started in pairs
(tsad, node, tsad, node, ...), so that both meet the same machine. Prints for each launcher the medians, their
ratio and the median of the pairs' ratios, the peak resident memory of each, and that of tsad-infer over the
model's size.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import time
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--series", type=Path, required=True)
parser.add_argument("--node", type=Path, required=True)
parser.add_argument("--pairs", type=int, default=20)
parser.add_argument("launchers", nargs="+", metavar="LAUNCHER[=JAVA_HOME]")
a = parser.parse_args()
onnx = a.model / "model.onnx"
shutil.copy(Path(__file__).parent / "infer.js", a.node / "infer.js")


def run(command, environment):
    """Seconds, peak resident bytes and standard output of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return seconds, usage.ru_maxrss * 1024, output.decode()


def java(home):
    release = dict(line.split("=", 1) for line in (Path(home) / "release").read_text().splitlines() if "=" in line)
    return release["JAVA_VERSION"].strip('"')


node = ["node", str(a.node / "infer.js"), str(onnx), str(a.series)]
size = onnx.stat().st_size
rows = []
for entry in a.launchers:
    launcher, _, home = entry.partition("=")
    environment = dict(os.environ)
    if home:
        environment["JAVA_HOME"] = home
    bundled = Path(launcher).resolve().parents[1] / "jre"
    tsad = [launcher, "--device", "cpu", "--model", str(a.model), str(a.series)]
    for command in (tsad, tsad, tsad, node):  # fill the caches
        run(command, environment)
    pairs = [(run(tsad, environment), run(node, environment)) for _ in range(a.pairs)]
    ours, theirs = ([pair[i][0] for pair in pairs] for i in (0, 1))
    peak, peak_node = (max(pair[i][1] for pair in pairs) for i in (0, 1))
    m, n = statistics.median(ours), statistics.median(theirs)
    name = f"JDK {java(home)}" if home else f"own Java {java(bundled)}" if bundled.is_dir() else "Java of the PATH"
    rows.append(f"| {name} | {m * 1000:.0f} ms | {n * 1000:.0f} ms | {m / n:.2f} | "
                f"{statistics.median(x / y for x, y in zip(ours, theirs)):.2f} | "
                f"{peak / 2**20:.0f} MiB | {peak_node / 2**20:.0f} MiB | {peak / size:.2f} |")

print(f"Model {size / 1e6:.1f} MB; {a.pairs} pairs; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
print("| tsad-infer on | tsad-infer | Node.js | ratio of medians | median of ratios | peak memory | of Node.js "
      "| over the model's size |")
print("|---|---|---|---|---|---|---|---|")
print("\n".join(rows))
