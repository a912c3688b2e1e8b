#!/usr/bin/env bash
# ibantools 4.5.4: its CommonJS build cannot be imported by TypeScript with `module: node16`.
#
# The package has a build for `require` and one for `import`, but declares one `types` file for both, and that
# file counts as an ES module because of `"type": "module"`. So TypeScript 5.9.3 refuses the import in a
# CommonJS file (TS1479), although the same code runs.
#
# Here: the functions that are used have a declaration of their own.
#
# Seen:
#   tsc: "TS1479"
#   require at run time: true
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error ibantools@4.5.4 typescript@5.9.3 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { spawnSync } = require("node:child_process")
const { writeFileSync } = require("node:fs")

writeFileSync("iban.ts", `import { isValidIBAN } from "ibantools"\nexport const isValid = isValidIBAN("NL91ABNA0417164300")\n`)
const { stdout } = spawnSync(
  process.execPath,
  ["node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--module", "node16", "--moduleResolution", "node16", "iban.ts"],
  { encoding: "utf8" }
)
check("tsc", /error (TS\d+): The current file is a CommonJS module/.exec(stdout)?.[1] ?? stdout, "TS1479")
check("require at run time", require("ibantools").isValidIBAN("NL91ABNA0417164300"), true)
EOF
echo "as stated: ibantools-commonjs-types"
