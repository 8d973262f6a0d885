import { Conflict } from '../../../../kernel/errors.ts'
import type { Tx } from '../../../../platform/db/tx.ts'
import { enqueue } from '../../../../platform/jobs/index.ts'
import { forgetFailures, readOlt } from '../../olts/index.ts'
import { pollOneOlt } from '../job-definitions.ts'
import { POLL_KINDS } from './polls-store.ts'

/** Has an OLT asked for everything at once, also one that is left alone after failures. Repeatable. @throws NotFound 404; `olt_inactive` 409. */
export async function scanOlt(tx: Tx, id: bigint): Promise<void> {
  const olt = await readOlt(tx, tx.actor.scope, id)
  if (!olt.is_active) throw new Conflict('olt_inactive', 'This OLT is not in use')
  await forgetFailures(tx, id)
  for (const kind of POLL_KINDS) await enqueue(tx, pollOneOlt, { olt_id: id, kind }, { singletonKey: `${id} ${kind}` })
}
