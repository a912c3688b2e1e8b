import { useEntityOptions } from "../../../hooks/use-entity-options"
import { everyAffiliateSource } from "../../../lib/entity-sources/affiliates"
import { useText } from "../../../lib/use-text"
import { FilterChoices } from "./filter-choices"

interface AffiliateChoicesProps {
  chosen: string[]
  onChange: (chosen: string[] | undefined) => void
}

/** Affiliates by name, code or e-mail. */
export const AffiliateChoices = ({ chosen, onChange }: AffiliateChoicesProps) => {
  const t = useText()
  const { options, searchValue, onSearchValueChange } = useEntityOptions(everyAffiliateSource, chosen)
  return (
    <FilterChoices
      label={t("affiliate.one")}
      options={options}
      chosen={chosen}
      onChange={onChange}
      search={{ value: searchValue, onChange: onSearchValueChange }}
    />
  )
}
