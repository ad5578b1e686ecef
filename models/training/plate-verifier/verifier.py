"""The verifier of plates."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "common"))
import places  # noqa: E402
from places import CONTEXT  # noqa: E402, F401

WIDTH, HEIGHT = 96, 48  # pixels of a crop


class Verifier(places.Verifier):
    def __init__(self):
        super().__init__(WIDTH, HEIGHT, 16, 32, 48)
