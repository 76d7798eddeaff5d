"""Runs tsad-train and the reference program the same way, for the scripts beside this one."""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE.parents[2]
# Debian's python3-torch is for Debian's Python, which need not be the first in the path.
PYTHON = "/usr/bin/python3"
ALLOCATOR = {
    "MALLOC_MMAP_THRESHOLD_": "4000000000",
    "MALLOC_TRIM_THRESHOLD_": "8000000000",
    "MALLOC_TOP_PAD_": "268435456",
}


def reference(data, length, epochs, seed, threads=2, allocator=False):
    """Trains the reference; returns its accuracy, AUC and series per second."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("MALLOC_")}
    env |= ALLOCATOR if allocator else {}
    command = [PYTHON, HERE / "reference.py", "--data", data, "--length", length, "--epochs", epochs,
               "--seed", seed, "--threads", threads]
    out = subprocess.run([str(c) for c in command], env=env, check=True, capture_output=True, text=True)
    result = json.loads(out.stdout.splitlines()[-1])
    return result["val_accuracy"], result["val_auc"], result["series_per_second"]


def tsad(data, length, epochs, seed, recipe, threads=2):
    """Trains tsad; returns the accuracy and AUC of the exported model and series per second."""
    folder = Path(tempfile.mkdtemp())
    env = {k: v for k, v in os.environ.items() if not k.startswith("MALLOC_")}
    command = [HOME / "bin" / "tsad-train", "--arch", "cnn", "--data", data, "--out", folder / "model", "--length", length,
               "--epochs", epochs, "--seed", seed, "--recipe", recipe, "--threads", threads, "--device", "cpu"]
    try:
        subprocess.run([str(c) for c in command], env=env, check=True, capture_output=True, text=True)
        evaluation = json.loads((folder / "model" / "evaluation.json").read_text())
        history = [json.loads(line) for line in (folder / "model" / "history.jsonl").read_text().splitlines()]
        speed = sum(h["series"] for h in history) / sum(h["seconds"] for h in history)
        return evaluation["accuracy"]["value"], evaluation["auc"]["value"], speed
    except subprocess.CalledProcessError as failed:
        sys.exit(failed.stderr)
    finally:
        shutil.rmtree(folder)


def mean(rows, column):
    return statistics.mean(row[column] for row in rows)


