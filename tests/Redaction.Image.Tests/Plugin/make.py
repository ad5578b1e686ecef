"""Writes glow.onnx: the mean brightness (0 to 1) of every 16 by 16 pixels, in the place of a user's own model."""
import onnx
from onnx import TensorProto, helper

graph = helper.make_graph(
    [
        helper.make_node("ReduceMean", ["pixels"], ["grey"], axes=[3], keepdims=1),
        helper.make_node("Transpose", ["grey"], ["plane"], perm=[0, 3, 1, 2]),
        helper.make_node("AveragePool", ["plane"], ["mean"], kernel_shape=[16, 16], strides=[16, 16]),
        helper.make_node("Div", ["mean", "white"], ["scores"]),
    ],
    "glow",
    [helper.make_tensor_value_info("pixels", TensorProto.FLOAT, [1, "height", "width", 3])],
    [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, 1, "rows", "columns"])],
    [helper.make_tensor("white", TensorProto.FLOAT, [1], [255.0])],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 12)])
model.ir_version = 7
onnx.checker.check_model(model)
onnx.save(model, "glow.onnx")
