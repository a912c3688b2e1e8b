import MarkdownIt from "markdown-it"

const SCHEME = /^[a-z][a-z0-9+.-]*:/i
const SAFE_SCHEME = /^(https?|mailto|tel):/i

const markdown = new MarkdownIt({ html: false })
// An image could be changed after the agreement was accepted; the hash of the text would not show it.
markdown.disable("image")
markdown.validateLink = (url) => SAFE_SCHEME.test(url) || !SCHEME.test(url)
markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet("rel", "noopener nofollow")
  return renderer.renderToken(tokens, index, options)
}

/**
 * An agreement's Markdown as HTML that is safe to put into a page no matter who wrote it: HTML in the text is shown as text, there are no images,
 * and links lead to web, mail and phone addresses only.
 */
export const agreementHtml = (text: string): string => markdown.render(text)
