import { InvalidInput } from "../../errors"
import { affiliateLink, isOnSite, normalizeSiteUrl, parseHttpUrl } from "../site"

describe("normalizeSiteUrl", () => {
  it.each([
    ["scheme and host lose their case", "HTTPS://Shop.Example.COM", "https://shop.example.com"],
    ["the path keeps its case", "https://shop.example.com/De", "https://shop.example.com/De"],
    ["https loses its own port", "https://shop.example.com:443/de", "https://shop.example.com/de"],
    ["http loses its own port", "http://shop.example.com:80", "http://shop.example.com"],
    ["another port stays", "http://shop.example.com:8080", "http://shop.example.com:8080"],
    ["the port of the other scheme stays", "https://shop.example.com:80", "https://shop.example.com:80"],
    ["a trailing slash goes", "https://shop.example.com/", "https://shop.example.com"],
    ["several trailing slashes go", "https://shop.example.com/de///", "https://shop.example.com/de"],
    ["slashes inside the path stay", "https://shop.example.com/a//b", "https://shop.example.com/a//b"],
    ["dot segments are resolved", "https://shop.example.com/a/../de/.", "https://shop.example.com/de"],
    ["query and fragment go", "https://shop.example.com/de?utm_source=x#top", "https://shop.example.com/de"],
    ["blanks around it go", "  https://shop.example.com\n", "https://shop.example.com"],
    ["an international host is kept in ASCII", "https://Bücher.example/", "https://xn--bcher-kva.example"],
    ["an international path is percent-encoded", "https://shop.example.com/büro", "https://shop.example.com/b%C3%BCro"],
    ["full-width dots are dots", "https://shop．example．com", "https://shop.example.com"],
    ["an IPv6 host", "http://[::1]:3000/", "http://[::1]:3000"],
    ["www. is part of the name", "https://www.example.com", "https://www.example.com"],
  ])("%s", (_, typed, stored) => {
    expect(normalizeSiteUrl(typed)).toBe(stored)
    expect(normalizeSiteUrl(stored)).toBe(stored)
  })

  it.each([
    ["nothing", ""],
    ["no scheme", "shop.example.com"],
    ["no host", "https://"],
    ["a relative address", "/de"],
    ["a scheme-relative address", "//shop.example.com"],
    ["user and password", "https://user:pass@shop.example.com"],
    ["a user alone", "https://user@shop.example.com"],
    ["a password alone", "https://:pass@shop.example.com"],
    ["javascript:", "javascript:alert(1)"],
    ["javascript: that looks like a host", "javascript://shop.example.com/%0aalert(1)"],
    ["data:", "data:text/html,<script>alert(1)</script>"],
    ["ftp:", "ftp://shop.example.com"],
    ["file:", "file:///etc/passwd"],
    ["blob:", "blob:https://shop.example.com/1"],
    ["a blank in the host", "https://shop example.com"],
    ["a port out of range", "https://shop.example.com:65536"],
  ])("refuses %s", (_, typed) => {
    const expected = new InvalidInput("site_url", "must be an http or https address such as https://shop.example.com")
    expect(() => normalizeSiteUrl(typed)).toThrow(expected)
  })
})

describe("isOnSite", () => {
  it.each([
    ["the site itself", "https://shop.example.com", "https://shop.example.com/", true],
    ["a page deep below", "https://shop.example.com", "https://shop.example.com/a/b?ref=x#y", true],
    ["host in capitals", "https://shop.example.com", "https://SHOP.EXAMPLE.COM/a", true],
    ["http on an https site", "https://shop.example.com", "http://shop.example.com/", true],
    ["https on an http site", "http://shop.example.com", "https://shop.example.com/", true],
    ["www. on the page alone", "https://example.com", "https://www.example.com/", true],
    ["www. on the site alone", "https://www.example.com", "https://example.com/", true],
    ["the scheme's own port written out", "https://shop.example.com", "https://shop.example.com:443/", true],
    ["https on the port of http", "https://shop.example.com", "https://shop.example.com:80/", true],
    ["http on the port of https", "https://shop.example.com", "http://shop.example.com:443/", true],
    ["another port", "https://shop.example.com", "https://shop.example.com:8443/", false],
    ["the site's own unusual port", "http://localhost:8000", "http://localhost:8000/x", true],
    ["no port where the site has one", "http://localhost:8000", "http://localhost/x", false],
    ["a port that only begins like the site's", "http://localhost:800", "http://localhost:8000/", false],
    ["the site's path itself", "https://shop.example.com/de", "https://shop.example.com/de", true],
    ["the site's path with a slash", "https://shop.example.com/de", "https://shop.example.com/de/", true],
    ["the site's path with a query", "https://shop.example.com/de", "https://shop.example.com/de?ref=x", true],
    ["a page below the site's path", "https://shop.example.com/de", "https://shop.example.com/de/sale", true],
    ["a path that only begins like the site's", "https://shop.example.com/de", "https://shop.example.com/design", false],
    ["the root above the site's path", "https://shop.example.com/de", "https://shop.example.com/", false],
    ["a path in another case", "https://shop.example.com/de", "https://shop.example.com/DE", false],
    ["dot segments that leave the path", "https://shop.example.com/de", "https://shop.example.com/de/../fr", false],
    ["a subdomain of the site", "https://example.com", "https://shop.example.com/", false],
    ["www. before another subdomain", "https://shop.example.com", "https://www.shop.example.com/", true],
    ["www in the middle of the name", "https://shop.example.com", "https://shop.www.example.com/", false],
    ["a host that begins with www but is another", "https://example.com", "https://wwwexample.com/", false],
    ["a host that ends like the site's", "https://shop.example.com", "https://evil-shop.example.com/", false],
    ["the site's host inside a foreign one", "https://shop.example.com", "https://shop.example.com.evil.org/", false],
    ["both at once", "https://shop.example.com", "https://evil-shop.example.com.evil.org/", false],
    ["the site as user name of a foreign host", "https://shop.example.com", "https://shop.example.com@evil.org/", false],
    ["the site in a foreign query", "https://shop.example.com", "https://evil.org/?https://shop.example.com/", false],
    ["an international host in either spelling", "https://xn--bcher-kva.example", "https://bücher.example/", true],
    ["a Cyrillic look-alike", "https://shop.example.com", "https://shоp.example.com/", false],
  ])("%s: %s and %s", (_, site, page, expected) => {
    expect(isOnSite(site, new URL(page))).toBe(expected)
  })
})

describe("affiliateLink", () => {
  it.each([
    ["a site without a path", "https://shop.example.com", "ref", "ab12", "https://shop.example.com/?ref=ab12"],
    ["a site with a path", "https://shop.example.com/de", "ref", "ab12", "https://shop.example.com/de?ref=ab12"],
    ["a parameter of the program's own", "http://localhost:8000", "partner_id", "ab12", "http://localhost:8000/?partner_id=ab12"],
    ["characters that need encoding", "https://shop.example.com", "ref", "a b&c=d#e", "https://shop.example.com/?ref=a+b%26c%3Dd%23e"],
  ])("%s", (_, site, parameter, code, link) => {
    expect(affiliateLink(site, parameter, code)).toBe(link)
  })
})

describe("parseHttpUrl", () => {
  it.each([
    ["http", "http://a.example/x", "http://a.example/x"],
    ["https", "https://a.example", "https://a.example/"],
    ["a relative path", "/x", undefined],
    ["javascript:", "javascript:alert(1)", undefined],
    ["data:", "data:text/html,x", undefined],
    ["a broken escape in the path", "https://a.example/%E9%", "https://a.example/%E9%"],
    ["a broken escape in the host", "https://a%.example/", undefined],
    ["nothing", "", undefined],
  ])("%s", (_, text, href) => {
    expect(parseHttpUrl(text)?.href).toBe(href)
  })
})
