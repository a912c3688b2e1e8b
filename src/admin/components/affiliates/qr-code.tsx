import { Button } from "@medusajs/ui"
import { useMemo } from "react"
import { qrPng, qrSvg } from "../../../charts/qr-code"
import { saveBlob } from "../../lib/save-blob"
import { useText } from "../../lib/use-text"

/** A link as a QR code, to look at and to save. */
export const QrCode = ({ link, name }: { link: string; name: string }) => {
  const t = useText()
  const svg = useMemo(() => qrSvg(link), [link])
  return (
    <div className="flex items-center gap-x-4">
      <img
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt={t("affiliate.qrCode")}
        className="border-ui-border-base h-24 w-24 shrink-0 rounded-md border"
      />
      <div className="flex flex-col items-start gap-y-2">
        <Button size="small" variant="secondary" onClick={() => saveBlob(new Blob([svg], { type: "image/svg+xml" }), `${name}.svg`)}>
          {t("affiliate.saveSvg")}
        </Button>
        <Button size="small" variant="secondary" onClick={() => void qrPng(link).then((blob) => saveBlob(blob, `${name}.png`))}>
          {t("affiliate.savePng")}
        </Button>
      </div>
    </div>
  )
}
