import { useLingui } from '@lingui/react/macro'
import { MultiSelect, Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { api } from '../../api/client.ts'
import { useMay, useMe } from '../../lib/session.ts'
import { fixedIf } from '../../ui/form.tsx'

export type ScopeKind = 'company' | 'branches' | 'reseller'

export interface ReachValues {
  scope_kind: ScopeKind
  branch_ids: string[]
  reseller_id: string | null
}

/** As the server takes it: only what belongs to the kind. */
export const reachOf = ({ scope_kind, branch_ids, reseller_id }: ReachValues) => ({
  scope_kind,
  branch_ids: scope_kind === 'branches' ? branch_ids.map(Number) : [],
  reseller_id: scope_kind === 'reseller' && reseller_id !== null ? Number(reseller_id) : null,
})

export function useScopeText(): (kind: ScopeKind) => string {
  const { t } = useLingui()
  const texts: Record<ScopeKind, string> = { company: t`Whole company`, branches: t`Some branches`, reseller: t`One reseller` }
  return (kind) => texts[kind]
}

/** Whose clients and money a person sees. Nobody gives more than he sees himself. */
export function ReachFields<Values extends ReachValues>({ form, isFixed = false }: { form: UseFormReturnType<Values>; isFixed?: boolean }) {
  const { t } = useLingui()
  const may = useMay()
  const { scope } = useMe()
  const scopeText = useScopeText()
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } }).data?.items ?? []
  const resellers = api.useQuery('get', '/api/v1/resellers', { params: { query: { limit: 200 } } }, { enabled: may('reseller.view') }).data?.items ?? []
  const { scope_kind } = form.getValues()
  const kinds: ScopeKind[] = scope.kind === 'company' ? ['company', 'branches', 'reseller'] : [scope.kind]
  return (
    <>
      <Select
        label={t`Reach`}
        description={t`Whose clients, bills and money this person sees.`}
        {...fixedIf(isFixed)}
        data={kinds.map((value) => ({ value, label: scopeText(value) }))}
        {...form.getInputProps('scope_kind')}
      />
      {scope_kind === 'branches' && (
        <MultiSelect
          label={t`Branches`}
          required
          searchable
          {...fixedIf(isFixed)}
          size="sm"
          data={branches.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.getInputProps('branch_ids')}
        />
      )}
      {scope_kind === 'reseller' && (
        <Select
          label={t`Reseller`}
          required
          searchable
          {...fixedIf(isFixed)}
          data={resellers.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.getInputProps('reseller_id')}
        />
      )}
    </>
  )
}
