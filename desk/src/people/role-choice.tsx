import { Radio, Stack } from '@mantine/core'
import { useSession } from '../api/session'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import { type Role, ROLES } from './users'

type Props = { value: Role; stored?: Role; onChange: (role: Role) => void; error?: string | undefined }

/** One of the roles, each with what it is for. Owners are only made and ended by owners. */
export function RoleChoice({ value, stored, onChange, error }: Props) {
  const texts = useTexts().people
  const messageText = useMessageText()
  const isOwner = useSession()?.user.role === 'owner'
  const isOwners = stored === 'owner' && !isOwner
  return (
    <Radio.Group
      aria-label={texts.user.role}
      description={isOwners ? texts.user.roleOwners : undefined}
      value={value}
      onChange={(chosen) => {
        const role = ROLES.find((one) => one === chosen)
        if (role) onChange(role)
      }}
      error={messageText(error)}
      data-path="role"
    >
      <Stack gap="xs">
        {ROLES.map((role) => (
          <Radio
            key={role}
            value={role}
            label={texts.roles[role]}
            description={texts.rolesAbout[role]}
            disabled={isOwners || (role === 'owner' && !isOwner)}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
