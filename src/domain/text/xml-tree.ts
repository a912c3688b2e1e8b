/**
 * Elements by their names, in the order in which they are written. A list repeats its element, `@name` is an attribute, `#` the text beside
 * attributes; what is undefined is left out.
 */
export interface XmlTree {
  [name: string]: string | XmlTree | XmlTree[] | string[] | undefined
}
