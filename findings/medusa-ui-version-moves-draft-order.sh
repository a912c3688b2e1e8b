#!/usr/bin/env bash
# @medusajs/medusa 2.21.2: beside another patch of @medusajs/ui, npm puts the default plugin where Medusa does
# not look.
#
# @medusajs/draft-order comes with @medusajs/medusa and is in every store's default configuration, which looks
# for it from the store's own folder. It has @medusajs/ui 4.2.6, exactly, as a peer. A store that asks for 4.2.8
# gets no error from npm: the plugin is placed below @medusajs/medusa, where it cannot be found from the store
# ("Unable to resolve plugin"). The script only asks npm where it would put the packages, and installs nothing.
# It takes up to two minutes.
#
# Here: @medusajs/ui and @medusajs/draft-order are pinned together.
#
# Seen:
#   @medusajs/ui: "4.2.8"
#   @medusajs/draft-order lies in: ["node_modules/@medusajs/medusa/node_modules/@medusajs/draft-order"]
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --package-lock-only \
  @medusajs/medusa@2.21.2 \
  @medusajs/framework@2.21.2 \
  @medusajs/cli@2.21.2 \
  @medusajs/ui@4.2.8 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { packages } = require("./package-lock.json")
const places = Object.keys(packages).filter((place) => place.endsWith("node_modules/@medusajs/draft-order"))
check("@medusajs/ui", packages["node_modules/@medusajs/ui"].version, "4.2.8")
check("@medusajs/draft-order lies in", places, ["node_modules/@medusajs/medusa/node_modules/@medusajs/draft-order"])
EOF
echo "as stated: medusa-ui-version-moves-draft-order"
