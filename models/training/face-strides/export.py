"""Writes a checkpoint as ONNX: python3 export.py CHECKPOINT OUT.onnx."""
import sys

from net import FaceNet
from exported import export

if __name__ == "__main__":
    export(FaceNet(), *sys.argv[1:])
