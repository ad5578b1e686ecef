#!/bin/sh
# One task of a job array: sbatch --array=1-64 slurm_shard.sh INPUT PARTS 64
# A task that is submitted again (sbatch --array=7 ... 64) or requeued takes up its own work.
#SBATCH --job-name=redact
#SBATCH --cpus-per-task=1
#SBATCH --requeue
set -eu
redact run "$1" --out "$2/shard-$SLURM_ARRAY_TASK_ID" --shard "$SLURM_ARRAY_TASK_ID/$3" --resume \
  --manifest summary --detectors patterns --threads "${SLURM_CPUS_PER_TASK:-1}"
