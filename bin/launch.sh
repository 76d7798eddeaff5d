# Sourced by the launchers beside it, which set: here (this folder), module, main.
# In a distribution the jars are in lib/; in a checkout Maven builds what is missing or older than
# its sources, and says so.

home=$(dirname "$here")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

fail() {
  echo "$(basename "$0"): $1" >&2
  exit "$2"
}

command -v "$java" >/dev/null 2>&1 || fail "no Java; install a JDK, 17 or newer, or set JAVA_HOME" 1

# Reading the release file costs nothing; asking 'java -version' would start a JVM.
java_version() {
  release=$(dirname "$(dirname "$(readlink -f "$(command -v "$java")")")")/release
  version=17
  if [ -r "$release" ]; then
    while IFS='="' read -r key _ value _; do
      [ "$key" = JAVA_VERSION ] && version=${value%%.*}
    done <"$release"
  fi
}

stale() {
  [ ! -f "$stamp" ] ||
    [ -n "$(find "$home/pom.xml" "$home"/*/pom.xml "$home"/*/src/main -newer "$stamp" 2>/dev/null | head -n 1)" ]
}

build() {
  command -v mvn >/dev/null 2>&1 || fail "no Maven; install it (3.8 or newer) to build tsad" 1
  echo "tsad: building $module with Maven; the first time it downloads its libraries" >&2
  log=$home/$module/target/build.log
  mkdir -p "$home/$module/target"
  {
    mvn -B -Dstyle.color=never -f "$home/pom.xml" -pl "$module" -am \
      compile dependency:build-classpath \
      -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime </dev/null 2>&1
    echo "exit status $?"
  } | tee "$log" | awk '
      /^Downloaded/ { files++; if (files % 50 == 0) print "tsad: " files " files downloaded" }
      /Building tsad/ { sub(/^\[INFO\] /, ""); sub(/ +\[[0-9].*/, ""); print "tsad: " $0 }
      { fflush() }' >&2
  if ! grep -q 'exit status 0$' "$log"; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    fail "the build failed; all of it is in $log" 1
  fi
  touch "$stamp" # Maven leaves it alone where the libraries are the same.
}

if [ -d "$home/lib" ]; then
  classpath="$home/lib/*"
else
  stamp=$home/$module/target/classpath
  if stale; then
    build
  fi
  classpath=$home/$module/target/classes:$(cat "$stamp")
fi

java_version
flags="-Dtsad.home=$home"
if [ "$version" -ge 24 ]; then
  # ONNX Runtime and PyTorch are native libraries; without these the JVM warns of them.
  flags="$flags --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
fi
if [ -t 2 ]; then
  flags="$flags -Dtsad.terminal=true"
fi

launch() {
  # The home's path may hold spaces, so it goes apart from the flags that are split.
  # shellcheck disable=SC2086
  exec "$java" ${flags#"-Dtsad.home=$home"} "-Dtsad.home=$home" ${TSAD_JAVA_OPTIONS-} \
    -cp "$classpath" "$main" "$@"
}
