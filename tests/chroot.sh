# A clean Debian to try something in, for scripts that source this: root only.

# make_chroot FOLDER SUITE PACKAGE,...: a minimal SUITE with these packages, which reaches the network as this machine does.
# Nothing is made where FOLDER holds one.
make_chroot() {
  local folder=$1 suite=$2 included=$3 mirror
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources 2>/dev/null |
           sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' | head -1 || true)
  if [ ! -e "$folder/usr/bin/apt-get" ]; then
    debootstrap --variant=minbase --include="$included" "$suite" "$folder" "$mirror" >"$folder.log" 2>&1 ||
      { tail -5 "$folder.log" >&2; return 1; }
  fi
  chmod 755 "$folder"  # mktemp's folder is for its owner alone, and an ordinary user needs the root of its system
  mount -t proc proc "$folder/proc" 2>/dev/null || true
  mkdir -p "$folder/dev/pts" "$folder/dev/shm"
  mountpoint -q "$folder/dev/pts" || mount -t devpts -o newinstance,ptmxmode=0666 devpts "$folder/dev/pts" || true
  mountpoint -q "$folder/dev/shm" || mount -t tmpfs -o mode=1777 tmpfs "$folder/dev/shm" || true
  cp -r /etc/apt/apt.conf.d "$folder/etc/apt/"
  cp /etc/resolv.conf "$folder/etc/"
  cp -r /usr/local/share/ca-certificates "$folder/usr/local/share/"
  chroot "$folder" update-ca-certificates >/dev/null 2>&1
}

# end_processes_in FOLDER: of whoever started them; a signal to sudo does not reach what it runs.
end_processes_in() {
  local process
  for process in /proc/[0-9]*; do
    [ "$(readlink "$process/root" 2>/dev/null)" != "$1" ] || kill "${process#/proc/}" 2>/dev/null || true
  done
}

# leave_chroot FOLDER [keep]: ends its mounts, and removes it.
leave_chroot() {
  end_processes_in "$1"
  umount "$1/proc" "$1/dev/pts" "$1/dev/shm" 2>/dev/null || true
  [ -n "${2:-}" ] || rm -rf --one-file-system "$1" "$1.log"
}
