import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../lib/use-format.ts'
import { DateText, Money, TimeText } from '../../ui/values.tsx'

/** A value as the audit kept it, written as people read it: amounts, days, yes and no. */
export function AuditValue({ name, value }: { name: string; value: unknown }) {
  const { t } = useLingui()
  const format = useFormat()
  if (value === undefined || value === null || value === '') return '–'
  if (typeof value === 'boolean') return value ? t`yes` : t`no`
  if (typeof value === 'number') return name.endsWith('_minor') ? <Money minor={value} /> : name.endsWith('_bp') ? format.percent(value) : format.number(value)
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return <DateText day={value} />
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return <TimeText at={value} />
    return value
  }
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join(', ')
  return <code style={{ fontSize: 11, whiteSpace: 'pre-wrap' }}>{JSON.stringify(value, null, 1)}</code>
}
