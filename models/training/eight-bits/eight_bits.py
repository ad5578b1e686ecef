"""Eight-bit version of a model: python3 eight_bits.py IN.onnx OUT.onnx faces|lines PHOTOGRAPHS_DIR WORDS.txt"""
import glob
import random
import sys

import cv2
import numpy as np
import onnx
from onnx import version_converter
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process
from PIL import Image, ImageDraw, ImageFont

FONTS = glob.glob("/usr/share/fonts/truetype/**/*.ttf", recursive=True)
NOISE = np.random.RandomState(1)


class Samples(CalibrationDataReader):
    def __init__(self, name, arrays):
        self.name, self.arrays = name, iter(arrays)

    def get_next(self):
        array = next(self.arrays, None)
        return None if array is None else {self.name: array}


def faces(image):
    small = cv2.resize(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), (640, 480))
    return small.transpose(2, 0, 1)[None].astype(np.float32)


def lines(image):
    scaled = cv2.resize(image, (960, 544)) / 255.0
    return ((scaled - [.485, .456, .406]) / [.229, .224, .225]).transpose(2, 0, 1)[None].astype(np.float32)


def page(words, width=960, height=544):
    """A page of print in many sizes on a light ground."""
    image = Image.new("RGB", (width, height), tuple(NOISE.randint(200, 256, 3)))
    draw, y = ImageDraw.Draw(image), 10
    while y < height - 40:
        size = random.choice([10, 12, 14, 18, 24, 32])
        text = " ".join(random.choice(words) for _ in range(random.randint(3, 9)))
        draw.text((random.randint(4, 60), y), text, font=ImageFont.truetype(random.choice(FONTS), size), fill=tuple(NOISE.randint(0, 90, 3)))
        y += int(size * 1.6)
    return np.array(image)[:, :, ::-1]


def kept(graph, sort):
    """Layers that stay floats: the first and the last ones."""
    convolutions = [n for n in graph.node if n.op_type in ("Conv", "ConvTranspose")]
    if sort == "lines":
        return [convolutions[0].name, *(n.name for n in convolutions[-2:])]
    makers = {o: n for n in graph.node for o in n.output}
    heads = [makers[o.name] for o in graph.output]
    return [convolutions[0].name, *(n.name for n in heads), *(makers[i].name for n in heads for i in n.input if i in makers)]


def main(source, out, sort, photographs, words):
    random.seed(2)
    images = [cv2.imread(p) for p in sorted(glob.glob(photographs + "/**/*.jpg", recursive=True))[:110]]
    words = [w.strip() for w in open(words, encoding="utf-8") if w.strip()]
    quant_pre_process(source, out + ".pre", skip_symbolic_shape=True)
    model = onnx.load(out + ".pre")
    if model.opset_import[0].version < 13:
        model = version_converter.convert_version(model, 17)
    for i, node in enumerate(model.graph.node):
        node.name = node.name or f"{node.op_type.lower()}_{i}"
    onnx.save(model, out + ".pre")
    arrays = [faces(i) for i in images] if sort == "faces" else [lines(i) for i in [page(words) for _ in range(24)] + images[::4]]
    quantize_static(out + ".pre", out, Samples(model.graph.input[0].name, arrays), quant_format=QuantFormat.QDQ, per_channel=True,
                    reduce_range=True, weight_type=QuantType.QInt8, activation_type=QuantType.QUInt8,
                    op_types_to_quantize=None if sort == "faces" else ["Conv"], nodes_to_exclude=kept(model.graph, sort))


if __name__ == "__main__":
    main(*sys.argv[1:])
