import { IMPORT_FIELDS, type ImportMapping } from "../mapping"
import { IMPORT_KINDS } from "../records"

/** The export's own columns: a field stands in the column of its name. */
export const OWN: ImportMapping = {
  name: "medusa-affiliate",
  title: "this plugin's export, and files that you write yourself",
  documentation: ["docs/how-to/move-in.md"],
  columns: Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, Object.fromEntries(IMPORT_FIELDS[kind].map((field) => [field, [field]]))])),
  remark: "",
}
