import { InvalidInput } from "../../errors"
import { readApplication, type ApplicationAnswer } from "../application"

const WHERE = "Where do you post?"
const SIZE = "How many people follow you?"
const said = (question: string, answer: string): ApplicationAnswer => ({ question, answer })

describe("an application answers every question of the program, in their order", () => {
  it.each<[string, string[], ApplicationAnswer[] | undefined, ApplicationAnswer[] | null]>([
    ["nothing asked, nothing said", [], undefined, null],
    ["nothing asked, an empty list", [], [], null],
    ["in the program's order", [WHERE, SIZE], [said(SIZE, "900"), said(WHERE, "A blog")], [said(WHERE, "A blog"), said(SIZE, "900")]],
    ["said twice: the last counts", [SIZE], [said(SIZE, "9"), said(SIZE, "10")], [said(SIZE, "10")]],
    ["as people paste it", [WHERE], [said(WHERE, "\u200b A\u00a0blog\n ")], [said(WHERE, "A blog")]],
    ["hostile text is kept as text", [WHERE], [said(WHERE, "<script>=1+1")], [said(WHERE, "<script>=1+1")]],
  ])("%s", (_, questions, given, kept) => {
    expect(readApplication(questions, given)).toEqual(kept)
  })

  it.each<[string, ApplicationAnswer[] | undefined, string, string | undefined]>([
    ["nothing said", undefined, `application: must answer "${WHERE}"`, "application_incomplete"],
    ["one left out", [said(WHERE, "A blog")], `application: must answer "${SIZE}"`, "application_incomplete"],
    ["one left blank", [said(WHERE, " \u200b"), said(SIZE, "9")], `application: must answer "${WHERE}"`, "application_incomplete"],
    ["a question of another day", [said("Why?", "So")], `application: the program does not ask "Why?"`, undefined],
  ])("is refused: %s", (_, given, message, code) => {
    const read = () => readApplication([WHERE, SIZE], given)
    expect(read).toThrow(InvalidInput)
    expect(read).toThrow(expect.objectContaining({ message, code, field: "application" }) as Error)
  })
})
