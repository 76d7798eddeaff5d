#!/bin/sh
# jre.sh JAVA_HOME JARS FILES JRE : links a Java runtime that holds tsad-infer itself, and an archive
# of all classes that a scoring loads. JARS: a folder with the program's jars; FILES: what else the
# distribution holds.
#
# The program goes into the runtime because classes from there are archived without a path: the
# archive fits wherever the distribution is unpacked.
set -eu
java_home=$1
jars=$(cd "$2" && pwd)
files=$(cd "$3" && pwd)
jre=$4
work=$jre.work
rm -rf "$jre" "$work"
mkdir -p "$work/classes"

for jar in "$jars"/*.jar; do
  (cd "$work/classes" && "$java_home/bin/jar" --extract --file "$jar")
done
rm -rf "$work/classes/META-INF" "$work/classes/module-info.class" "$work/classes/ai/onnxruntime/native"

# One open module, so that picocli can reach what it fills. An exported package makes it a root of
# the module graph, so that it is found without --module, for which the JVM would build the graph anew.
requires=$("$java_home/bin/jdeps" --ignore-missing-deps --multi-release 17 --print-module-deps "$work/classes")
{
  echo 'open module tsad.infer {'
  echo "$requires" | tr ',' '\n' | sed 's/.*/  requires &;/'
  echo '  exports io.tsad.runtime.cli;'
  echo '}'
} >"$work/module-info.java"
"$java_home/bin/javac" -d "$work/classes" --patch-module tsad.infer="$work/classes" "$work/module-info.java"
"$java_home/bin/jlink" --module-path "$work/classes" --add-modules tsad.infer --output "$jre" \
  --strip-debug --no-header-files --no-man-pages

rm -rf "$work"

. ../bin/java.sh
. src/dist/lib/start.sh
fail() { echo "$1" >&2; exit 1; }
find_java "$jre"
home=$files
natives=tsad.infer
classpath=$jre/nowhere # leads to nothing, or the JVM would take the current folder
dump_archive "$jre/lib/server/classes.jsa"
rm -rf "$jre"/lib/server/classes.jsa.*
