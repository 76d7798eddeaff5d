# Sourced by bin/tsad-infer, where the Java is the host's. The classes of the program, loaded and
# verified, are kept in the user's cache for that very JVM and these very jars. The JVM checks that
# they fit and does without where not. It also checks their sums, for some 4 ms: a damaged archive
# would crash it.

# Sets archive to the file, or to nothing. Makes the archive at the first start.
find_archive() {
  cache=${TSAD_CACHE-}
  if [ -z "$cache" ]; then
    case ${XDG_CACHE_HOME-} in
      /*) cache=$XDG_CACHE_HOME/tsad ;;
      *) cache=${HOME:+$HOME/.cache/tsad} ;;
    esac
  fi
  if [ "$cache" = off ] || [ -z "$cache" ] || [ -z "$java_build" ]; then
    return 0
  fi

  # A folder for each JVM and each place of this distribution, a file for each build of it.
  folder=$cache/classes/$java_build$java_home$home
  file=$folder/@jars@.jsa
  if [ ! -s "$file" ]; then
    case $1 in
      '' | -h | --help | -V | --version | doctor) return 0 ;;
    esac
    make_archive
  fi
  if [ -s "$file" ]; then
    archive=$file
  fi
}

# Written beside, then moved: however many start at once, and whenever one of them is killed, the
# file is whole or not there.
make_archive() {
  # Where this JVM has been tried in vain, or nothing can be written, it just starts.
  if [ -e "$file.failed" ] || ! mkdir -p "$folder" 2>/dev/null || [ ! -w "$folder" ]; then
    return 0
  fi
  echo "tsad-infer: the first start with this Java takes longer: it keeps classes in $cache" >&2
  partial=$file.$$.partial
  dump_archive "$partial"
  status=$?
  if [ -s "$partial" ]; then
    # On disk before it has its name, or a power cut could leave a part of it.
    sync "$partial" 2>/dev/null
    mv -f "$partial" "$file" 2>/dev/null
    for old in "$folder"/*; do # of killed runs and earlier builds; a run still at it does without
      [ "$old" = "$file" ] || rm -rf "$old"
    done
  elif [ ! -e "$file" ] && [ "$status" -lt 128 ]; then
    : >"$file.failed"
  fi
  rm -rf "$partial" "$partial".*
}
