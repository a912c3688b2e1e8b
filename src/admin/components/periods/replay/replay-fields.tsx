import type { HttpTypes } from "@medusajs/framework/types"
import { useFormContext } from "react-hook-form"
import { customerGroupSource } from "../../../lib/entity-sources/customer-groups"
import { useText } from "../../../lib/use-text"
import { EntitiesField } from "../../form/entities-field"
import { SelectField } from "../../form/select-field"
import { TextField } from "../../form/text-field"
import { RECORDED, type ReplayValues } from "./values"

export const ReplayFields = () => {
  const t = useText()
  const groups = useFormContext<ReplayValues>().watch("groups")
  const recorded = { value: RECORDED, label: t("period.replay.asRecorded") }
  const yesOrNo = [recorded, { value: "yes", label: t("common.yes") }, { value: "no", label: t("common.no") }]
  const bases = (["placed", "captured"] as const).map((value) => ({ value, label: t(`program.basis.${value}`) }))
  return (
    <>
      <TextField<ReplayValues>
        name="commission_percent"
        label={t("period.replay.percent")}
        hint={t("period.replay.percentHint")}
        placeholder={t("period.replay.asRecorded")}
        inputMode="decimal"
      />
      <SelectField<ReplayValues> name="include_tax" label={t("period.replay.tax")} options={yesOrNo} />
      <SelectField<ReplayValues> name="include_shipping" label={t("period.replay.shipping")} options={yesOrNo} />
      <SelectField<ReplayValues>
        name="commission_basis"
        label={t("period.replay.basis")}
        hint={t("period.replay.basisHint")}
        options={[recorded, ...bases]}
      />
      <SelectField<ReplayValues>
        name="groups"
        label={t("period.replay.groups")}
        options={[recorded, { value: "chosen", label: t("period.replay.theseGroups") }]}
      />
      {groups === "chosen" && (
        <EntitiesField<ReplayValues, HttpTypes.AdminCustomerGroupListResponse>
          name="forbidden_customer_group_ids"
          label={t("period.replay.theseGroups")}
          source={customerGroupSource}
          placeholder={t("program.noGroup")}
        />
      )}
    </>
  )
}
