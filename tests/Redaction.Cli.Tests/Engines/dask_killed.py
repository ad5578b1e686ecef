"""dask_killed.py INPUT OUTPUT BLOCK: the recipe on two processes, of which one is killed midway."""

import os
import signal
import sys
import threading
import time

import dask_lines
from dask.distributed import Client, LocalCluster


def kill(client):
    busy = []
    while not busy:
        time.sleep(0.02)
        busy = client.run_on_scheduler(lambda dask_scheduler: [w.address for w in dask_scheduler.workers.values() if w.processing])
    os.kill(client.run(os.getpid, workers=busy[:1])[busy[0]], signal.SIGKILL)


if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as connected:
        killer = threading.Thread(target=kill, args=(connected,))
        killer.start()
        dask_lines.redact_file(connected, sys.argv[1], sys.argv[2], blocksize=int(sys.argv[3]))
        killer.join()
