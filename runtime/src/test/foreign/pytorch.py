"""Makes a tsad model without tsad: a small PyTorch network, exported by PyTorch itself.

Needs torch and onnx (Debian: python3-torch, python3-onnx). Run as

    python3 pytorch.py ../resources/io/tsad/runtime/detect/pytorch.onnx

It shows all that the model contract asks of an exporter: the preprocessing is part of the network,
both dimensions of the input are dynamic, and a card is added. The golden series carry PyTorch's
own probabilities, so that tsad's self-test compares ONNX Runtime with PyTorch.
"""

import base64
import json
import math
import sys

import onnx
import torch

SAMPLES = 64


class Raw(torch.nn.Module):
    """From raw float64 series to probabilities."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, series):
        seen = series[:, :SAMPLES]
        low = seen.amin(dim=1, keepdim=True)
        span = seen.amax(dim=1, keepdim=True) - low
        # A constant series becomes zeros instead of 0 / 0.
        scaled = (seen - low) / torch.where(span > 0, span, torch.ones_like(span))
        return torch.softmax(self.network(scaled.float().unsqueeze(1)), dim=1)


def wave(phase, spike):
    """A sine of two periods, with a spike in the middle or without."""
    samples = [math.sin(4 * math.pi * i / SAMPLES + phase) for i in range(SAMPLES)]
    if spike:
        samples[SAMPLES // 2] += 4
    return samples


def fitted():
    torch.manual_seed(0)
    network = torch.nn.Sequential(
        torch.nn.Conv1d(1, 8, 5),
        torch.nn.ReLU(),
        torch.nn.AdaptiveMaxPool1d(1),
        torch.nn.Flatten(),
        torch.nn.Linear(8, 2),
    )
    model = Raw(network)
    waves = [wave(0.1 * i, i % 2 == 1) for i in range(64)]
    x = torch.tensor(waves, dtype=torch.float64)
    y = torch.tensor([i % 2 for i in range(64)])
    optimizer = torch.optim.Adam(network.parameters(), lr=0.02)
    for _ in range(150):
        optimizer.zero_grad()
        torch.nn.functional.nll_loss(torch.log(model(x)), y).backward()
        optimizer.step()
    return model.eval()


def golden(model, name, samples):
    series = torch.tensor([samples], dtype=torch.float64)
    return {
        "name": name,
        "probability": [float(p) for p in model(series)[0]],
        "float64": base64.b64encode(series.numpy().astype("<f8").tobytes()).decode(),
    }


def main(path):
    model = fitted()
    torch.onnx.export(
        model,
        torch.tensor([wave(0, False), wave(1, True)], dtype=torch.float64),
        path,
        opset_version=17,
        input_names=["series"],
        output_names=["probability"],
        dynamic_axes={"series": {0: "batch", 1: "length"}, "probability": {0: "batch"}},
    )
    card = {
        "contractVersion": 1,
        "classes": ["normal", "anomaly"],
        "positive": "anomaly",
        "length": {"samples": SAMPLES, "longer": "cut", "shorter": "refuse"},
        "threshold": {"value": 0.5, "method": "argmax"},
        "golden": [
            golden(model, "normal", wave(0.05, False)),
            golden(model, "spike", wave(0.05, True)),
            golden(model, "constant", [7.0] * SAMPLES),
        ],
    }
    exported = onnx.load(path)
    onnx.helper.set_model_props(exported, {"tsad.card": json.dumps(card)})
    onnx.save(exported, path)


main(sys.argv[1])
