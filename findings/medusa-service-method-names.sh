#!/usr/bin/env bash
# @medusajs/utils 2.21.2: MedusaService names a module's methods after its keys, the joiner looks for them under
# the models' names.
#
# `MedusaService({ Referral })` and the joiner's configuration are both made from the same model. Where the
# model is called `affiliate_referral`, so that its table and its name in queries have the plugin's prefix, the
# service has `listReferrals`, while `query.graph` calls `listAffiliateReferrals`, which does not exist. Nothing
# says so before the first query.
#
# Here: the module defines its joiner configuration by hand, with the suffix of each method.
#
# Seen:
#   the service lists by: ["listReferrals"]
#   query.graph lists by: "listAffiliateReferrals"
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error @medusajs/utils@2.21.2 express@4.22.3 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { defineJoinerConfig, MedusaService, model } = require("@medusajs/utils")

const Referral = model.define("affiliate_referral", { id: model.id().primaryKey() })
class Service extends MedusaService({ Referral }) {}
const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(Service.prototype))
const [alias] = defineJoinerConfig("affiliate", { models: [Referral] }).alias
check("the service lists by", methods.filter((name) => /^list(?!AndCount)/.test(name)), ["listReferrals"])
check("query.graph lists by", `list${alias.args.methodSuffix}`, "listAffiliateReferrals")
EOF
echo "as stated: medusa-service-method-names"
