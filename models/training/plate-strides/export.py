"""Writes a checkpoint as ONNX: python3 export.py CHECKPOINT OUT.onnx."""
import sys

from net import PlateNet
from exported import export

if __name__ == "__main__":
    export(PlateNet(), *sys.argv[1:])
