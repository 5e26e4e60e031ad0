#!/bin/sh
# Lays out the documents of the package in the folder $1, as they lie in the project: so what links in one of
# them to another is there too. The units are links to those of the package.
set -eu
cd "$(dirname "$0")/.."
doc=$1

install -d "$doc/docs" "$doc/config" "$doc/policies" "$doc/tests/broken" "$doc/systemd" "$doc/examples"
install -m 644 README.md CHANGELOG.md "$doc/"
cp -r docs/* "$doc/docs/"
install -m 644 config/grafana.json config/gateway.schema.json "$doc/config/"
install -m 644 policies/policy.schema.json "$doc/policies/"
install -m 644 tests/broken/expected*.txt "$doc/tests/broken/"
install -m 644 policies/*.yaml policies/policy.schema.json "$doc/examples/"
for unit in systemd/*; do
    ln -s "../../../../../lib/systemd/system/${unit##*/}" "$doc/systemd/${unit##*/}"
done
gzip -9nc CHANGELOG.md > "$doc/changelog.gz"
install -m 644 LICENSE "$doc/copyright"
ln -s copyright "$doc/LICENSE"
