import { createHash } from 'node:crypto'
import { sql } from 'kysely'

const MARK = '/* kept */'

/**
 * Begins a statement whose plan the server may keep: one text that is sent again and again and for which one plan suits all values.
 * Planning a page's rows costs as much as reading them. Not for a text that is put together anew by filters: its best plan hangs on their values.
 */
export const kept = sql.raw(MARK)

const names = new Map<string, string>()

/** The name a kept statement is prepared under; undefined for every other. */
export function nameOfKept(text: string): string | undefined {
  if (!text.trimStart().startsWith(MARK)) return undefined
  let name = names.get(text)
  if (name === undefined) {
    name = `kept_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    names.set(text, name)
  }
  return name
}
