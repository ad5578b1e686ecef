"""What photographs suffer: masks over faces, poor light, noise, compression."""
import math
import random

import cv2
import numpy as np


def cover(image, points, box):
    """Draws a mask over nose, mouth and chin."""
    eyes, nose = (points[0] + points[1]) / 2, points[2]
    bridge = eyes + (nose - eyes) * random.uniform(0.35, 0.9)
    across, width, height = points[1] - points[0], box[2] - box[0], box[3] - box[1]
    across = across / (np.linalg.norm(across) + 1e-6)
    across *= 1 if across[0] > 0 else -1
    down = np.array((-across[1], across[0]))
    chin = bridge + down * (box[3] - bridge[1]) * random.uniform(0.9, 1.1)
    half = width * random.uniform(0.42, 0.52)
    outline = np.array((bridge, bridge + across * half * 0.8 + down * height * 0.06, chin + across * half * 0.5 - down * height * 0.08, chin,
                        chin - across * half * 0.5 - down * height * 0.08, bridge - across * half * 0.8 + down * height * 0.06))
    colour = random.choice(((225, 200, 170), (240, 240, 240), (30, 30, 30), tuple(random.randrange(256) for _ in range(3))))
    shade = [min(255, max(0, c * random.uniform(0.6, 1.05))) for c in colour]
    layer = image.copy()
    cv2.fillConvexPoly(layer, np.int32(outline * 16), shade, cv2.LINE_AA, 4)
    if random.random() < 0.5:
        layer = cv2.GaussianBlur(layer, (3, 3), 0) if random.random() < 0.5 else layer
        for part in (0.35, 0.55, 0.75):
            a, b = bridge + (chin - bridge) * part - across * half * 0.6, bridge + (chin - bridge) * part + across * half * 0.6
            cv2.line(layer, tuple(np.int32(a)), tuple(np.int32(b)), [c * 0.85 for c in shade], 1, cv2.LINE_AA)
    return layer


def light(image):
    if random.random() < 0.12:
        image = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    if random.random() < 0.15:
        image = cv2.GaussianBlur(image, (3, 3), 0)
    gamma = random.uniform(1.6, 3) if random.random() < 0.08 else math.exp(random.gauss(0, 0.25))
    gain, shift = math.exp(random.gauss(0, 0.18)), random.gauss(0, 12)
    table = np.arange(256) / 255.0
    tables = [np.clip(255 * gain * math.exp(random.gauss(0, 0.07)) * table ** gamma + shift, 0, 255) for _ in range(3)]
    image = cv2.LUT(image, np.stack(tables, -1).astype(np.uint8)[None])
    if random.random() < 0.2:
        noise = np.empty(image.shape, np.int16)
        cv2.randn(noise, 0, random.uniform(2, 12))
        image = cv2.add(image, noise, dtype=cv2.CV_8U)
    if random.random() < 0.2:
        image = cv2.imdecode(cv2.imencode(".jpg", image, (cv2.IMWRITE_JPEG_QUALITY, random.randint(30, 85)))[1], cv2.IMREAD_COLOR)
    return image
