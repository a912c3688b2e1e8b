import XMLBuilder from "fast-xml-builder"

import type { XmlTree } from "../../domain/text/xml-tree"

const BUILDER = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", textNodeName: "#" })

/** A tree as an XML document in UTF-8; texts are escaped. */
export const toXml = (tree: XmlTree): string => BUILDER.build({ "?xml": { "@version": "1.0", "@encoding": "UTF-8" }, ...tree })
