import { useEffect, useState } from "react"

import type { StoreAffiliateInvitation, StoreAffiliateInvitationResponse } from "../../../types"
import { call } from "../../lib/api"
import { forgetInvitation, readInvitation } from "./invitation"

interface Invited {
  /** Null without an invitation, for one that does not hold, and for one to another program. */
  token: string | null
  invitation: StoreAffiliateInvitation | null
  error: unknown
  isLoading: boolean
}

const NOT_INVITED: Invited = { token: null, invitation: null, error: null, isLoading: false }

/** The invitation of the link that led here, and what it is for: also a program that is not open to everybody. */
export function useInvitation(handle: string | null): Invited {
  const [token] = useState(readInvitation)
  const [answer, setAnswer] = useState<Pick<Invited, "invitation" | "error">>({ invitation: null, error: null })
  useEffect(() => {
    if (token === null) return
    const abort = new AbortController()
    // In the body, because addresses end up in logs.
    call<StoreAffiliateInvitationResponse>("/store/affiliates/invitations/read", {
      body: { token },
      token: null,
      signal: abort.signal,
    }).then(
      ({ invitation }) => setAnswer({ invitation, error: null }),
      (error: unknown) => {
        if (abort.signal.aborted) return
        forgetInvitation()
        setAnswer({ invitation: null, error })
      }
    )
    return () => abort.abort()
  }, [token])
  const { invitation, error } = answer
  if (token === null || (invitation && invitation.program?.handle !== handle)) return NOT_INVITED
  return { token: error === null ? token : null, invitation, error, isLoading: !invitation && error === null }
}
