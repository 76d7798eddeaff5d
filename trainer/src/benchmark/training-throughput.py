#!/usr/bin/env python3
"""Series per second of tsad-train and of the reference program, one after the other, in turns.

  training-throughput.py --data DIR [--length 3653] [--epochs 1] [--threads 2] [--turns 3]

DIR is a data folder, such as `bin/tsad-data generate --out DIR` makes. Needs Debian's python3-torch,
python3-sklearn and python3-numpy for the reference. Prints a Markdown table; each ratio is the median of
the ratios of runs in the same turn.
"""
import argparse
import statistics

import peers

parser = argparse.ArgumentParser()
parser.add_argument("--data", required=True)
parser.add_argument("--length", type=int, default=3653)
parser.add_argument("--epochs", type=int, default=1)
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--turns", type=int, default=3)
a = parser.parse_args()

names = ["tsad-train --recipe reference", "reference in Python, defaults", "reference in Python, allocator variables"]
turns = []
for turn in range(a.turns):
    turns.append([
        peers.tsad(a.data, a.length, a.epochs, turn, "reference", a.threads)[2],
        peers.reference(a.data, a.length, a.epochs, turn, a.threads)[2],
        peers.reference(a.data, a.length, a.epochs, turn, a.threads, allocator=True)[2],
    ])
    print("turn", turn + 1, " ".join(f"{speed:.1f}" for speed in turns[-1]), "series/s", flush=True)

print("\n| | series/s | tsad is faster by |\n|---|---|---|")
for column, name in enumerate(names):
    speed = statistics.median(t[column] for t in turns)
    ratio = statistics.median(t[0] / t[column] for t in turns)
    print(f"| {name} | {speed:.1f} | {'' if column == 0 else f'{ratio:.2f} ×'} |")
