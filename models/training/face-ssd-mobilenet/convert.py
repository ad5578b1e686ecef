"""Converts face-api's SSD MobileNetV1 to ONNX: python3 convert.py MODEL_FOLDER OUT.onnx.

MODEL_FOLDER holds ssd_mobilenetv1_model.bin and ssd_mobilenetv1_model-weights_manifest.json of npm @vladmandic/face-api 1.7.15.
Weights are stored as unsigned bytes with a scale and a minimum each, and large ones stay so in the ONNX file, where the runtime widens
them when it loads; batch normalisation is folded into the convolutions.
"""
import json
import os
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

EPSILON = 0.0010000000474974513
SIDE = 512


def read(folder):
    with open(os.path.join(folder, "ssd_mobilenetv1_model-weights_manifest.json"), encoding="utf-8") as f:
        manifest = json.load(f)[0]
    with open(os.path.join(folder, "ssd_mobilenetv1_model.bin"), "rb") as f:
        data = f.read()
    weights, packed, at = {}, {}, 0
    for w in manifest["weights"]:
        count = int(np.prod(w["shape"], dtype=np.int64))
        q = w.get("quantization")
        if q is None:
            values = np.frombuffer(data, "<f4" if w["dtype"] == "float32" else "<i4", count, at)
            at += 4 * count
        else:
            assert q["dtype"] == "uint8"
            bytes_ = np.frombuffer(data, np.uint8, count, at)
            packed[w["name"]] = bytes_.reshape(w["shape"]), q["scale"], q["min"]
            values = bytes_.astype(np.float32) * np.float32(q["scale"]) + np.float32(q["min"])
            at += count
        weights[w["name"]] = values.reshape(w["shape"])
    assert at == len(data)
    return weights, packed


class Graph:
    def __init__(self, weights, packed):
        self.w, self.packed, self.nodes, self.constants, self.count = weights, packed, [], [], 0

    def constant(self, value, dtype=np.float32):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value, dtype), name))
        return name

    def node(self, kind, *inputs, output=None, **attributes):
        self.count += 1
        output = output or f"t{self.count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def conv(self, x, kernel, side, bias, stride=1, groups=1):
        return self.node("Conv", x, kernel, self.constant(bias), strides=[stride, stride], group=groups,
                         kernel_shape=[side, side], auto_pad="SAME_UPPER")

    def dense(self, x, name, bias, stride=1):
        """A convolution whose kernel stays packed."""
        kernel, scale, low = self.packed[name]
        wide = self.node("Cast", self.constant(kernel.transpose(3, 2, 0, 1), np.uint8), to=TensorProto.FLOAT)
        wide = self.node("Add", self.node("Mul", wide, self.constant(scale)), self.constant(low))
        return self.conv(x, wide, kernel.shape[0], bias, stride)

    def clip(self, x):
        return self.node("Clip", x, self.zero, self.six)

    def pointwise(self, x, name, stride=1):
        return self.clip(self.dense(x, name + "/weights", self.w[name + "/convolution_bn_offset"], stride))

    def depthwise(self, x, name, stride):
        kernel = self.w[name + "/depthwise_weights"].transpose(2, 3, 0, 1)
        norm = {k: self.w[f"{name}/BatchNorm/{k}"] for k in ("gamma", "beta", "moving_mean", "moving_variance")}
        scale = norm["gamma"] / np.sqrt(norm["moving_variance"] + EPSILON)
        bias = norm["beta"] - norm["moving_mean"] * scale
        return self.clip(self.conv(x, self.constant(kernel * scale[:, None, None, None]), 3, bias, stride, kernel.shape[0]))

    def predict(self, x, name, values):
        y = self.node("Transpose", self.dense(x, name + "/weights", self.w[name + "/biases"]), perm=[0, 2, 3, 1])
        return self.node("Reshape", y, self.constant([1, -1, values], np.int64))

    def build(self):
        self.zero, self.six = self.constant(0.0), self.constant(6.0)
        x = self.pointwise("pixels", "MobilenetV1/Conv2d_0_pointwise", 2)
        fine = None
        for i in range(1, 14):
            x = self.depthwise(x, f"MobilenetV1/Conv2d_{i}_depthwise", 2 if i in (2, 4, 6, 12) else 1)
            x = self.pointwise(x, f"MobilenetV1/Conv2d_{i}_pointwise")
            fine = x if i == 11 else fine
        maps = [fine, x]
        for i in range(8):
            x = self.pointwise(x, f"Prediction/Conv2d_{i}_pointwise", 2 if i % 2 else 1)
            if i % 2:
                maps.append(x)
        boxes = [self.predict(m, f"Prediction/BoxPredictor_{i}/BoxEncodingPredictor", 4) for i, m in enumerate(maps)]
        classes = [self.predict(m, f"Prediction/BoxPredictor_{i}/ClassPredictor", 3) for i, m in enumerate(maps)]
        self.boxes(self.node("Concat", *boxes, axis=1))
        logits = self.node("Slice", self.node("Concat", *classes, axis=1), self.constant([1], np.int64), self.constant([2], np.int64), self.constant([2], np.int64))
        self.node("Sigmoid", self.node("Squeeze", logits, self.constant([2], np.int64)), output="scores")

    def boxes(self, encoded):
        """Encoded as y, x, height, width relative to the priors; given as left, top, right, bottom in pixels of the input."""
        prior = self.w["Output/extra_dim"].astype(np.float64)
        size = prior[..., 2:] - prior[..., :2]
        centre = prior[..., :2] + size / 2
        axes = self.constant([2], np.int64)
        offset = self.node("Slice", encoded, self.constant([0], np.int64), self.constant([2], np.int64), axes)
        growth = self.node("Slice", encoded, self.constant([2], np.int64), self.constant([4], np.int64), axes)
        middle = self.node("Add", self.node("Mul", offset, self.constant(size / 10 * SIDE)), self.constant(centre * SIDE))
        half = self.node("Mul", self.node("Exp", self.node("Mul", growth, self.constant(0.2))), self.constant(size / 2 * SIDE))
        corners = self.node("Concat", self.node("Sub", middle, half), self.node("Add", middle, half), axis=2)
        self.node("Gather", corners, self.constant([1, 0, 3, 2], np.int64), axis=2, output="boxes")


def main(folder, out):
    weights, packed = read(folder)
    graph = Graph(weights, packed)
    graph.build()
    places = weights["Output/extra_dim"].shape[1]
    model = helper.make_model(helper.make_graph(
        graph.nodes, "face-ssd-mobilenet",
        [helper.make_tensor_value_info("pixels", TensorProto.FLOAT, [1, 3, SIDE, SIDE])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, places]), helper.make_tensor_value_info("boxes", TensorProto.FLOAT, [1, places, 4])],
        graph.constants), producer_name="redaction", opset_imports=[helper.make_opsetid("", 14)])
    model.ir_version = 7
    onnx.checker.check_model(model)
    onnx.save(model, out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
