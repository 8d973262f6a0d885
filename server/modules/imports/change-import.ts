import { z } from 'zod'
import { Forbidden, Invalid } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { recordEvent } from '../audit/index.ts'
import { importNotFound, wrongImportState } from './errors.ts'
import { previewImport, runImport } from './job-definitions.ts'
import { importKinds } from './kinds/all.ts'
import { optionsSchema } from './options.ts'
import type { ImportOptions, Mapping } from './options.ts'
import { lockImport, updateImport } from './store.ts'
import type { Import } from './store.ts'

async function locked(tx: Tx, importId: bigint): Promise<Import> {
  const found = await lockImport(tx, importId)
  if (found === undefined) throw importNotFound(importId)
  const { permission } = importKinds[found.kind]
  if (!tx.actor.permissions.has(permission)) throw new Forbidden(`You need the permission ${permission} to import ${found.kind}`, { permission })
  return found
}

/**
 * Says what the columns mean and what holds for all rows, and asks for a preview. Repeatable until the import is started: each call
 * checks all rows anew. @throws NotFound 404, Invalid 422, Conflict 409 `wrong_import_state`.
 */
export async function mapImport(tx: Tx, { importId, mapping, options }: { importId: bigint; mapping: Mapping; options: ImportOptions }): Promise<Import> {
  const found = await locked(tx, importId)
  if (!['uploaded', 'previewing', 'previewed', 'failed'].includes(found.state) || found.cursor_row > 0)
    throw wrongImportState(found.state, 'its mapping can no longer change')
  checkMapping(found, mapping)
  await updateImport(tx, importId, { state: 'previewing', mapping, options: z.encode(optionsSchema, options), counts: {}, error: null })
  await enqueue(tx, previewImport, { import_id: importId }, { singletonKey: importId.toString() })
  return { ...found, state: 'previewing', mapping, counts: {}, error: null }
}

function checkMapping({ kind, columns }: Import, mapping: Mapping): void {
  const { fields } = importKinds[kind]
  const errors = Object.entries(mapping).flatMap(([key, column]) => {
    if (!fields.some((field) => field.key === key)) return [{ field: `mapping.${key}`, message: 'There is no such field' }]
    return columns.includes(column) ? [] : [{ field: `mapping.${key}`, message: `The file has no column ${column}` }]
  })
  for (const { key, isRequired } of fields)
    if (isRequired === true && mapping[key] === undefined) errors.push({ field: `mapping.${key}`, message: 'This field needs a column' })
  if (errors.length > 0) throw new Invalid('The mapping does not fit the file', { errors })
}

/** Starts what was previewed; a stopped or failed one goes on where it stands. @throws NotFound 404, Conflict 409 `wrong_import_state`. */
export async function startImport(tx: Tx, importId: bigint): Promise<Import> {
  const found = await locked(tx, importId)
  if (found.state === 'queued' || found.state === 'running') return found
  const isResumed = (found.state === 'cancelled' || found.state === 'failed') && found.counts.ready !== undefined
  if (found.state !== 'previewed' && !isResumed) throw wrongImportState(found.state, 'preview it first')
  if (found.file_id === null) throw wrongImportState(found.state, 'its file is no longer kept; send it again')
  await updateImport(tx, importId, { state: 'queued', error: null })
  await recordEvent(tx, 'import.started', { subjectType: 'import', subjectId: importId, after: { kind: found.kind, ready: found.counts.ready ?? 0 } })
  await enqueue(tx, runImport, { import_id: importId }, { singletonKey: importId.toString() })
  return { ...found, state: 'queued', error: null }
}

/** Stops an import after the chunk it is at; what is done stays done and it can be started again. @throws NotFound 404, Conflict 409. */
export async function cancelImport(tx: Tx, importId: bigint): Promise<Import> {
  const found = await locked(tx, importId)
  if (found.state === 'cancelled') return found
  if (found.state === 'done') throw wrongImportState(found.state, 'there is nothing left to stop')
  await updateImport(tx, importId, { state: 'cancelled' })
  await recordEvent(tx, 'import.cancelled', { subjectType: 'import', subjectId: importId, before: { state: found.state } })
  return { ...found, state: 'cancelled' }
}
