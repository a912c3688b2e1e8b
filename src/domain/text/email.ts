import { plainCode } from "./plain-text"

/** The form in which e-mails are compared: any letter case is the same person. */
export const normalizeEmail = (email: string): string => plainCode(email).toLowerCase()

const EMAIL = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\]+$/

/** What is accepted as an address: one @, something on both sides, no blanks, at most 320 characters. */
export const isEmail = (address: string): boolean => EMAIL.test(address) && address.length <= 320

/**
 * The mailbox behind an e-mail, used only to see whether affiliates refer themselves: `anna+shop@x.org` is anna@x.org, and
 * Gmail ignores dots. Referrals never use this form: two people may share nothing but a provider's habit.
 */
export function mailbox(email: string): string {
  const [local = "", domain = ""] = normalizeEmail(email).split("@")
  const plain = local.split("+")[0] ?? local
  const isGmail = domain === "gmail.com" || domain === "googlemail.com"
  return isGmail ? `${plain.replaceAll(".", "")}@gmail.com` : `${plain}@${domain}`
}

/** Whether an e-mail leads to the mailbox of one of the others. */
export const isMailboxOf = (email: string, others: string[]): boolean => others.some((other) => mailbox(other) === mailbox(email))
