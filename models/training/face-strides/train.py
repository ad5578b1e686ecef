"""Trains the face detector for a given time: python3 train.py LABELS.npy OUT MINUTES [START.pt]"""
import random
import sys
import time

import cv2
import numpy as np
import torch

from crops import SIDE, Crops, targets
from net import FaceNet, decode, overlap
from photographs import photographs

SHARES = {"scene": 0.66, "portrait": 0.15, "empty": 0.19}
BATCH = 12


class Stream(torch.utils.data.IterableDataset):
    def __init__(self, crops):
        self.crops = crops

    def __iter__(self):
        info = torch.utils.data.get_worker_info()
        seed = 7 + 1000 * (info.id if info else 0)
        cv2.setNumThreads(1), cv2.setRNGSeed(seed), random.seed(seed), np.random.seed(seed)
        while True:
            images, boxes, kinds = [], [], []
            for _ in range(BATCH):
                pixels, faces, doubtful = self.crops.sample()
                found = targets(faces, doubtful)
                images.append(pixels)
                kinds.append(found)
                boxes.append(faces[found.clip(0)] * (found >= 0)[:, None] if len(faces) else np.zeros((len(found), 4), np.float32))
            yield torch.from_numpy(np.stack(images)), torch.from_numpy(np.stack(boxes)), torch.from_numpy(np.stack(kinds))


def loss_of(net, images, truth, kinds):
    pixels = (images.permute(0, 3, 1, 2).flip(1).float() / 127.5 - 1).contiguous()  # BGR to RGB
    logits, boxes, _, _ = decode(net(pixels), SIDE, SIDE)
    at = kinds >= 0
    wanted = torch.zeros_like(logits)
    box_loss, weight = logits.new_zeros(()), 1.0
    if at.any():
        iou, giou = overlap(boxes[at], truth[at])
        quality = iou.detach().clamp(0.4, 1)
        wanted[at] = quality
        weight = float(quality.sum()) + 1
        box_loss = ((1 - giou) * quality).sum() / weight
    p = torch.sigmoid(logits)
    focus = torch.where(wanted > 0, wanted, 0.75 * p.detach() ** 2)
    score_loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none") * focus * (kinds != -2)
    return score_loss.sum() / weight, box_loss


def main(labels, out, minutes, start=None):
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    random.seed(7), np.random.seed(7), torch.manual_seed(7)
    learnt, held = photographs(labels)
    shares = {g: s for g, s in SHARES.items() if any(q == g for _, q in learnt)}
    crops = Crops(learnt, shares)
    print({g: (len(p), sum(len(v.faces) for v in p)) for g, p in crops.groups.items()}, "held", len(held), sum(len(v.faces) for v in held), "heads", len(crops.heads), flush=True)
    net = FaceNet()
    if start:
        net.load_state_dict(torch.load(start))
    average = {k: v.clone() for k, v in net.state_dict().items()}
    print(sum(p.numel() for p in net.parameters()), "parameters", flush=True)
    optimizer = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=0.03)
    batches = iter(torch.utils.data.DataLoader(Stream(crops), batch_size=None, num_workers=1, prefetch_factor=8))
    began, step, sums, waited = time.time(), 0, np.zeros(2), 0.0
    while (part := (time.time() - began) / 60 / minutes) < 1:
        rate = 2.5e-3 * min(1, (step + 1) / 200) * (0.01 + 0.99 * 0.5 * (1 + np.cos(np.pi * part)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        wait = time.time()
        batch = next(batches)
        waited += time.time() - wait
        score, box = loss_of(net, *batch)
        optimizer.zero_grad()
        (score + 2 * box).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimizer.step()
        step += 1
        decay = min(0.999, step / (step + 20))
        with torch.no_grad():
            for k, v in net.state_dict().items():
                average[k] = v.clone() if v.dtype == torch.long else average[k].lerp_(v, 1 - decay)
        sums += (score.item(), box.item())
        if step % 100 == 0:
            print(f"{step} {time.time() - began:.0f}s score {sums[0] / 100:.3f} box {sums[1] / 100:.3f} rate {rate:.5f} waited {waited:.0f}s", flush=True)
            sums[:] = 0
        if step % 300 == 0:
            torch.save(average, out)
    torch.save(average, out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), *sys.argv[4:])
