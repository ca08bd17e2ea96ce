#!/bin/sh
# A minister for Backchannel in sh and jq: tit for tat without a memory.
#
# It looks in the observation for the last family that the other side has shown, and chooses the
# first legal move of that family, else the first of all. jq does everything: it reads a message a
# line and writes an answer a line. The protocol is in ../PROTOCOL.md.
exec jq --unbuffered --compact-output --raw-input '
    fromjson
    | if .t == "hello" then
        {t: "ready", name: "tit for tat (jq)", version: "1", author: "Backchannel", side}
      elif .t == "decide" then
        # the numbers of the format: family.us and family.china are the last families shown
        .obs.side as $me
        | ([.obs.numbers | to_entries[]
            | select(.key | startswith("family.")) | select(.key != "family." + $me)][0].value) as $last
        | {t: "move", id, move: (([.legal[] | select(.family == $last)] + .legal)[0].move)}
      elif .t == "quit" then
        halt
      else
        empty
      end'
