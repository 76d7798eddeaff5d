#!/usr/bin/env python3
"""Scores 100 series, easy and hard to scale, with tsad-infer and with ONNX Runtime's Node.js package.

  parity.py --model models/NAME --node DIR [--series DIR]

The series are made from those in --series, which should be like the model's training data, or all scores
are near 0 or 1; the default is dataset/samples, of the profile plain. The node DIR is where
`npm install --ignore-scripts onnxruntime-node` was run. Needs Debian's python3-numpy. The judge is the
reference's formula in double, (x - min) / (max - min), zeros for a constant series: a series scaled by it
beforehand is left as it is by the model's own scaling, so its score is the network's. Node.js scores them one
by one, in batches of 7, and with 17 samples more than the model looks at. Prints the largest differences, and
fails above 1e-5.
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
parser.add_argument("--series", type=Path)
a = parser.parse_args()
here = Path(__file__).resolve().parent
card = json.loads((a.model / "card.json").read_text())
length, positive = card["length"]["samples"], card["classes"].index(card["positive"])
random = np.random.default_rng(0)
folder = a.series or here.parents[2] / "dataset" / "samples"
bases = sorted(f for f in folder.rglob("*.npy") if "mask" not in f.parts)


def base():
    x = np.load(random.choice(bases)).reshape(-1)[:length].astype(np.float64)
    return (x - x.mean()) / x.std()


kinds = {
    "ordinary": base,
    "constant": lambda: np.full(length, random.choice([0, -1e300, 3.7, 1e-12])),
    "tiny": lambda: base() * 1e-12,
    "huge": lambda: base() / 10 * 1e300,
    "offset": lambda: 1e9 + base(),
    "offset1e15": lambda: 1e15 + base(),
    "negative": lambda: -1e5 - base(),
    "integers": lambda: np.round(base() * 10),
    "noisy": lambda: base() + random.normal(0, 0.3, length),
    "spike": lambda: np.where(np.arange(length) == length // 3, 5, base()),
}


def scaled(x):
    spread = x.max() - x.min()
    return np.zeros_like(x) if spread == 0 else (x - x.min()) / spread


def tsad(folder):
    out = subprocess.run([here.parents[2] / "bin" / "tsad-infer", "--model", a.model, "--format", "json", "--device",
                          "cpu", folder], check=True, capture_output=True, text=True).stdout
    return {Path(r["path"]).name: r["probability"] for r in map(json.loads, out.splitlines())}


def node(folder, batch=1):
    script = a.node / "infer.js"
    shutil.copy(here / "infer.js", script)
    files = sorted(folder.glob("*.npy"))
    out = subprocess.run(["node", script, a.model / "model.onnx", *files, "--batch", str(batch)], check=True,
                         capture_output=True, text=True)
    rows = [line.split("\t") for line in out.stdout.splitlines()]
    return {Path(row[0]).name: float(row[1 + positive]) for row in rows}


root = Path(tempfile.mkdtemp())
try:
    for folder in ("raw", "scaled", "longer"):
        (root / folder).mkdir()
    for i in range(100):
        kind = list(kinds)[i % len(kinds)]
        x = kinds[kind]()
        np.save(root / "raw" / f"{kind}-{i:03}.npy", x)
        np.save(root / "scaled" / f"{kind}-{i:03}.npy", scaled(x))
        np.save(root / "longer" / f"{kind}-{i:03}.npy", np.append(x, np.linspace(-2, 2, 17) * np.abs(x).max()))
    ours, theirs, judge = tsad(root / "raw"), node(root / "raw"), node(root / "scaled")
    batched, longer = node(root / "raw", 7), node(root / "longer", 7)
finally:
    shutil.rmtree(root)

print(f"{len(ours)} series, probabilities from {min(ours.values()):.3f} to {max(ours.values()):.3f}")
columns = {"Node.js": theirs, "Node.js, batches": batched, "Node.js, longer": longer, "the formula": judge}
print("tsad-infer's difference to\n| series | " + " | ".join(columns) + " |\n" + "|---" * (len(columns) + 1) + "|")
worst = 0
for kind in kinds:
    names = [name for name in ours if name.split("-")[0] == kind]
    largest = [max(abs(ours[n] - other[n]) for n in names) for other in columns.values()]
    worst = max(worst, *largest)
    print(f"| {kind} | " + " | ".join(f"{one:.1e}" for one in largest) + " |")
sys.exit(worst > 1e-5)
