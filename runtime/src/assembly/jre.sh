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
  echo '  exports io.tsad.runtime.command;'
  echo '}'
} >"$work/module-info.java"
"$java_home/bin/javac" -d "$work/classes" --patch-module tsad.infer="$work/classes" "$work/module-info.java"
"$java_home/bin/jlink" --module-path "$work/classes" --add-modules tsad.infer --output "$jre" \
  --strip-debug --no-header-files --no-man-pages

# The same options as in bin/tsad-infer, where the archive is to be used.
nowhere=$jre/nowhere # a class path that leads to nothing, or the JVM would take the current folder
infer() {
  TSAD_CACHE=$work/cache "$jre/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable \
    -Djdk.reflect.useNativeAccessorOnly=true $natives "-Donnxruntime.native.path=$files/lib/native" \
    "$@" -cp "$nowhere" io.tsad.runtime.command.TsadInfer --device cpu --format json \
    --model "$files/lib/training/model.onnx" "$files/lib/training" >>"$work/log"
}
natives=
linking=
version=$("$jre/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p')
if [ "$version" -ge 24 ]; then
  natives=--enable-native-access=tsad.infer
  linking=-XX:+AOTClassLinking
fi
infer # makes a copy of the model in the cache, which the next run uses
infer "-XX:DumpLoadedClassList=$work/classes.list"
# G1 alone can write the archive's heap; any collector can read it.
"$jre/bin/java" -Xshare:dump -Xlog:disable -XX:+UseG1GC $linking $natives \
  "-XX:SharedClassListFile=$work/classes.list" -cp "$nowhere" >>"$work/log"
test -s "$jre/lib/server/classes.jsa"
rm -rf "$work"
