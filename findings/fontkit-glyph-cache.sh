#!/usr/bin/env bash
# fontkit 2.0.4: a glyph keeps the characters that it stood for when it was asked for first.
#
# `font.layout` gives glyphs with their `codePoints`, from which pdfkit writes what a reader copies and searches. But
# a font keeps each glyph in a cache under its number alone. Noto Sans Arabic draws ج, ح and خ with one stroke and
# keeps the dots apart, so a second name is read as the first one had been spelled, also in another document.
#
# Here: a font gives a glyph anew with its own characters, and a document numbers it once for each of them.
#
# Seen:
#   first: "جمال"
#   second: "جمال"
#   second in a new font: "حمال"
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error fontkit@2.0.4 @fontsource/noto-sans-arabic@5.3.0 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const { openSync } = require("fontkit")

const file = "node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff"
/** The word as its glyphs spell it; they come from left to right. */
const spelled = (font, word) => String.fromCodePoint(...font.layout(word).glyphs.flatMap(({ codePoints }) => codePoints).reverse())

const font = openSync(file)
check("first", spelled(font, "جمال"), "جمال")
check("second", spelled(font, "حمال"), "جمال")
check("second in a new font", spelled(openSync(file), "حمال"), "حمال")
EOF
echo "as stated: fontkit-glyph-cache"
