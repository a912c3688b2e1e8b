import { Combobox } from "@medusajs/dashboard/components"
import { Label, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useSetCustomerReferrer } from "../../hooks/api/customer-referrer"
import { useEntityOptions } from "../../hooks/use-entity-options"
import { affiliateSource } from "../../lib/entity-sources/affiliates"
import { useText } from "../../lib/use-text"
import { ReasonDrawer } from "../common/reason-drawer"

interface SetReferrerDrawerProps {
  customerId: string
  onClose: () => void
}

/** Makes the customer an affiliate's referral by hand. */
export const SetReferrerDrawer = ({ customerId, onClose }: SetReferrerDrawerProps) => {
  const t = useText()
  const id = useId()
  const [affiliateId, setAffiliateId] = useState("")
  const { mutateAsync } = useSetCustomerReferrer(customerId)
  const source = affiliateSource(customerId)
  const combobox = useEntityOptions(source, affiliateId ? [affiliateId] : [])

  const confirm = async (reason: string) => {
    await mutateAsync({ affiliate_id: affiliateId, reason })
    toast.success(t("referral.saved"))
  }

  return (
    <ReasonDrawer
      title={t("referral.setTitle")}
      description={t("referral.setDescription")}
      confirmLabel={t("referral.set")}
      ready={affiliateId !== ""}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="flex flex-col gap-y-2">
        <Label htmlFor={id} size="small" weight="plus">
          {t("affiliate.one")}
        </Label>
        <Combobox {...combobox} id={id} value={affiliateId} onChange={(value) => setAffiliateId(value ?? "")} />
      </div>
    </ReasonDrawer>
  )
}
