const { readFileSync } = require("node:fs")
const { TestEnvironment } = require("jest-environment-node")

/** @type {Map<string, TestEnvironment>} */
const kept = new Map()

/**
 * One environment for all the files that a worker of Jest runs, so that they share a booted store (see worker-runtime.cjs). Files that change
 * the same variables of `process.env` share another one: a store reads them when it boots.
 */
module.exports = function WorkerEnvironment(config, context) {
  const variables =
    readFileSync(context.testPath, "utf8")
      .match(/^process\.env\..*/gm)
      ?.join("\n") ?? ""
  let environment = kept.get(variables)
  if (!environment) kept.set(variables, (environment = keep(new TestEnvironment(config, context))))
  return environment
}

/** @param {TestEnvironment} environment */
function keep(environment) {
  const { process } = environment.global
  const { exit } = process
  const env = { ...process.env }
  environment.teardown = async () => {
    // Jest wraps it anew for every file.
    process.exit = exit
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
    Object.assign(process.env, env)
  }
  return environment
}
