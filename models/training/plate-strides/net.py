"""The plate detector's net."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "common"))
from strides import STRIDES, Conv, StrideNet, decode, overlap  # noqa: E402, F401


class PlateNet(StrideNet):
    def __init__(self):
        super().__init__(16, 24, 48, 80, 112, fused=48)
