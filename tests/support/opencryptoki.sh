# Runs as root of a mount and IPC namespace of its own: an opencryptoki whose tokens, configuration, shared memory and
# daemon nobody else sees. Ends, and ends the daemon, when its standard input is closed.
set -eu
for folder in /run /var/log /etc/opencryptoki /var/lib/opencryptoki; do
  mount -t tmpfs none "$folder"
done
mkdir -p /run/lock/opencryptoki/swtok /var/lib/opencryptoki/swtok/TOK_OBJ /var/log/opencryptoki
chgrp -R pkcs11 /run/lock/opencryptoki /var/lib/opencryptoki /var/log/opencryptoki
printf 'version opencryptoki-3.1\nslot 0\n{\nstdll = libpkcs11_sw.so\n}\n' > /etc/opencryptoki/opencryptoki.conf
pkcsslotd
# It does not end by itself while a worker that was killed still stands in its books.
trap 'kill -KILL "$(cat /run/pkcsslotd.pid)"' EXIT
# The PINs of a new token have to be changed before it can be used.
echo first | pkcsconf -I -c 0 -S 87654321 > /dev/null
pkcsconf -P -c 0 -S 87654321 -n "$1" > /dev/null
pkcsconf -u -c 0 -S "$1" -n 87651234 > /dev/null
pkcsconf -p -c 0 -U 87651234 -n "$2" > /dev/null
echo ready
cat > /dev/null
