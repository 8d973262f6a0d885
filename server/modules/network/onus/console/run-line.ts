import type { Actor } from '../../../../kernel/actor.ts'
import { AppError } from '../../../../kernel/errors.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Database } from '../../../../platform/db/tx.ts'
import { open } from '../../../../platform/secrets/index.ts'
import { LeaseLost, requireLease } from '../../leases/index.ts'
import { maskSecrets, NotToBeSent, OltInUse, whyNot, withOlt } from '../../olts/index.ts'
import type { OltDevice } from '../../olts/index.ts'
import { selectLine, selectLinesLeftLying, selectSealedLine, touchConsole, updateLineEnded, updateLineRunning } from './console-store.ts'
import type { ConsoleLine, LineEnd } from './console-store.ts'
import { KEEPS_SECONDS, lineAad } from './type-line.ts'

const MOST_BYTES = 256 * 1024
/** Some commands say nothing for twenty seconds. */
const PATIENCE = { timeoutMs: 90_000, idleMs: 25_000 }
const LEFT_OFF = 'The program ended while this was being typed; nobody knows whether the OLT has taken it'
const LEFT_LYING_MINUTES = 10

interface Progress {
  isTyping: boolean
  isPinned: boolean
  /** Where the session was seen to stand, where that is why nothing was typed. */
  prompt: string | null
}

/**
 * Types a line that waits and keeps what was answered, under the OLT's lease. Never twice: one that is found begun was left off. A line that does not come back is told as it
 * stands, and interrupted. @throws OltInUse 503 (later), and what is wrong here.
 */
export async function runLine(database: Database, lineId: bigint, { actor }: { actor: Actor }): Promise<void> {
  const db = { db: database.direct }
  const line = await selectLine(db, lineId)
  if (line === undefined) return
  if (line.state === 'running') return await end(database, actor, lineId, { state: 'unsure', message: LEFT_OFF })
  if (line.state !== 'waiting') return
  const progress: Progress = { isTyping: false, isPinned: false, prompt: null }
  try {
    await withOlt(database, line.olt_id, { priority: 'now', keepsMs: KEEPS_SECONDS * 1000 }, async (device) => {
      progress.isPinned = device.olt.ssh_host_key !== null
      await typeIn(database, device, line, { actor, progress })
    })
  } catch (error) {
    if (error instanceof OltInUse || error instanceof LeaseLost || !(error instanceof AppError)) throw error
    await end(database, actor, lineId, {
      state: progress.isTyping ? 'unsure' : 'failed',
      trouble: whyNot(error, progress),
      prompt: progress.prompt,
      message: error.message,
    })
  }
}

async function typeIn(
  database: Database,
  { lease, cli }: OltDevice,
  { id, console_id, confirm, stands_at }: ConsoleLine,
  { actor, progress }: { actor: Actor; progress: Progress },
): Promise<void> {
  await cli(async (session) => {
    const sealed = await selectSealedLine({ db: database.direct }, id)
    const isMine = await inTransaction(database, { actor, direct: true }, async (tx) => {
      await requireLease(tx, lease)
      return await updateLineRunning(tx, id)
    })
    if (!isMine || sealed === null) return
    const as = `console ${console_id}`
    const stands = stands_at === null ? null : await session.standFor(as)
    if (stands !== null && stands !== stands_at) {
      progress.prompt = stands
      throw new NotToBeSent(`The session stands at ${stands} now and not at ${stands_at}: somebody else or a poll came in between. It was not typed`)
    }
    progress.isTyping = true
    const { text, isWhole, ms, prompt, asked, refusal } = await session.type(open(sealed, lineAad(id)), { ...PATIENCE, confirm, as })
    const { answer, isCut } = cut(maskSecrets(text))
    await inTransaction(database, { actor, direct: true }, async (tx) => {
      await requireLease(tx, lease)
      await touchConsole(tx, console_id)
      await updateLineEnded(tx, id, {
        state: 'done',
        answer,
        isCut,
        isWhole,
        ms,
        prompt,
        asked: asked === null ? null : { ...asked, question: maskSecrets(asked.question) },
        refusal: refusal === null ? null : maskSecrets(refusal),
      })
    })
  })
}

function cut(text: string): { answer: string; isCut: boolean } {
  const plain = text.replaceAll('\u0000', '')
  const bytes = Buffer.from(plain, 'utf8')
  return bytes.length <= MOST_BYTES ? { answer: plain, isCut: false } : { answer: bytes.subarray(0, MOST_BYTES).toString('utf8'), isCut: true }
}

async function end(database: Database, actor: Actor, id: bigint, how: LineEnd): Promise<void> {
  await inTransaction(database, { actor, direct: true }, async (tx) => {
    await updateLineEnded(tx, id, how)
  })
}

/** Lines whose job is gone are ended: nobody waits for them any more. Repeatable. */
export async function settleLines(database: Database, { actor }: { actor: Actor }): Promise<void> {
  const before = database.clock.now().subtract({ minutes: LEFT_LYING_MINUTES })
  for (const { id, state } of await selectLinesLeftLying({ db: database.direct }, before))
    await end(
      database,
      actor,
      id,
      state === 'running' ? { state: 'unsure', message: LEFT_OFF } : { state: 'failed', message: 'Nobody has come to type it; it was not typed' },
    )
}
