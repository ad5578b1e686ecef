"""Redacts the records of a Redis stream into another: redis_stream.py FROM TO [NAME]; REDIS_URL says where.

A record is acknowledged and its answer added in one step, and only once: a consumer that is killed loses nothing and doubles nothing.
Start as many as there are cores, each under a name of its own; a record that another has held for a minute is taken over.
"""

import os
import sys

import redis
from redaction import RedactionError, Redactor

GROUP = "redact"
OPTIONS = {"policy": "default", "detectors": ["patterns"], "threads": 1}
LIMIT = 64
ANSWER = """
if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 1 then redis.call('XADD', KEYS[2], '*', 'of', ARGV[2], ARGV[3], ARGV[4]) end
"""


def answer(server, source, target, entries, redactor):
    for entry, fields in entries:
        if not fields:  # taken out of the stream
            server.xack(source, GROUP, entry)
            continue
        [redacted] = redactor.redact_lines([fields[b"record"]])
        kind, told = ("error", redacted.code) if isinstance(redacted, RedactionError) else ("record", redacted)
        server.eval(ANSWER, 2, source, target, GROUP, entry, kind, told)


def consume(server, source, target, name, idle=60_000, ends=False):
    try:
        server.xgroup_create(source, GROUP, id="0", mkstream=True)
    except redis.ResponseError as error:
        if "BUSYGROUP" not in str(error):
            raise
    with Redactor(errors="return", **OPTIONS) as redactor:
        while True:
            entries = server.xautoclaim(source, GROUP, name, min_idle_time=idle, count=LIMIT)[1]
            if not entries:
                read = server.xreadgroup(GROUP, name, {source: ">"}, count=LIMIT, block=1000)
                entries = read[0][1] if read else []
            if not entries and ends:
                return
            answer(server, source, target, entries, redactor)


if __name__ == "__main__":
    consume(redis.Redis.from_url(os.environ.get("REDIS_URL", "redis://localhost")), sys.argv[1], sys.argv[2],
            sys.argv[3] if len(sys.argv) > 3 else f"{os.uname().nodename}-{os.getpid()}")
