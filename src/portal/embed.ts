/*
 * Embeds the portal where its script tag stands:
 * <script src="https://api.shop.example.com/affiliate/portal/embed.js" data-program="friends" data-language="de" async></script>
 */
const script = document.currentScript

if (script instanceof HTMLScriptElement) {
  const { program, language, title = "Affiliate program" } = script.dataset
  const address = new URL(program === undefined ? "../portal" : `join/${encodeURIComponent(program)}`, script.src)
  if (language !== undefined) address.searchParams.set("lang", language)
  const frame = document.createElement("iframe")
  frame.src = address.href
  frame.title = title
  frame.allow = "clipboard-write"
  frame.style.cssText = "display:block;width:100%;min-height:40rem;border:0"
  script.after(frame)
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== address.origin) return
    const { affiliatePortalHeight: height } = (event.data ?? {}) as { affiliatePortalHeight?: unknown }
    if (typeof height === "number") frame.style.height = `${height}px`
  })
}
