export { medusaIntegrationTestRunner } from "./store-runner"
export * as TestEventUtils from "@medusajs/test-utils/dist/events"
export { moduleIntegrationTestRunner } from "./module-runner"
