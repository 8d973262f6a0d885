import { Forbidden, Invalid } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { recordEvent } from '../audit/index.ts'
import { columnsOf } from './export-list.ts'
import { runExport } from './job-definitions.ts'
import { invoicesQuery, lists } from './lists.ts'
import type { ListName } from './lists.ts'
import { insertExport } from './store.ts'
import type { Export, ExportFormat } from './store.ts'

export const PDF_LIST = 'invoices_pdf'

export interface RequestExport {
  readonly list: ListName | typeof PDF_LIST
  readonly format: ExportFormat
  readonly filter: Record<string, unknown>
  /** Empty: all of them. */
  readonly columns: readonly string[]
  readonly options: Record<string, unknown>
}

/**
 * Asks for a list as a file; a job writes it. Not repeatable: each call writes another file. Audited, because data leaves by it.
 * @throws Forbidden 403 without the permission of the list itself, Invalid 422.
 */
export async function requestExport(tx: Tx, asked: RequestExport): Promise<Export> {
  const permission = asked.list === PDF_LIST ? 'invoice.view' : lists[asked.list].permission
  if (!tx.actor.permissions.has(permission)) throw new Forbidden(`You need the permission ${permission} for this list`, { permission })
  const errors: { field: string; message: string }[] = []
  if ((asked.list === PDF_LIST) !== (asked.format === 'pdf'))
    errors.push({ field: 'format', message: asked.list === PDF_LIST ? 'Expected pdf' : 'Expected csv or xlsx' })
  const parsed = (asked.list === PDF_LIST ? invoicesQuery : lists[asked.list].query).safeParse(asked.filter)
  if (!parsed.success) errors.push(...parsed.error.issues.map(({ path, message }) => ({ field: ['filter', ...path].join('.'), message })))
  const known = new Set<string>(asked.list === PDF_LIST ? [] : (await columnsOf(lists[asked.list], tx)).map(({ key }) => key))
  for (const key of asked.columns) if (!known.has(key)) errors.push({ field: 'columns', message: `There is no column ${key}` })
  if (errors.length > 0) throw new Invalid('This list cannot be exported so', { errors })
  const added = await insertExport(tx, asked)
  await recordEvent(tx, 'export.requested', {
    subjectType: 'export',
    subjectId: added.id,
    after: { list: asked.list, format: asked.format, filter: asked.filter },
  })
  await enqueue(tx, runExport, { export_id: added.id }, { singletonKey: added.id.toString() })
  return added
}
