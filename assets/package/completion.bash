# Completion for @PROGRAM@, by bash.
#
# What there is to complete is in the tables at the end. No other package is needed: a word is what
# stands between blanks, whatever ':' and '=' mean to bash.

# Offers those of the words that begin with what is typed; bash gets only what stands behind the
# last ':' or '=' where it takes these for the end of a word.
_@NAME@_offer() { # WORD...
    local cut='' word
    if [[ $typed == *[:=]* ]]; then
        cut=${typed%"${typed##*[:=]}"}
        [[ $COMP_WORDBREAKS == *"${cut: -1}"* ]] || cut=''
    fi
    for word; do
        [[ $word != "$typed"* ]] || COMPREPLY+=("${word#"$cut"}")
    done
}

# The first word of each line that the program prints.
_@NAME@_ask() { # ARGUMENT...
    local first
    "$tool" "$@" 2>/dev/null | while read -r first _; do printf '%s\n' "$first"; done
}

# The parties of the scenario: a game between nobody in particular names them.
_@NAME@_parties() {
    "$tool" run "$scenario" --format csv 2>/dev/null | head -n 1 | tr , '\n' |
        sed -n 's/^utility\.//p'
}

# The facts that the scenario is made of; what carries one is indented below it.
_@NAME@_facts() {
    "$tool" check "$scenario" --sources 2>/dev/null | sed -n 's/^\([^ ][^ ]*\) .*/\1/p'
}

_@NAME@_codes() {
    "$tool" check --explain all 2>/dev/null | sed -n 's/^\([JST][0-9]*\): .*/\1/p'
}

_@NAME@_screens() {
    "$own" --list-screens 2>/dev/null
}

# What can stand for a plain word, or for the value of an option, by its name in --help.
_@NAME@_fill() { # OPTION NAME
    local words=() party
    case $1,$2 in
    *,*'|'*) IFS='|' read -ra words <<<"$2" ;;
    --screen,*) mapfile -t words < <(_@NAME@_screens) ;;
    *,PARTY) mapfile -t words < <(_@NAME@_parties) ;;
    *,PARTY=NAME)
        if [[ $typed == *=* ]]; then
            party=${typed%%=*}
            mapfile -t words < <(_@NAME@_ask ministers "$scenario" | sed "s/^/$party=/")
        else
            compopt -o nospace 2>/dev/null
            mapfile -t words < <(_@NAME@_parties | sed 's/$/=/')
        fi
        ;;
    *,NAME | *,NAME...) mapfile -t words < <(_@NAME@_ask ministers "$scenario") ;;
    *,FACT) mapfile -t words < <(_@NAME@_facts) ;;
    *,CODE | *,CODE...) mapfile -t words < <(echo all; _@NAME@_codes) ;;
    *,LANGUAGE) words=(en zh_CN) ;;
    *,SCENARIO | *,SCENARIO...)
        compopt -o filenames 2>/dev/null
        mapfile -t words < <(
            _@NAME@_ask scenarios
            compgen -f -X '!*.json' -- "$typed"
            compgen -d -- "$typed"
        )
        ;;
    *,DIR) compopt -o filenames 2>/dev/null; mapfile -t words < <(compgen -d -- "$typed") ;;
    *,FILE | *,FILE... | *,PART... | *,PROGRAM)
        compopt -o filenames 2>/dev/null
        mapfile -t words < <(compgen -f -- "$typed")
        ;;
    esac
    _@NAME@_offer "${words[@]}"
}

# Reads the words before the one that is typed: which verb and scenario they name, how many plain
# words there were, and whether an option waits for its value.
_@NAME@_read() { # WORD...
    local word
    verb=@VERB@
    [[ -n $verb || $1 != -* ]] || verb=play
    for word; do
        if [[ -n $option ]]; then
            option=''
        elif [[ $word == -* ]]; then
            [[ -z $(_@NAME@_value "$verb" "$word") ]] || option=$word
        elif [[ -z $verb ]]; then
            verb=$word
        else
            [[ $(_@NAME@_word "$verb" "$plain") != SCENARIO* ]] || scenario=$word
            plain=$((plain + 1))
        fi
    done
}

_@NAME@() {
    local own=${1/#\~/$HOME} line=${COMP_LINE:0:COMP_POINT} typed='' verb option='' plain=0
    local scenario=pentagon-2012 tool=backchannel words
    [[ $own != */* ]] || tool=${own%/*}/backchannel
    COMPREPLY=()
    read -ra words <<<"$line"
    if [[ $line != *[[:space:]] ]]; then
        typed=${words[-1]}
        unset 'words[-1]'
    fi
    _@NAME@_read "${words[@]:1}"
    if [[ -z $option && $typed == --*=* ]]; then
        option=${typed%%=*}
        typed=${typed#*=}
    fi
    if [[ -n $option ]]; then
        _@NAME@_fill "$option" "$(_@NAME@_value "$verb" "$option")"
    elif [[ -z $verb ]]; then
        # shellcheck disable=SC2046
        _@NAME@_offer $(_@NAME@_verbs) $(_@NAME@_options play) --version
    elif [[ $typed == -* ]]; then
        # shellcheck disable=SC2046
        _@NAME@_offer $(_@NAME@_options "$verb")
    elif [[ $verb != new ]]; then
        _@NAME@_fill '' "$(_@NAME@_word "$verb" "$plain")"
    fi
}

# ---- what --help says ----

