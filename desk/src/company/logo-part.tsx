import { Button, FileButton, Group, Text } from '@mantine/core'
import { IconTrash, IconUpload } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import { Problem } from '../api/problem'
import { useTexts } from '../texts'
import { Failed, Section } from '../ui'

const QUERY = ['company', 'logo']

/** The shop's logo, as it stands on both grounds that customers' pages have. */
export function LogoPart() {
  const texts = useTexts().company
  const common = useTexts().common
  const queries = useQueryClient()
  const logo = useQuery({ queryKey: QUERY, queryFn: readLogo })
  const refresh = () => queries.invalidateQueries({ queryKey: QUERY })
  const upload = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.append('file', file)
      // The document describes the form's parts; a form is sent as it is.
      return answer(api.PUT('/api/v1/company/logo', { body: body as never, bodySerializer: () => body }))
    },
    onSuccess: refresh,
  })
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/company/logo')),
    onSuccess: refresh,
  })
  const error = upload.error ?? remove.error
  return (
    <Section title={texts.logo} about={texts.logoAbout}>
      {logo.data && (
        <Group gap="sm">
          {(['light', 'dark'] as const).map((ground) => (
            <div key={ground} className="desk-logo" data-ground={ground}>
              <img src={logo.data?.path} alt={texts.logo} />
            </div>
          ))}
        </Group>
      )}
      {logo.data === null && (
        <Text size="sm" c="dimmed">
          {texts.noLogo}
        </Text>
      )}
      <Group gap="xs">
        <FileButton
          accept="image/png,image/svg+xml,image/webp"
          onChange={(file) => file && upload.mutate(file)}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={upload.isPending}
              leftSection={<IconUpload size={16} aria-hidden />}
            >
              {texts.uploadLogo}
            </Button>
          )}
        </FileButton>
        {logo.data && (
          <Button
            variant="subtle"
            color="bad"
            loading={remove.isPending}
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => remove.mutate()}
          >
            {common.remove}
          </Button>
        )}
      </Group>
      {error && <Failed error={error} />}
    </Section>
  )
}

/** `null` where there is none. */
async function readLogo() {
  try {
    return await answer(api.GET('/api/v1/company/logo'))
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null
    throw error
  }
}
