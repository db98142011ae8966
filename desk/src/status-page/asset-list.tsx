import { ActionIcon, Button, FileButton, Group, Stack, Table, Text, Tooltip } from '@mantine/core'
import { IconTrash, IconUpload } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { allPages } from '../api/pages'
import { useFormat, useTexts } from '../texts'
import { Confirm, CopyButton, Failed, Scrolling } from '../ui'
import { type Asset, useAssetUpload } from './assets'

/** Files that header, icon and styles of a page may use. */
export function AssetList({ typeKey }: { typeKey: string }) {
  const texts = useTexts().statusPage
  const queryKey = ['issue-types', typeKey, 'assets']
  const assets = useQuery({
    queryKey,
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/issue-types/{key}/status-page/assets', {
            params: { path: { key: typeKey }, query: cursor ? { cursor } : {} },
          }),
        ),
      ),
  })
  const upload = useAssetUpload(typeKey)
  const found = assets.data ?? []
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text size="sm" fw={600}>
            {texts.assets}
          </Text>
          <Text size="sm" c="dimmed">
            {texts.assetsHelp}
          </Text>
        </div>
        <FileButton onChange={(file) => file && upload.mutate(file)}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              loading={upload.isPending}
              leftSection={<IconUpload size={16} />}
            >
              {texts.upload}
            </Button>
          )}
        </FileButton>
      </Group>
      {upload.error && <Failed error={upload.error} />}
      {found.length > 0 && <AssetTable typeKey={typeKey} assets={found} />}
    </Stack>
  )
}

function AssetTable({ typeKey, assets }: { typeKey: string; assets: readonly Asset[] }) {
  const texts = useTexts().statusPage
  const common = useTexts().common
  const format = useFormat()
  const queries = useQueryClient()
  const [going, setGoing] = useState<Asset | null>(null)
  return (
    <Scrolling label={texts.assets}>
      <Table>
        <Table.Tbody>
          {assets.map((asset) => (
            <Table.Tr key={asset.id}>
              <Table.Td w={44}>
                {asset.mediaType.startsWith('image/') && (
                  <img src={asset.path} alt="" width={28} height={28} className="desk-icon-shown" />
                )}
              </Table.Td>
              <Table.Td>{asset.name}</Table.Td>
              <Table.Td className="desk-mono">{asset.path}</Table.Td>
              <Table.Td ta="end">{format.number(Math.ceil(asset.size / 1024))} KiB</Table.Td>
              <Table.Td>
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  <CopyButton value={asset.path} label={texts.copyPath} />
                  <Tooltip label={common.delete} withArrow>
                    <ActionIcon
                      variant="default"
                      size="lg"
                      aria-label={`${common.delete}: ${asset.name}`}
                      onClick={() => setGoing(asset)}
                    >
                      <IconTrash size={18} />
                    </ActionIcon>
                  </Tooltip>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Confirm
        opened={going !== null}
        onClose={() => setGoing(null)}
        title={texts.deleteAsset(going?.name ?? '')}
        action={common.delete}
        onConfirm={async () => {
          if (!going) return
          await answer(
            api.DELETE('/api/v1/issue-types/{key}/status-page/assets/{id}', {
              params: { path: { key: typeKey, id: going.id } },
            }),
          )
          await queries.invalidateQueries({ queryKey: ['issue-types', typeKey, 'assets'] })
        }}
      >
        {texts.deleteAssetAbout}
      </Confirm>
    </Scrolling>
  )
}
