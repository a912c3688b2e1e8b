#!/usr/bin/env bash
# pdfkit 0.20.2: the title and author of a PDF/A file are written into its XMP metadata without XML escaping.
#
# PDF/A requires the XMP packet to be well-formed XML, and a company name with "&" in it is ordinary. pdfkit
# takes the text of `info` as it is, so the packet of a statement of "Smith & Sons" is not well-formed XML any
# more.
#
# Here: title and author are escaped before pdfkit writes them into the packet.
#
# Seen:
#   part of PDF/A: "2"
#   author in the XMP: "Smith & Sons"
#   ampersands that begin no entity: 1
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error pdfkit@0.20.2 >&2

node - <<'EOF'
const check = (what, seen, stated) => {
  console.log(`${what}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) === JSON.stringify(stated)) return
  console.log(`changed: ${what} was ${JSON.stringify(stated)}`)
  process.exit(1)
}
const PDFDocument = require("pdfkit")

const info = { Title: "Statement 7", Author: "Smith & Sons" }
const doc = new PDFDocument({ pdfVersion: "1.7", subset: "PDF/A-2b", font: "", info })
const chunks = []
doc.on("data", (chunk) => chunks.push(chunk))
doc.on("end", () => {
  const [xmp] = /<\?xpacket begin[\s\S]*<\?xpacket end/.exec(Buffer.concat(chunks).toString("latin1"))
  check("part of PDF/A", /<pdfaid:part>(.*?)</.exec(xmp)[1], "2")
  check("author in the XMP", /<dc:creator>\s*<rdf:Seq>\s*<rdf:li>(.*?)<\/rdf:li>/.exec(xmp)[1], "Smith & Sons")
  check("ampersands that begin no entity", xmp.match(/&(?!#?\w+;)/g)?.length ?? 0, 1)
})
doc.end()
EOF
echo "as stated: pdfkit-xmp-ampersand"
