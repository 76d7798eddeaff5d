#!/bin/sh
# Makes the pictures of the README, of the model and the data that bin/demo leaves: docs/screenshots.sh
# Needs a Chromium and Chinese letters (apt-get install chromium fonts-wqy-zenhei).
set -eu
cd "$(dirname "$(readlink -f "$0")")/.."
mvn -q -B -ntp -pl dashboard -am test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/test-classpath -Dmdep.includeScope=test
cp "${1-models/demo}/roc.png" docs/roc.png
exec java -cp "dashboard/target/test-classes:dashboard/target/classes:$(cat dashboard/target/test-classpath)" \
  docs/Screenshots.java "${1-models/demo}" "${2-dataset/demo}/val" docs
