import { answer, api, type Item } from '../api/client'

export type Asset = Item<'/api/v1/issue-types/{key}/status-page/assets'>

/** Puts a logo, an icon or a font beside a page, so that no other server is contacted. @throws Problem */
export function uploadAsset(key: string, file: File): Promise<Asset> {
  const body = new FormData()
  body.append('file', file)
  return answer(
    api.POST('/api/v1/issue-types/{key}/status-page/assets', {
      params: { path: { key } },
      // The document describes the form's parts; a form is sent as it is.
      body: body as never,
      bodySerializer: () => body,
    }),
  )
}
