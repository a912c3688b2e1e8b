import { useState } from "react"

import { useTexts } from "../i18n/use-texts"
import { copyText } from "../lib/copy"

/** A text to take along, with its button. */
export function Copyable({ text, label }: { text: string; label: string }) {
  const { t } = useTexts()
  const [isCopied, setCopied] = useState(false)
  async function copy() {
    setCopied(await copyText(text))
    setTimeout(() => setCopied(false), 2_000)
  }
  return (
    <div className="copyable">
      <output aria-label={label}>{text}</output>
      <button className="button quiet" type="button" aria-label={`${isCopied ? t.copied : t.copy}: ${label}`} onClick={() => void copy()}>
        {isCopied ? t.copied : t.copy}
      </button>
      <span className="visually-hidden" role="status">
        {isCopied ? t.copied : ""}
      </span>
    </div>
  )
}
