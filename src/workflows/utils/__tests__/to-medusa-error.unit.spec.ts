import { getHttpResponseFromError } from "@medusajs/framework/http"

import { CartRefused, DomainError, FirstOrderTaken, InvalidInput, StalePreview } from "../../../domain/errors"
import { toMedusaError, withMedusaErrors } from "../to-medusa-error"

const SENTENCE = "Only customers of certain groups may join"

describe("a domain error", () => {
  it.each<[string, DomainError, number, object]>([
    [
      "a wrong field, without a code",
      new InvalidInput("amount", "must not be zero"),
      400,
      { type: "invalid_data", code: undefined, message: "amount: must not be zero" },
    ],
    [
      "a wrong field that has a code",
      new InvalidInput("version", "there is no version 9", "unknown_version"),
      400,
      { type: "invalid_data", code: "unknown_version", message: "version: there is no version 9" },
    ],
    [
      "a refused token",
      new CartRefused("invalid_token"),
      400,
      {
        type: "invalid_data",
        code: "invalid_token",
        message: "The promo code or click token cannot be used: the token is forged, altered or expired",
      },
    ],
    [
      "a code used on another order",
      new FirstOrderTaken("WELCOME-7"),
      400,
      {
        type: "not_allowed",
        code: "not_first_order",
        message: "The promo code WELCOME-7 cannot be used: it is valid for a customer's first order only, and there is an earlier order",
      },
    ],
    [
      "a customer who may not join",
      new DomainError("forbidden", SENTENCE, { code: "not_eligible" }),
      403,
      { type: "forbidden", code: "not_eligible", message: SENTENCE },
    ],
  ])("%s is answered with status, type, code and sentence", (_, error, statusCode, body) => {
    expect(getHttpResponseFromError(toMedusaError(error))).toEqual({ statusCode, body })
  })

  it("that is a conflict keeps its sentence and its code", () => {
    expect(toMedusaError(new StalePreview("Look at it again"))).toMatchObject({
      type: "conflict",
      code: "stale_preview",
      message: "Look at it again",
    })
  })

  it("about a code or token is told with what the caller calls it", async () => {
    const refused = withMedusaErrors(() => Promise.reject(new CartRefused("unknown_code")), "The promo code NOPE")
    await expect(refused).rejects.toMatchObject({ message: "The promo code NOPE cannot be used: there is no such code" })
  })
})

describe("withMedusaErrors", () => {
  it("turns an error that work throws before it waits", async () => {
    const refuse = () => {
      throw new InvalidInput("ids", "must name a payout")
    }
    await expect(withMedusaErrors(refuse)).rejects.toMatchObject({ type: "invalid_data", message: "ids: must name a payout" })
  })

  it("lets every other error through", async () => {
    const bug = new TypeError("a bug")
    await expect(withMedusaErrors(() => Promise.reject(bug))).rejects.toBe(bug)
  })

  it("gives what work gives", async () => {
    expect(await withMedusaErrors(() => 7)).toBe(7)
  })
})
