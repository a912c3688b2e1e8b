import { Button, Container, Text, Textarea, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useNotes, useWriteNote } from "../../hooks/api/affiliate-notes"
import { customerName } from "../../lib/customer-name"
import { formatDateTime } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { LoadError } from "../common/load-error"
import { SectionHeader } from "../common/section-header"

const PAGE_SIZE = 5
const MOST = 100

/** What the merchant's people wrote down about an affiliate, the newest first. A note stays as it is. */
export const NotesSection = ({ affiliateId, timeZone }: { affiliateId: string; timeZone: string }) => {
  const t = useText()
  const [limit, setLimit] = useState(PAGE_SIZE)
  const { data, error } = useNotes(affiliateId, limit)
  const { mutateAsync, isPending } = useWriteNote(affiliateId)
  const [text, setText] = useState("")

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await mutateAsync(text)
      setText("")
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("affiliate.notes.title")} subtitle={t("affiliate.notes.subtitle")} />
      <form onSubmit={submit} className="flex flex-col items-end gap-y-2 px-6 py-4">
        <Textarea
          aria-label={t("affiliate.notes.new")}
          placeholder={t("affiliate.notes.new")}
          value={text}
          maxLength={5000}
          rows={2}
          onChange={({ target }) => setText(target.value)}
        />
        <Button size="small" variant="secondary" type="submit" disabled={text.trim() === ""} isLoading={isPending}>
          {t("affiliate.notes.add")}
        </Button>
      </form>
      {error && <LoadError error={error} />}
      {data?.notes.map(({ id, text, author, created_at }) => (
        <div key={id} className="px-6 py-4">
          <Text size="small" className="whitespace-pre-wrap break-words">
            {text}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle pt-1">
            {author ? customerName(author) : t("affiliate.notes.unknownAuthor")}, {formatDateTime(created_at, timeZone)}
          </Text>
        </div>
      ))}
      {data && data.count > data.notes.length && limit < MOST && (
        <div className="px-6 py-3">
          <Button size="small" variant="transparent" onClick={() => setLimit(MOST)}>
            {t("affiliate.notes.more", { count: data.count - data.notes.length })}
          </Button>
        </div>
      )}
    </Container>
  )
}
