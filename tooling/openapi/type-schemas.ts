import path from "node:path"

import ts from "typescript"

import type { Schema } from "./schema"

const ROOT = path.resolve(__dirname, "../..")

/** The published types of `src/types` as JSON schemas, read by TypeScript itself, so that what a client's compiler sees is what is described. */
export class TypeSchemas {
  /** The schemas of the named types that were asked for, and of those they name. */
  readonly schemas: Record<string, Schema> = {}
  private readonly checker: ts.TypeChecker
  private readonly named = new Map<string, ts.Symbol>()
  private readonly names = new Map<ts.Type, string>()

  constructor(entry = path.join(ROOT, "src/types/index.ts")) {
    const options = ts.parseJsonConfigFileContent(ts.readConfigFile(path.join(ROOT, "tsconfig.json"), read).config, ts.sys, ROOT).options
    const program = ts.createProgram([entry], { ...options, noEmit: true })
    this.checker = program.getTypeChecker()
    const source = program.getSourceFile(entry)
    const exported = source && this.checker.getSymbolAtLocation(source)
    for (const symbol of exported ? this.checker.getExportsOfModule(exported) : []) {
      const own = symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol
      const type = this.checker.getDeclaredTypeOfSymbol(own)
      this.named.set(symbol.name, own)
      // The first name of a type is the one it is described by; lists of words are short enough to stand where they are used.
      if (isObject(type) && !this.names.has(type)) this.names.set(type, symbol.name)
    }
  }

  /** A reference to a named type. @throws when there is none of that name */
  ref(name: string): Schema {
    const symbol = this.named.get(name)
    if (!symbol) throw new Error(`src/types has no ${name}`)
    const type = this.checker.getDeclaredTypeOfSymbol(symbol)
    const first = this.names.get(type) ?? name
    if (!(first in this.schemas)) {
      this.schemas[first] = {} // It may name itself.
      this.schemas[first] = { ...documented(this.checker, symbol), ...this.described(type) }
    }
    return { $ref: `#/components/schemas/${first}` }
  }

  private schemaOf(type: ts.Type): Schema {
    const name = this.names.get(type)
    return name ? this.ref(name) : this.described(type)
  }

  private described(type: ts.Type): Schema {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {}
    if (type.flags & ts.TypeFlags.Null) return { type: "null" }
    if (type.isUnion()) return this.union(type.types)
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { type: "boolean", const: this.checker.typeToString(type) === "true" }
    if (type.isStringLiteral() || type.isNumberLiteral()) return { type: typeof type.value, const: type.value }
    if (type.flags & ts.TypeFlags.StringLike) return { type: "string" }
    if (type.flags & ts.TypeFlags.NumberLike) return { type: "number" }
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference)
      return { type: "array", items: item ? this.schemaOf(item) : {} }
    }
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.object(type)
    throw new Error(`${this.checker.typeToString(type)} has no JSON schema`)
  }

  private union(types: ts.Type[]): Schema {
    const present = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined))
    const words = present.filter((type) => type.isStringLiteral())
    const truths = present.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral)
    const others = present.filter(
      (type) => !words.includes(type as ts.StringLiteralType) && !(truths.length === 2 && truths.includes(type))
    )
    const schemas: Schema[] = [
      ...(words.length > 0 ? [{ type: "string", enum: words.map(({ value }) => value).sort() }] : []),
      ...(truths.length === 2 ? [{ type: "boolean" }] : []),
      ...others.map((type) => this.schemaOf(type)),
    ]
    return alternatives(schemas)
  }

  private object(type: ts.Type): Schema {
    const entries = this.checker.getPropertiesOfType(type).map((property): [string, Schema, boolean] => {
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0
      const value = this.checker.getTypeOfSymbol(property)
      return [property.name, named(property.name, documented(this.checker, property), this.schemaOf(value)), isOptional]
    })
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String)
    const required = entries.filter(([, , isOptional]) => !isOptional).map(([name]) => name)
    return {
      type: "object",
      ...(entries.length > 0 && { properties: Object.fromEntries(entries.map(([name, schema]) => [name, schema])) }),
      ...(required.length > 0 && { required }),
      ...(index && { additionalProperties: this.schemaOf(index) }),
    }
  }
}

/** One of several schemas, in an order that does not depend on TypeScript's. Null stands last, and beside the one type that it is an alternative to. */
function alternatives(schemas: Schema[]): Schema {
  const [only, another, ...more] = schemas
    .filter(({ type }) => type !== "null")
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  const takesNull = schemas.some(({ type }) => type === "null")
  if (!only) return { type: "null" }
  const { enum: words, type } = only
  if (another) return { anyOf: [only, another, ...more, ...(takesNull ? [{ type: "null" }] : [])] }
  if (!takesNull) return only
  if (typeof type !== "string" || "const" in only) return { anyOf: [only, { type: "null" }] }
  return { ...only, type: [type, "null"], ...(Array.isArray(words) && { enum: [...(words as unknown[]), null] }) }
}

/** Times have names that end in `_at`, throughout. */
function named(name: string, documentation: Schema, schema: Schema): Schema {
  const isTime = name.endsWith("_at") && [schema.type].flat().includes("string")
  return { ...documentation, ...schema, ...(isTime && { format: "date-time" }) }
}

function documented(checker: ts.TypeChecker, symbol: ts.Symbol): Schema {
  const description = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s*\n\s*/g, " ")
  return description ? { description } : {}
}

const isObject = (type: ts.Type): boolean => (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0

const read = (file: string): string | undefined => ts.sys.readFile(file)
