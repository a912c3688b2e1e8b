#!/usr/bin/env bash
# @medusajs/core-flows 2.21.2: completing a cart creates the order before the payment is authorized, and runs no
# hook of `createOrderWorkflow`.
#
# One would expect an order to exist once its payment is authorized. In `completeCartWorkflow` the order is
# created by a step, and its links to cart and promotions by the next; the payment is authorized several steps
# later. Each step is committed on its own, so an order whose payment is declined exists for a moment and is
# deleted again. The step is called `create-orders`, as is the workflow with the hooks `setPricingContext` and
# `orderCreated`, but it is not that workflow: a handler on those hooks hears nothing of an ordinary checkout.
# The hook that is called `orderCreated` in both is two hooks.
#
# Here: an order that is not linked yet, or is gone again, is looked at once more by the hourly reconciliation.
#
# Seen:
#   steps of the checkout, in order: ["create-orders","create-remote-links","authorize-payment-session-step","orderCreated"]
#   name of createOrderWorkflow: "create-orders"
#   its hooks: ["setPricingContext","orderCreated"]
#   the checkout's orderCreated is the same: false
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error \
  @medusajs/core-flows@2.21.2 \
  @medusajs/framework@2.21.2 \
  @medusajs/cli@2.21.2 \
  ioredis@5.11.1 \
  express@4.22.3 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { completeCartWorkflow, createOrderWorkflow } = require("@medusajs/core-flows")
const { WorkflowManager } = require("@medusajs/framework/orchestration")

const actionsOf = (workflow) => {
  const actions = []
  const walk = (step) => {
    if (Array.isArray(step)) return step.forEach(walk)
    if (step?.action) actions.push(step.action)
    if (step?.next) walk(step.next)
  }
  walk(WorkflowManager.getWorkflow(workflow.getName()).flow_)
  return actions
}
const told = ["create-orders", "create-remote-links", "authorize-payment-session-step", "setPricingContext", "orderCreated"]
check("steps of the checkout, in order", actionsOf(completeCartWorkflow).filter((action) => told.includes(action)), [
  "create-orders",
  "create-remote-links",
  "authorize-payment-session-step",
  "orderCreated",
])
check("name of createOrderWorkflow", createOrderWorkflow.getName(), "create-orders")
check("its hooks", Object.keys(createOrderWorkflow.hooks), ["setPricingContext", "orderCreated"])
check("the checkout's orderCreated is the same", completeCartWorkflow.hooks.orderCreated === createOrderWorkflow.hooks.orderCreated, false)
process.exit()
EOF
echo "as stated: medusa-order-before-payment"
