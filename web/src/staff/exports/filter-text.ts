import { useLingui } from '@lingui/react/macro'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useClientFilters } from '../clients/client-filters.ts'

type Asked = Readonly<Record<string, unknown>>

/** What a list was narrowed to when it was written into a file, in words: "State: Active · Sorted by: Owes, the most first". */
export function useFilterText(): (list: string, asked: Asked) => string {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const chips = useClientFilters()
  const branches = useWholeList('/api/v1/branches').rows
  const packages = useWholeList('/api/v1/packages', { isAsked: may('package.view') }).rows
  const wallets = useWholeList('/api/v1/wallets', { isAsked: may('wallet.view_own') }).rows
  const labels: Record<string, string> = {
    q: t`Search`,
    branch_id: t`Branch`,
    package_id: t`Package`,
    client_id: t`Client`,
    wallet_id: t`Wallet`,
    from_wallet_id: t`From`,
    to_wallet_id: t`To`,
    run_id: t`Run`,
    month: t`Month`,
    status: t`State`,
    state: t`State`,
    kind: t`Kind`,
    method: t`Method`,
    code: t`Number`,
    from: t`From`,
    to: t`Until`,
    until: t`Until`,
    sort: t`Sorted by`,
    action: t`Action`,
  }
  const named = (items: readonly { id: number; name: string }[], value: string) => items.find(({ id }) => String(id) === value)?.name
  const value = (key: string, text: string): string => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return format.date(text)
    if (/^\d{4}-\d{2}$/.test(text)) return format.month(text)
    if (text === 'true' || text === 'false') return text === 'true' ? t`yes` : t`no`
    const found =
      key === 'branch_id' ? named(branches, text) : key === 'package_id' ? named(packages, text) : key.endsWith('wallet_id') ? named(wallets, text) : undefined
    return found ?? text
  }
  const sorts: Record<string, string> = { code: t`Code`, name: t`Name`, balance: t`Owes`, expires_on: t`Expires`, joined_on: t`Joined` }
  const sortText = (text: string) => {
    const name = sorts[text.replace(/^-/, '')] ?? text
    return text.startsWith('-') ? t`${name}, downwards` : name
  }
  return (list, asked) =>
    Object.entries(asked)
      .map(([key, given]) => [key, String(given)] as const)
      .map(([key, text]) => {
        if (key === 'sort') return `${labels['sort']}: ${sortText(text)}`
        const chip = list === 'clients' ? chips.find((each) => each.key === key || each.toKey === key) : undefined
        const label = chip?.label ?? labels[key] ?? key.replaceAll('_', ' ')
        const shown = chip?.kind === 'money' ? format.money(Number(text)) : (chip?.options?.find((option) => option.value === text)?.label ?? value(key, text))
        return `${label}${chip?.toKey === key ? ' –' : ''}: ${shown}`
      })
      .join(' · ')
}
