#!/usr/bin/env python3
"""Accuracy and AUC on validation of tsad's two recipes and of the reference program.

  accuracy.py --data DIR [--length 3653] [--epochs 3] [--seeds 3]

DIR is a data folder. Needs Debian's python3-torch, python3-sklearn and python3-numpy for the reference.
Prints a Markdown table of means over the seeds, and every run's accuracy.
"""
import argparse

import peers

parser = argparse.ArgumentParser()
parser.add_argument("--data", required=True)
parser.add_argument("--length", type=int, default=3653)
parser.add_argument("--epochs", type=int, default=3)
parser.add_argument("--seeds", type=int, default=3)
a = parser.parse_args()

runs = {
    "tsad-train (recipe tsad)": lambda seed: peers.tsad(a.data, a.length, a.epochs, seed, "tsad"),
    "tsad-train --recipe reference": lambda seed: peers.tsad(a.data, a.length, a.epochs, seed, "reference"),
    "reference in Python": lambda seed: peers.reference(a.data, a.length, a.epochs, seed, allocator=True),
}
print("| | accuracy | AUC | accuracy of each seed |\n|---|---|---|---|", flush=True)
for name, run in runs.items():
    rows = [run(seed) for seed in range(a.seeds)]
    each = " ".join(f"{row[0]:.3f}" for row in rows)
    print(f"| {name} | {peers.mean(rows, 0):.3f} | {peers.mean(rows, 1):.3f} | {each} |", flush=True)
