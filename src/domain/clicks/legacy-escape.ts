/**
 * Undoes JavaScript's old `escape()`, which BILLmanager's counter snippet uses: `%E9` is a Latin-1 character and `%u20AC` a UTF-16 unit, both of which
 * `decodeURIComponent` refuses. Broken escapes stay as they are (ECMA-262, annex B.2.1.2).
 */
export const decodeLegacyEscape = (text: string): string =>
  text.replace(/%u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_, wide: string | undefined, narrow: string | undefined) =>
    String.fromCharCode(parseInt(wide ?? narrow ?? "", 16))
  )
