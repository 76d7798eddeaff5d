#!/usr/bin/env python3
"""Times tsad-infer with several models, in turns, over one file and over a folder; whole processes, cached copies.

models.py --infer UNPACKED/bin/tsad-infer --file FILE.npy --folder FOLDER NAME=MODEL...
"""
import argparse
import os
import statistics
import subprocess
import time

options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
options.add_argument("--infer", required=True)
options.add_argument("--file", required=True)
options.add_argument("--folder", required=True)
options.add_argument("--files", type=int, default=20, help="turns over the file")
options.add_argument("--folders", type=int, default=3, help="turns over the folder")
options.add_argument("model", nargs="+", metavar="NAME=MODEL")
given = options.parse_args()
models = dict(one.split("=", 1) for one in given.model)


def run(model, series):
    start = time.monotonic()
    process = subprocess.Popen(
        [given.infer, "--model", model, series], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{given.infer} --model {model} {series} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


for model in models.values():
    run(model, given.file)  # leaves its copy
for what, series, turns in ("file", given.file, given.files), ("folder", given.folder, given.folders):
    figures = {name: [] for name in models}
    for _ in range(turns):
        for name, model in models.items():
            figures[name].append(run(model, series))
    for name in models:
        elapsed, cpu, memory = (statistics.median(column) for column in zip(*figures[name]))
        print(f"{what:8}{name:16}{elapsed:8.3f} s elapsed {cpu:8.3f} s CPU {memory:6.0f} MiB")
