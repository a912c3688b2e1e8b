import { ArrowDownTray } from "@medusajs/icons"
import { saveFile } from "./save-file"
import type { Translate } from "./use-text"

/** The menu that saves what a list's filters find: with decimal points, and with commas for the spreadsheets of some countries. */
export const csvActions = (t: Translate, path: string, filters: object | undefined) => ({
  groups: [
    {
      actions: (["point", "comma"] as const).map((decimal) => ({
        label: t(`common.export.${decimal}`),
        icon: <ArrowDownTray />,
        onClick: () => void saveFile(`${path}/export`, { ...filters, decimal }),
      })),
    },
  ],
})
