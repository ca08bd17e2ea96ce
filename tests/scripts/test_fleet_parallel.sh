#!/bin/sh
# game/fleet/parallel.sh: many processes give the bytes of one; shards that die, are cut off or are
# missing are found and played again; parts of another run are not taken for these.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

command -v parallel >/dev/null 2>&1 || { echo 'GNU parallel is not installed'; exit 77; }
export PARALLEL_HOME="$work/parallel"
mkdir -p "$PARALLEL_HOME"

fleet() { # fleet CODE ARGUMENT...
    wanted=$1
    shift
    code=0
    timeout 120 sh "$top/game/fleet/parallel.sh" "$@" <in >out 2>err || code=$?
    [ "$code" -eq "$wanted" ] || fail "exit $code, not $wanted: $*"
}
: >in

# words that a shell or parallel itself would like to read
set -- pentagon-2012 --games 40 --seed 8 --vary 'trust=20,60' --pair \
    --set '/agreements/hotline/when={}' --set "/x-note=\"it's {} \$(x) {#} \\\\ \"" --format csv
python3 - "$top/scenarios/pentagon-2012.json" >pentagon-2012.json <<'EOF'
import sys
print(open(sys.argv[1]).read().replace('{', '{ "x-note": "",', 1), end="")
EOF
shift
set -- ./pentagon-2012.json "$@"
expect 0 run "$@"
mv out whole
fleet 0 7 parts "$@"
same out whole
says err 'try 1: 7 of 7 shards'

# nothing is played again that is there; what is lost or damaged is
fleet 0 7 parts "$@"
same out whole
silent err
rm parts/part-3
head -n 3 parts/part-5 >cut && mv cut parts/part-5
fleet 0 7 parts "$@"
same out whole
says err 'try 1: 2 of 7 shards'

# a program that dies, and one that is cut off while it writes, the first time
cat >flaky.sh <<EOF
#!/bin/sh
case "\$*" in
    *--shard\ 2/5*) [ -e died ] || { : >died; kill -9 \$\$; } ;;
    *--shard\ 4/5*) [ -e cut ] || { : >cut; exec "$program" "\$@" | head -c 700; } ;;
    *--shard\ 5/5*) [ -e full ] || { : >full; exec "$program" "\$@" >/dev/full; } ;;
esac
exec "$program" "\$@"
EOF
chmod +x flaky.sh
BACKCHANNEL=$work/flaky.sh fleet 0 5 flaky "$@"
same out whole
says err 'try 2: 3 of 5 shards'

# one that always dies: its shard is named, and the next call goes on
rm died
BACKCHANNEL=$work/flaky.sh TRIES=1 fleet 1 5 dying "$@"
silent out
says err 'these shards are lost: 2'
fleet 0 5 dying "$@"
same out whole
says err 'try 1: 1 of 5 shards'

# a folder with parts of something else
fleet 2 7 parts "$@" --seed 9
silent out
says err 'holds the parts of another run'
fleet 2 8 parts "$@"
fleet 2 x parts "$@"
fleet 2 7 parts
