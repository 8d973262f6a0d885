import type { Database } from '../../../platform/db/tx.ts'
import { withOlt } from './device/with-olt.ts'
import type { Reading } from './parse/reading.ts'
import { paramsOf } from './poll/steps.ts'
import { NotToBeSent } from './session/errors.ts'
import { maskSecrets } from './session/mask-secrets.ts'

const DEADLINE_MS = 60_000

export interface CommandAnswer {
  readonly words: string
  readonly text: string
  readonly is_whole: boolean
  readonly ms: number
  /** Null: nobody could make rows of it; `why` says it. */
  readonly rows: readonly Reading[] | null
  readonly is_complete: boolean
  readonly why: string | null
}

/** Asks an OLT one reading command of its family now, and gives what it said; changes nothing. @throws NotToBeSent 422 and what withOlt throws. */
export async function runCommand(database: Database, oltId: bigint, key: string, given: Readonly<Record<string, string>>): Promise<CommandAnswer> {
  return await withOlt(database, oltId, { priority: 'now', deadlineMs: DEADLINE_MS }, async ({ profile, cli }) => {
    if (profile.commands[key]?.access !== 'read') throw new NotToBeSent(`${profile.title} has no reading command ${key}`)
    const params = { ...(given['pon'] === undefined ? {} : paramsOf(given['pon'])), ...given }
    const { parsed, text, words, isWhole, ms } = await cli(async (session) => await session.ask(key, params))
    return {
      words,
      text: maskSecrets(text),
      is_whole: isWhole,
      ms: Math.round(ms),
      rows: parsed.kind === 'recognised' ? parsed.rows : null,
      is_complete: parsed.kind === 'recognised' && parsed.complete,
      why: parsed.kind === 'recognised' ? null : parsed.why,
    }
  })
}
