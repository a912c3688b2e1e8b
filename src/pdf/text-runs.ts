import bidiFactory from "bidi-js"

/** Which fonts there are, by number. */
export interface Coverage {
  /** The first one that has a character; null when none has. */
  fontOf: (codePoint: number) => number | null
  hasCharacter: (font: number, codePoint: number) => boolean
}

/** A piece of a line, drawn with one font. Of a right-to-left script it is written in reading order: who draws it turns it round. */
export interface TextRun {
  font: number
  text: string
}

interface LeveledRun extends TextRun {
  /** Even from left to right, odd from right to left (Unicode Bidirectional Algorithm). */
  level: number
}

const bidi = bidiFactory()

/** Stands for a character that no font has. */
const MISSING = "\ufffd"

/** Only what every font of ours draws from left to right, and the first one has. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2212]*$/

/** Strip bidi overrides, so that a name cannot be displayed reordered. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g

/** The direction a text begins in. */
export const directionOf = (text: string): "ltr" | "rtl" =>
  (bidi.getEmbeddingLevels(text, "auto").paragraphs[0]?.level ?? 0) % 2 === 1 ? "rtl" : "ltr"

/**
 * A line as runs from left to right, as they are printed: split where the font or the direction changes, and the words of a right-to-left
 * run at blanks, which are laid out one by one.
 */
export function textRuns(text: string, coverage: Coverage, direction: "ltr" | "rtl" = directionOf(text)): TextRun[] {
  const line = text.replace(OVERRIDES, "")
  if (line === "") return []
  if (PLAIN.test(line)) return [{ font: 0, text: line }]
  return inVisualOrder(leveledRuns(line, coverage, direction)).flatMap(driverMessage)
}

function leveledRuns(line: string, { fontOf, hasCharacter }: Coverage, direction: "ltr" | "rtl"): LeveledRun[] {
  const { levels } = bidi.getEmbeddingLevels(line, direction)
  const runs: LeveledRun[] = []
  let at = 0
  for (const character of line) {
    const level = levels[at] ?? 0
    at += character.length
    if (isFormat(character)) continue
    const run = runs.at(-1)
    const codePoint = character.codePointAt(0) ?? 0
    const stays = run && (isJoiner(character) || (isDependent(character) && hasCharacter(run.font, codePoint)))
    if (isJoiner(character) && !run) continue
    const font = stays ? run.font : fontOf(codePoint)
    const drawn = font === null ? MISSING : shown(character, level)
    if (run && run.font === (font ?? 0) && run.level === level) run.text += drawn
    else runs.push({ font: font ?? 0, level, text: drawn })
  }
  return runs
}

/** Marks, blanks and punctuation take the font of what is before them, where it has them. */
const isDependent = (character: string): boolean => /[\p{M}\p{Z}\p{P}]/u.test(character)

/** Shapes the letters beside it, whether their font has a glyph for it or not. */
const isJoiner = (character: string): boolean => /[\u200c\u200d]/.test(character)

/** Directional marks, word joiners, variation selectors and control characters have done their work when the levels are known. */
const isFormat = (character: string): boolean =>
  /\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(character) || /^\p{Variation_Selector}$/u.test(character)

const shown = (character: string, level: number): string =>
  level % 2 === 1 ? (bidi.getMirroredCharacter(character) ?? character) : character

/** Rule L2: from the highest level down to the lowest odd one, turn every sequence of runs at that level or above. */
function inVisualOrder(runs: LeveledRun[]): LeveledRun[] {
  const ordered = [...runs]
  for (let level = Math.max(...runs.map((run) => run.level)); level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start
      while ((ordered[end]?.level ?? -1) >= level) end++
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = end
    }
  }
  return ordered
}

function driverMessage({ font, level, text }: LeveledRun): TextRun[] {
  if (level % 2 === 0) return [{ font, text }]
  const words = text.split(/( +)/).filter((word) => word !== "")
  return words.reverse().map((word) => ({ font, text: turnsItself(word) ? word : charactersOf(word).reverse().join("") }))
}

const charactersOf = (word: string): string[] => Array.from(word)

/** A word with a letter of a right-to-left script is turned by the font engine; one of signs only is not. */
const turnsItself = (word: string): boolean =>
  charactersOf(word).some((character) => ["R", "AL"].includes(bidi.getBidiCharTypeName(character)))
