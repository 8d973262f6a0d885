import { createHash } from 'node:crypto'
import type { Actor } from '../../../../kernel/actor.ts'
import { NotFound } from '../../../../kernel/errors.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Conn, Database } from '../../../../platform/db/tx.ts'
import { open, seal } from '../../../../platform/secrets/index.ts'
import { withRouter } from '../device/router-actor.ts'
import { exportConfiguration } from '../routeros/export.ts'
import { insertExport, selectExport, selectExportBefore, updateExported, updateExportSeen } from './export-store.ts'
import type { ExportRow, KeptExport } from './export-store.ts'
import { diffLines, masked, withoutHead } from './export-text.ts'
import type { DiffLine } from './export-text.ts'

const aad = (routerId: bigint): string => `router_exports:${routerId}:content`
const FILE_NAME = 'lastmile-export'

/**
 * Reads what is set up on a router and keeps it where it differs from what was kept last. Repeatable. What the router does not give is noted
 * with it. @throws what withRouter throws.
 */
export async function keepExport(database: Database, routerId: bigint, { actor }: { actor: Actor }): Promise<void> {
  try {
    const text = await withRouter(
      database,
      routerId,
      { isUrgent: false },
      async ({ connection }) => await exportConfiguration(connection, { fileName: FILE_NAME }),
    )
    const sha256 = createHash('sha256').update(withoutHead(text)).digest()
    await inTransaction(database, { actor, direct: true }, async (tx) => {
      const last = await selectExport(tx, routerId, null)
      if (last?.sha256.equals(sha256) === true) await updateExportSeen(tx, last.id)
      else await insertExport(tx, routerId, { sealed: seal(text, aad(routerId)), sha256, lines: text.split('\n').length })
      await updateExported(tx, routerId, tx.now, null)
    })
  } catch (error) {
    await updateExported({ db: database.direct }, routerId, database.clock.now(), (error as Error).message)
    throw error
  }
}

const textOf = (routerId: bigint, { content_sealed }: KeptExport): string => masked(withoutHead(open(content_sealed, aad(routerId))))

/** One version with its secrets struck out, and what it changed against the version before it. @throws NotFound 404. */
export async function readExport(
  conn: Pick<Conn, 'db'>,
  routerId: bigint,
  id: bigint,
): Promise<{ version: ExportRow; text: string; changes: DiffLine[] | null }> {
  const version = await selectExport(conn, routerId, id)
  if (version === undefined) throw NotFound.of('router export', id)
  const before = await selectExportBefore(conn, routerId, id)
  const text = textOf(routerId, version)
  return { version, text, changes: before === undefined ? null : diffLines(textOf(routerId, before), text) }
}
