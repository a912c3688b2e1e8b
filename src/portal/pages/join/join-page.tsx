import { useState } from "react"

import type { AffiliatePublicProgram, StoreAffiliateProgram } from "../../../types"
import { Card } from "../../components/card"
import { useTexts } from "../../i18n/use-texts"
import { SignIn } from "../sign-in"
import { forgetInvitation, readInvitation } from "./invitation"
import { JoinForm } from "./join-form"
import { ProgramTerms } from "./program-terms"

interface JoinPageProps {
  /** What everybody may see of it. */
  shown: AffiliatePublicProgram | null
  /** The program as the customer who is logged in sees it; absent while nobody is. */
  own?: StoreAffiliateProgram | null
  onJoined: (affiliateId: string) => void
}

/** A program's sign-up page: the terms, and beside them the next step. */
export function JoinPage({ shown, own, onJoined }: JoinPageProps) {
  const { t, percent } = useTexts()
  const [invitation] = useState(readInvitation)
  const program = own ?? shown
  const isLoggedIn = own !== undefined

  const joined = (id: string) => {
    forgetInvitation()
    onJoined(id)
  }
  return (
    <div className="stack">
      <div className="stack-s hero">
        <h1 tabIndex={-1}>{program ? t.join.title(program.name) : t.title}</h1>
        {program && <p className="lead">{t.join.lead(percent(program.commission_percent))}</p>}
      </div>
      <div className="columns">
        <div className="stack">
          {program ? (
            <Card title={t.join.terms}>
              <ProgramTerms program={program} />
            </Card>
          ) : (
            <p className="card">{t.join.unknown}</p>
          )}
        </div>
        <div className="stack">
          {!isLoggedIn && <SignIn startsWith="register" intro={<p>{invitation === null ? t.join.needsAccount : t.join.invited}</p>} />}
          {isLoggedIn && own && <JoinForm program={own} invitation={invitation} onJoined={joined} />}
        </div>
      </div>
    </div>
  )
}
