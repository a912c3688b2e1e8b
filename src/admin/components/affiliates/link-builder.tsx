import { Hint, Input, Label } from "@medusajs/ui"
import { useId, useState } from "react"
import { pageLink } from "../../../domain/clicks/page-link"
import type { AdminAffiliate } from "../../../types"
import { useProgram } from "../../hooks/api/programs"
import { useText } from "../../lib/use-text"
import { CopyValue } from "../common/copy-value"

interface LinkBuilderProps {
  affiliate: AdminAffiliate
  /** Gets the link of the page, or null while there is none. */
  onLink: (link: string | null) => void
}

/** Turns any page of the program's site into the affiliate's link. */
export const LinkBuilder = ({ affiliate, onLink }: LinkBuilderProps) => {
  const t = useText()
  const id = useId()
  const [page, setPage] = useState("")
  const program = useProgram(affiliate.program_id).data?.affiliate_program
  const toLink = (typed: string): string | null => {
    const built = program && pageLink(program.site_url, program.link_parameter, affiliate.code, typed)
    return built && "link" in built ? built.link : null
  }
  const link = toLink(page)
  const isWrong = page.trim() !== "" && program !== undefined && !link

  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("affiliate.pageLink")}
      </Label>
      <Input
        id={id}
        type="url"
        value={page}
        placeholder={program?.site_url}
        autoComplete="off"
        aria-invalid={isWrong}
        onChange={({ target }) => {
          setPage(target.value)
          onLink(toLink(target.value))
        }}
      />
      {isWrong && <Hint variant="error">{t("affiliate.notOnSite", { site: program.site_url })}</Hint>}
      {link && <CopyValue value={link} label={t("affiliate.pageLink")} />}
    </div>
  )
}
