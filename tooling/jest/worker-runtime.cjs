const { default: Runtime } = require("jest-runtime")

/** @type {WeakMap<object, Runtime>} */
const runtimes = new WeakMap()

/**
 * Jest's runtime, but what a test file has imported stays loaded for the next one of the same worker: Medusa's three thousand files, and the
 * store that was booted from them. Only the test file itself and Jest's own parts are loaded anew.
 */
exports.default = function WorkerRuntime(config, environment, resolver, transformer, cacheFS, coverage, testPath, globalConfig) {
  let runtime = runtimes.get(environment)
  if (!runtime) {
    runtime = new Runtime(config, environment, resolver, transformer, cacheFS, coverage, testPath, globalConfig)
    runtimes.set(environment, runtime)
    runtime.teardown = () => endOfFile(runtime)
  }
  runtime._testPath = testPath
  runtime._scriptTransformer = transformer
  for (const [file, text] of cacheFS) runtime._cacheFS.set(file, text)
  return runtime
}
exports.__esModule = true

/** @param {Runtime} runtime */
function endOfFile(runtime) {
  runtime.restoreAllMocks()
  runtime._moduleRegistry.delete(runtime._testPath)
  runtime._internalModuleRegistry.clear()
  runtime._mainModule = null
  runtime._cacheFS.clear()
}
