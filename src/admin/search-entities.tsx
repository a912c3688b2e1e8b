import { defineSearchEntity } from "@medusajs/dashboard/lib"
import type en from "./i18n/json/en.json"

/** The pages that the dashboard's search jumps to, and the letter that goes there behind G and F. */
const PAGES: [page: keyof typeof en.menu, path: string, letter?: string][] = [
  ["overview", ""],
  ["list", "/list", "A"],
  ["programs", "/programs", "P"],
  ["commissions", "/commissions", "C"],
  ["clicks", "/clicks", "K"],
  ["referrals", "/referrals", "R"],
  ["periods", "/periods", "M"],
  ["payouts", "/payouts", "O"],
  ["health", "/health", "H"],
]

// Without a way to show results of its own, an entity is a page to jump to and nothing to search for. Its name is nobody else's.
for (const [page, path, letter] of PAGES) {
  defineSearchEntity(`affiliate_${page}`, {
    shortcut: {
      keys: { Mac: ["G", "F", ...(letter ? [letter] : [])] },
      label: (t) => t("common.jumpTo", { ns: "affiliate", page: t(`menu.${page}`, { ns: "affiliate" }) }),
      to: `/affiliates${path}`,
    },
  })
}
