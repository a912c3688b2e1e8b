import { cleanAddress } from "../../lib/address"
import { tabStorage } from "../../lib/storage"

const KEY = "affiliate-portal.invitation"

/** The invitation of a link, kept for this tab while its owner logs in or registers. It does not stay in the address. */
export function readInvitation(): string | null {
  const token = new URLSearchParams(window.location.search).get("invitation")
  if (token) {
    tabStorage.write(KEY, token)
    setTimeout(() => cleanAddress())
  }
  return token ?? tabStorage.read(KEY)
}

export const forgetInvitation = (): void => tabStorage.remove(KEY)
