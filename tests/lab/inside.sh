#!/bin/sh
# The first process of the user-mode kernel. Its root is the machine's own file system, read only; $lab_share is the one folder both sides write.
# It is a broadband router (pppoe-server and pppd with the RADIUS plugin) and, in a network namespace of its own, a subscriber's box.
set -u
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LC_ALL=C
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev 2>/dev/null
[ -e /dev/ppp ] || mknod /dev/ppp c 108 0
mkdir -p /dev/pts && mount -t devpts devpts /dev/pts
mount -t hostfs none /mnt -o "$lab_share"
exec >/mnt/inside.log 2>&1
for folder in /run /tmp /etc/ppp; do mount -t tmpfs tmpfs "$folder"; done
mkdir -p /run/lock /run/netns

modules=/usr/lib/uml/modules/$(uname -r)
for module in slhc ppp_generic crc-ccitt ppp_async pppox pppoe veth; do
  file=$(find "$modules" -name "$module.ko*" | head -n 1)
  [ -z "$file" ] || insmod "$file" || echo "cannot load $module"
done

hostname lab
echo '127.0.0.1 localhost
10.99.0.2 lab' >/tmp/hosts
mount --bind /tmp/hosts /etc/hosts
ip link set lo up
ip address add 10.99.0.2/24 dev vec0
ip link set vec0 up
ip link add isp0 type veth peer name cpe0
ip link set isp0 up
ip netns add cpe
ip link set cpe0 netns cpe
ip netns exec cpe ip link set cpe0 up

cp /mnt/ppp/* /etc/ppp/
pppoe-server -I isp0 -L 100.64.0.1 -R 100.64.0.100 -N 8 -C lab -O /etc/ppp/server-options

# unit, login, password; leaves the number of the process in `dialled`
dial() {
  ip netns exec cpe pppd plugin rp-pppoe.so nic-cpe0 unit "$1" user "$2" password "$3" noauth noccp nodetach nodefaultroute maxfail 1 \
    logfile "/mnt/client-$1.log" debug &
  dialled=$!
}

# unit; whether it has an address within half a minute
is_up() {
  for _ in $(seq 60); do
    ip netns exec cpe ip -4 address show "ppp$1" 2>/dev/null | grep -q inet && return 0
    sleep 0.5
  done
  return 1
}

# Both sides wait for each other's files.
wait_for() {
  for _ in $(seq 240); do
    [ -e "/mnt/$1" ] && return 0
    sleep 0.25
  done
}

. /mnt/people
dial 0 "$login_one" "$password_one"
first=$dialled
dial 1 "$login_two" "$password_two"
second=$dialled
for unit in 0 1; do
  if is_up "$unit"; then
    address=$(ip netns exec cpe ip -4 -o address show "ppp$unit" | sed 's/.*inet \([0-9.]*\).*/\1/')
    ip netns exec cpe ping -q -c 3 -i 0.2 -W 2 -I "ppp$unit" 100.64.0.1 >/dev/null && ping=ok || ping=lost
    echo "$address $ping" >"/mnt/up-$unit"
  else
    echo "- down" >"/mnt/up-$unit"
  fi
done
wait_for hang-up
kill -TERM "$first" "$second"
wait "$first" "$second"
touch /mnt/down

dial 2 "$login_one" "not $password_one"
wait "$dialled"
mv /mnt/client-2.log /mnt/refused
wait_for over
sync
perl -e 'syscall(169, 0xfee1dead, 672274793, 0x4321fedc, 0)'
