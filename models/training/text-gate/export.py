"""Writes the net as ONNX, batch norms folded: python3 export.py IN.pt OUT.onnx"""
import sys

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from net import build


def folded(convolution, norm):
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    return convolution.weight * scale[:, None, None, None], norm.bias - norm.running_mean * scale


def main(source, out):
    net = build()
    net.load_state_dict(torch.load(source))
    net.eval()
    nodes, weights, value, layers = [], [], "pixels", list(net)
    for i in range(0, len(layers), 3):
        layer, is_last = layers[i], i == len(layers) - 1
        weight, bias = (layer.weight, layer.bias) if is_last else folded(layer, layers[i + 1])
        weights += [numpy_helper.from_array(t.detach().numpy(), f"{n}{i}") for n, t in (("weight", weight), ("bias", bias))]
        nodes.append(helper.make_node("Conv", [value, f"weight{i}", f"bias{i}"], [f"sum{i}"], kernel_shape=list(layer.kernel_size),
                                      strides=list(layer.stride), dilations=list(layer.dilation), pads=[layer.padding[0]] * 4))
        value = "text" if is_last else f"out{i}"
        nodes.append(helper.make_node("Sigmoid" if is_last else "Relu", [f"sum{i}"], [value]))
    graph = helper.make_graph(nodes, "text-gate", [helper.make_tensor_value_info("pixels", TensorProto.FLOAT, [1, 3, "H", "W"])],
                              [helper.make_tensor_value_info("text", TensorProto.FLOAT, [1, 1, "h", "w"])], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="redaction")
    model.ir_version = 8
    onnx.save(model, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
