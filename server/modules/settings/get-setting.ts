import type { Conn } from '../../platform/db/tx.ts'
import type { Setting } from './setting.ts'
import { selectValues } from './store.ts'

/** The value in force: what the company set, else the default. A stored value that no longer fits its schema counts as not set. */
export async function getSetting<T>(conn: Pick<Conn, 'db'>, setting: Setting<T>): Promise<T> {
  const [stored] = await selectValues(conn, [setting.key])
  return inForce(setting, stored?.value)
}

/** Several settings in one query, in the order asked. */
export async function getSettings<const T extends readonly Setting<never>[] | readonly Setting[]>(
  conn: Pick<Conn, 'db'>,
  settings: T,
): Promise<{ [K in keyof T]: T[K] extends Setting<infer V> ? V : never }> {
  const stored = await selectValues(
    conn,
    settings.map(({ key }) => key),
  )
  const values = new Map(stored.map(({ key, value }) => [key, value]))
  return settings.map((setting) => inForce(setting as Setting, values.get(setting.key))) as { [K in keyof T]: T[K] extends Setting<infer V> ? V : never }
}

export function inForce<T>(setting: Setting<T>, stored: unknown): T {
  if (stored === undefined) return setting.default
  const parsed = setting.schema.safeParse(stored)
  return parsed.success ? parsed.data : setting.default
}
