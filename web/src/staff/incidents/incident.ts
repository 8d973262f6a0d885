import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'

export type Incident = RowOf<'/api/v1/incidents'>
export type IncidentOnu = RowOf<'/api/v1/incidents/{id}/clients'>
export type CreditDraft = RowOf<'/api/v1/incidents/{id}/credit-drafts'>

export const INCIDENT_KINDS = ['fibre_cut', 'power_failure', 'unknown', 'olt_unreachable'] as const
type Kind = (typeof INCIDENT_KINDS)[number]

export function useIncidentKindText(): (kind: Kind) => string {
  const { t } = useLingui()
  return (kind) =>
    ({ fibre_cut: t`Fibre cut`, power_failure: t`Power failure`, unknown: t`Outage, cause not known yet`, olt_unreachable: t`OLT does not answer` })[kind]
}

/** Where it is: a box, a PON, an area, or the whole OLT. */
export function useWhereText(): (incident: Incident) => string {
  const { t } = useLingui()
  return ({ node, olt_name, pon, box_name, area_name }) => {
    if (node === 'box' && box_name !== null) return t`box ${box_name}`
    if (node === 'pon' && pon !== null) return t`${olt_name}, PON ${pon}`
    if (node === 'area' && area_name !== null) return t`area ${area_name}`
    return olt_name
  }
}
