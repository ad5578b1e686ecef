"""Writes what the crops and the net give for a made-up image: python3 golden.py CHECKPOINT OUT.json"""
import sys

from verifier import Verifier, places

BOXES = ((20, 16, 60, 30), (100.25, 40.5, 131.75, 52.125), (-14, -9.5, 30, 10), (10.3, 5.2, 150, 48), (140, 90, 175.5, 131), (70.3, 71.7, 82.1, 84.9))

if __name__ == "__main__":
    places.golden(Verifier(), sys.argv[1], BOXES, sys.argv[2])
