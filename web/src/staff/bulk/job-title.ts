import { useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { choiceOf } from './choices.ts'
import type { BulkJob } from './choices.ts'

/** What a job does, in the words of the menu it came from, and to what: "Change the package: Home 20". */
export function useJobTitle(): (job: BulkJob) => string {
  const { t, i18n } = useLingui()
  const may = useMay()
  const packages = useWholeList('/api/v1/packages', { isAsked: may('package.view') }).rows
  const areas = useWholeList('/api/v1/areas').rows
  const branches = useWholeList('/api/v1/branches').rows
  const policies = api.useQuery('get', '/api/v1/billing-policies', {}, { enabled: may('package.view'), staleTime: 60_000 }).data?.items ?? []
  const named = (items: readonly { id: number; name: string }[], id: unknown) => items.find((item) => item.id === id)?.name
  const target = ({ action, params }: BulkJob): string | undefined => {
    switch (action) {
      case 'change_package':
        return named(packages, params['package_id'])
      case 'set_area':
        return params['area_id'] === null ? t`No area` : named(areas, params['area_id'])
      case 'set_branch':
        return named(branches, params['branch_id'])
      case 'set_policy':
        return named(policies, params['billing_policy_id'])
      case 'change_tags':
        return Array.isArray(params['tags']) ? params['tags'].join(', ') : undefined
      default:
        return undefined
    }
  }
  return (job) => {
    const choice = choiceOf(job)
    const label = choice === undefined ? job.action : i18n._(choice.label)
    const of = target(job)
    const what = of === undefined ? label : `${label}: ${of}`
    return job.undoes_id === null ? what : t`Undo: ${what}`
  }
}
