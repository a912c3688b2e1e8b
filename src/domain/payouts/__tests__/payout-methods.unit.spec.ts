import { goneMethods } from "../payout-methods"

describe("goneMethods", () => {
  const known = ["transfer", "paypal", "store_credit"]
  it.each([
    ["nothing", [], known, []],
    ["what the store knows", ["paypal", "transfer"], known, []],
    ["a provider that was removed, once", ["transfer", "my-bank", "my-bank", "old-bank"], known, ["my-bank", "old-bank"]],
    ["something, while the store was not asked yet", ["transfer", "my-bank"], [], []],
  ])("used is %s", (_, used, known, gone) => expect(goneMethods(used, known)).toEqual(gone))
})
