import { AppError, Conflict } from '../../../../kernel/errors.ts'
import type { Tx } from '../../../../platform/db/tx.ts'
import { enqueue } from '../../../../platform/jobs/index.ts'
import { seal } from '../../../../platform/secrets/index.ts'
import { recordEvent } from '../../../audit/index.ts'
import { maskSecrets, NotToBeSent, readOlt, readOnlyLine, whyNotSent } from '../../olts/index.ts'
import { typeOneLine } from '../job-definitions.ts'
import { requireCli, requireWritable } from '../tasks/plan-task.ts'
import { insertLine, selectLine, updateSealed, useConsole } from './console-store.ts'
import type { ConsoleLine } from './console-store.ts'

/** So long a console, and the session it has with the OLT, stays as it was left. */
export const KEEPS_SECONDS = 60

/** This line may change the OLT, and who types it may only look. */
export class LineNotAllowed extends AppError {
  readonly code = 'console_line_not_allowed'
  readonly status = 403
}

export const lineAad = (id: bigint): string => `olt_console_lines:${id}:line`

/**
 * Has a line typed on the command line of an OLT; a job does it, and the answer is told to who has typed it. Where the session stands elsewhere by then than at `standsAt`, nothing is typed. Without `olt.console` only lines that are known to change nothing.
 * @throws NotFound 404; NotToBeSent 422; LineNotAllowed 403; `olt_inactive`, `olt_without_cli`, and `olt_read_only` for what is not known to change nothing, 409.
 */
export async function typeLine(
  tx: Tx,
  oltId: bigint,
  { line, confirm, standsAt = null }: { line: string; confirm: string | null; standsAt?: string | null },
): Promise<ConsoleLine> {
  const olt = await readOlt(tx, tx.actor.scope, oltId)
  const profile = requireCli(olt)
  const why = whyNotSent(profile, line)
  if (why !== null) throw new NotToBeSent(why)
  const isReadOnly = readOnlyLine(profile, line)
  if (!isReadOnly && !tx.actor.permissions.has('olt.console'))
    throw new LineNotAllowed('You may look on the command line: show and display, ping and traceroute, and the way into other modes')
  if (!isReadOnly) requireWritable(olt)
  const { userId } = tx.actor
  if (userId === null) throw new Conflict('no_person', 'A line is typed by a person')
  const consoleId = await useConsole(tx, oltId, userId, tx.now.subtract({ seconds: KEEPS_SECONDS }))
  const shown = maskSecrets(line)
  const id = await insertLine(tx, { consoleId, oltId, userId, shown, confirm, standsAt, isReadOnly })
  await updateSealed(tx, id, seal(line, lineAad(id)))
  await enqueue(tx, typeOneLine, { line_id: id }, { singletonKey: oltId.toString() })
  await recordEvent(tx, 'olt.console_line', {
    subjectType: 'olt',
    subjectId: oltId,
    branchId: olt.branch_id,
    after: { line_id: id, line: shown, is_read_only: isReadOnly },
  })
  return (await selectLine(tx, id)) as ConsoleLine
}
