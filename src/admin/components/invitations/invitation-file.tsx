import { Button, toast } from "@medusajs/ui"
import { useRef } from "react"
import { useText } from "../../lib/use-text"

const MOST_BYTES = 1_000_000

/** Reads a CSV file into the list, where its lines can be looked at before anybody is invited. */
export const InvitationFile = ({ onRead }: { onRead: (text: string) => void }) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const read = (file: File | undefined) => {
    if (!file) return
    if (file.size > MOST_BYTES) toast.error(t("invitation.fileTooLarge"))
    else file.text().then(onRead, () => toast.error(t("invitation.fileUnreadable")))
  }
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        className="sr-only"
        tabIndex={-1}
        aria-label={t("invitation.file")}
        onChange={({ target }) => {
          read(target.files?.[0])
          target.value = ""
        }}
      />
      <Button type="button" size="small" variant="secondary" onClick={() => input.current?.click()}>
        {t("invitation.file")}
      </Button>
    </div>
  )
}
