/** `TEST_TYPE` names the stage; `npm test` (tooling/test.mjs) sets it, and starts the database that all but the unit tests need. */
const testMatch = {
  unit: ["**/src/**/__tests__/**/*.unit.spec.ts", "**/tooling/__tests__/*.unit.spec.mjs"],
  pdf: ["**/integration-tests/pdf/**/*.spec.ts"],
  module: ["**/src/modules/**/__tests__/**/*.spec.ts"],
  http: ["**/integration-tests/http/**/*.spec.ts"],
  lifecycle: ["**/integration-tests/lifecycle/**/*.spec.ts"],
  concurrency: ["**/integration-tests/concurrency/**/*.spec.ts"],
  properties: ["**/integration-tests/properties/**/*.spec.ts"],
  redis: ["**/integration-tests/redis/**/*.spec.ts"],
  browser: ["**/integration-tests/browser/**/*.spec.ts"],
}

const type = process.env.TEST_TYPE ?? "unit"
if (!testMatch[type]) throw new Error(`TEST_TYPE must be one of ${Object.keys(testMatch).join(", ")}`)

/** Medusa loads in seconds, and a store boots in ten: the files of a worker do so once. Medusa's test runners are replaced by such as know that. */
const sharesMedusa = {
  testEnvironment: "<rootDir>/tooling/jest/worker-environment.cjs",
  runtime: "<rootDir>/tooling/jest/worker-runtime.cjs",
  moduleNameMapper: {
    "^@medusajs/test-utils$": "<rootDir>/integration-tests/helpers/test-utils.ts",
    // The very files that the store runs: two copies of a workflow would replace each other, and their errors are of two classes. Tests' own
    // helpers are not built.
    "^(?:\\.\\./)+src/((?:domain|hooks|jobs|modules|scripts|subscribers|workflows)\\b(?!.*__tests__).*)$":
      "<rootDir>/.medusa/server/src/$1",
  },
}

module.exports = {
  // Nothing else is looked through for tests: node_modules has a hundred thousand files.
  roots: ["<rootDir>/src", "<rootDir>/integration-tests", "<rootDir>/tooling"],
  testMatch: testMatch[type],
  ...(["unit", "pdf", "browser"].includes(type) ? { testEnvironment: "node" } : sharesMedusa),
  testSequencer: "<rootDir>/tooling/jest/longest-first.cjs",
  cacheDirectory: "<rootDir>/.cache/jest",
  // A file that ends in .unit.spec.ts needs no database, wherever it lies.
  testPathIgnorePatterns: ["/node_modules/", ...(type === "unit" ? [] : ["\\.unit\\.spec\\.ts$"])],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.demo/"],
  setupFilesAfterEnv: ["pdf", "browser"].includes(type)
    ? []
    : [`<rootDir>/integration-tests/helpers/${["unit", "module"].includes(type) ? "seeded-properties" : "no-clock"}.ts`],
  // Booting a store takes ten seconds on a quiet machine and more on a busy one.
  testTimeout: type === "unit" ? 5_000 : 120_000,
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true, decorators: true },
          target: "es2021",
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: "automatic" } },
        },
      },
    ],
  },
}
