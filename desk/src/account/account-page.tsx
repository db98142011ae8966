import { useTexts } from '../texts'
import { Page } from '../ui'
import { useSession } from '../api/session'
import { NoticeSettingsPart } from '../notices/settings-part'
import { AuthenticatorPart } from './authenticator-part'
import { PasswordPart } from './password-part'
import { ProfilePart } from './profile-part'
import { SessionsPart } from './sessions-part'

/** What a person sees to for themself. */
export function AccountPage() {
  const texts = useTexts().account
  const email = useSession()?.user.email
  return (
    <Page title={texts.title} about={email} width={820}>
      <ProfilePart />
      <NoticeSettingsPart />
      <PasswordPart />
      <AuthenticatorPart />
      <SessionsPart />
    </Page>
  )
}
