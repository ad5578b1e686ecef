"""Writes what the crops and the net give for a made-up image: python3 golden.py CHECKPOINT OUT.json"""
import sys

from net import Verifier, places

BOXES = ((20, 16, 60, 70), (100.25, 40.5, 121.75, 66.125), (-14, -9.5, 30, 40), (10, 5, 150, 118), (140, 90, 175.5, 131), (70.3, 71.7, 80.1, 84.9))

if __name__ == "__main__":
    places.golden(Verifier(), sys.argv[1], BOXES, sys.argv[2])
