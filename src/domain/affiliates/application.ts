import { InvalidInput } from "../errors"
import { plainText } from "../text/plain-text"

/** A question of the program, and what a customer who joins says to it. */
export interface ApplicationAnswer {
  question: string
  answer: string
}

/** The longest answer. */
export const LONGEST_ANSWER = 2000

/**
 * The answers to all of a program's questions, in their order; null where the program asks nothing.
 *
 * @throws InvalidInput that names `application` and the question: unanswered, or not one of the program's.
 */
export function readApplication(questions: string[], given: ApplicationAnswer[] = []): ApplicationAnswer[] | null {
  const stray = given.find(({ question }) => !questions.includes(question))
  if (stray) throw new InvalidInput("application", `the program does not ask "${stray.question.slice(0, 200)}"`)
  const answers = new Map(given.map(({ question, answer }) => [question, plainText(answer)]))
  const missing = questions.find((question) => !answers.get(question))
  if (missing !== undefined) throw new InvalidInput("application", `must answer "${missing}"`, "application_incomplete")
  return questions.length > 0 ? questions.map((question) => ({ question, answer: answers.get(question) ?? "" })) : null
}
