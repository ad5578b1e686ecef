"""Writes a checkpoint as ONNX: python3 export.py CHECKPOINT OUT.onnx"""
import sys

from net import Verifier, places

if __name__ == "__main__":
    places.export(Verifier(), sys.argv[1], "faces", sys.argv[2])
