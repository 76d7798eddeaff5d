#!/usr/bin/env python3
"""The reference program, for side-by-side figures: the same CNN, sampler, noise, optimiser and
validation, in Python with PyTorch.

Needs Debian's python3-torch, python3-sklearn and python3-numpy (apt-get install), run with /usr/bin/python3.

  reference.py --data DIR [--epochs 3] [--batch 10] [--length 3653] [--threads 2] [--seed 0] [--json OUT]

DIR holds train/<class>/*.npy and val/<class>/*.npy; classes are the folder names in sorted order, the
second is the positive one. Validation uses every file once (the reference resamples the validation set,
which makes its figure depend on the draw); pass --resample-val for its exact behaviour.
"""
import argparse, json, time
from pathlib import Path
import numpy as np, torch
from torch import nn
from sklearn.metrics import auc, roc_curve


def load(root: Path, length: int):
    classes = sorted(d.name for d in root.iterdir() if d.is_dir())
    xs, ys = [], []
    for label, name in enumerate(classes):
        for f in sorted((root / name).glob("*.npy")):
            x = np.load(f).reshape(-1)[:length].astype(np.float64)
            xs.append((x - x.min()) / (x.max() - x.min()))
            ys.append(label)
    return np.stack(xs), np.array(ys), classes


class Cnn(nn.Module):
    def __init__(self, length: int):
        super().__init__()
        after = lambda n: ((n - 5) - 6) // 2 + 1  # one Conv1d(k=6) then one MaxPool1d(6, stride 2)
        flat = 32 * after(after(length))
        self.features = nn.Sequential(
            nn.Conv1d(1, 64, 6), nn.ReLU(True), nn.MaxPool1d(6, 2),
            nn.Conv1d(64, 32, 6), nn.ReLU(True), nn.MaxPool1d(6, 2), nn.Flatten())
        self.classifier = nn.Sequential(
            nn.Linear(flat, 512), nn.ReLU(True), nn.Dropout(),
            nn.Linear(512, 512), nn.ReLU(True), nn.Dropout(), nn.Linear(512, 2))

    def forward(self, x):
        return self.classifier(self.features(x))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--epochs", type=int, default=3)
    p.add_argument("--batch", type=int, default=10)
    p.add_argument("--length", type=int, default=3653)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--resample-val", action="store_true")
    p.add_argument("--json", type=Path)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

    xt, yt, classes = load(a.data / "train", a.length)
    xv, yv, _ = load(a.data / "val", a.length)
    print(f"train {len(xt)} val {len(xv)} classes {classes} device {device}")
    weights = (len(yt) / np.bincount(yt))[yt]
    model = Cnn(xt.shape[1]).to(device)
    loss_fn, opt = nn.CrossEntropyLoss(), torch.optim.Adam(model.parameters(), lr=1e-3)

    start, seen, right = time.perf_counter(), 0, 0
    for epoch in range(a.epochs):
        order = torch.multinomial(torch.from_numpy(weights), len(xt), replacement=True).numpy()
        for step, at in enumerate(range(0, len(order), a.batch)):
            idx = order[at:at + a.batch]
            x = torch.from_numpy(xt[idx])
            x = (x + torch.rand(x.shape) / 3)[:, None, :].float().to(device)
            y = torch.from_numpy(yt[idx]).to(device)
            out = model(x)
            loss = loss_fn(out, y)
            opt.zero_grad(); loss.backward(); opt.step()
            seen += len(idx); right += (out.argmax(1) == y).sum().item()
            if (step + 1) % 30 == 0:
                print(f"Epoch [{epoch + 1}/{a.epochs}], Step [{(step + 1) * a.batch}/{len(xt)}], "
                      f"Loss: {loss.item():.4f}, Accuracy: {100 * right / seen:.2f}%", flush=True)
    train_s = time.perf_counter() - start

    model.eval()
    if a.resample_val:
        wv = (len(yv) / np.bincount(yv))[yv]
        pick = torch.multinomial(torch.from_numpy(wv), len(xv), replacement=True).numpy()
        xv, yv = xv[pick], yv[pick]
    with torch.no_grad():
        out = torch.cat([model(torch.from_numpy(xv[i:i + 525])[:, None, :].float().to(device))
                         for i in range(0, len(xv), 525)]).cpu()
    prob = out.softmax(1)[:, 1].numpy()
    fpr, tpr, _ = roc_curve(yv, prob)
    result = dict(val_accuracy=float((out.argmax(1).numpy() == yv).mean()), val_auc=float(auc(fpr, tpr)),
                  train_seconds=train_s, series_per_second=seen / train_s, threads=a.threads,
                  torch=torch.__version__, device=str(device))
    print(json.dumps(result))
    if a.json:
        a.json.write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
