import type { IssueType } from '../issue-types/index.ts'
import { outsideHosts } from '../theming/index.ts'

const policies = new WeakMap<IssueType, string>()

/** The content security policy of pages that belong to no shop. */
export const PLAIN_POLICY = policy([], [])

/**
 * As {@link PLAIN_POLICY}, with exactly the outside hosts that the administrator's own settings name,
 * and what is written into the styles themselves where they do that.
 */
export function policyOf(type: IssueType): string {
  let made = policies.get(type)
  if (!made) {
    const { header, css, additionalCss, favicon } = type.statusPage
    const { images, fonts } = outsideHosts(
      Object.values(header).join('\n'),
      `${css}\n${additionalCss}`,
      favicon,
    )
    const styles = css + additionalCss
    made = policy(
      [...(/data:image\//i.test(styles) ? ['data:'] : []), ...images],
      [...(/data:(font|application)\//i.test(styles) ? ['data:'] : []), ...fonts],
    )
    policies.set(type, made)
  }
  return made
}

function policy(images: readonly string[], fonts: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self'", ...images].join(' '),
    ["font-src 'self'", ...fonts].join(' '),
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
