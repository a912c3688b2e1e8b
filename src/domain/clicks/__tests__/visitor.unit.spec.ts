import { notAVisit } from "../visitor"

const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36"
const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"

describe("who asks", () => {
  it.each([
    ["a search engine", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"],
    [
      "a search engine's phone",
      `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)`,
    ],
    ["a preview in Facebook", "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)"],
    ["a preview in WhatsApp", "WhatsApp/2.23.20.0"],
    ["a preview in Slack", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"],
    ["a preview in Telegram", "TelegramBot (like TwitterBot)"],
    ["a collector of texts", "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)"],
    ["a bot with a long name", `${"x".repeat(400)} bot`],
  ])("%s is a bot", (_, user_agent) => {
    expect(notAVisit({ user_agent })).toBe("bot")
  })

  it.each([
    ["a browser", CHROME],
    [
      "a browser inside Instagram",
      `${IPHONE} Mobile/15E148 Instagram 390.0.0.28.85 (iPhone16,2; iOS 18_5; de_DE; de; scale=3.00; 1179x2556; 750)`,
    ],
    ["a browser inside Facebook", `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/520.0.0.38.101;FBBV/756351453;FBDV/iPhone16,2;FBMD/iPhone]`],
    ["a browser without a window", CHROME.replace("Chrome", "HeadlessChrome")],
    ["a server in Node", "node"],
    ["a server with undici", "undici"],
    ["a terminal", "curl/8.5.0"],
    ["an app on Android", "okhttp/4.12.0"],
    ["an app on iOS", "ShopApp/42 CFNetwork/3826.500.131 Darwin/24.5.0"],
    ["a server with axios", "axios/1.7.2"],
    ["nobody's word", undefined],
    ["an empty word", ""],
  ])("%s is none", (_, user_agent) => {
    expect(notAVisit({ user_agent })).toBeNull()
  })

  it.each([
    ["prefetch", "prefetch"],
    ["prefetch;prerender", "prefetch"],
    ["Prefetch", "prefetch"],
    ["preview", null],
    ["", null],
  ])("the purpose %p makes it %p", (purpose, expected) => {
    expect(notAVisit({ user_agent: CHROME, purpose })).toBe(expected)
  })

  it("reads no more than the beginning of a user agent", () => {
    expect(notAVisit({ user_agent: `${CHROME}${" ".repeat(512)}Googlebot` })).toBeNull()
  })
})
