import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Item } from '../api/client'

export type Asset = Item<'/api/v1/issue-types/{key}/status-page/assets'>

/** Uploads a file beside a page, and says what came of it. */
export function useAssetUpload(typeKey: string, onDone?: (asset: Asset) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => uploadAsset(typeKey, file),
    onSuccess: (asset) => {
      onDone?.(asset)
      return queries.invalidateQueries({ queryKey: ['issue-types', typeKey, 'assets'] })
    },
  })
}

/** Puts a logo, an icon or a font beside a page, so that no other server is contacted. @throws Problem */
function uploadAsset(key: string, file: File): Promise<Asset> {
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
