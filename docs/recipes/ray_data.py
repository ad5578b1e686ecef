"""Redacts a column of texts with Ray Data: an actor keeps its worker process from batch to batch."""

import sys

import ray
from redaction import Redactor

OPTIONS = {"policy": "default", "detectors": ["patterns"], "threads": 1}


class RedactTexts:
    def __init__(self):
        self.redactor = Redactor(**OPTIONS)

    def __call__(self, batch):
        batch["text"] = self.redactor.redact(batch["text"].tolist())
        return batch


if __name__ == "__main__":
    ray.data.read_json(sys.argv[1], lines=True).map_batches(RedactTexts, batch_format="pandas", concurrency=2).write_json(sys.argv[2])
