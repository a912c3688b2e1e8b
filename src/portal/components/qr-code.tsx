import { useMemo } from "react"

import { qrPath, qrPng, qrSvg } from "../../charts/qr-code"
import { useTexts } from "../i18n/use-texts"
import { saveFile } from "../lib/download"

/** A link as QR code, on white in dark pages too, because many scanners read no other. */
export default function QrCode({ link, name }: { link: string; name: string }) {
  const { t } = useTexts()
  const { size, path } = useMemo(() => qrPath(link), [link])
  const saveSvg = () => saveFile(new Blob([qrSvg(link)], { type: "image/svg+xml" }), `${name}.svg`)
  const savePng = async () => saveFile(await qrPng(link), `${name}.png`)
  return (
    <div className="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t.links.qrAlt(link)} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <div className="actions">
        <button className="button quiet" type="button" onClick={saveSvg}>
          SVG
        </button>
        <button className="button quiet" type="button" onClick={() => void savePng()}>
          PNG
        </button>
      </div>
    </div>
  )
}
