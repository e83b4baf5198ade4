#!/bin/sh
# One experiment on a Slurm cluster: every task of the array plays one shard, a second job merges them.
#
#   id=$(sbatch --parsable docs/cluster/slurm-array.sh battery-panel)
#   sbatch --dependency=afterany:"$id" --wrap 'npx looptwin merge shards/* --out merged'
#
# Run it from a checkout that all nodes see. `afterany`, because a task whose cells failed in part ends with 1 and still
# leaves its shard, failures included; merge then says what failed and ends with 1 itself.
#SBATCH --job-name=looptwin
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=04:00:00
set -eu

plan=${1:-battery-panel}
looptwin=${LOOPTWIN:-npx looptwin}

# The cache is addressed by content and each entry is checked by its hash, so all nodes may share it. A task that was
# killed goes on where it was: sbatch --array=3 plays the third shard again from what is there.
LOOPTWIN_CACHE=${LOOPTWIN_CACHE:-${SLURM_SUBMIT_DIR:-$PWD}/.looptwin}
export LOOPTWIN_CACHE

exec $looptwin experiment "$plan" \
  --shard "$SLURM_ARRAY_TASK_ID/${SLURM_ARRAY_TASK_COUNT:-8}" \
  --workers "${SLURM_CPUS_PER_TASK:-1}" \
  --out "shards/$SLURM_ARRAY_TASK_ID"
