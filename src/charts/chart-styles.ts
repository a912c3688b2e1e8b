/**
 * What the chart library needs of its styles: its parts lie over one another. The table is for screen readers only, and in a box, because a
 * table keeps its height and would make the page longer.
 */
const STYLES = `
  .affiliate-chart .u-wrap { position: relative; user-select: none; }
  .affiliate-chart .u-over, .affiliate-chart .u-under, .affiliate-chart .u-axis { position: absolute; }
  .affiliate-chart canvas { display: block; width: 100%; height: 100%; }
  .affiliate-chart .u-cursor-x { position: absolute; left: 0; top: 0; height: 100%; border-right: 1px dashed; pointer-events: none; }
  .affiliate-chart .u-cursor-pt { position: absolute; left: 0; top: 0; border: 0 solid; border-radius: 50%; pointer-events: none; }
  .affiliate-chart .u-off { display: none; }
  .affiliate-chart { position: relative; }
  .affiliate-chart-words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }`

let added = false

/** As a sheet of the document's own, which a content security policy without inline styles allows. */
export function addChartStyles(): void {
  if (added) return
  added = true
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLES)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
