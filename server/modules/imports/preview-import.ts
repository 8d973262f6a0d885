import type { Actor } from '../../kernel/actor.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'
import { inBatches } from '../../platform/tables/table.ts'
import type { TableRow } from '../../platform/tables/table.ts'
import { FileNotAccepted } from '../../platform/uploads.ts'
import { importNotFound } from './errors.ts'
import { cellReader, fileRows, MAX_ROWS, rowKeeper } from './import-rows.ts'
import { importKinds } from './kinds/all.ts'
import { optionsSchema } from './options.ts'
import { countRows, deleteRows, insertRows, lockImport, numberRepeats, refuseRepeatedKeys, selectImport, skipKnownRows, updateImport } from './store.ts'
import type { Import, NewRow } from './store.ts'

const BATCH = 1000

export interface WorkOptions {
  readonly actor: Actor
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly state: string; readonly row: number }) => Promise<void> | void
}

export const sourceOf = (kind: string): string => `file:${kind}`

/**
 * Checks every row of the file by the rules of the real thing and keeps what came of it, a thousand at a time. Repeatable: it begins
 * anew. A mapping changed meanwhile ends it; its own preview follows.
 */
export async function executePreview(database: Database, importId: bigint, { actor, signal, onProgress }: WorkOptions): Promise<Import | undefined> {
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database, { actor, direct: true }, work)
  const begun = await inTx(async (tx) => {
    const found = await lockImport(tx, importId)
    if (found === undefined) throw importNotFound(importId)
    if (found.state !== 'previewing') return undefined
    await deleteRows(tx, importId)
    return found
  })
  if (begun === undefined) return undefined
  const isStill = (now: Import | undefined): boolean =>
    now?.state === 'previewing' && JSON.stringify([now.mapping, now.options]) === JSON.stringify([begun.mapping, begun.options])
  let last = 0
  let checked = 0
  for await (const rows of inBatches(fileRows(database, begun), BATCH)) {
    signal?.throwIfAborted()
    last = rows.at(-1)?.rowNo ?? last
    if (last > MAX_ROWS) throw new FileNotAccepted(`A file has at most ${MAX_ROWS} rows; send it in parts`)
    const isOn = await inTx(async (tx) => {
      if (!isStill(await lockImport(tx, importId))) return false
      await insertRows(tx, importId, await checkedRows(tx, begun, rows))
      checked += rows.length
      await updateImport(tx, importId, { rowCount: checked })
      return true
    })
    if (!isOn) return undefined
    await onProgress?.({ state: 'previewing', row: last })
  }
  return inTx(async (tx) => {
    if (!isStill(await lockImport(tx, importId))) return undefined
    if (importKinds[begun.kind].allowsRepeats === true) await numberRepeats(tx, importId)
    await skipKnownRows(tx, importId, sourceOf(begun.kind))
    await refuseRepeatedKeys(tx, importId)
    const counts = await countRows(tx, importId)
    await updateImport(tx, importId, {
      state: 'previewed',
      counts: { ready: 0, ...counts },
      cursor: 0,
      rowCount: Object.values(counts).reduce((sum, n) => sum + n, 0),
    })
    return selectImport(tx, actor, importId)
  })
}

async function checkedRows(tx: Tx, { kind: name, columns, mapping, options }: Import, rows: readonly TableRow[]): Promise<NewRow[]> {
  const kind = importKinds[name]
  const keep = rowKeeper(columns, mapping, kind.fields)
  const checked = await kind.check(tx, rows.map(cellReader(columns, mapping)), optionsSchema.parse(options))
  return checked.map((found, n) => {
    const row = rows[n] as TableRow
    const base = { rowNo: row.rowNo, raw: keep(row) }
    if (found.state === 'ready') return { ...base, state: 'ready', errors: [], sourceId: found.sourceId, keys: found.keys, entityId: null }
    if (found.state === 'skipped') return { ...base, state: 'skipped', errors: found.errors, sourceId: null, keys: found.keys ?? [], entityId: found.entityId }
    return { ...base, state: 'invalid', errors: found.errors, sourceId: found.sourceId ?? null, keys: [], entityId: null }
  })
}
