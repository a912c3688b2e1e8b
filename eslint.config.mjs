import js from "@eslint/js"
import medusa from "@medusajs/eslint-plugin"
import reactHooks from "eslint-plugin-react-hooks"
import tseslint from "typescript-eslint"
import { layers } from "./tooling/eslint-layers.mjs"

const source = ["src/**/*.{ts,tsx}"]
const tests = ["**/__tests__/**", "integration-tests/**"]
const typed = [...source, "integration-tests/**/*.ts", "demo/**/*.ts", "bench/**/*.ts", "tooling/openapi/*.ts"]

// The first block of Medusa's preset makes ESLint skip all tests. Ours are linted, only not by Medusa's rules for what a store loads.
const medusaRules = medusa.configs.recommended
  .filter((config) => !config.ignores || config.files)
  .map((config) =>
    config.files ? { ...config, ignores: [...(config.ignores ?? []), ...tests, "*.js", "*.mjs", "{tooling,demo,bench}/**"] } : config
  )

export default tseslint.config(
  { ignores: ["**/.medusa/", "**/.demo/", "demo/public/", ".cache/", "**/node_modules/", "coverage/"] },
  js.configs.recommended,
  ...medusaRules,
  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["tsconfig.test.json", ...["admin", "portal", "tracker"].map((name) => `src/${name}/tsconfig.json`)],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // React's event handlers may be async; nobody waits for them.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // Medusa's own rule wants the methods of services to be async, with or without an await.
      "@typescript-eslint/require-await": "off",
    },
  },
  // The domain does not know Medusa, its callers translate its errors; those of a script end in a terminal, not in an HTTP status.
  { files: ["src/domain/**", "src/scripts/**", "src/charts/**"], rules: { "@medusajs/use-medusa-error-not-generic-error": "off" } },
  // One call of our module is one PostgreSQL transaction: a workflow around it would have nothing to compensate, and a click is too frequent.
  { files: ["src/api/**"], rules: { "@medusajs/no-service-mutations-in-api-route": "off" } },
  { files: source, ignores: tests, plugins: { affiliate: { rules: { layers } } }, rules: { "affiliate/layers": "error" } },
  {
    // Attribution and clicks, on the shopper's way, compare times that one server has given within one request.
    files: ["src/{api,hooks,jobs,scripts,subscribers,workflows}/**/*.ts"],
    ignores: [
      ...tests,
      "src/api/affiliate/**",
      "src/api/store/{affiliate-clicks,carts,customers}/**",
      "src/api/utils/as-download.ts",
      "src/hooks/complete-cart-validate.ts",
    ],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...["NewExpression[callee.name='Date'][arguments.length=0]", "MemberExpression[object.name='Date'][property.name='now']"].map(
          (selector) => ({ selector, message: "A server's clock may be wrong: leave the time out, and the database's decides." })
        ),
      ],
    },
  },
  { files: ["src/{admin,portal}/**/*.{ts,tsx}"], extends: [reactHooks.configs["recommended-latest"]] },
  {
    files: tests.map((pattern) => (pattern.endsWith("/**") ? `${pattern}/*.ts` : pattern)),
    rules: {
      // Answers of HTTP calls are `any`; the assertion that follows is their type.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    rules: {
      // TypeScript checks the names in tooling/, and knows Node's globals.
      "no-undef": "off",
    },
  }
)
