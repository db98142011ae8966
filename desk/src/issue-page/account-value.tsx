import { ActionIcon } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '../texts'
import type { ValueInputProps } from '../work'
import { Editable } from './editable'
import { maskedAccount } from './masked-account'

/** A bank account, hidden from who looks over the shoulder until it is asked for. */
export function AccountValue({
  account,
  ...line
}: {
  label: string
  path: string
  field: ValueInputProps['field']
  account: string
}) {
  const texts = useTexts().issuePage
  const [isShown, setShown] = useState(false)
  const text = isShown ? account : maskedAccount(account)
  const action = isShown ? texts.hide(line.label) : texts.show(line.label)
  return (
    <Editable
      {...line}
      text={text}
      beside={
        account && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={action}
            title={action}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? <IconEyeOff size={16} /> : <IconEye size={16} />}
          </ActionIcon>
        )
      }
    />
  )
}
