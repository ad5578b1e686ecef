"""Lets BlazeFace take any input whose sides are multiples of 32: python3 widen.py face_detection_back_256x256_barracuda.onnx OUT.onnx.

The net is convolutional; only three things in the file know the size: the shape of the input, the reshaping of the outputs, and the zeros that
are put beside the channels of shortcuts. The input becomes three planes, without the transposition that stands first. Weights stay as they are,
and at 256 x 256 so do the results.
"""
import sys

import numpy as np
import onnx
from onnx import helper, numpy_helper


def main(path, out):
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    makers = {o: n for n in graph.node for o in n.output}
    nodes, extra, dropped = [], [], set()
    turned = next(n.output[0] for n in graph.node if n.op_type == "Transpose" and n.input[0] == "input:0")
    for node in graph.node:
        if node.output[0] == turned:
            continue
        node.input[:] = ["input:0" if name == turned else name for name in node.input]
        if node.op_type == "ConstantOfShape":
            dropped.update(node.input)
            continue
        if node.op_type == "Concat" and makers.get(node.input[1]) is not None and makers[node.input[1]].op_type == "ConstantOfShape":
            channels = int(arrays[makers[node.input[1]].input[0]][1])
            pads = node.output[0] + ":pads"
            extra.append(numpy_helper.from_array(np.array([0, 0, 0, 0, 0, channels, 0, 0], np.int64), pads))
            node = helper.make_node("Pad", [node.input[0], pads], list(node.output), mode="constant")
        elif node.op_type == "Reshape":
            values = int(arrays[node.input[1]][-1])
            shape = node.output[0] + ":shape"
            dropped.add(node.input[1])
            extra.append(numpy_helper.from_array(np.array([1, -1, values], np.int64), shape))
            node = helper.make_node("Reshape", [node.input[0], shape], list(node.output))
        nodes.append(node)
    source = helper.make_tensor_value_info("input:0", 1, [1, 3, "height", "width"])
    outputs = [helper.make_tensor_value_info(o.name, 1, [1, None, o.type.tensor_type.shape.dim[2].dim_value]) for o in graph.output]
    kept = [i for i in graph.initializer if i.name not in dropped]
    model = helper.make_model(helper.make_graph(nodes, "blazeface", [source], outputs, kept + extra), opset_imports=[helper.make_opsetid("", 12)], producer_name="widen.py")
    model.ir_version = 7
    onnx.checker.check_model(model)
    onnx.save(model, out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
