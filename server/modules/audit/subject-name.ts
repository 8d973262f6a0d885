import type { AuditEvent } from './store.ts'

/** Where events keep what their subject is called, the most telling first. */
const NAMES = ['receipt_code', 'code', 'name', 'full_name', 'username', 'file_name', 'label_en', 'pppoe_login', 'month'] as const

/** What the changed thing is called, as far as the event kept it: after the change, or else before it. */
export function subjectName({ before, after }: Pick<AuditEvent, 'before' | 'after'>): string | null {
  for (const values of [after, before])
    for (const key of NAMES) {
      const value = values?.[key]
      if (typeof value === 'string' && value !== '') return value
    }
  return null
}
