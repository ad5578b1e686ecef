#!/bin/sh
# Joins the shards when all are done: sbatch --dependency=afterok:JOB slurm_merge.sh PARTS OUTPUT
#SBATCH --job-name=redact-merge
set -eu
redact merge "$1"/shard-* --out "$2"
