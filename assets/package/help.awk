# Reads what a program prints for --help and writes it as rows, parted by tabs:
#   usage WORDS · about LINE · verb NAME LINE · option NAME VALUE CHOICES LINE · more LINE
# CHOICES are the words that a value is one of, parted by blanks: "a|b" in the place of the value
# or, as "a|b" or "a or b (", in front of what the option does.

BEGIN { OFS = "\t" }

function choices(value, line,    first, words) {
    if (value ~ /^[a-z]+(\|[a-z]+)+$/) words = value
    first = line
    sub(/ .*/, "", first)
    if (words == "" && first ~ /^[a-z]+(\|[a-z]+)+$/) words = first
    if (words == "" && match(line, /^[a-z]+ or [a-z]+ \(/)) {
        words = substr(line, 1, RLENGTH - 2)
        sub(/ or /, "|", words)
    }
    gsub(/\|/, " ", words)
    return words
}

function option(left, line,    name) {
    name = left
    sub(/ .*/, "", name)
    sub(/^[^ ]* ?/, "", left)
    print "option", name, left, choices(left, line), line
}

NR == 1 { sub(/^usage: /, ""); print "usage", $0; next }
match($0, /^  (--)?[a-zA-Z][^ ]*( [^ ]+)*  +/) && (!over || /^  --/) {
    left = substr($0, 3, RLENGTH - 2)
    sub(/ +$/, "", left)
    line = substr($0, RLENGTH + 1)
    if (left ~ /^--/) option(left, line)
    else if (left ~ /^[a-z]+$/) print "verb", left, line
    listed = 1
    next
}
$0 == "" && listed && !over { over = 1; next }
over { if (!/^  VERB /) print "more", $0; next }
$0 != "" { print "about", $0 }
