import { argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { TooManyRequests } from '../../kernel/errors.ts'

/**
 * Argon2id by the runtime, stored as PHC text. m=47104 (46 MiB), t=1, p=1 is one of the parameter sets of ASVS 5.0 appendix C.
 * An imported MD5 hash is wrapped: `$md5w` + the PHC text of argon2id(md5 hex), so that the bare MD5 is never stored.
 */
const PARAMETERS = { memory: 47_104, passes: 1, parallelism: 1 } as const
const TAG_BYTES = 32
const SALT_BYTES = 16
const WRAPPED = '$md5w'
/** Each hash takes 46 MiB and a core: two at a time, and a queue that refuses rather than grows. */
const AT_ONCE = 2
const QUEUE = 40

const derive = promisify(argon2)
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= QUEUE) throw new TooManyRequests('Too many people log in at this moment; try again in a few seconds', { retry_after_s: 5 })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    // The place goes straight to the next in line, so that `running` never counts below what really runs.
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

async function tagOf(message: string, salt: Buffer, parameters: { memory: number; passes: number; parallelism: number }, tagLength: number): Promise<Buffer> {
  return await inTurn(async () => await derive('argon2id', { message: Buffer.from(message.normalize('NFKC')), nonce: salt, ...parameters, tagLength }))
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await tagOf(password, salt, PARAMETERS, TAG_BYTES)
  return `$argon2id$v=19$m=${PARAMETERS.memory},t=${PARAMETERS.passes},p=${PARAMETERS.parallelism}$${base64(salt)}$${base64(tag)}`
}

/** For imports: 32 hex digits of an old system's MD5, wrapped; replaced by a plain hash at the first log-in. */
export async function wrapMd5(md5Hex: string): Promise<string> {
  if (!/^[0-9a-f]{32}$/i.test(md5Hex)) throw new RangeError('Not an MD5 hash in hex')
  return `${WRAPPED}${await hashPassword(md5Hex.toLowerCase())}`
}

interface Phc {
  readonly parameters: { memory: number; passes: number; parallelism: number }
  readonly salt: Buffer
  readonly tag: Buffer
  readonly isWrapped: boolean
}

/** PHC parameters may come in any order: libraries differ. */
function parse(stored: string): Phc | null {
  const isWrapped = stored.startsWith(WRAPPED)
  const match = /^\$argon2id\$v=19\$([mtp=\d,]+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(isWrapped ? stored.slice(WRAPPED.length) : stored)
  if (match === null) return null
  const values = new Map((match[1] ?? '').split(',').map((part) => [part[0] ?? '', Number(part.slice(2))]))
  const parameters = { memory: values.get('m') ?? 0, passes: values.get('t') ?? 0, parallelism: values.get('p') ?? 0 }
  // Bounds keep a row that somebody tampered with from taking the machine down.
  if (
    parameters.memory < 8 ||
    parameters.memory > 1_048_576 ||
    parameters.passes < 1 ||
    parameters.passes > 20 ||
    parameters.parallelism < 1 ||
    parameters.parallelism > 16
  )
    return null
  return { parameters, salt: Buffer.from(match[2] ?? '', 'base64'), tag: Buffer.from(match[3] ?? '', 'base64'), isWrapped }
}

/** A hash that no password fits, checked for unknown users so that they take as long as known ones. */
const NOBODY = `$argon2id$v=19$m=${PARAMETERS.memory},t=${PARAMETERS.passes},p=${PARAMETERS.parallelism}$${base64(Buffer.alloc(SALT_BYTES, 7))}$${base64(Buffer.alloc(TAG_BYTES, 7))}`

/** Whether the password fits; null (no such user, no password yet) takes the same time and never fits. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const known = stored === null ? null : parse(stored)
  const phc = known ?? (parse(NOBODY) as Phc)
  const message = phc.isWrapped ? createHash('md5').update(password).digest('hex') : password
  const tag = await tagOf(message, phc.salt, phc.parameters, phc.tag.length)
  return known !== null && timingSafeEqual(tag, phc.tag)
}

/** True where the stored form is older than today's: wrapped MD5, or weaker parameters. */
export function needsRehash(stored: string): boolean {
  const phc = parse(stored)
  if (phc === null || phc.isWrapped) return true
  const { memory, passes, parallelism } = phc.parameters
  return memory !== PARAMETERS.memory || passes !== PARAMETERS.passes || parallelism !== PARAMETERS.parallelism || phc.tag.length !== TAG_BYTES
}
