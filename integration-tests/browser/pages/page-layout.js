/*
 * Runs in the page: finds text that is cut without a way to read it, whatever lies outside the screen, and the words that are shown.
 * An expression, so that Playwright can evaluate the file as it is.
 */
;(() => {
  const root = document.getElementById("ours") ?? document.querySelector("[role=dialog]") ?? document.querySelector("main") ?? document.body
  const isShown = (element) => {
    const { width, height } = element.getBoundingClientRect()
    const { visibility, opacity } = getComputedStyle(element)
    // Text for screen readers only is one pixel large.
    return width > 2 && height > 2 && visibility !== "hidden" && opacity !== "0"
  }
  const ownText = (element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent.trim())
      .join(" ")
      .trim()
  const scrollsSideways = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
  const ancestors = (element) => {
    const found = []
    for (let one = element; one && one !== document.body; one = one.parentElement) found.push(one)
    return found
  }

  const faults = new Set()
  const texts = new Set()
  for (const element of root.querySelectorAll("*")) {
    const text = ownText(element) || element.placeholder || ""
    if (!text || !isShown(element) || element.closest("script, style, svg, iframe, pre, code")) continue
    texts.add(text)
    const above = ancestors(element)
    if (above.some((one) => one.getBoundingClientRect().width <= 2)) continue
    const isCut = above.slice(0, 3).some((one) => {
      const { overflowX } = getComputedStyle(one)
      return (overflowX === "hidden" || overflowX === "clip") && one.scrollWidth > one.clientWidth + 1
    })
    const isExplained = above.slice(0, 6).some((one) => one.title || one.hasAttribute("aria-label") || one.hasAttribute("data-state"))
    if (isCut && !isExplained) faults.add(`cut: ${text}`)
    const { left, right, width } = element.getBoundingClientRect()
    const isOutside = right > innerWidth + 1 || left < -1
    if (isOutside && !above.some(scrollsSideways)) faults.add(`outside the screen: ${text}`)
    if (width < 48 && text.length > 24) faults.add(`squeezed: ${text}`)
  }
  // How wide Medusa's own pages are is Medusa's.
  const isOurs = root.id !== "ours"
  const scroller = document.scrollingElement
  if (isOurs && scroller.scrollWidth > scroller.clientWidth)
    faults.add(`the page is ${scroller.scrollWidth - scroller.clientWidth} pixels too wide`)
  const main = document.querySelector("main")
  for (const one of isOurs && main ? ancestors(main) : []) {
    if (one.scrollWidth > one.clientWidth + 1) faults.add(`the page is ${one.scrollWidth - one.clientWidth} pixels too wide`)
  }
  // On a large screen a table has room for all of its columns. What a few pixels hide is space.
  if (innerWidth >= 1280) {
    for (const table of root.querySelectorAll("table")) {
      const frame = ancestors(table).find(scrollsSideways)
      if (frame && isShown(table) && frame.scrollWidth > frame.clientWidth + 16) {
        faults.add(`a table is ${frame.scrollWidth - frame.clientWidth} pixels too wide: ${table.tHead?.innerText.trim() ?? ""}`)
      }
    }
  }
  const shown = [...document.querySelectorAll("main *, [role=dialog] *")].filter(isShown)
  const height = Math.ceil(Math.max(...shown.map((one) => one.getBoundingClientRect().bottom), 0))
  return { faults: [...faults], texts: [...texts], height }
})()
