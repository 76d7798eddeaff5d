# Sourced by the launchers beside it, which set: here (this folder), module, main.
# Maven builds what is missing or older than its sources, and says so; with its profiles in $TSAD_PROFILES,
# such as cuda (docs/gpu.md).

home=$(dirname "$here")

fail() {
  echo "$(basename "$0"): $1" >&2
  exit 1
}

. "$here/java.sh"
find_java
hold_names

profiles=${TSAD_PROFILES-}

stale() {
  built=
  [ ! -f "$stamp.profiles" ] || read -r built <"$stamp.profiles"
  [ ! -f "$stamp" ] || [ "$built" != "$profiles" ] ||
    [ -n "$(find "$home/pom.xml" "$home"/*/pom.xml "$home"/*/src/main -newer "$stamp" 2>/dev/null | head -n 1)" ]
}

build() {
  mkdir -p "$home/$module/target" 2>/dev/null && [ -w "$home/$module/target" ] ||
    fail "$module has to be built, and this user may not write to $home/$module/target; have its owner start $0 once"
  command -v mvn >/dev/null 2>&1 || fail "no Maven; install it (3.8 or newer) to build tsad"
  echo "tsad: building $module with Maven${profiles:+ for $profiles}; the first time it downloads its libraries" >&2
  log=$home/$module/target/build.log
  mkdir -p "$home/$module/target"
  {
    mvn -B -Dstyle.color=never ${profiles:+"-P$profiles"} -f "$home/pom.xml" -pl "$module" -am \
      compile dependency:build-classpath \
      -Dmdep.outputFile=target/classpath -DincludeScope=runtime </dev/null 2>&1
    echo "exit status $?"
  } | tee "$log" | awk '
      /^Downloaded/ { files++; if (files % 50 == 0) print "tsad: " files " files downloaded" }
      /Building tsad/ { sub(/^\[INFO\] /, ""); sub(/ +\[[0-9].*/, ""); print "tsad: " $0 }
      { fflush() }' >&2
  if ! grep -q 'exit status 0$' "$log"; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    fail "the build failed; all of it is in $log"
  fi
  touch "$stamp" # Maven leaves it alone where the libraries are the same.
  echo "$profiles" >"$stamp.profiles"
}

# The libraries lie where who built it keeps them. Java would say nothing of those it cannot read, and miss their classes.
require_libraries() {
  read -r libraries <"$stamp" || [ -n "$libraries" ] ||
    fail "$stamp cannot be read by this user; have its owner make it readable for all"
  IFS=:
  set -f
  for library in $libraries "$home/$module/target/classes"; do
    [ -r "$library" ] ||
      fail "$module was built by another user, whose libraries this one cannot read ($library); build a checkout of your\
 own, or have it built with -Dmaven.repo.local=DIR in a folder that all may read"
  done
  set +f
  unset IFS
}

stamp=$home/$module/target/classpath
if stale; then
  build
fi
require_libraries

cuda_flags=
case ,$profiles, in
  *,cuda,* | *,cu124,*)
    . "$here/cuda.sh"
    name_cuda
    ;;
esac

flags=
if [ "$java_version" -ge 24 ]; then
  # ONNX Runtime and PyTorch are native libraries; without these the JVM warns of them.
  flags="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
fi
if [ -t 2 ]; then
  flags="$flags -Dtsad.terminal=true"
fi

launch() {
  # The flags are split at their spaces.
  # shellcheck disable=SC2086
  exec "$java" $flags ${cuda_flags:+"$cuda_flags"} "-Dtsad.home=$home" ${TSAD_JAVA_OPTIONS-} \
    -cp "$home/$module/target/classes:$(cat "$stamp")" "$main" "$@"
}
