#!/bin/sh
# The package for Debian: what lintian and dpkg say of it, and that what is in it works where it is
# unpacked, with nothing else of ours on the machine.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"
. "$top/tests/scripts/package.sh"
[ -n "${BACKCHANNEL_WINDOW:-}" ] || { echo 'SKIPPED: built without the window'; exit 77; }
for tool in dpkg-deb dpkg-shlibdeps file; do
    has "$tool" || finish
done

(umask 022 && cpack --config "${BUILD_DIR:?}/CPackConfig.cmake" -B "$work/made") >out 2>err ||
    fail 'no package is made'
set -- "$work"/made/*.deb
[ $# -eq 1 ] || fail "not one package: $*"
package=$1

# ---- what it says of itself ----

field() { dpkg-deb -f "$package" "$1"; }
version=$("$program" --version | cut -d ' ' -f 2)
[ "$(field Package) $(field Version) $(field Section)" = "backchannel $version games" ] ||
    fail "it is $(field Package) $(field Version) of $(field Section)"
for needed in libc6 libcjson1 libsdl2-2.0-0 libsdl2-ttf-2.0-0 libsdl2-image-2.0-0 libfontconfig1; do
    field Depends | grep -q "$needed \|$needed (" || fail "does not depend on $needed"
done

# ---- what is in it ----

dpkg-deb -c "$package" >out
for path in games/backchannel games/backchannel-window share/man/man6/backchannel-run.6.gz \
    share/doc/backchannel/copyright share/doc/backchannel/changelog.gz \
    share/bash-completion/completions/backchannel share/backchannel/scenarios/pentagon-2012.json \
    share/backchannel/assets/template.json share/locale/zh_CN/LC_MESSAGES/backchannel.mo \
    share/applications/org.backchannel_game.Backchannel.desktop \
    share/metainfo/org.backchannel_game.Backchannel.metainfo.xml \
    share/icons/hicolor/scalable/apps/org.backchannel_game.Backchannel.svg; do
    grep -q "^-.* root/root .* ./usr/$path\$" out || fail "not in it: $path"
done
if grep -v ' \./usr/\| \./$\| \./usr$' out; then fail 'something lies outside usr'; fi
if grep -v '^[d-]rwxr-xr-x\|^-rw-r--r--' out; then fail 'something has odd permissions'; fi

if has lintian; then
    code=0
    lintian --no-cfg --fail-on error,warning "$package" >out 2>err || code=$?
    [ "$code" -eq 0 ] || fail 'lintian finds fault'
    # and it would: the same without a copyright
    dpkg-deb -R "$package" taken
    rm taken/usr/share/doc/backchannel/copyright
    dpkg-deb -b taken wrong.deb >out 2>err || fail 'the control cannot be made'
    if lintian --no-cfg --fail-on error wrong.deb >out 2>err; then fail 'lintian accepts anything'; fi
fi

# ---- unpacked ----

dpkg-deb -x "$package" unpacked
hide_sources "$work/unpacked/usr/games"
plays_alone "$work/unpacked/usr/games"
gzip -dc unpacked/usr/share/doc/backchannel/changelog.gz >out
says out "backchannel ($version)"
finish
