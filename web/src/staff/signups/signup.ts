import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'
import type { Tone } from '../../ui/values.tsx'

export type Signup = RowOf<'/api/v1/signup-requests'>

export const SIGNUP_TONES = { new: 'violet', approved: 'green', rejected: 'grey' } as const satisfies Record<Signup['state'], Tone>

export function useSignupStateText(): (state: Signup['state']) => string {
  const { t } = useLingui()
  return (state) => ({ new: t`Waits`, approved: t`Registered`, rejected: t`Turned down` })[state]
}
