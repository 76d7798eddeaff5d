#!/bin/sh
# bare-root.sh [ROOT] : runs the distributions that `mvn package` made where there is next to nothing.
#
#   1. with its own Java in a minimal Debian without any, read-only but for /tmp, as a user without
#      rights or a home
#   2. the same with /tmp mounted noexec
#   3. with this host's Java, /tmp mounted noexec
#
# Twice each; every run must print the right verdict, end with 0, warn of nothing and write nothing
# outside the cache. ROOT is a minimal Debian made before; without it debootstrap makes one. Must run
# as root; needs unshare, mount and setpriv (util-linux) and chroot (coreutils).
set -eu
target=$(cd "$(dirname "$0")/../../target" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"

root=${1-}
if [ -z "$root" ]; then
  root=$work/root
  debootstrap --variant=minbase bookworm "$root" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
fi
if [ -n "$(find "$root/usr" -name java -type f)" ]; then
  echo "there is a Java in $root" >&2
  exit 1
fi
mkdir "$work/jre" "$work/jars"
tar -xzf "$target"/tsad-infer-*-linux-x64-jre.tar.gz --strip-components=1 -C "$work/jre"
tar -xzf "$target"/tsad-infer-*-linux-x64.tar.gz --strip-components=1 -C "$work/jars"

# Runs in a mount namespace of its own, so its mounts end with it.
cat >"$work/confined" <<'END'
set -eu
root=$1 distribution=$2 mode=$3
exec 3>"$4" # /tmp may be gone afterwards
mount --bind "$root" "$root"
mount --bind "$distribution" "$root/mnt"
mount -o remount,bind,ro "$root/mnt"
mount -t tmpfs -o "$mode,mode=1777" tmpfs "$root/tmp"
if [ "$root" != / ]; then
  mount -t proc proc "$root/proc"
  mount --bind /dev "$root/dev"
  mount -o remount,bind,ro "$root"
fi
for start in first second; do
  chroot "$root" setpriv --reuid 65534 --regid 65534 --clear-groups --no-new-privs \
    env -i PATH=/usr/bin:/bin XDG_CACHE_HOME=/tmp/cache \
    /mnt/bin/tsad-infer --device cpu --model /mnt/lib/training/model.onnx /mnt/lib/training/series.npy
done
chroot "$root" find /tmp -type f -o -type l >&3
END

failed=0
check() {
  title=$1
  shift
  : >"$work/written"
  code=0
  unshare --mount sh "$work/confined" "$@" "$work/written" >"$work/out" 2>"$work/err" || code=$?
  right=$(grep -c '^/mnt/lib/training/series.npy	anomaly	0.952309$' "$work/out") || true
  lines=$(wc -l <"$work/out")
  warnings=$(grep -vc 'the first start with this Java takes longer' "$work/err") || true
  strays=$(grep -vc '^/tmp/cache/tsad/' "$work/written") || true
  if [ "$code $right $lines $warnings $strays" = "0 2 2 0 0" ]; then
    echo "ok     $title: $(tail -n 1 "$work/out")"
  else
    echo "FAILED $title: ended with $code"
    cat "$work/out" "$work/err" "$work/written"
    failed=1
  fi
}
check "own Java, bare read-only root" "$root" "$work/jre" exec
check "own Java, bare read-only root, /tmp noexec" "$root" "$work/jre" noexec
check "the host's Java, /tmp noexec" / "$work/jars" noexec
exit "$failed"
