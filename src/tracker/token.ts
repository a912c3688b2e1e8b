import { safely } from "./safely"

const NAME = "affiliate_token"
const TOKEN = new RegExp(`(?:^|; )${NAME}=([\\w.-]+)`)

/**
 * The token is a cookie of the shop: it ends by itself with the program's window, a server of the shop reads it as well, and there is
 * nothing in it to parse.
 */
export const readToken = (win: Window): string | undefined => safely(() => TOKEN.exec(win.document.cookie)?.[1])

export function writeToken(win: Window, token: string, seconds: number): void {
  safely(() => {
    const secure = win.location.protocol === "https:" ? "; secure" : ""
    win.document.cookie = `${NAME}=${token}; path=/; max-age=${Math.round(seconds)}; samesite=lax${secure}`
  })
}

export const removeToken = (win: Window): void => writeToken(win, "", 0)
