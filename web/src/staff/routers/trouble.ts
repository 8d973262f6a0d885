import { useLingui } from '@lingui/react/macro'
import type { Router } from './router.ts'

type Trouble = NonNullable<Router['health']['error_kind']>

/** Why a router cannot be worked with, in a few words; what to do about it is said by a test. */
export function useTroubleText(): (trouble: Trouble) => string {
  const { t } = useLingui()
  return (trouble) =>
    ({
      refused: t`Nothing listens at its port`,
      silent: t`It does not answer`,
      no_route: t`There is no way to it`,
      unknown_host: t`Its name is not known`,
      session_limit: t`It takes no more connections`,
      no_certificate: t`No secure connection comes about`,
      other_certificate: t`It shows another certificate than the one you trust`,
      strange_certificate: t`Nobody vouches for its certificate`,
      wrong_password: t`User or password is not right`,
      no_permission: t`Its user may not do what is needed`,
      not_routeros: t`Something else answers there`,
      command_refused: t`It refused a command`,
      busy: t`Another process works on it`,
    })[trouble]
}
