/** Tells the page around an embedded portal how tall it is, so that the frame needs no scroll bar of its own. The height is no secret. */
export function tellHeight(): void {
  if (window.parent === window) return
  document.documentElement.classList.add("embedded")
  const tell = () => window.parent.postMessage({ affiliatePortalHeight: document.documentElement.scrollHeight }, "*")
  new ResizeObserver(tell).observe(document.body)
}
