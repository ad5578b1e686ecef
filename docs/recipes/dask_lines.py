"""Redacts JSON Lines on a Dask cluster: dask_lines.py INPUT.jsonl OUTPUT.jsonl [SCHEDULER]

Each partition has a worker process of its own. What a worker that dies had done is done again by another: the output is the same bytes.
"""

import os
import sys

import dask.bag
from dask.distributed import Client, LocalCluster
from redaction.frames import redact_lines

OPTIONS = {"policy": "default", "detectors": ["patterns"], "threads": 1}


def redact_file(client, source, target, options=OPTIONS, blocksize="64MiB"):
    lines = dask.bag.read_text(source, blocksize=blocksize, encoding="utf-8", linedelimiter="\n")
    parts = lines.map_partitions(redact_lines, options).to_delayed()
    futures = client.compute(parts)
    with open(target + ".part", "w", encoding="utf-8", newline="") as output:
        for future in futures:  # in the order of the input, whichever ends first
            for line in future.result():
                output.write(line + "\n")
            future.release()
    os.replace(target + ".part", target)


if __name__ == "__main__":
    with Client(sys.argv[3] if len(sys.argv) > 3 else LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)) as connected:
        redact_file(connected, sys.argv[1], sys.argv[2])
