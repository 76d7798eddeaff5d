# Sourced by bin/tsad-infer, and by the build for the archive of its own Java's classes. Needs java,
# java_version, home, classpath, and natives: the module that calls native libraries. Where there is
# much to do, many is set.

main=io.tsad.runtime.infer.TsadInfer

# Replaces this shell by the JVM. ONNX Runtime does the work, so the second compiler and a concurrent
# collector gain nothing here and cost memory and time. What the JVM has to warn of would go to
# standard output, among the results. From JDK 18 on reflection makes bytecode for a call or two,
# which takes longer than the calls, unless it is told not to. JDK 24 and newer warn of native
# libraries unless they are told who may use them.
start() {
  if [ "$java_version" -ge 24 ]; then
    set -- "--enable-native-access=$natives" "$@"
  fi
  if [ -n "${many-}" ]; then
    # Room enough that what lives for a batch is never taken for what lives long, and never grows the
    # heap; no more than that for the rest, since memory is dear at the first touch. ONNX Runtime's
    # large buffers come in large pages, if the system grants them: a tenth of the time.
    set -- -Xmn96m -XX:SurvivorRatio=1 "$@"
    export GLIBC_TUNABLES="${GLIBC_TUNABLES-glibc.malloc.hugetlb=1}"
  else
    # The compiler waits five times longer than usual, or it compiles what a single scoring never
    # uses again: a tenth of its time.
    set -- -XX:CompileThresholdScaling=5 -Xms4m "$@"
  fi
  exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable \
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
