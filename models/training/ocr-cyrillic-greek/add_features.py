"""Makes the features before the neck an output too: python3 add_features.py PP-OCRv6_rec_small.onnx OUT.onnx

The bytes of the model stay as they are: what is appended is a model that has nothing but the output, and ONNX's format (Protocol Buffers)
joins the two. Needs onnx.
"""
import sys

import onnx

FEATURES = "p2o.pd_op.pool2d.1.0"


def main(source, out):
    added = onnx.ModelProto()
    added.graph.output.append(onnx.helper.make_tensor_value_info(FEATURES, onnx.TensorProto.FLOAT, [1, 384, 1, None]))
    with open(source, "rb") as file:
        model = file.read()
    with open(out, "wb") as file:
        file.write(model + added.SerializeToString())


if __name__ == "__main__":
    main(*sys.argv[1:])
