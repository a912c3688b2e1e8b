import { InvalidInput } from "../errors"
import { plainCode } from "../text/plain-text"

/** The background of the portal's pages on which its color is hardest to read, in light and in dark. */
const SURFACES = { light: "#efefea", dark: "#272c29" } as const
/** WCAG's least contrast of text (AA). */
const LEAST_CONTRAST = 4.5

type Channels = [red: number, green: number, blue: number]
type Page = keyof typeof SURFACES

/**
 * The color of links and buttons, in lower case and six digits: `#0AF` -> `#00aaff`. One that people could not read is refused, with the
 * nearest that they can.
 *
 * @throws InvalidInput
 */
export function normalizeAccentColor(field: string, page: Page, input: string): string | null {
  const text = plainCode(input).toLowerCase()
  if (!text) return null
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text)
  const color = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join("")}`
    : text
  if (!/^#[0-9a-f]{6}$/.test(color)) throw new InvalidInput(field, "must be a hexadecimal color such as #1f5f4a")
  const contrast = contrastOf(color, SURFACES[page])
  if (contrast < LEAST_CONTRAST) {
    // Rounded down, because 4.46 would read as 4.5, which is enough.
    const found = Math.floor(contrast * 10) / 10
    throw new InvalidInput(
      field,
      `must have a contrast of at least ${LEAST_CONTRAST} to the ${page} page, and ${color} has ${found}; ${readable(color, page)} would do`
    )
  }
  return color
}

/** The color for dark pages where a program names only the one for light pages. */
export const darkAccent = (color: string): string => readable(color, "dark")

/** The color itself, or what comes of it when it is mixed with white on a dark page, and with black on a light one, until it can be read. */
function readable(color: string, page: Page): string {
  const target = page === "dark" ? 255 : 0
  for (let percent = 0; percent < 100; percent++) {
    const mixed = toHex(channelsOf(color).map((channel) => Math.round(channel + ((target - channel) * percent) / 100)))
    if (contrastOf(mixed, SURFACES[page]) >= LEAST_CONTRAST) return mixed
  }
  return toHex([target, target, target])
}

/** As WCAG defines it: 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminanceOf(color: string): number {
  const linear = (channel: number) => (channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4)
  const [red, green, blue] = channelsOf(color)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

const channelsOf = (color: string): Channels => [1, 3, 5].map((from) => parseInt(color.slice(from, from + 2), 16)) as Channels
const toHex = (channels: number[]): string => `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`
