import { useState } from "react"

import type { AffiliatePortalConfig, StoreAffiliateListResponse, StoreAffiliateProgramListResponse } from "../../types"
import { Card } from "../components/card"
import { Failed, Loading } from "../components/loaded"
import { Shell } from "../components/shell"
import { useTexts, SpeechContext, speechIn } from "../i18n/use-texts"
import { goTo, type Address } from "../lib/address"
import { tabStorage } from "../lib/storage"
import { useData } from "../lib/use-data"
import { AffiliatePages } from "./affiliate-pages"
import { JoinPage } from "./join/join-page"
import { OpenPrograms } from "./join/open-programs"

const CHOSEN = "affiliate-portal.affiliate"

/** Somebody who is logged in: their enrolments, one at a time, or a program to join. */
export function CustomerHome({ config, address }: { config: AffiliatePortalConfig; address: Address }) {
  const speech = useTexts()
  const own = useData<StoreAffiliateListResponse>("/store/affiliates/me?limit=100&order=number")
  const programs = useData<StoreAffiliateProgramListResponse>("/store/affiliate-programs?limit=100")
  const [chosenId, setChosenId] = useState(() => tabStorage.read(CHOSEN))
  const error = own.error ?? programs.error
  const retry = () => [own, programs].forEach(({ reload }) => reload())
  if (error !== null) return <Shell config={config}>{<Failed error={error} retry={retry} />}</Shell>
  if (!own.data || !programs.data) return <Shell config={config}>{<Loading />}</Shell>

  const { affiliates } = own.data
  const { affiliate_programs } = programs.data
  const open = affiliate_programs.filter(({ is_enrolled }) => !is_enrolled)
  const handle = address.page === "join" ? address.handle : null
  const joined = handle === null ? undefined : affiliates.find(({ program }) => program.handle === handle)
  const chosen =
    joined ?? affiliates.find(({ id }) => id === chosenId) ?? affiliates.find(({ status }) => status === "active") ?? affiliates[0]

  const choose = (id: string) => {
    tabStorage.write(CHOSEN, id)
    setChosenId(id)
    goTo("")
  }
  if (handle !== null && !joined) {
    const joinable = open.find((one) => one.handle === handle) ?? null
    const whenJoined = (id: string) => {
      retry()
      choose(id)
    }
    return (
      <Shell config={config} program={joinable ?? config.program}>
        <JoinPage shown={config.program} own={joinable} onJoined={whenJoined} />
      </Shell>
    )
  }
  if (!chosen) {
    return (
      <Shell config={config}>
        <Card title={speech.t.join.open} intro={open.length > 0 ? speech.t.join.openIntro : undefined}>
          <OpenPrograms programs={open} />
        </Card>
      </Shell>
    )
  }
  const program = affiliate_programs.find(({ id }) => id === chosen.program.id) ?? null
  // Days are those of the program, whose months begin and end in its zone.
  return (
    <SpeechContext.Provider value={speechIn(speech.language, chosen.program.timezone, speech.setLanguage)}>
      <Shell config={config} affiliates={affiliates} chosen={chosen} program={program} onChoose={choose}>
        <AffiliatePages key={chosen.id} affiliate={chosen} program={program} open={open} />
      </Shell>
    </SpeechContext.Provider>
  )
}
