import qrcode from "qrcode-generator"

import { useTexts } from "../i18n/use-texts"
import { saveFile } from "../lib/download"

/** White around the code, in modules: scanners need four. */
const MARGIN = 4
const PNG_SIZE = 1024

/** A link as QR code, on white in dark pages too, because many scanners read no other. */
export default function QrCode({ link, name }: { link: string; name: string }) {
  const { t } = useTexts()
  const code = qrcode(0, "M")
  code.addData(link)
  code.make()
  const count = code.getModuleCount()
  const size = count + 2 * MARGIN
  const path = pathOf(count, (row, column) => code.isDark(row, column))
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  return (
    <div className="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t.links.qrAlt(link)} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <div className="actions">
        <button className="button quiet" type="button" onClick={() => saveFile(new Blob([svg], { type: "image/svg+xml" }), `${name}.svg`)}>
          SVG
        </button>
        <button className="button quiet" type="button" onClick={() => savePng(path, size, name)}>
          PNG
        </button>
      </div>
    </div>
  )
}

/** One square per dark module. */
function pathOf(count: number, isDark: (row: number, column: number) => boolean): string {
  const squares: string[] = []
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (isDark(row, column)) squares.push(`M${column + MARGIN} ${row + MARGIN}h1v1h-1z`)
    }
  }
  return squares.join("")
}

function savePng(path: string, size: number, name: string): void {
  const canvas = document.createElement("canvas")
  // A whole number of pixels for each module keeps the edges sharp.
  const scale = Math.ceil(PNG_SIZE / size)
  canvas.width = canvas.height = size * scale
  const context = canvas.getContext("2d")
  if (!context) return
  context.fillStyle = "#fff"
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(scale, scale)
  context.fillStyle = "#000"
  context.fill(new Path2D(path))
  canvas.toBlob((blob) => {
    if (blob) saveFile(blob, `${name}.png`)
  }, "image/png")
}
