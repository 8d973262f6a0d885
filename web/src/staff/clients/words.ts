import { useLingui } from '@lingui/react/macro'

/** The built-in kinds of clients in the person's language; the company's own stand as they were entered. */
export function useClientTypeText(): (type: string) => string {
  const { t } = useLingui()
  const texts: Record<string, string> = {
    home: t`Home`,
    business: t`Business`,
    education: t`Education`,
    government: t`Government`,
    corporate: t`Corporate`,
  }
  return (type) => texts[type] ?? type
}

export function useGenderText(): (gender: 'female' | 'male' | 'other') => string {
  const { t } = useLingui()
  return (gender) => ({ female: t`Female`, male: t`Male`, other: t`Other` })[gender]
}

export function useConnectionText(): (kind: 'pppoe' | 'static' | 'dhcp' | 'hotspot') => string {
  const { t } = useLingui()
  return (kind) => ({ pppoe: 'PPPoE', static: t`Static IP`, dhcp: 'DHCP', hotspot: t`Hotspot` })[kind]
}

export function useMediumText(): (medium: 'fibre' | 'utp' | 'wireless' | 'coaxial') => string {
  const { t } = useLingui()
  return (medium) => ({ fibre: t`Fibre`, utp: t`Cable (UTP)`, wireless: t`Wireless`, coaxial: t`Coaxial` })[medium]
}

type ChargeItem = 'package' | 'addon' | 'installation' | 'equipment' | 'late_fee' | 'change_fee' | 'other'

export function useChargeItemText(): (item: ChargeItem) => string {
  const { t } = useLingui()
  return (item) =>
    ({
      package: t`Package`,
      addon: t`Add-on`,
      installation: t`Installation`,
      equipment: t`Equipment`,
      late_fee: t`Late fee`,
      change_fee: t`Fee for the change`,
      other: t`Other`,
    })[item]
}
