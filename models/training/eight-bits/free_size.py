"""Lets CenterFace take any input whose sides are multiples of 32, and folds its batch norms: python3 free_size.py centerface.onnx OUT.onnx."""
import sys

import onnx
import onnxruntime
from onnx import version_converter
from onnx.tools.update_model_dims import update_inputs_outputs_dims

OUTPUTS = {"537": 1, "538": 2, "539": 2, "540": 10}


def main(path, out):
    model = onnx.load(path)
    graph = model.graph
    weights = {w.name for w in graph.initializer}
    used = {name for node in graph.node for name in node.input}
    for field, kept in ((graph.input, [i for i in graph.input if i.name not in weights]),
                        (graph.output, [o for o in graph.output if o.name in OUTPUTS]),
                        (graph.initializer, [w for w in graph.initializer if w.name in used])):
        del field[:]
        field.extend(kept)
    del graph.value_info[:]
    model = update_inputs_outputs_dims(model, {"input.1": ["B", 3, "H", "W"]}, {o: ["B", n, "h", "w"] for o, n in OUTPUTS.items()})
    model.ir_version = 8
    model = version_converter.convert_version(model, 17)
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = out
    onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


if __name__ == "__main__":
    main(*sys.argv[1:])
