import { useLingui } from '@lingui/react/macro'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { UrlState } from '../../lib/use-url-state.ts'
import type { Filter } from '../../ui/filter-bar.tsx'
import { LIGHTS, ONU_STATES, useLightText, useOnuStateText } from './onu.ts'

const HOUR_MS = 3_600_000
const AWAY_HOURS = [1, 24, 72, 168, 720] as const
const BELOW = [-24, -25, -26, -27, -28, -30] as const
const PLAIN = ['q', 'pon', 'box_id', 'branch_id', 'state', 'light', 'is_flapping', 'is_linked', 'is_present', 'sort'] as const

/** What ONUs can be narrowed by, and what the server is asked for it. */
export function useOnuFilters(state: UrlState, oltId: number | undefined): { filters: Filter[]; query: Record<string, string | undefined> } {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const stateText = useOnuStateText()
  const lightText = useLightText()
  const olts = useWholeList('/api/v1/olts', { isAsked: oltId === undefined }).rows
  const branches = useWholeList('/api/v1/branches', { isAsked: oltId === undefined }).rows
  const boxes = useWholeList('/api/v1/boxes').rows
  const awayText = (hours: number) => (hours < 24 ? counted.hours(hours) : counted.days(hours / 24))
  const yesNo = (yes: string, no: string) => [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ]
  const named = (rows: readonly { readonly id: number; readonly name: string }[]) => rows.map(({ id, name }) => ({ value: String(id), label: name }))
  const filters: Filter[] = [
    {
      key: 'state',
      label: t`State`,
      options: [{ value: 'away', label: t`Away, for any reason` }, ...ONU_STATES.map((value) => ({ value, label: stateText(value) }))],
    },
    { key: 'light', label: t`Light level`, options: LIGHTS.map((value) => ({ value, label: lightText(value) })) },
    ...(oltId === undefined ? [{ key: 'olt_id', label: t`OLT`, options: named(olts) }] : []),
    { key: 'pon', label: 'PON' },
    { key: 'is_linked', label: t`Line`, options: yesNo(t`with a line`, t`without a line`) },
    { key: 'away_hours', label: t`Away for longer than`, options: AWAY_HOURS.map((hours) => ({ value: String(hours), label: awayText(hours) })) },
    { key: 'rx_below_dbm', label: t`Light below`, options: BELOW.map((dbm) => ({ value: String(dbm), label: `${format.number(dbm)} dBm` })), isExtra: true },
    { key: 'is_flapping', label: t`Comes and goes`, options: [{ value: 'true', label: t`four times a day or more` }], isExtra: true },
    { key: 'box_id', label: t`Box`, options: named(boxes), isExtra: true },
    ...(oltId === undefined && branches.length > 1 ? [{ key: 'branch_id', label: t`Branch`, options: named(branches), isExtra: true }] : []),
    { key: 'is_present', label: t`On the OLT`, options: [{ value: 'false', label: t`not named by it any more` }], isExtra: true },
  ]
  const hours = Number(state['away_hours'])
  // The hour is enough, and the question stays the same one for as long.
  const before = Number.isInteger(hours) && hours > 0 ? new Date((Math.floor(Date.now() / HOUR_MS) - hours) * HOUR_MS).toISOString() : undefined
  const query = {
    ...Object.fromEntries(PLAIN.map((key) => [key, state[key]])),
    olt_id: oltId === undefined ? state['olt_id'] : String(oltId),
    rx_below_dbm: state['rx_below_dbm'],
    away_before: before,
  }
  return { filters, query }
}
