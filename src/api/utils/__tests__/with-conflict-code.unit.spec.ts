import { errorHandler, type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { DomainError } from "../../../domain/errors"
import { withConflictCode } from "../with-conflict-code"

/** The answer of Medusa's own error handler to what the work throws. */
async function answerTo(error: unknown): Promise<{ status: number; body: unknown }> {
  const answer = { status: 200, body: undefined as unknown }
  const res = {
    status: (status: number) => Object.assign(res, { statusCode: (answer.status = status) }),
    json: (body: unknown) => void (answer.body = body),
  }
  const scope = { resolve: () => ({ info: () => undefined, error: () => undefined }) }
  await withConflictCode(res as unknown as MedusaResponse, () => Promise.reject(error as Error)).catch((thrown: unknown) =>
    errorHandler()(
      thrown as MedusaError,
      { scope, path: "/x" } as unknown as MedusaRequest,
      res as unknown as MedusaResponse,
      () => undefined
    )
  )
  return answer
}

const CONFLICT = { type: "conflict", code: "agreement_required", message: "Version 2 has to be accepted" }

describe("a conflict", () => {
  it.each([
    ["of the domain", new DomainError("conflict", CONFLICT.message, { code: "agreement_required" })],
    ["that a workflow hands on as a plain object", { ...CONFLICT, name: "Error", stack: "" }],
  ])("%s is answered with its code and its sentence", async (_, error) => {
    expect(await answerTo(error)).toEqual({ status: 409, body: CONFLICT })
  })

  it("without a code keeps its sentence", async () => {
    expect(await answerTo(new MedusaError(MedusaError.Types.CONFLICT, "No free code"))).toEqual({
      status: 409,
      body: { type: "conflict", message: "No free code" },
    })
  })
})

it("every other error is left to Medusa", async () => {
  const error = new DomainError("forbidden", "Not you", { code: "not_eligible" })
  expect(await answerTo(error)).toEqual({ status: 403, body: { type: "forbidden", code: "not_eligible", message: "Not you" } })
})
