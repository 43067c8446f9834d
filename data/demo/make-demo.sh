#!/bin/sh
# make-demo.sh VOTUMCTL OUTPUT.votum [midway]: makes the demo case, the same every time.
#
# With “midway” it ends in the last round, which some jurors have marked and others have not: the case to try Votum with.
# A file that was made so before is made anew.
#
# The case grows as a real one does, one import after the other, each at its own time in the log: criteria,
# jury, entrants, recusals, marks, finalists, visits, marks after the visits, decision.
set -eu

if [ $# -lt 2 ] || [ $# -gt 3 ] || [ "${3:-midway}" != midway ]; then
    echo "usage: make-demo.sh VOTUMCTL OUTPUT.votum [midway]" >&2
    exit 2
fi
votumctl=$1
output=$2
until=${3:-end}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

if [ "$until" = midway ]; then
    rm -f -- "$output"
    exec >/dev/null
fi
if [ -e "$output" ]; then
    echo "make-demo.sh: $output is there already; take it away first" >&2
    exit 1
fi

# The templates that lie beside this script, and nothing of where and when it runs.
VOTUM_DATADIR=$(dirname -- "$here")
LC_ALL=C.UTF-8
TZ=UTC
# A case that is opened is copied to the user's data: not this one, which can be made again.
XDG_DATA_HOME=$(mktemp -d)
export VOTUM_DATADIR LC_ALL TZ XDG_DATA_HOME

done=no
tidy() {
    rm -rf -- "$XDG_DATA_HOME"
    [ "$done" = yes ] || rm -f -- "$output" "$output-journal"
}
trap tidy EXIT
trap 'exit 1' HUP INT TERM

# at SECONDS ARGUMENT...: what the secretary did at that time
at() {
    SOURCE_DATE_EPOCH=$1
    export SOURCE_DATE_EPOCH
    shift
    "$votumctl" "$@" --as 'Mette Lunde'
}

at 1786953600 init "$output" --template arets-kundeserviceledelse                   # 17 August 2026
at 1786953900 import award "$output" "$here/demo-award.xml"
at 1789984800 import shortlist "$output" "$here/demo-shortlist.xml"                 # 21 September
at 1790096400 import award "$output" "$here/demo-recusals.xml"
at 1791788400 import marks "$output" "$here/demo-marks-round-1.csv" --round 1 --entered-by 'Mette Lunde'
at 1792135800 import award "$output" "$here/demo-finalists.xml"                     # 16 October
at 1793869200 import award "$output" "$here/demo-visits.xml"
if [ "$until" = midway ]; then
    # Two jurors are done, the chair has begun, two have still to begin.
    part=$XDG_DATA_HOME
    sed -n -e 1p -e '/^2;Samira Yousefi;/p' -e '/^2;Jon Ante Balto;/p' -e '/^2;Ingrid Fossheim;Nordlys Kraft;/p' \
        "$here/demo-marks-round-2.csv" >"$part/demo-marks-round-2.csv"
    at 1794211200 import marks "$output" "$part/demo-marks-round-2.csv" --entered-by 'Mette Lunde'
    done=yes
    exit 0
fi
at 1794211200 import marks "$output" "$here/demo-marks-round-2.csv" --entered-by 'Mette Lunde'
at 1794474000 import award "$output" "$here/demo-decision.xml"                      # 12 November
done=yes
