import type { AffiliatePublicProgram, StoreAffiliateProgram } from "../../../types"
import { Card } from "../../components/card"
import { Loading } from "../../components/loaded"
import { useTexts } from "../../i18n/use-texts"
import { useAddress } from "../../lib/address"
import { errorText } from "../../lib/error-text"
import { SignIn } from "../sign-in"
import { forgetInvitation } from "./invitation"
import { JoinForm } from "./join-form"
import { ProgramTerms } from "./program-terms"
import { useInvitation } from "./use-invitation"

interface JoinPageProps {
  /** What everybody may see of it. */
  shown: AffiliatePublicProgram | null
  /** The program as the customer who is logged in sees it; absent while nobody is. */
  own?: StoreAffiliateProgram | null
  onJoined: (affiliateId: string) => void
}

/** A program's sign-up page: the terms, and beside them the next step. */
export function JoinPage({ shown, own, onJoined }: JoinPageProps) {
  const { t, language, percent } = useTexts()
  const address = useAddress()
  const { token, invitation, error, isLoading } = useInvitation(address.page === "join" ? address.handle : null)
  const program = invitation?.program ?? own ?? shown
  const isLoggedIn = own !== undefined
  // Only who is invited may join a program that is not open to them.
  const joinable = token === null ? own : program

  const joined = (id: string) => {
    forgetInvitation()
    onJoined(id)
  }
  if (isLoading) return <Loading />
  const rate = program && percent(invitation?.commission_percent ?? program.commission_percent)
  return (
    <div className="stack">
      <div className="stack-s hero">
        <h1 tabIndex={-1}>{program ? t.join.title(program.name) : t.title}</h1>
        {rate && <p className="lead">{t.join.lead(rate)}</p>}
      </div>
      {invitation?.note && <blockquote className="card">{t.standing.reason(invitation.note)}</blockquote>}
      {error !== null && (
        <p className="error" role="alert">
          {errorText(error, t, language)}
        </p>
      )}
      <div className="columns">
        <div className="stack">
          {program ? (
            <Card title={t.join.terms}>
              <ProgramTerms program={program} percent={invitation?.commission_percent ?? undefined} />
            </Card>
          ) : (
            <p className="card">{t.join.unknown}</p>
          )}
        </div>
        <div className="stack">
          {!isLoggedIn && <SignIn startsWith="register" intro={<p>{token === null ? t.join.needsAccount : t.join.invited}</p>} />}
          {isLoggedIn && joinable && <JoinForm program={joinable} invitation={token} onJoined={joined} />}
        </div>
      </div>
    </div>
  )
}
