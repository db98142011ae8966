import { type Answer, api, type Body, tagged } from '../api/client'
import type { Source } from '../api/draft'
import { ifMatch } from '../api/source'

export type Settings = Answer<'/api/v1/issue-types/{key}/status-page', 'get'>
export type Verification = Settings['verification']
export type PreviewAsk = Body<'/api/v1/issue-types/{key}/status-page/preview', 'post'>
export type Preview = Answer<'/api/v1/issue-types/{key}/status-page/preview', 'post'>

export const VERIFICATIONS: readonly Verification[] = ['email-or-phone', 'email', 'phone']

/** The settings of a type's status page. */
export function settingsSource(key: string): Source<Settings> {
  const path = { key }
  return {
    key: ['issue-types', key, 'status-page'],
    read: () => tagged(api.GET('/api/v1/issue-types/{key}/status-page', { params: { path } })),
    write: (body, etag) =>
      tagged(
        api.PUT('/api/v1/issue-types/{key}/status-page', { params: { path, header: ifMatch(etag) }, body }),
      ),
    touches: [['issue-types']],
  }
}

/** What a draft has that can be saved: not what the server adds of its own. */
export function savable({ url: _url, cleaned: _cleaned, outsideHosts: _hosts, ...settings }: Settings) {
  return settings
}
