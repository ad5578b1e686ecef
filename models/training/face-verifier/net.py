"""The verifier of faces."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "common"))
import places  # noqa: E402
from places import CONTEXT  # noqa: E402, F401

SIDE = 48  # pixels of a crop


class Verifier(places.Verifier):
    def __init__(self):
        super().__init__(SIDE, SIDE, 20, 32, 56)
