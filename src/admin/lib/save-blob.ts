/** Saves what the page has made as a file. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Not at once: the browser reads the address a moment after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
