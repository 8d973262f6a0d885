import { useLingui } from '@lingui/react/macro'
import { Status } from '../../ui/values.tsx'

export function UserStatus({ user }: { user: { readonly status: 'active' | 'disabled'; readonly has_password: boolean } }) {
  const { t } = useLingui()
  if (user.status === 'disabled') return <Status tone="grey" label={t`Disabled`} isHollow />
  return user.has_password ? <Status tone="green" label={t`Active`} /> : <Status tone="amber" label={t`Not yet come in`} />
}
