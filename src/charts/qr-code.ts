import qrcode from "qrcode-generator"

/** Light modules around the code, as the standard asks for. */
const MARGIN = 4
/** So that a printed code is sharp. */
const PIXELS = 1024

interface Modules {
  /** Modules along a side, with the margin. */
  size: number
  dark: [row: number, column: number][]
}

function modulesOf(text: string): Modules {
  const code = qrcode(0, "M")
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const indices = Array.from({ length: count }, (_, index) => index)
  const dark = indices.flatMap((row) =>
    indices.filter((column) => code.isDark(row, column)).map((column): [number, number] => [row, column])
  )
  return { size: count + 2 * MARGIN, dark: dark.map(([row, column]) => [row + MARGIN, column + MARGIN]) }
}

/** The dark modules of a QR code as an SVG path, one square each, in a picture of `size` units. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, dark } = modulesOf(text)
  return { size, path: dark.map(([row, column]) => `M${column} ${row}h1v1h-1z`).join("") }
}

/** A text as a QR code: always dark on light, because many readers see no other. */
export function qrSvg(text: string): string {
  const { size, path } = qrPath(text)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  )
}

/** The same as a picture of at least 1024 pixels, each module a whole number of them. */
export async function qrPng(text: string): Promise<Blob> {
  const { size, dark } = modulesOf(text)
  const scale = Math.ceil(PIXELS / size)
  const canvas = document.createElement("canvas")
  canvas.width = canvas.height = size * scale
  const context = canvas.getContext("2d")
  if (!context) throw new Error("This browser draws no pictures")
  context.fillStyle = "#fff"
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = "#000"
  for (const [row, column] of dark) context.fillRect(column * scale, row * scale, scale, scale)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is empty"))), "image/png")
  )
}
