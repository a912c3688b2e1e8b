const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64")

/** The least that a route of Medusa can do: what the click route is compared with. */
exports.GET = (_request, response) => {
  response.set({ "Content-Type": "image/gif", "Cache-Control": "no-store" }).send(GIF)
}
