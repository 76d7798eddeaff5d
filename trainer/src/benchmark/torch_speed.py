#!/usr/bin/env python3
"""Series per second of the reference network in eager PyTorch: training and inference, on random series.

  torch_speed.py [--device cuda|cpu] [--length 3653] [--seconds 5] [--train 10,256] [--infer 1,32,1024]

Needs PyTorch, nothing else. Training is the reference's step: pick series, add noise, copy to the device, forward,
cross-entropy, backward, Adam; every 30 steps the loss is read, as its console line does. Inference copies raw float64
series to the device, scales them there, and takes the softmax back. On a GPU without TF32, as tsad scores, and in
float16 with autocast beside it. Prints lines: what, batch, series a second, separated by tabs.
"""
import argparse
import time

import torch
from torch import nn

parser = argparse.ArgumentParser()
parser.add_argument("--device", default="cuda")
parser.add_argument("--length", type=int, default=3653)
parser.add_argument("--seconds", type=float, default=5)
parser.add_argument("--train", default="10,256")
parser.add_argument("--infer", default="1,32,1024")
a = parser.parse_args()
device = torch.device(a.device)


def after(n):
    return ((n - 5) - 6) // 2 + 1  # one Conv1d(k=6) then one MaxPool1d(6, stride 2)


def network():
    return nn.Sequential(
        nn.Conv1d(1, 64, 6), nn.ReLU(True), nn.MaxPool1d(6, 2),
        nn.Conv1d(64, 32, 6), nn.ReLU(True), nn.MaxPool1d(6, 2), nn.Flatten(),
        nn.Linear(32 * after(after(a.length)), 512), nn.ReLU(True), nn.Dropout(),
        nn.Linear(512, 512), nn.ReLU(True), nn.Dropout(), nn.Linear(512, 2)).to(device)


def pace(batch, step):
    """Series a second, after a warm-up of a third of the time."""
    for seconds in (a.seconds / 3, a.seconds):
        steps, start = 0, time.perf_counter()
        while steps == 0 or time.perf_counter() - start < seconds:
            step(steps)
            steps += 1
        if device.type == "cuda":
            torch.cuda.synchronize()
        elapsed = time.perf_counter() - start
    return steps * batch / elapsed


def training(batch):
    model = network().train()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    loss_fn = nn.CrossEntropyLoss()
    series, labels = torch.rand(1531, a.length), torch.randint(2, (1531,))

    def step(number):
        pick = torch.randint(len(series), (batch,))
        x = (series[pick] + torch.rand(batch, a.length) / 3)[:, None, :].to(device)
        loss = loss_fn(model(x), labels[pick].to(device))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if number % 30 == 29:
            loss.item()

    return pace(batch, step)


def inference(batch, half):
    model = network().eval()
    series = torch.rand(batch, a.length, dtype=torch.float64)

    def step(_):
        with torch.no_grad(), torch.autocast(device.type, torch.float16, enabled=half):
            x = series.to(device)
            low, high = x.amin(1, keepdim=True), x.amax(1, keepdim=True)
            x = ((x - low) / (high - low)).float()
            model(x[:, None, :]).float().softmax(1).cpu()

    return pace(batch, step)


torch.backends.cudnn.allow_tf32 = False
for batch in map(int, a.train.split(",")):
    print(f"training\t{batch}\t{training(batch):.1f}", flush=True)
for batch in map(int, a.infer.split(",")):
    print(f"inference\t{batch}\t{inference(batch, False):.1f}", flush=True)
    if device.type == "cuda":
        print(f"inference fp16\t{batch}\t{inference(batch, True):.1f}", flush=True)
