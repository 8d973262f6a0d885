import { Conflict } from '../../../kernel/errors.ts'
import type { Database } from '../../../platform/db/tx.ts'
import { readOnu, withOlt } from '../olts/index.ts'
import type { OnuNow, Outcome } from '../olts/index.ts'
import type { Onu } from './list/onus-store.ts'

const DEADLINE_MS = 20_000

/** One ONU as its OLT tells of it at this moment; changes nothing. @throws `onu_nowhere` 409 and what withOlt throws. */
export async function lookAtOnu(database: Database, onu: Onu): Promise<Outcome<OnuNow>> {
  if (!onu.is_present) throw new Conflict('onu_nowhere', 'Its OLT does not name this ONU any more')
  return await withOlt(
    database,
    onu.olt_id,
    { priority: 'now', deadlineMs: DEADLINE_MS },
    async ({ profile, lines }) => await readOnu(profile, lines, { pon: onu.pon, onuId: onu.onu_index }, { clock: database.clock, deadlineMs: DEADLINE_MS }),
  )
}
