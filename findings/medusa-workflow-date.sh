#!/usr/bin/env bash
# @medusajs/workflows-sdk 2.21.2: a Date in a workflow's input reaches the steps as text.
#
# The types say that a step and a `transform` get what the workflow was given. A Date arrives as its ISO text,
# and so it leaves in the workflow's result; also one that a step returned. A Map arrives as an empty object. So
# `input.at.getTime()` compiles, and fails when it runs.
#
# Here: steps take instants as text and make Dates of them.
#
# Seen:
#   the input's Date in the step: "2026-01-01T00:00:00.000Z"
#   is it a Date: false
#   the input's Map in the step: "{}"
#   the step's Date in the result is one: false
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error @medusajs/workflows-sdk@2.21.2 express@4.22.3 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { createStep, createWorkflow, StepResponse, WorkflowResponse } = require("@medusajs/workflows-sdk")

const seen = {}
const look = createStep("look", async (input) => {
  Object.assign(seen, { date: String(input.at), is_date: input.at instanceof Date, map: JSON.stringify(input.names) })
  return new StepResponse({ at: new Date("2026-02-01T00:00:00Z") })
})
const workflow = createWorkflow("see-a-date", (input) => new WorkflowResponse(look(input)))

workflow()
  .run({ input: { at: new Date("2026-01-01T00:00:00Z"), names: new Map([["en", "January"]]) } })
  .then(({ result }) => {
    check("the input's Date in the step", seen.date, "2026-01-01T00:00:00.000Z")
    check("is it a Date", seen.is_date, false)
    check("the input's Map in the step", seen.map, "{}")
    check("the step's Date in the result is one", result.at instanceof Date, false)
  })
EOF
echo "as stated: medusa-workflow-date"
