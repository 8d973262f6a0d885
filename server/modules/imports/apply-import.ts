import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'
import { inSavepoint } from '../../platform/db/savepoint.ts'
import { inBatches } from '../../platform/tables/table.ts'
import type { TableRow } from '../../platform/tables/table.ts'
import { recordEvent } from '../audit/index.ts'
import { importNotFound } from './errors.ts'
import type { ImportKind } from './import-kind.ts'
import { cellReader, fileRows } from './import-rows.ts'
import { importKinds } from './kinds/all.ts'
import { optionsSchema } from './options.ts'
import type { ImportOptions } from './options.ts'
import { sourceOf } from './preview-import.ts'
import type { WorkOptions } from './preview-import.ts'
import { refusalOf } from './refusal.ts'
import { insertSources, lockImport, selectImport, selectKnownSources, selectReady, serialise, updateImport, updateRows } from './store.ts'
import type { Import, RowOutcome } from './store.ts'

const CHUNK = 1000

/**
 * Does the rows that are ready, a chunk in a transaction, from where the cursor stands. Killed at any moment and called again it goes
 * on: a chunk is done with its cursor or not at all. A row that is refused rolls back alone and is listed.
 */
export async function executeImport(
  database: Database,
  importId: bigint,
  { actor, signal, onProgress, chunk = CHUNK }: WorkOptions & { readonly chunk?: number },
): Promise<Import | undefined> {
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database, { actor, direct: true }, work)
  const begun = await inTx(async (tx) => {
    const found = await lockImport(tx, importId)
    if (found === undefined) throw importNotFound(importId)
    if (found.state === 'queued') await updateImport(tx, importId, { state: 'running' })
    return found.state === 'queued' || found.state === 'running' ? found : undefined
  })
  if (begun === undefined) return undefined
  let cursor = begun.cursor_row
  for await (const rows of inBatches(fileRows(database, begun, cursor), chunk)) {
    signal?.throwIfAborted()
    const from = cursor
    const moved = await inTx(async (tx) => applyChunk(tx, importId, from, rows))
    if (moved === null) return undefined
    cursor = moved
    await onProgress?.({ state: 'running', row: cursor })
  }
  return inTx(async (tx) => {
    const now = await lockImport(tx, importId)
    if (now?.state !== 'running' || now.cursor_row !== cursor) return undefined
    await updateImport(tx, importId, { state: 'done', isFinished: true })
    await recordEvent(tx, 'import.done', { subjectType: 'import', subjectId: importId, after: { kind: now.kind, ...now.counts } })
    return selectImport(tx, actor, importId)
  })
}

/** One chunk with its cursor; null where somebody stopped the import or another worker is ahead. */
async function applyChunk(tx: Tx, importId: bigint, expected: number, rows: readonly TableRow[]): Promise<number | null> {
  const found = await lockImport(tx, importId)
  if (found?.state !== 'running' || found.cursor_row !== expected) return null
  const kind = importKinds[found.kind]
  const options = optionsSchema.parse(found.options)
  const last = (rows.at(-1) as TableRow).rowNo
  await serialise(tx, found.kind)
  const ready = await selectReady(tx, importId, expected + 1, last)
  const known = await selectKnownSources(tx, sourceOf(found.kind), [...ready.values()])
  const waiting = rows.filter(({ rowNo }) => ready.has(rowNo) && !known.has(ready.get(rowNo) as string))
  const outcomes: RowOutcome[] = rows.flatMap(({ rowNo }) => {
    const entityId = known.get(ready.get(rowNo) ?? '')
    return entityId === undefined ? [] : [{ rowNo, state: 'skipped' as const, entityId, errors: [{ field: '', message: 'This row was imported before' }] }]
  })
  // Checked again, because the world has moved on since the preview.
  const checked = waiting.length === 0 ? [] : await kind.check(tx, waiting.map(cellReader(found.columns, found.mapping)), options)
  const fit: Fit[] = []
  for (const [n, result] of checked.entries()) {
    const { rowNo } = waiting[n] as TableRow
    if (result.state === 'ready') fit.push({ rowNo, value: result.value })
    else
      outcomes.push({
        rowNo,
        state: result.state === 'skipped' ? 'skipped' : 'failed',
        entityId: result.state === 'skipped' ? result.entityId : null,
        errors: result.errors,
      })
  }
  outcomes.push(...(await applyFit(tx, kind, fit, options)))
  await updateRows(tx, importId, outcomes)
  const done = outcomes.filter(({ state }) => state === 'done')
  await insertSources(
    tx,
    sourceOf(found.kind),
    found.kind,
    done.map(({ rowNo, entityId }) => ({ sourceId: ready.get(rowNo) as string, entityId: entityId as bigint })),
  )
  await updateImport(tx, importId, { cursor: last, counts: countsAfter(found.counts, outcomes) })
  return last
}

interface Fit {
  readonly rowNo: number
  readonly value: unknown
}

/** All at once; where that is refused, each half alone, down to the row that is to blame. */
async function applyFit(tx: Tx, kind: ImportKind<unknown>, rows: readonly Fit[], options: ImportOptions): Promise<RowOutcome[]> {
  if (rows.length === 0) return []
  try {
    const ids = await inSavepoint(tx, () =>
      kind.apply(
        tx,
        rows.map(({ value }) => value),
        options,
      ),
    )
    return rows.map(({ rowNo }, n) => ({ rowNo, state: 'done', entityId: ids[n] as bigint, errors: [] }))
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    if (rows.length === 1) return [{ rowNo: (rows[0] as Fit).rowNo, state: 'failed', entityId: null, errors: refusal }]
    const half = Math.ceil(rows.length / 2)
    return [...(await applyFit(tx, kind, rows.slice(0, half), options)), ...(await applyFit(tx, kind, rows.slice(half), options))]
  }
}

function countsAfter(before: Import['counts'], outcomes: readonly RowOutcome[]): Import['counts'] {
  const counts = { ...before, ready: (before.ready ?? 0) - outcomes.length }
  for (const { state } of outcomes) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
