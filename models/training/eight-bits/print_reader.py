"""Makes the eight-bit reader of print: python3 print_reader.py FLOATS.onnx RANGES.json OUT.onnx

FLOATS.onnx is PP-OCRv6_rec_small.onnx as ONNX Runtime writes it with `optimized_model_filepath` and extended optimisation: batch norms
folded, each GELU one operator. RANGES.json holds the least and the largest value of the tensors that become eight bits, those with the
least mean squared error over lines of print and of photographs. Convolutions of one pixel become eight bits but for the squeezes and the
last ones, which the scores depend on most; so does the layer of the classes, whose input is scaled line by line. Weights keep seven bits:
processors without VNNI do not saturate. Needs onnx and NumPy.
"""
import json
import sys

import numpy as np
import onnx
from onnx import helper, numpy_helper

KEPT = {"Conv.50", "Conv.53", "Conv.54", "Conv.55"}  # stay floats
MOST = 63  # of a weight


def unfused(nodes):
    """ONNX Runtime joins a convolution with what follows it; in eight bits they are apart again."""
    for index, node in enumerate(nodes):
        node.name = node.name or f"{node.op_type}_{index}"
        if node.op_type != "FusedConv":
            yield node
            continue
        kind = next(a.s.decode() for a in node.attribute if a.name == "activation")
        values = next((a.floats for a in node.attribute if a.name == "activation_params"), [])
        out = node.output[0]
        convolution = helper.make_node("Conv", list(node.input), [out + ".c"], name=node.name + ".c")
        convolution.attribute.extend(a for a in node.attribute if not a.name.startswith("activation"))
        yield convolution
        options = {"alpha": values[0], "beta": values[1]} if kind == "HardSigmoid" and len(values) > 1 else {}
        yield helper.make_node(kind, [out + ".c"], [out], name=node.name + ".a", **options)


class Graph:
    def __init__(self, model, ranges):
        self.graph, self.ranges, self.done = model.graph, ranges, {}
        self.weights = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
        self.nodes, self.added = list(unfused(model.graph.node)), []
        self.makers = {o: n for n in self.nodes for o in n.output}

    def constant(self, name, value):
        self.added.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def scale(self, tensor):
        low, high = self.ranges[tensor]
        low, high = min(low, 0), max(high, 0)
        scale = (high - low) / 255
        return np.float32(scale), np.uint8(round(-low / scale))

    def squeezed(self, tensor):
        """True of what is a mean over the line, or made of one."""
        maker = self.makers.get(tensor)
        while maker is not None and (
                maker.op_type == "Relu" or (maker.op_type == "Conv" and self.weights[maker.input[1]].shape[2:] == (1, 1))):
            maker = self.makers.get(maker.input[0])
            if maker is not None and maker.op_type == "ReduceMean":
                return True
        return maker is not None and maker.op_type == "ReduceMean"

    def becomes_bytes(self, node):
        if node.op_type != "Conv" or node.name in KEPT:
            return False
        return self.weights[node.input[1]].shape[2:] == (1, 1) and not self.squeezed(node.input[0])

    def bytes_of(self, tensor, out):
        """A tensor in eight bits and back, once."""
        if tensor not in self.done:
            scale, zero = self.scale(tensor)
            names = [self.constant(tensor + "_s", scale), self.constant(tensor + "_z", zero)]
            out.append(helper.make_node("QuantizeLinear", [tensor, *names], [tensor + "_q"], name="Q_" + tensor))
            out.append(helper.make_node("DequantizeLinear", [tensor + "_q", *names], [tensor + "_d"], name="D_" + tensor))
            self.done[tensor] = tensor + "_d"
        return self.done[tensor]

    def constant_bytes(self, name, values, scales, kind, out):
        names = [self.constant(f"{name}_q", values.astype(kind)), self.constant(f"{name}_s", scales.astype(np.float32)),
                 self.constant(f"{name}_z", np.zeros(len(scales), kind))]
        out.append(helper.make_node("DequantizeLinear", names, [name + "_d"], name="D_" + name, axis=0))
        return name + "_d"

    def convolutions(self):
        out, renamed = [], {}
        for node in self.nodes:
            source = node.input[0] if node.input else None
            known = [renamed.get(i, i) for i in node.input]
            if not self.becomes_bytes(node):
                del node.input[:]
                node.input.extend(known)
                out.append(node)
                continue
            taken = known[0] if known[0] != source else self.bytes_of(source, out)
            weights, bias = self.weights[node.input[1]], self.weights[node.input[2]]
            scales = np.maximum(np.abs(weights).max(axis=(1, 2, 3)), 1e-8) / MOST
            rounded = np.clip(np.round(weights / scales[:, None, None, None]), -MOST, MOST)
            joint = scales * self.scale(source)[0]
            inputs = [taken, self.constant_bytes(node.input[1], rounded, scales, np.int8, out),
                      self.constant_bytes(node.name + "_b", np.round(bias / joint), joint, np.int32, out)]
            made = helper.make_node("Conv", inputs, [node.output[0]], name=node.name)
            made.attribute.extend(node.attribute)
            out.append(made)
            if not node.output[0].endswith(".c"):
                renamed[node.output[0]] = self.bytes_of(node.output[0], out)
        self.nodes = out

    def classes(self):
        softmax = [n for n in self.nodes if n.op_type == "Softmax"][-1]
        add = self.makers[softmax.input[0]]
        bias = next(i for i in add.input if i in self.weights)
        product = self.makers[next(i for i in add.input if i != bias)]
        weights = self.weights[product.input[1]]
        scales = np.maximum(np.abs(weights).max(axis=0), 1e-8) / MOST
        names = [self.constant("classes_q", np.clip(np.round(weights / scales), -MOST, MOST).astype(np.int8)),
                 self.constant("classes_s", scales.astype(np.float32)), self.constant("classes_z", np.zeros(len(scales), np.int8)),
                 self.constant("classes_b", self.weights[bias].reshape(-1))]
        made = [helper.make_node("Transpose", [product.input[0]], ["classes_t"], name="classes_t", perm=[0, 2, 1]),
                helper.make_node("DynamicQuantizeMatMul", ["classes_t", *names], [add.output[0]], name="classes", domain="com.microsoft")]
        at = [n.name for n in self.nodes].index(add.name)
        self.nodes = [n for n in self.nodes[:at] if n.name != product.name] + made + self.nodes[at + 1:]

    def squeezes(self):
        """From opset 13 on axes are an input."""
        for node in self.nodes:
            if node.op_type == "Squeeze":
                axes = list(node.attribute[0].ints)
                del node.attribute[:]
                node.input.append(self.constant(node.name + "_axes", np.array(axes, np.int64)))

    def finish(self):
        used = {i for n in self.nodes for i in n.input}
        constants = [i for i in [*self.graph.initializer, *self.added] if i.name in used]
        del self.graph.node[:], self.graph.initializer[:]
        self.graph.node.extend(self.nodes)
        self.graph.initializer.extend(constants)


def main(source, ranges, out):
    model = onnx.load(source)
    with open(ranges, encoding="utf-8") as file:
        graph = Graph(model, json.load(file))
    graph.convolutions()
    graph.classes()
    graph.squeezes()
    graph.finish()
    del model.opset_import[:]
    model.opset_import.extend([helper.make_opsetid("", 13), helper.make_opsetid("com.microsoft", 1)])
    onnx.save(model, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
