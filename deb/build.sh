#!/bin/sh
# Builds dist/referral-gateway_VERSION_ARCHITECTURE.deb: the gateway in a virtual environment of its own, its
# units, its user, its manual pages and the completion of its command line.
#
# The libraries are those of requirements.lock, checked by hash. $PYTHON is the one of this checkout, with the
# build tools; the package is for $TARGET_PYTHON, the distribution's. $VERSION stands in for the project's.
# Who answers for the package is $DEBFULLNAME and $DEBEMAIL, as for Debian's own tools.
set -eu
cd "$(dirname "$0")/.."

PYTHON=${PYTHON:-.venv/bin/python}
TARGET_PYTHON=${TARGET_PYTHON:-/usr/bin/python3}
VERSION=${VERSION:-$("$PYTHON" -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["project"]["version"])')}
OUT=${OUT:-dist}
MAINTAINER="${DEBFULLNAME:-Referral gateway maintainers} <${DEBEMAIL:-maintainers@referral-gateway.invalid}>"
HOME_OF_IT=/usr/lib/referral-gateway

series() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])'; }
python=$(series "$TARGET_PYTHON")
[ "$(series "$PYTHON")" = "$python" ] || { echo "$PYTHON and $TARGET_PYTHON are not of one series" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
mkdir -p "$root$HOME_OF_IT" "$OUT"

# The same tree gives the same bytes.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

echo "Building the wheels of requirements.lock" >&2
pip="$PYTHON -m pip --quiet --quiet --disable-pip-version-check"
$pip wheel --require-hashes --no-build-isolation --use-pep517 --no-deps --wheel-dir "$work/wheels" -r requirements.lock
$pip wheel --no-build-isolation --no-deps --wheel-dir "$work/wheels" .

"$TARGET_PYTHON" -m venv --without-pip --symlinks "$root$HOME_OF_IT"
$pip --python "$root$HOME_OF_IT/bin/python3" install --no-index --no-deps --no-compile --no-warn-script-location \
    "$work"/wheels/*.whl
# The commands of the libraries name the folder this was built in; the gateway's own names its home.
find "$root$HOME_OF_IT/bin" -type f -delete
printf '#!%s/bin/python3 -I\nfrom gateway.cli import main\n\nmain()\n' "$HOME_OF_IT" > "$root$HOME_OF_IT/bin/gateway"
chmod 755 "$root$HOME_OF_IT/bin/gateway"
rm -rf "$root$HOME_OF_IT/include" "$root$HOME_OF_IT/share"
sed -i "/^command = /d" "$root$HOME_OF_IT/pyvenv.cfg"
find "$root$HOME_OF_IT" -path '*.dist-info/*' \( -name RECORD -o -name direct_url.json \) -delete
# Compiled here: the service may not write below /usr, and dpkg takes away exactly what it brought.
"$TARGET_PYTHON" -m compileall -q -x olefile2 --invalidation-mode unchecked-hash -s "$root" -p / "$root$HOME_OF_IT/lib"

echo "Adding units, manual pages, completion and documents" >&2
install -d "$root/usr/bin" "$root/lib/systemd/system" "$root/usr/lib/sysusers.d" "$root/etc/gateway/policies"
ln -s ../lib/referral-gateway/bin/gateway "$root/usr/bin/gateway"
for unit in systemd/*; do
    sed "s|/opt/gateway|$HOME_OF_IT|g" "$unit" > "$root/lib/systemd/system/${unit##*/}"
done
install -m 644 deb/sysusers.conf "$root/usr/lib/sysusers.d/referral-gateway.conf"
sed -f deb/configuration.sed config/gateway.yaml > "$root/etc/gateway/gateway.yaml"
install -m 644 config/gateway.schema.json config/openssl.cnf "$root/etc/gateway/"
install -m 644 policies/policy.schema.json "$root/etc/gateway/policies/"

doc=$root/usr/share/doc/referral-gateway
deb/documents.sh "$doc"
"$PYTHON" -m deb.manual "$root/usr/share/man/man1"
gzip -9n "$root"/usr/share/man/man1/*
"$PYTHON" -m deb.completion "$root/usr/share"
"$PYTHON" -m deb.licences "$root$HOME_OF_IT" > "$doc/licences.txt"
"$PYTHON" -m cyclonedx_py environment --output-reproducible --output-format JSON \
    --output-file "$doc/sbom.cdx.json" "$root$HOME_OF_IT/bin/python3"

install -d "$root/DEBIAN"
major=${python%.*} minor=${python#*.}
sed "s|@VERSION@|$VERSION|; s|@ARCHITECTURE@|$(dpkg --print-architecture)|; s|@PYTHON@|$python|
     s|@PYTHON_NEXT@|$major.$((minor + 1))|; s|@MAINTAINER@|$(printf %s "$MAINTAINER" | sed 's/[&|\\]/\\&/g')|" \
    deb/control > "$root/DEBIAN/control"
install -m 755 deb/postinst deb/prerm deb/postrm "$root/DEBIAN/"
(cd "$root" && find etc -type f -printf '/%p\n' | sort) > "$root/DEBIAN/conffiles"
(cd "$root" && find usr lib -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
find "$root" -type d -exec chmod 755 {} +
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$OUT" >&2
