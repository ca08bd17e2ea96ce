#!/bin/sh
# An array of jobs on a Slurm cluster of one node, which it starts on loopback: the bytes of one run
#
# Needs Debian's slurm-wlm and munge (sh game/setup.sh slurm) and root: slurmd starts no job without.
# Exit 3 where the cluster cannot be started. Everything lies in a folder of its own and is taken
# down at the end; nothing of the system's own configuration is read or changed.
set -eu

program=${BUILD_DIR:?}/backchannel
top=${SOURCE_DIR:?}
work=$(mktemp -d)
chmod 755 "$work"
pids=

give_up() {
    printf '%s\n' "$*" >&2
    for log in "$work"/*.log; do
        [ ! -s "$log" ] || { printf '%s:\n' "$log"; tail -n 5 "$log"; } >&2
    done
    exit 3
}

take_down() {
    for pid in $pids; do
        kill "$pid" 2>/dev/null || true
    done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap take_down EXIT
trap 'exit 1' INT TERM

# ---- a cluster -----------------------------------------------------------------------------------

sh "$top/game/setup.sh" slurm
[ "$(id -u)" -eq 0 ] || give_up 'This proof needs root: slurmd starts no job without.'

node=$(hostname -s)
mkdir "$work/state" "$work/spool" "$work/munge"
head -c 1024 /dev/urandom >"$work/munge/key"
chmod 600 "$work/munge/key"
port=$((20000 + $$ % 20000))

cat >"$work/slurm.conf" <<EOF
ClusterName=loopback
SlurmctldHost=$node(127.0.0.1)
SlurmUser=root
SlurmctldPort=$port
SlurmdPort=$((port + 1))
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_min_interval=100000
SelectType=select/cons_tres
NodeName=$node NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$node Default=YES MaxTime=INFINITE State=UP
EOF
cat >"$work/cgroup.conf" <<EOF
CgroupPlugin=cgroup/v1
CgroupAutomount=no
EOF
export SLURM_CONF="$work/slurm.conf"

munged --foreground --force --socket "$work/munge/socket" --key-file "$work/munge/key" \
    --pid-file "$work/munge/pid" --seed-file "$work/munge/seed" --log-file "$work/munge.log" \
    >"$work/munged.log" 2>&1 &
pids="$pids $!"
slurmctld -D -c >"$work/slurmctld.log" 2>&1 &
pids="$pids $!"
slurmd -D -N "$node" >"$work/slurmd.log" 2>&1 &
pids="$pids $!"

for second in $(seq 60); do
    state=$(sinfo --noheader --format %t 2>/dev/null || true)
    [ "$state" != idle ] || break
    [ "$second" -lt 60 ] || give_up "The cluster does not come up: ${state:-no answer}."
    sleep 1
done

# ---- a run ---------------------------------------------------------------------------------------

fail() {
    printf 'FAILED: %s\n' "$*"
    cat "$work/err"
    exit 1
}

set -- pentagon-2012 --games 400 --seed 8 --vary trust=20,60 --pair --counts --format json
"$program" run "$@" >"$work/whole"

fleet() { # fleet PROGRAM FOLDER: all shards, into out and err
    given=$1
    folder=$2
    shift 2
    BACKCHANNEL=$given timeout 300 sh "$top/game/fleet/slurm.sh" 6 "$folder" "$@" \
        >"$work/out" 2>"$work/err" || fail "slurm.sh: exit $?"
    cmp "$work/out" "$work/whole" || fail 'other bytes than those of one run'
}
fleet "$program" "$work/parts" "$@"

# jobs that die and parts that are cut off are found, and only they are submitted again
cat >"$work/flaky.sh" <<EOF
#!/bin/sh
case "\$*" in
    *--shard\ 2/6*) [ -e "$work/died" ] || { : >"$work/died"; kill -9 \$\$; } ;;
    *--shard\ 5/6*) [ -e "$work/cut" ] || { : >"$work/cut"; "$program" "\$@" | head -c 700; exit; } ;;
esac
exec "$program" "\$@"
EOF
chmod +x "$work/flaky.sh"
fleet "$work/flaky.sh" "$work/flaky" "$@"
grep -q 'try 2: 2 of 6 shards' "$work/err" || fail 'the lost shards'
echo 'An array of 6 jobs, and one with two shards lost: the bytes of one run.'
