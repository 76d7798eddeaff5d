#!/bin/sh
# How soon a series of a million samples is on the screen, how soon a zoom, and how much is sent: series.sh MODEL [TURNS]
# In Debian's Chromium, with nothing in its cache; the server is a process of its own.
set -eu
cd "$(dirname "$(readlink -f "$0")")/../../.."
mvn -q -B -ntp -pl dashboard -am test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/test-classpath -Dmdep.includeScope=test
exec java -cp "dashboard/target/test-classes:dashboard/target/classes:$(cat dashboard/target/test-classpath)" \
  dashboard/src/benchmark/Series.java "$@"
