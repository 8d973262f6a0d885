import type { Database } from '../../../platform/db/tx.ts'
import { withRouter } from './device/router-actor.ts'
import { whyNot } from './device/why-not.ts'
import type { Trouble } from './device/why-not.ts'
import { DeviceNotTrusted } from '../../../kernel/device-errors.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { open } from '../../../platform/secrets/index.ts'
import { RouterBusy } from './errors.ts'
import { passwordAad } from './router.ts'
import type { Router } from './router.ts'
import { readIdentity, readResource } from './routeros/commands.ts'
import { connectRouter } from './routeros/connection.ts'
import type { RouterConnection } from './routeros/connection.ts'
import { secrets } from './routeros/menus.ts'
import { CommandTrapped } from './routeros/reply.ts'
import { parseFingerprint } from './routeros/socket.ts'
import { selectSealedPassword } from './store.ts'
import { comparedSecrets } from './sync/observed.ts'

const DEADLINE_MS = 15_000
const CONNECT_MS = 6000

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
  readonly identity: string | null
  readonly os_version: string | null
}

const NOTHING_SEEN = { seesPasswords: null, secrets: null, identity: null, os_version: null }

/** Tries everything that is needed of a router and says what does not work and why. Changes nothing on it. @throws what is no fault of the router. */
export async function testRouter(database: Database, router: Router): Promise<TestOutcome> {
  const options = { isUrgent: true, deadlineMs: DEADLINE_MS }
  return await outcomeOf(router, async () => await withRouter(database, router.id, options, async ({ connection }) => await look(connection)))
}

/** Where a router is and who logs in, as somebody has typed it. */
export interface TypedConnection extends Pick<Router, 'host' | 'port' | 'is_tls' | 'tls_fingerprint' | 'username'> {
  readonly password?: string | undefined
}

/** The same before it is kept, over a connection of its own; of a router that is kept (`routerId`) the password is known. @throws Invalid 422. */
export async function tryConnection(database: Database, typed: TypedConnection, routerId: bigint | null): Promise<TestOutcome> {
  const fingerprint = fingerprintOf(typed)
  const sealed = (typed.password ?? '') === '' && routerId !== null ? await selectSealedPassword({ db: database.db }, routerId) : null
  return await outcomeOf({ tls_fingerprint: fingerprint }, async () => {
    const connection = await connectRouter({
      host: typed.host.trim(),
      port: typed.port,
      tls: typed.is_tls ? { fingerprint } : null,
      user: typed.username,
      password: sealed === null || routerId === null ? (typed.password ?? '') : open(sealed, passwordAad(routerId)),
      connectTimeoutMs: CONNECT_MS,
      timeoutMs: DEADLINE_MS,
    })
    try {
      return await look(connection)
    } finally {
      await connection.close()
    }
  })
}

function fingerprintOf({ is_tls, tls_fingerprint }: TypedConnection): string | null {
  if (!is_tls || tls_fingerprint === null || tls_fingerprint.trim() === '') return null
  const fingerprint = parseFingerprint(tls_fingerprint)
  if (fingerprint !== null) return fingerprint
  throw new Invalid('Some fields of the router do not fit', {
    errors: [{ field: 'tls_fingerprint', message: 'Expected a SHA-256 fingerprint of 64 hexadecimal digits' }],
  })
}

type Seen = Pick<TestOutcome, 'seesPasswords' | 'secrets' | 'identity' | 'os_version'>

async function outcomeOf({ tls_fingerprint }: Pick<Router, 'tls_fingerprint'>, work: () => Promise<Seen>): Promise<TestOutcome> {
  try {
    return { trouble: null, message: '', fingerprint: null, ...(await work()) }
  } catch (error) {
    const trouble = error instanceof RouterBusy ? 'busy' : whyNot(error, { isPinned: tls_fingerprint !== null })
    if (trouble === null) throw error
    const fingerprint = error instanceof DeviceNotTrusted ? (error.details['fingerprint'] as string | undefined) : undefined
    return { trouble, message: (error as Error).message, fingerprint: fingerprint ?? null, ...NOTHING_SEEN }
  }
}

async function look(connection: RouterConnection): Promise<Seen> {
  const [count, identity, resource] = [await secrets.count(connection), await readIdentity(connection), await readResource(connection)]
  const [first] = count === 0 ? [] : await comparedSecrets.read(connection, { maxRows: 200_000 })
  await mayWrite(connection)
  return { seesPasswords: first === undefined ? null : first.password !== null, secrets: count, identity, os_version: resource.version }
}

/** Asks to change a row that no router has: whoever may write is told that there is no such item, and others that they may not. */
async function mayWrite(connection: RouterConnection): Promise<void> {
  try {
    await secrets.disable(connection, ['*FFFFFFFE'])
  } catch (error) {
    if (error instanceof CommandTrapped && error.is('no_such_item')) return
    throw error
  }
}
