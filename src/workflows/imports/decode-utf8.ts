import { Transform } from "node:stream"

import { InvalidInput } from "../../domain/errors"

/** Bytes as text. A file that is not UTF-8 fails, instead of bringing wrong names. */
export function decodeUtf8(name: string): Transform {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  const decode = (bytes?: Buffer): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      throw new InvalidInput(name, "is not UTF-8: save it as UTF-8 and try again")
    }
  }
  return new Transform({
    decodeStrings: true,
    encoding: "utf8",
    transform(bytes: Buffer, _encoding, done) {
      passOn(() => decode(bytes), done)
    },
    flush(done) {
      passOn(() => decode(), done)
    },
  })
}

function passOn(read: () => string, done: (error: Error | null, text?: string) => void): void {
  try {
    done(null, read())
  } catch (error) {
    done(error as Error)
  }
}
