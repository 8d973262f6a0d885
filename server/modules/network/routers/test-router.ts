import type { Database } from '../../../platform/db/tx.ts'
import { withRouter } from './device/router-actor.ts'
import type { Device } from './device/router-actor.ts'
import { whyNot } from './device/why-not.ts'
import type { Trouble } from './device/why-not.ts'
import { DeviceNotTrusted } from '../../../kernel/device-errors.ts'
import { RouterBusy } from './errors.ts'
import type { Router } from './router.ts'
import { secrets } from './routeros/menus.ts'
import { CommandTrapped } from './routeros/reply.ts'
import { comparedSecrets } from './sync/observed.ts'

const DEADLINE_MS = 15_000

export interface TestOutcome {
  /** Null: everything that is needed works. */
  readonly trouble: Trouble | null
  /** What the router or the way to it said. */
  readonly message: string
  /** Of the certificate that was shown and is not trusted: to be compared and pinned. */
  readonly fingerprint: string | null
  /** False: passwords are hidden from our user, so one that somebody changed on the router is not noticed. */
  readonly seesPasswords: boolean | null
  readonly secrets: number | null
}

/** Tries everything that is needed of a router and says what does not work and why. Changes nothing on it. @throws what is no fault of the router. */
export async function testRouter(database: Database, router: Router): Promise<TestOutcome> {
  try {
    const found = await withRouter(database, router.id, { isUrgent: true, deadlineMs: DEADLINE_MS }, look)
    return { trouble: null, message: '', fingerprint: null, ...found }
  } catch (error) {
    const trouble = error instanceof RouterBusy ? 'busy' : whyNot(error, { isPinned: router.tls_fingerprint !== null })
    if (trouble === null) throw error
    const fingerprint = error instanceof DeviceNotTrusted ? (error.details['fingerprint'] as string | undefined) : undefined
    return { trouble, message: (error as Error).message, fingerprint: fingerprint ?? null, seesPasswords: null, secrets: null }
  }
}

async function look({ connection }: Device): Promise<{ seesPasswords: boolean | null; secrets: number }> {
  const count = await secrets.count(connection)
  const [first] = count === 0 ? [] : await comparedSecrets.read(connection, { maxRows: 200_000 })
  await mayWrite(connection)
  return { seesPasswords: first === undefined ? null : first.password !== null, secrets: count }
}

/** Asks to change a row that no router has: whoever may write is told that there is no such item, and others that they may not. */
async function mayWrite(connection: Device['connection']): Promise<void> {
  try {
    await secrets.disable(connection, ['*FFFFFFFE'])
  } catch (error) {
    if (error instanceof CommandTrapped && error.is('no_such_item')) return
    throw error
  }
}
