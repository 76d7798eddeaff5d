#!/usr/bin/env python3
"""What a model misses in the validation set of a generated dataset, by kind of anomaly and by severity.

  misses.py DATA MODEL

DATA is a folder tsad-data generated, MODEL one that tsad-train made of it. Severity is how far the anomaly
stands out of the noise (dataset/README.md). Prints a Markdown table of missed of all.
"""
import collections
import csv
import json
import pathlib
import sys

data, model = map(pathlib.Path, sys.argv[1:])
BOUNDS = [1.5, 3, 6]
NAMES = ["below 1.5", "1.5 to 3", "3 to 6", "from 6", "all"]

evaluation = json.loads((model / "evaluation.json").read_text())
column = evaluation["classes"].index(evaluation["positive"])
missed = collections.Counter()
series = collections.Counter()
index = {row["file"]: row for row in csv.DictReader((data / "anomalies.csv").open())}
false_alarms = normal = 0
for one in evaluation["files"]:
    called = one["probability"][column] >= evaluation["threshold"]
    if one["label"] != evaluation["positive"]:
        false_alarms += called
        normal += 1
        continue
    row = index[one["name"]]
    band = NAMES[sum(float(row["severity"]) >= bound for bound in BOUNDS)]
    for key in ((row["kind"], band), (row["kind"], "all"), ("all", band), ("all", "all")):
        series[key] += 1
        missed[key] += not called

kinds = sorted({kind for kind, _ in series} - {"all"}, key=lambda kind: (-missed[kind, "all"], kind)) + ["all"]
print("| missed | " + " | ".join(NAMES) + " |\n|---" + "|---" * len(NAMES) + "|")
for kind in kinds:
    cells = [f"{missed[kind, n]} of {series[kind, n]}" if series[kind, n] else "" for n in NAMES]
    print(f"| {kind} | " + " | ".join(cells) + " |")
print(f"\n{false_alarms} false alarms in {normal} normal series.")
