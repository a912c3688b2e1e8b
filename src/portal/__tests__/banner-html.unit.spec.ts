import { bannerHtml } from "../lib/banner-html"

const banner = { name: "Sale", image_url: "https://cdn.example.com/sale.png", page_url: null, width: 300, height: 250 }

describe("a banner's HTML", () => {
  it("is a link around the picture, which search engines see as paid", () => {
    expect(bannerHtml(banner, "https://shop.example.com/?ref=k3v9q2xw")).toBe(
      '<a href="https://shop.example.com/?ref=k3v9q2xw" rel="sponsored">' +
        '<img src="https://cdn.example.com/sale.png" alt="Sale" width="300" height="250"></a>'
    )
  })

  it("lets no text end its attribute or begin a tag", () => {
    const hostile = `"'><script>alert(1)</script>&amp;`
    const html = bannerHtml(
      { ...banner, name: hostile, image_url: `https://cdn.example.com/?a=1&b="` },
      `https://shop.example.com/?x='&ref=k`
    )
    expect(html).toBe(
      '<a href="https://shop.example.com/?x=&#39;&amp;ref=k" rel="sponsored">' +
        '<img src="https://cdn.example.com/?a=1&amp;b=&quot;" ' +
        'alt="&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;" width="300" height="250"></a>'
    )
  })
})
