"""Trains the plate detector for a given time: python3 train.py DATA OUT MINUTES [EMPTY START.onnx].

EMPTY is a folder of photographs without plates; START the weights to continue with, at a lower rate.
"""
import random
import sys
import time

import cv2
import numpy as np
import torch

from data import SIDE, Crops
from evaluate import detect
from net import STRIDES, PlateNet, decode, overlap
from start import start

RANGES = {8: (0, 40), 16: (26, 90), 32: (64, 1e9)}  # square root of the area of the plates that a stride learns


def targets(boxes, ignored, points, strides):
    """Index of each point's box, -1 none, -2 not to be learnt."""
    found = torch.full((len(points),), -1, dtype=torch.long)
    for box in torch.from_numpy(ignored):
        found[((points > box[:2] - 4) & (points < box[2:] + 4)).all(1)] = -2
    order = sorted(range(len(boxes)), key=lambda i: -float((boxes[i, 2:] - boxes[i, :2]).prod()))
    for i in order:
        box = torch.from_numpy(boxes[i])
        size = box[2:] - box[:2]
        centre = (box[:2] + box[2:]) / 2
        root = float(size.prod()) ** 0.5
        away = (points - centre).abs()
        inner = (away < torch.maximum((size * 0.3)[None], 0.55 * strides[:, None])).all(1) & (away < 1.6 * strides[:, None]).all(1)
        around = (away < size / 2).all(1) | (away < 1.6 * strides[:, None]).all(1)
        for stride in STRIDES:
            level = strides == stride
            if RANGES[stride][0] <= root < RANGES[stride][1]:
                found[level & around & (found == -1)] = -2
                found[level & inner] = i
            else:
                found[level & inner & (found == -1)] = -2
    return found


def loss_of(net, images, labels):
    logits, boxes, points, strides = decode(net(images), SIDE, SIDE)
    wanted = torch.zeros_like(logits)
    learnt = torch.ones_like(logits)
    box_loss, weight = logits.new_zeros(()), 1e-3
    for n, (truth, ignored) in enumerate(labels):
        found = targets(truth, ignored, points, strides)
        learnt[n, found == -2] = 0
        at = (found >= 0).nonzero()[:, 0]
        if len(at) == 0:
            continue
        iou, giou = overlap(boxes[n, at], torch.from_numpy(truth)[found[at]])
        quality = iou.detach().clamp(0.3, 1)
        wanted[n, at] = quality
        box_loss = box_loss + ((1 - giou) * quality).sum()
        weight += float(quality.sum())
    p = torch.sigmoid(logits)
    focus = torch.where(wanted > 0, wanted, 0.75 * p.detach() ** 2)
    score_loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none") * focus * learnt
    return score_loss.sum() / weight, box_loss / weight


def batch_of(crops, count):
    drawn = [crops.sample() for _ in range(count)]
    images = torch.from_numpy(np.stack([d[0] for d in drawn])).permute(0, 3, 1, 2).float() / 127.5 - 1
    return images.flip(1).contiguous(memory_format=torch.channels_last), [d[1:] for d in drawn]  # BGR to RGB


def main(folder, out, minutes, empty=None, weights=None, batch=16):
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    random.seed(7), np.random.seed(7), torch.manual_seed(7), cv2.setRNGSeed(7)
    crops, net = Crops(folder, empty), PlateNet().to(memory_format=torch.channels_last)
    if weights:
        start(net, weights, batch_of(crops, 96)[0])
        torch.save(net.state_dict(), out + ".start")  # for blend.py
        net.eval()
        print("wrong places", crops.mine(lambda image: detect(net, image)), flush=True)
        net.train()
    average = {k: v.clone() for k, v in net.state_dict().items()}
    print(sum(p.numel() for p in net.parameters()), "parameters", flush=True)
    optimizer = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=0.02)
    peak = 1e-3 if weights else 2.5e-3
    began, step, sums = time.time(), 0, np.zeros(2)
    while (part := (time.time() - began) / 60 / minutes) < 1:
        rate = peak * min(1, (step + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * part)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        score, box = loss_of(net, *batch_of(crops, batch))
        optimizer.zero_grad()
        (score + 2 * box).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimizer.step()
        step += 1
        decay = min(0.998, step / (step + 20))
        for k, v in net.state_dict().items():
            average[k] = v.clone() if v.dtype == torch.long else average[k] * decay + v * (1 - decay)
        sums += (score.item(), box.item())
        if step % 50 == 0:
            print(f"{step} {time.time() - began:.0f}s score {sums[0] / 50:.3f} box {sums[1] / 50:.3f} rate {rate:.5f}", flush=True)
            sums[:] = 0
        if step % 250 == 0:
            torch.save(average, out)
    torch.save(average, out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), *sys.argv[4:])
