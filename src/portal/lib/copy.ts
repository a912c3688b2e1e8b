/** @returns whether the text is in the clipboard: a frame that lacks the right to write there still has the old command. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea")
  field.value = text
  field.className = "visually-hidden"
  const before = document.activeElement
  document.body.append(field)
  field.select()
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- all that is left where the clipboard is denied
  const copied = document.execCommand("copy")
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
