#!/bin/sh
# Installs the package in a fresh Debian tree, checks, upgrades from the version before, removes and purges it.
#
# $1 is the package. Wants root, debootstrap and a mirror ($MIRROR), and without them says so and tests nothing:
# exit code 0, or 1 with STRICT=1. $BASE is an unpacked tree to copy instead of making one.
set -eu

package=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
MIRROR=${MIRROR:-http://deb.debian.org/debian}
SUITE=${SUITE:-bookworm}
NEEDED=systemd,python3,openssl,gnupg,libseccomp2,procps

say() { echo "deb-test: $*"; }
skip() { say "SKIPPED, nothing was tested: $*"; exit "${STRICT:-0}"; }
fail() { say "FAILED: $*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || skip "not root"
command -v debootstrap >/dev/null || [ -n "${BASE:-}" ] || skip "debootstrap is not installed"

work=$(mktemp -d)
tree=$work/tree
clean() { umount "$tree/proc" "$tree/dev" 2>/dev/null || true; rm -rf "$work"; }
trap clean EXIT
if [ -n "${BASE:-}" ]; then
    cp -a "$BASE" "$tree"
else
    debootstrap --variant=minbase --include="$NEEDED" "$SUITE" "$tree" "$MIRROR" >"$work/log" 2>&1 ||
        skip "no tree from $MIRROR: $(tail -1 "$work/log")"
fi
mkdir -p "$tree/dev" "$tree/proc"
if ! mount --bind /dev "$tree/dev" || ! mount -t proc proc "$tree/proc"; then skip "this machine mounts nothing"; fi

inside() { chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
listing() { (cd "$tree" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./var/lib/dpkg -o -path ./var/log \
    -o -path ./var/cache -o -path ./var/lib/systemd -o -path ./run \) -prune -o -print | grep -v -e '^./etc/.*-$' -e '\.pwd\.lock$' | sort); }

# A warning is no fault of the package: months that are not sealed yet, checkpoints in no anchor.
examine() { inside gateway check --offline || [ $? = 1 ] || fail "gateway check"; }

say "the version before"
dpkg-deb -R "$package" "$work/before"
sed -i 's/^Version: .*/Version: 0~before/' "$work/before/DEBIAN/control"
echo "# A line of the version before." >> "$work/before/etc/gateway/gateway.yaml"
dpkg-deb -Znone --build "$work/before" "$tree/tmp/before.deb" >/dev/null
cp "$package" "$tree/tmp/package.deb"
listing > "$work/empty"

say "install"
inside dpkg -i /tmp/before.deb
[ "$(inside stat -c '%U %a' /var/lib/gateway)" = "gateway 700" ] || fail "the ledger's folder"
[ "$(inside stat -c '%U %a' /etc/gateway/tls)" = "root 700" ] || fail "the folder of the keys"
[ "$(inside stat -c '%U %a' /etc/gateway/ca)" = "root 755" ] || fail "the folder of the authorities"
inside gateway --version
for page in gateway gateway-check gateway-transfers-verify; do
    [ -s "$tree/usr/share/man/man1/$page.1.gz" ] || fail "no manual page $page"
done

[ -z "$(inside find /usr/share/doc/referral-gateway -xtype l)" ] || fail "a document leads nowhere"
page=$(inside gateway check --offline --json --config /nowhere.yaml | sed -n 's/.*"page": "\([^#"]*\).*/\1/p' | head -1)
[ -s "$tree/usr/share/doc/referral-gateway/$page" ] || fail "no page $page"

say "configure, as the guide says, with the demonstration's policy"
install -d -m 700 "$tree/run/credentials/gateway.service"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 -subj /CN=gateway \
    -addext subjectAltName=DNS:mx.pepingen.example -out "$tree/etc/gateway/tls/certificate.pem" \
    -keyout "$tree/etc/gateway/tls/key.pem" 2>/dev/null
cp "$tree/etc/gateway/tls/certificate.pem" "$tree/run/credentials/gateway.service/tls-certificate"
cp "$tree/etc/gateway/tls/key.pem" "$tree/run/credentials/gateway.service/tls-key"
inside chown -R gateway:gateway /run/credentials/gateway.service
cp "$here"/../tests/demo/policies/*.yaml "$tree/etc/gateway/policies/"
echo "# A line of the administrator." >> "$tree/etc/gateway/gateway.yaml"
examine

say "what systemd says of the units"
inside systemd-analyze verify --man=no gateway.service gateway.socket gateway-erase.timer gateway-verify.timer \
    2>"$work/verify" || fail "$(cat "$work/verify")"
! grep -i gateway "$work/verify" || fail "systemd-analyze verify"

say "run once, as its user, so that there is a ledger"
inside setpriv --reuid gateway --regid gateway --clear-groups timeout --signal=TERM 20 gateway serve >"$work/serve" 2>&1 &
for _ in $(seq 200); do grep -q listening "$work/serve" && break; sleep 0.1; done
grep -q listening "$work/serve" || fail "$(cat "$work/serve")"
wait || true
inside gateway transfers verify > "$work/ledger-before" || fail "the ledger is not whole"
ledger=$(sha256sum < "$tree/var/lib/gateway/ledger.db")

say "what the new version says before it is installed"
inside dpkg -x /tmp/package.deb /tmp/new
inside /tmp/new/usr/lib/referral-gateway/bin/python3 -m gateway check --offline >/dev/null || [ $? = 1 ] ||
    fail "gateway check of the new version"
rm -r "$tree/tmp/new"

say "upgrade"
inside dpkg -i --force-confdef --force-confold /tmp/package.deb
grep -q "^# A line of the administrator" "$tree/etc/gateway/gateway.yaml" || fail "the configuration was replaced"
[ "$ledger" = "$(sha256sum < "$tree/var/lib/gateway/ledger.db")" ] || fail "the ledger was touched"
inside gateway transfers verify | cmp - "$work/ledger-before" || fail "the ledger is another"
examine

say "remove, and purge"
inside dpkg -r referral-gateway
[ ! -e "$tree/usr/lib/referral-gateway" ] || fail "the program is still there"
[ -s "$tree/etc/gateway/gateway.yaml" ] || fail "removing took the configuration"
inside dpkg -P referral-gateway 2>&1 | tee "$work/purge"
grep -q "The ledger, its signing key and the user gateway stay: /var/lib/gateway" "$work/purge" || fail "no warning"
listing > "$work/purged"
left=$(comm -13 "$work/empty" "$work/purged" | grep -v '^./var/lib/gateway' || true)
[ -z "$left" ] || fail "purging left $left"
[ "$ledger" = "$(sha256sum < "$tree/var/lib/gateway/ledger.db")" ] || fail "purging touched the ledger"

say "purge where there is no ledger"
rm -r "$tree/var/lib/gateway"
inside dpkg -i /tmp/package.deb
inside dpkg -P referral-gateway
left=$(listing | comm -13 "$work/empty" -)
[ -z "$left" ] || fail "purging left $left"
! inside getent passwd gateway || fail "purging left the user"
say "all is well"
