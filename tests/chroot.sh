# Functions that make a clean Debian in a chroot, for scripts that source this file. They need root.

# make_chroot FOLDER SUITE PACKAGE,...: makes a minimal SUITE with these packages. It uses the mirror, the proxy settings of apt,
# the name servers and the certificates of this machine. If FOLDER already contains a Debian, that is used.
make_chroot() {
  local folder=$1 suite=$2 included=$3 mirror
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources 2>/dev/null |
           sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' | head -1 || true)
  if [ ! -e "$folder/usr/bin/apt-get" ]; then
    debootstrap --variant=minbase --include="$included" "$suite" "$folder" "$mirror" >"$folder.log" 2>&1 ||
      { tail -5 "$folder.log" >&2; return 1; }
  fi
  chmod 755 "$folder"  # mktemp makes a folder that only root may enter; users in the chroot need it too
  mount -t proc proc "$folder/proc" 2>/dev/null || true
  mkdir -p "$folder/dev/pts" "$folder/dev/shm"
  mountpoint -q "$folder/dev/pts" || mount -t devpts -o newinstance,ptmxmode=0666 devpts "$folder/dev/pts" || true
  mountpoint -q "$folder/dev/shm" || mount -t tmpfs -o mode=1777 tmpfs "$folder/dev/shm" || true
  cp -r /etc/apt/apt.conf.d "$folder/etc/apt/"
  cp /etc/resolv.conf "$folder/etc/"
  cp -r /usr/local/share/ca-certificates "$folder/usr/local/share/"
  chroot "$folder" update-ca-certificates >/dev/null 2>&1
}

# end_processes_in FOLDER: ends all processes in the chroot, of all users. A signal to sudo would not reach the program that it
# runs.
end_processes_in() {
  local process
  for process in /proc/[0-9]*; do
    [ "$(readlink "$process/root" 2>/dev/null)" != "$1" ] || kill "${process#/proc/}" 2>/dev/null || true
  done
}

# leave_chroot FOLDER [keep]: ends its processes, unmounts its file systems and, without "keep", removes it.
leave_chroot() {
  end_processes_in "$1"
  umount "$1/proc" "$1/dev/pts" "$1/dev/shm" 2>/dev/null || true
  [ -n "${2:-}" ] || rm -rf --one-file-system "$1" "$1.log"
}
