#!/usr/bin/env python3
"""Scores 100 series, easy and hard to scale, with tsad-infer and with ONNX Runtime's Node.js package.

  parity.py --model models/NAME --node DIR

DIR is where `npm install --ignore-scripts onnxruntime-node` was run. Needs Debian's python3-numpy. The
judge is the reference's formula in double, (x - min) / (max - min), zeros for a constant series: a series
scaled by it beforehand is left as it is by the model's own scaling, so its score is the network's. Prints
the largest differences, and fails above 1e-5.
"""
import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--node", type=Path, required=True)
a = parser.parse_args()
here = Path(__file__).resolve().parent
card = json.loads((a.model / "card.json").read_text())
length, positive = card["length"]["samples"], card["classes"].index(card["positive"])
random = np.random.default_rng(0)


def ordinary():
    t = np.arange(length)
    return np.sin(t * random.uniform(0.005, 0.2)) * random.uniform(0.1, 3) + random.normal(0, 0.3, length)


def one_step():
    return np.where(np.arange(length) < length // 2, -5.0, 7.0)


kinds = {
    "ordinary": ordinary,
    "constant": lambda: np.full(length, random.choice([0, -1e300, 3.7, 1e-12])),
    "tiny": lambda: ordinary() * 1e-12,
    "huge": lambda: ordinary() / 10 * 1e300,
    "offset": lambda: 1e9 + ordinary(),
    "offset1e15": lambda: 1e15 + ordinary(),
    "walk": lambda: np.cumsum(ordinary()),
    "integers": lambda: random.integers(0, 5, length).astype(float),
    "step": one_step,
    "spike": lambda: np.where(np.arange(length) == length // 3, 1e6, ordinary()),
}


def scaled(x):
    spread = x.max() - x.min()
    return np.zeros_like(x) if spread == 0 else (x - x.min()) / spread


def tsad(folder):
    out = subprocess.run([here.parents[2] / "bin" / "tsad-infer", "--model", a.model, "--format", "json", "--device",
                          "cpu", folder], check=True, capture_output=True, text=True).stdout
    return {Path(r["path"]).name: r["probability"] for r in map(json.loads, out.splitlines())}


def node(folder):
    script = a.node / "infer.js"
    shutil.copy(here / "infer.js", script)
    files = sorted(folder.glob("*.npy"))
    out = subprocess.run(["node", script, a.model / "model.onnx", *files], check=True, capture_output=True, text=True)
    rows = [line.split("\t") for line in out.stdout.splitlines()]
    return {Path(row[0]).name: float(row[1 + positive]) for row in rows}


root = Path(tempfile.mkdtemp())
try:
    for folder in ("raw", "scaled"):
        (root / folder).mkdir()
    for i in range(100):
        kind = list(kinds)[i % len(kinds)]
        x = kinds[kind]()
        np.save(root / "raw" / f"{kind}-{i:03}.npy", x)
        np.save(root / "scaled" / f"{kind}-{i:03}.npy", scaled(x))
    ours, theirs, judge = tsad(root / "raw"), node(root / "raw"), node(root / "scaled")
finally:
    shutil.rmtree(root)

print(f"{len(ours)} series, probabilities from {min(ours.values()):.3f} to {max(ours.values()):.3f}")
print("| series | tsad-infer to Node.js | tsad-infer to the formula |\n|---|---|---|")
worst = 0
for kind in kinds:
    names = [name for name in ours if name.split("-")[0] == kind]
    between = max(abs(ours[n] - theirs[n]) for n in names)
    judged = max(abs(ours[n] - judge[n]) for n in names)
    worst = max(worst, between, judged)
    print(f"| {kind} | {between:.1e} | {judged:.1e} |")
sys.exit(worst > 1e-5)
