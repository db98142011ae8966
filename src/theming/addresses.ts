const MAX_ADDRESS = 2048
// Segments start with no dot, so `..` cannot occur; no `%`, which browsers decode (`%2e%2e`).
const ASSET = /^\/assets\/(?:[A-Za-z0-9_-][A-Za-z0-9._~-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._~-]*$/
// Browsers drop tabs and line breaks inside an address and read `\` as `/`; quotes and `<>` have no business there.
const UNSAFE = /[\s\p{Cc}\p{Zl}\p{Zp}\\"'<>`{}]/u
// The URL standard lets a host hold `*`, `;` and `,`, which mean something in a content security policy.
const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])$/
const DATA_IMAGE =
  /^data:image\/(?:png|jpeg|gif|webp|avif)(?:;charset=[a-z0-9-]{1,20})?(?:;base64)?,[A-Za-z0-9+/=%._~-]*$/i
const DATA_FONT =
  /^data:(?:font\/(?:woff2|woff|ttf|otf)|application\/(?:x-)?font-(?:woff2|woff|ttf|otf))(?:;charset=[a-z0-9-]{1,20})?(?:;base64)?,[A-Za-z0-9+/=%._~-]*$/i

/** Whether this is the path of an asset of this installation, like `/assets/logo.svg`: no query, no `%`, no `..`. */
export function isOwnAsset(address: string): boolean {
  return address.length <= MAX_ADDRESS && ASSET.test(address)
}

/** The origin of an https address of at most 2,048 characters without sign-in data, or `null` for anything else. */
export function httpsOrigin(address: string): string | null {
  if (address.length > MAX_ADDRESS || !/^https:\/\/[^/]/i.test(address) || UNSAFE.test(address)) return null
  const url = URL.parse(address)
  if (!url || url.protocol !== 'https:' || url.username || url.password || !HOST.test(url.hostname))
    return null
  return url.origin
}

/** Whether a `data:` address holds an image or a font that a style sheet may hold within itself. */
function isDataFile(address: string): boolean {
  // SVG is refused: as an image it runs no script, but it is a document, and an uploaded asset does the same.
  return DATA_IMAGE.test(address) || DATA_FONT.test(address)
}

/** Why a style sheet may not name this address; `null` where it may. */
export function cssAddressProblem(address: string): string | null {
  if (isOwnAsset(address) || httpsOrigin(address) !== null || isDataFile(address)) return null
  return /^data:/i.test(address)
    ? 'a data: address may only hold a PNG, JPEG, GIF, WebP or AVIF image or a font'
    : 'only https addresses and own assets (/assets/…) are allowed'
}
