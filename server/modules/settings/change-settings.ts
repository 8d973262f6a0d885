import { Conflict, Invalid } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { inForce } from './get-setting.ts'
import type { Setting } from './setting.ts'
import { lockValues, upsertValue } from './store.ts'

export interface ChangeSettings {
  /** Every setting the program knows. */
  readonly known: readonly Setting[]
  readonly values: Readonly<Record<string, unknown>>
  /** The version of a setting the person saw; a newer one refuses the change. 0 = never set. */
  readonly versions?: Readonly<Record<string, number>> | undefined
}

/**
 * Changes some settings together, audited, and tells every process. A value equal to the one in force writes nothing.
 * @throws Invalid 422 for an unknown key or a value that does not fit; Conflict 409 `changed_meanwhile`.
 */
export async function changeSettings(tx: Tx, { known, values, versions = {} }: ChangeSettings): Promise<void> {
  const byKey = new Map(known.map((setting) => [setting.key, setting]))
  const parsed = new Map<Setting, unknown>()
  const errors: { field: string; message: string }[] = []
  for (const [key, value] of Object.entries(values)) {
    const setting = byKey.get(key)
    const result = setting?.schema.safeParse(value)
    if (setting === undefined) errors.push({ field: key, message: `There is no setting ${key}` })
    else if (result?.success !== true) errors.push({ field: key, message: result?.error.issues[0]?.message ?? 'Not allowed' })
    else parsed.set(setting, result.data)
  }
  if (errors.length > 0) throw new Invalid('Some settings cannot have these values', { errors })

  const stored = new Map((await lockValues(tx, Object.keys(values))).map((row) => [row.key, row]))
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const [setting, value] of parsed) {
    const row = stored.get(setting.key)
    const seen = versions[setting.key]
    if (seen !== undefined && seen !== (row?.version ?? 0))
      throw new Conflict('changed_meanwhile', `Somebody else has changed ${setting.key}; load it again`, { key: setting.key })
    const old = inForce(setting, row?.value)
    if (JSON.stringify(old) === JSON.stringify(value)) continue
    await upsertValue(tx, setting.key, value)
    before[setting.key] = old
    after[setting.key] = value
  }
  if (Object.keys(after).length > 0) await recordEvent(tx, 'settings.changed', { subjectType: 'settings', subjectId: null, before, after })
}
