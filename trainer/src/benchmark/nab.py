#!/usr/bin/env python3
"""Cuts the Numenta Anomaly Benchmark into a data folder of whole series, with masks.

  nab.py NAB OUT [--length 512]

NAB is a checkout of it (data/ and labels/combined_windows.json). Each file is cut into pieces of LENGTH samples,
half overlapping. A piece is anomalous if it holds at least half of a labelled window, or is at least half covered
by one; normal if it touches none; else it is left out. Of every three files in order of their names, the second
goes to validation with all its pieces, so that no file is on both sides. Needs python3-numpy.
"""
import argparse
import csv
import datetime
import json
import pathlib

import numpy as np

parser = argparse.ArgumentParser()
parser.add_argument("nab", type=pathlib.Path)
parser.add_argument("out", type=pathlib.Path)
parser.add_argument("--length", type=int, default=512)
a = parser.parse_args()


def when(text):
    return datetime.datetime.fromisoformat(text.split(".")[0])


(labels,) = a.nab.rglob("combined_windows.json")
counts = {}
for i, (name, windows) in enumerate(sorted(json.loads(labels.read_text()).items())):
    (file,) = a.nab.rglob(name)
    rows = list(csv.DictReader(file.open()))
    values = np.array([float(row["value"]) for row in rows])
    times = [when(row["timestamp"]) for row in rows]
    spans = [(when(start), when(end)) for start, end in windows]
    inside = [np.array([start <= t <= end for t in times]) for start, end in spans]
    mask = np.any(inside, axis=0) if inside else np.zeros(len(values), bool)
    split = "val" if i % 3 == 1 else "train"
    for start in range(0, len(values) - a.length + 1, a.length // 2):
        piece = slice(start, start + a.length)
        whole = any(2 * window[piece].sum() >= max(1, window.sum()) for window in inside)
        kind = "anomaly" if whole or 2 * mask[piece].sum() >= a.length else "normal"
        if kind == "normal" and mask[piece].any():
            continue
        stem = f"{name.replace('/', '-').removesuffix('.csv')}-{start:05d}.npy"
        for folder, array in ((a.out, values[piece]), (a.out / "mask", mask[piece].astype(np.float64))):
            target = folder / split / kind / stem
            target.parent.mkdir(parents=True, exist_ok=True)
            np.save(target, array)
        counts[split, kind] = counts.get((split, kind), 0) + 1
for (split, kind), count in sorted(counts.items()):
    print(f"{split}\t{kind}\t{count}")
