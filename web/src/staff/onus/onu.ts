import { useLingui } from '@lingui/react/macro'
import type { paths } from '../../api/schema.d.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'

export type Onu = RowOf<'/api/v1/onus'>
export type OnuNow = paths['/api/v1/onus/{id}/look']['post']['responses']['200']['content']['application/json']
export type OnuCounts = paths['/api/v1/onus/counts']['get']['responses']['200']['content']['application/json']
export type Suggestion = RowOf<'/api/v1/onu-link-suggestions'>

export const ONU_STATES = ['online', 'offline', 'los', 'power_off', 'disabled', 'unknown'] as const
export type OnuState = (typeof ONU_STATES)[number]
export const LIGHTS = ['good', 'weak', 'critical', 'too_strong', 'unknown'] as const
export type Light = (typeof LIGHTS)[number]

export interface LightLimits {
  readonly weak_dbm: number
  readonly critical_dbm: number
  readonly strong_dbm: number
}

/** How a value alone stands against the limits. */
export function lightOf(dbm: number | null, limits: LightLimits): Light {
  if (dbm === null) return 'unknown'
  if (dbm < limits.critical_dbm) return 'critical'
  if (dbm < limits.weak_dbm) return 'weak'
  return dbm > limits.strong_dbm ? 'too_strong' : 'good'
}

export const awayOf = ({ los, power_off, offline }: Pick<OnuCounts, 'los' | 'power_off' | 'offline'>): number => los + power_off + offline
export const isAway = (state: OnuState): boolean => state === 'los' || state === 'power_off' || state === 'offline'
/** Its serial, or else its MAC: how people call an ONU. */
export const onuName = ({ serial, mac }: { readonly serial: string | null; readonly mac: string | null }): string => serial ?? mac ?? '–'
export const placeText = ({ pon, onu_index }: { readonly pon: string; readonly onu_index: number }): string => `${pon}:${onu_index}`

/** Why those that are away are so, as far as their last word told it. */
export function useAwayText(): (counts: Pick<OnuCounts, 'los' | 'power_off' | 'offline'>) => string {
  const { t } = useLingui()
  const format = useFormat()
  return (counts) => (awayOf(counts) === 0 ? t`all are there` : t`${format.number(counts.los)} without light, ${format.number(counts.power_off)} without power`)
}

export function useOnuStateText(): (state: OnuState) => string {
  const { t } = useLingui()
  return (state) =>
    ({
      online: t`Online`,
      offline: t`Away`,
      los: t`No light`,
      power_off: t`No power`,
      disabled: t`Switched off`,
      unknown: t`Not known`,
    })[state]
}

export function useLightText(): (light: Light) => string {
  const { t } = useLingui()
  return (light) => ({ good: t`good`, weak: t`weak`, critical: t`critical`, too_strong: t`too strong`, unknown: t`not measured` })[light]
}

/** What a cause the OLT gave means for whoever has to go and mend it. */
export function useCauseText(): (cause: string | null) => string | null {
  const { t } = useLingui()
  return (cause) => {
    const words: Readonly<Record<string, string>> = {
      los: t`No light reaches it: look at the fibre.`,
      wire_down: t`The fibre was lost: look at the fibre.`,
      dying_gasp: t`It lost its power: no electricity at home, or it was unplugged.`,
      power_off: t`It has no power: no electricity at home, or it was unplugged.`,
      admin: t`It was switched off from the office.`,
      reboot: t`It was started again.`,
      reset: t`It was started again.`,
      auth_fail: t`The OLT does not let it in: serial, MAC or password is another.`,
      config_fail: t`The OLT could not configure it: profile or model does not fit.`,
      unknown: t`The OLT does not say why.`,
    }
    return cause === null ? null : (words[cause] ?? null)
  }
}

/** -21.37 dBm in the digits of the language. */
export function useDbmText(): (dbm: number | null) => string {
  const format = useFormat()
  return (dbm) => (dbm === null ? '–' : `${format.number(dbm)} dBm`)
}
