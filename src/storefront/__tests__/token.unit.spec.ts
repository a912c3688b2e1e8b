import { affiliateHeaders, affiliateToken, type Cookies } from "../token"

const TOKEN = "store.YWZm.T0r9-v0_5lU"
const jar = (cookies: Record<string, string>) => ({
  get: (name: string) => (name in cookies ? { value: cookies[name]! } : undefined),
})

it.each<[string, Cookies, string | null]>([
  ["the server's cookie", jar({ affiliate_click: TOKEN }), TOKEN],
  ["the tracker's cookie", jar({ affiliate_token: TOKEN }), TOKEN],
  ["the server's before the tracker's", jar({ affiliate_token: "a.b.c", affiliate_click: TOKEN }), TOKEN],
  ["the tracker's beside a broken one of the server", jar({ affiliate_click: "%E0%A4", affiliate_token: TOKEN }), TOKEN],
  ["the text of a header", `theme=dark; affiliate_click=${TOKEN}; x=y`, TOKEN],
  ["the text of a header without blanks", `theme=dark;affiliate_token=${TOKEN}`, TOKEN],
  ["another cookie that ends alike", `x_affiliate_click=${TOKEN}`, null],
  ["no cookie", jar({}), null],
  ["no header", null, null],
  ["nothing", undefined, null],
  ["an empty header", "", null],
  ["two lines", jar({ affiliate_click: `${TOKEN}\r\nx-evil: 1` }), null],
  ["JSON", jar({ affiliate_click: '{"token":"a.b.c"}' }), null],
])("%s", (_, cookies, token) => {
  expect(affiliateToken(cookies)).toBe(token)
  expect(affiliateHeaders(cookies)).toEqual(token ? { "x-affiliate-token": token } : {})
})
