# Prints what bash would offer, a word a line, after sourcing a completion of ours:
#
#   bash complete.bash FILE 'LINE AS IT IS TYPED'
#
# compopt works only while bash completes, so that here it does nothing.
compopt() { :; }
source "$1" || exit 2
COMP_LINE=$2
COMP_POINT=${#COMP_LINE}
command=${COMP_LINE%% *}
how=$(complete -p "${command##*/}") || exit 2
[[ $how =~ -F\ ([^ ]+) ]] || exit 2
COMPREPLY=()
"${BASH_REMATCH[1]}" "$command" '' ''
for word in "${COMPREPLY[@]}"; do printf '%s\n' "$word"; done
