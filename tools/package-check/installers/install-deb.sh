#!/bin/sh
# Installs a deb, starts what it has installed, and removes it, on a copy of this machine that nobody else sees: an overlay
# in an own mount namespace, which is gone when this ends, however it ends. To be started by: unshare --mount sh …
# Parameters: the deb, a folder to mount on, the Node that the stub of Electron starts.
set -eu
deb=$1 place=$2 STUB_NODE=$3
export STUB_NODE
mount --make-rprivate /
mount -t tmpfs tmpfs "$place"
mkdir "$place/upper" "$place/work" "$place/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$place/upper,workdir=$place/work" "$place/root"
cp "$deb" "$place/root/checked.deb"
mount --rbind /dev "$place/root/dev"
mount -t proc proc "$place/root/proc"
cat > "$place/root/checked.sh" <<'SCRIPT'
set -eu
# What it depends on is judged by its fields: here only its files and scripts are tried.
dpkg --force-depends -i /checked.deb > /checked.log 2>&1 || { cat /checked.log; echo 'dpkg -i has failed'; exit 1; }
test "$(dpkg-query -W -f '${Status}' cert-user-tool)" = 'install ok installed' || { echo 'it is not installed'; exit 1; }
started=$(/usr/bin/cert-user-tool -p '"started"') || { echo 'it does not start'; exit 1; }
test "$started" = started || { echo "started, it says: $started"; exit 1; }
dpkg --purge cert-user-tool > /checked.log 2>&1 || { cat /checked.log; echo 'dpkg --purge has failed'; exit 1; }
for left in /opt/CertUserTool /usr/bin/cert-user-tool /usr/share/applications/cert-user-tool.desktop \
  /etc/alternatives/cert-user-tool /etc/apparmor.d/cert-user-tool; do
  if [ -e "$left" ] || [ -L "$left" ]; then echo "$left is left behind"; exit 1; fi
done
SCRIPT
chroot "$place/root" /bin/sh /checked.sh
