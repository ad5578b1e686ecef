"""The face detector's net."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "common"))
from strides import STRIDES, StrideNet, decode, overlap  # noqa: E402, F401


class FaceNet(StrideNet):
    def __init__(self):
        super().__init__(16, 16, 40, 64, 96, fused=40)
