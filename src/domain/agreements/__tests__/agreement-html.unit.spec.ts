import { agreementHtml } from "../agreement-html"

const TAGS = new Set("p,a,em,strong,s,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,pre,code,hr,br,table,thead,tbody,tr,th,td".split(","))
const ATTRIBUTES = new Set(["href", "title", "rel", "start", "class", "style"])
const ENTITIES: Record<string, string> = { "&amp;": "&", "&quot;": '"', "&lt;": "<", "&gt;": ">" }
const decoded = (text: string): string => text.replace(/&(amp|quot|lt|gt);/g, (entity) => ENTITIES[entity]!)

/** What a browser would make of it: the renderer escapes < and > everywhere else, so that every < here begins a tag. */
function partsOf(html: string) {
  const tags = [...html.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)]
  const attributes = tags.flatMap(([, , rest = ""]) => [...rest.matchAll(/([^\s="]+)="([^"]*)"/g)])
  return {
    names: tags.map(([, name = ""]) => name),
    attributes: attributes.map(([, name = ""]) => name),
    loose: tags.map(([, , rest = ""]) => rest.replace(/[^\s="]+="[^"]*"/g, "").replace(/[\s/]/g, "")).join(""),
    hrefs: attributes.flatMap(([, name, value = ""]) => (name === "href" ? [decoded(value)] : [])),
    outside: html.replace(/<[^<>]*>/g, ""),
  }
}

const HOSTILE: [string, string][] = [
  ["a script", "<script>alert(1)</script>"],
  ["a script in capitals, never closed", "<SCRIPT SRC=//evil.example.com/x.js"],
  ["a script cut in two", "<scr<script>ipt>alert(1)</script>"],
  ["a block of HTML", "<div onclick=alert(1)>\n\n**bold**\n\n</div>"],
  ["an image with a handler", `<img src=x onerror=alert(1)>`],
  ["an svg with a handler", "<svg/onload=alert(1)>"],
  ["a frame", `<iframe srcdoc="<script>alert(1)</script>"></iframe>`],
  ["a comment", "<!-- --><style>@import'//evil.example.com'</style>"],
  ["a javascript: link", "[x](javascript:alert(1))"],
  ["in mixed case", "[x](JaVaScRiPt:alert(1))"],
  ["after a space", "[x](< javascript:alert(1)>)"],
  ["with a tab", "[x](<java\tscript:alert(1)>)"],
  ["with a control character", "[x](\u0001javascript:alert(1))"],
  ["with entities", "[x](&#106;avascript&colon;alert(1))"],
  ["with entities in hexadecimal", "[x](&#x6A;&#x61;vascript:alert(1))"],
  ["with an escaped colon", "[x](javascript\\:alert(1))"],
  ["with percent signs", "[x](javascript%3Aalert(1))"],
  ["with a newline's entity", "[x](java&NewLine;script:alert(1))"],
  ["a data: link", "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)"],
  ["a data: link that says it is a picture", "[x](data:image/png;base64,iVBORw0KGgo=)"],
  ["a vbscript: link", "[x](vbscript:msgbox(1))"],
  ["a file: link", "[x](file:///etc/passwd)"],
  ["a blob: link", "[x](blob:https://evil.example.com/1)"],
  ["an autolink", "<javascript:alert(1)>"],
  ["a data: autolink", "<data:text/html,<script>alert(1)</script>>"],
  ["a reference", "[x][1]\n\n[1]: javascript:alert(1)"],
  ["a reference in angle brackets", "[x]\n\n[x]: <javascript:alert(1)> 'title'"],
  ["an image", "![x](https://evil.example.com/pixel.png)"],
  ["an image of script", "![x](javascript:alert(1))"],
  ["an image with a handler in its text", `![x" onerror="alert(1)](x)`],
  ["an image in a link", "[![x](javascript:1)](javascript:2)"],
  ["quotes in an address", `[x](https://a.example.com/"onmouseover="alert(1))`],
  ["quotes in a title", `[x](https://a.example.com 'a" onmouseover="alert(1)')`],
  ["quotes in a reference's title", `[x]\n\n[x]: https://a.example.com '"><script>alert(1)</script>'`],
  ["nested brackets", "[a [b](javascript:1)](javascript:2) [[[[x]](javascript:3)"],
  ["a language of code", '```"><script>alert(1)</script>\nx\n```'],
  ["code", "`<script>alert(1)</script>`"],
  ["a table's cell", "|<script>|\n|:-:|\n|[x](javascript:1)|"],
  ["entities that would become tags", "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;"],
  ["a null", "<scr\u0000ipt>alert(1)</scr\u0000ipt>"],
]

describe("agreementHtml", () => {
  it.each(HOSTILE)("%s does nothing", (_, text) => {
    const { names, attributes, loose, hrefs, outside } = partsOf(agreementHtml(text))
    expect(names.filter((name) => !TAGS.has(name))).toEqual([])
    expect(attributes.filter((name) => !ATTRIBUTES.has(name))).toEqual([])
    expect([loose, /[<>]/.test(outside)]).toEqual(["", false])
    for (const href of hrefs) expect(new URL(href, "https://shop.example.com").protocol).toMatch(/^(https?|mailto|tel):$/)
  })

  it.each([
    ["headings and emphasis", "# Terms\n\nBe *fair*.", "<h1>Terms</h1>\n<p>Be <em>fair</em>.</p>\n"],
    ["lists", "1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"],
    [
      "a link",
      "[law](https://law.example.com/a?b=1&c)",
      '<p><a href="https://law.example.com/a?b=1&amp;c" rel="noopener nofollow">law</a></p>\n',
    ],
    ["a link in capitals", "[law](HTTPS://law.example.com)", '<p><a href="HTTPS://law.example.com" rel="noopener nofollow">law</a></p>\n'],
    ["a link within the shop", "[terms](/terms#x)", '<p><a href="/terms#x" rel="noopener nofollow">terms</a></p>\n'],
    ["a mail address", "<shop@example.com>", '<p><a href="mailto:shop@example.com" rel="noopener nofollow">shop@example.com</a></p>\n'],
    ["a telephone number", "[call](tel:+4930123)", '<p><a href="tel:+4930123" rel="noopener nofollow">call</a></p>\n'],
    [
      "an image, as a link",
      "![logo](https://a.example.com/l.png)",
      '<p>!<a href="https://a.example.com/l.png" rel="noopener nofollow">logo</a></p>\n',
    ],
    ["a script, as text", "<script>", "<p>&lt;script&gt;</p>\n"],
    ["a script as a link, as text", "[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"],
    ["any script of the world", "**Договор** · 契約 · اتفاق", "<p><strong>Договор</strong> · 契約 · اتفاق</p>\n"],
    ["nothing", "", ""],
  ])("%s", (_, text, html) => {
    expect(agreementHtml(text)).toBe(html)
  })
})
