# Sourced by bin/tsad-infer, and by the build for the archive of its own Java's classes. Needs java,
# java_version, home, classpath, and natives: the module that calls native libraries. Where there is
# much to do, many is set.

main=io.tsad.runtime.command.TsadInfer

# Replaces this shell by the JVM. ONNX Runtime does the work, so a concurrent collector gains nothing
# here and costs memory and time. What the JVM has to warn of would go to standard output, among the
# results. From JDK 18 on reflection makes bytecode for a call or two, which takes longer than the
# calls, unless it is told not to. JDK 24 and newer warn of native libraries unless they are told who
# may use them.
start() {
  if [ "$java_version" -ge 24 ]; then
    set -- "--enable-native-access=$natives" "$@"
  fi
  if [ -n "${many-}" ]; then
    # What lives for a batch needs no more room than the caches have.
    set -- -Xmn32m "$@"
  else
    # A few series are scored before the second compiler has paid for itself. The first waits five
    # times longer than usual, or it compiles what is never used again: a tenth of the time.
    set -- -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=5 -Xms4m "$@"
  fi
  exec "$java" -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable \
    -Djdk.reflect.useNativeAccessorOnly=true \
    "-Donnxruntime.native.path=$home/lib/native" "-Dtsad.home=$home" "$@"
}

# dump_archive FILE : writes the classes that scoring loads, for this JVM and class path. Beside it
# are files FILE.*, of no use afterwards. Any collector can read its heap, G1 alone can write it.
dump_archive() {
  train "$1" 1 --format json # makes a copy of its model, too
  train "$1" 2               # uses the copy
  train "$1" 3 --help
  sed 's/ id: .*//' "$1".[123] >"$1.list"
  linking=
  [ "$java_version" -lt 24 ] || linking=-XX:+AOTClassLinking
  (start -XX:-UseSerialGC -XX:+UseG1GC $linking -Xshare:dump "-XX:SharedClassListFile=$1.list" \
    "-XX:SharedArchiveFile=$1" -cp "$classpath" >/dev/null 2>&1)
}

train() (
  export TSAD_CACHE="$1.cache"
  list=-XX:DumpLoadedClassList=$1.$2
  shift 2
  start "$list" -cp "$classpath" "$main" --device cpu --model "$home/lib/training/model.onnx" "$@" \
    "$home/lib/training/series.npy" </dev/null >/dev/null 2>&1
)
