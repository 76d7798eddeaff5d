# Sourced by all launchers, of the checkout and of a distribution; they define: fail MESSAGE.
# find_java [JRE] sets java (the program), java_home, java_version (17) and java_build (the exact
# build, empty where the JDK does not tell). The JRE given comes first, then JAVA_HOME, then PATH.

find_java() {
  if [ -n "${1-}" ] && [ -x "$1/bin/java" ]; then
    java=$1/bin/java
  elif [ -n "${JAVA_HOME-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "no Java in JAVA_HOME ($JAVA_HOME); set it to a JDK, 17 or newer"
  else
    java=$(command -v java) || fail "no Java; install a JDK, 17 or newer, or set JAVA_HOME"
  fi

  program=$java
  if [ -h "$java" ]; then
    program=$(readlink -f "$java")
  fi
  java_home=${program%/bin/java}

  # Reading the release file costs nothing; asking 'java -version' would start a JVM.
  java_version=17
  java_build=
  if [ -r "$java_home/release" ]; then
    while IFS='="' read -r key _ value _; do
      case $key in
        JAVA_VERSION) java_version=${value%%[!0-9]*} ;;
        JAVA_RUNTIME_VERSION) java_build=$value ;;
      esac
    done <"$java_home/release"
  fi
  [ "$java_version" -ge 17 ] ||
    fail "the Java in $java_home is too old; install a JDK, 17 or newer, or set JAVA_HOME"
}

# hold_names lets Java read the names of files. They are bytes, which it takes for text in the locale's encoding: in that
# of C, which cron and bare containers have, ASCII, any other letter is lost, and nothing but the environment changes it
# (the property sun.jnu.encoding is not heeded). A locale that is named and not installed is C as well; where there is an
# archive of locales, only a program could tell, and that would take longer than all the rest of a start.
hold_names() {
  locale=${LC_ALL:-${LC_CTYPE:-${LANG-}}}
  case $locale in
    '' | C | POSIX) ;;
    C.*) return 0 ;;
    *)
      [ ! -e /usr/lib/locale/locale-archive ] || return 0
      [ ! -d "/usr/lib/locale/$locale" ] || return 0
      [ ! -d "/usr/lib/locale/${locale%.*}.utf8" ] || return 0
      ;;
  esac
  export LC_ALL=C.UTF-8
}
