import type { StoreAffiliateProgram } from "../../../types"
import { Row } from "../../components/row"
import { useTexts } from "../../i18n/use-texts"
import { goTo } from "../../lib/address"

/** The programs that a customer has not joined. */
export function OpenPrograms({ programs }: { programs: StoreAffiliateProgram[] }) {
  const { t, percent } = useTexts()
  if (programs.length === 0) return <p className="soft">{t.join.nothing}</p>
  return (
    <ul className="rows">
      {programs.map(({ id, name, handle, commission_percent }) => (
        <Row
          key={id}
          title={name}
          details={[t.join.lead(percent(commission_percent))]}
          side={
            <button
              className="button quiet"
              type="button"
              aria-label={`${t.join.see}: ${name}`}
              onClick={() => goTo(`/join/${encodeURIComponent(handle)}`)}
            >
              {t.join.see}
            </button>
          }
        />
      ))}
    </ul>
  )
}
