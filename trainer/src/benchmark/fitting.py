#!/usr/bin/env python3
"""How long architectures take to fit, one after the other, in turns.

  fitting.py --data DIR [--turns 3] [--threads 2] [ARCH...]

From the series in memory to the fitted model, as tsad-train says when it has begun and when "The model is trained!";
what follows, calibration, export and evaluation, is not in it. DIR is a data folder, such as
`bin/tsad-data generate --out DIR` makes; ARCH is cnn and multirocket-hydra unless given. Prints a Markdown table;
each ratio is the median of the ratios to the first of them in the same turn.
"""
import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from peers import HOME

parser = argparse.ArgumentParser()
parser.add_argument("--data", required=True)
parser.add_argument("--turns", type=int, default=3)
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("architectures", metavar="ARCH", nargs="*", default=["cnn", "multirocket-hydra"])
a = parser.parse_args()


def seconds(architecture):
    with tempfile.TemporaryDirectory() as folder:
        command = [HOME / "bin" / "tsad-train", "--arch", architecture, "--data", a.data, "--out", Path(folder) / "model",
                   "--threads", a.threads, "--device", "cpu"]
        started, lines = None, []
        process = subprocess.Popen([str(c) for c in command], stderr=subprocess.PIPE, text=True)
        for line in process.stderr:
            lines.append(line)
            if line.startswith("On "):
                started = time.monotonic()
            if "The model is trained!" in line:
                took = time.monotonic() - started
                process.terminate()
                process.wait()
                return took
    sys.exit("".join(lines))


turns = []
for turn in range(a.turns):
    turns.append([seconds(architecture) for architecture in a.architectures])
    print("turn", turn + 1, " ".join(f"{one:.1f}" for one in turns[-1]), "s", flush=True)

print("\n| | seconds to fit | ratio |\n|---|---|---|")
for column, name in enumerate(a.architectures):
    took = statistics.median(t[column] for t in turns)
    ratio = statistics.median(t[column] / t[0] for t in turns)
    print(f"| {name} | {took:.1f} | {ratio:.2f} × |")
