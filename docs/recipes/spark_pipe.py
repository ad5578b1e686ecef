"""Redacts JSON Lines on Spark, twice over: by RDD.pipe, which needs nothing but the command, and by mapPartitions."""

import sys

from pyspark.sql import SparkSession
from redaction.frames import redact_lines

COMMAND = "redact worker --policy default --detectors patterns --threads 1"
OPTIONS = {"policy": "default", "detectors": ["patterns"], "threads": 1}

if __name__ == "__main__":
    lines = SparkSession.builder.getOrCreate().sparkContext.textFile(sys.argv[1])
    # checkCode: a worker that answers a record with an error ends with status 3, and the task fails.
    lines.pipe(COMMAND, checkCode=True).saveAsTextFile(sys.argv[2])
    lines.mapPartitions(lambda part: redact_lines(part, OPTIONS)).saveAsTextFile(sys.argv[3])
