import { useLingui } from '@lingui/react/macro'
import type { paths } from '../../api/schema.d.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'

export type CutRun = RowOf<'/api/v1/suspensions'>
export type CutRunDetail = paths['/api/v1/suspensions/{id}']['get']['responses']['200']['content']['application/json']
export type Previewed = RowOf<'/api/v1/suspensions/preview'>
export type PreviewTotals = paths['/api/v1/suspensions/preview/totals']['get']['responses']['200']['content']['application/json']
export type Verdict = Previewed['verdict']
type Hold = CutRun['holds'][number]

export const TONES = { planning: 'blue', awaiting_release: 'amber', queued: 'blue', running: 'blue', done: 'green', cancelled: 'grey' } as const

/** Whether its figures still move, so that the page asks again soon. */
export const isUnderWay = (state: CutRun['state']): boolean => state === 'planning' || state === 'queued' || state === 'running'

export function useStateText(): Readonly<Record<CutRun['state'], string>> {
  const { t } = useLingui()
  return {
    planning: t`Being planned`,
    awaiting_release: t`Held, waits for release`,
    queued: t`Waits its turn`,
    running: t`Running`,
    done: t`Done`,
    cancelled: t`Stopped`,
  }
}

export function useOriginText(): Readonly<Record<CutRun['origin'], string>> {
  const { t } = useLingui()
  return { chase: t`Overdue bills, by itself`, expiry: t`Prepaid cover ended`, hand: t`By hand` }
}

/** Short names of what becomes of a line; the server says each at length. */
export function useVerdictText(): Readonly<Record<Verdict, string>> {
  const { t } = useLingui()
  return {
    cut: t`Would be cut`,
    already_cut: t`Cut already`,
    in_grace: t`In grace`,
    credit_covers: t`Covered by credit`,
    below_minimum: t`Below the least`,
    whitelisted: t`Whitelisted`,
    vip: t`VIP`,
    auto_control_off: t`Out of control`,
    promise: t`Promised to pay`,
    once_a_day: t`Cut once today`,
  }
}

/** Why the breaker holds, in a sentence. */
export function useHoldText(): (hold: Hold | { kind: 'first' | 'outage' | 'restored' | 'clock' }) => string {
  const { t } = useLingui()
  const format = useFormat()
  return (hold) => {
    switch (hold.kind) {
      case 'share':
        return t`${format.number(hold.cut)} of ${format.number(hold.of)} clients in service would be cut today; beyond ${format.number(hold.limit_percent)} % somebody has to look.`
      case 'router':
        return t`${hold.name}: ${format.number(hold.cut)} of ${format.number(hold.of)} lines would be cut today; beyond ${format.number(hold.limit_percent)} % somebody has to look.`
      case 'first':
        return t`Nobody was ever cut by this program; somebody has to look the first time.`
      case 'outage':
        return t`The program did not work for some time; payments of that time may not be entered yet.`
      case 'restored':
        return t`The database was restored from a backup or another copy took over; later payments may be missing.`
      case 'clock':
        return t`The clock went back.`
    }
  }
}
