import { imageOrigins } from "../image-url"

describe("the sites of pictures", () => {
  it("are named once each, with their port", () => {
    const addresses = ["https://cdn.example.com:8443/a.png", "https://CDN.example.com:8443/b.png", "https://img.example.com"]
    expect(imageOrigins(addresses)).toEqual(["https://cdn.example.com:8443", "https://img.example.com"])
  })

  it.each([
    "https://x;frame-ancestors/",
    "https://x,default-src/",
    "https://x *",
    "http://shop.example.com/",
    "data:image/png;base64,AAAA",
    "",
  ])("are none for %j", (address) => {
    expect(imageOrigins([address])).toEqual([])
  })
})
