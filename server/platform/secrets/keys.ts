import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB } from '../db/schema.gen.ts'
import type { WrappingKey } from './envelope.ts'
import { CannotUnseal, openBytes, sealBytes, wrappingKey } from './envelope.ts'
import { keyBytes } from './key-bytes.ts'
import { useKeys } from './seal.ts'

/** The database was sealed with another key; starting would only produce errors, or new secrets nobody can read later. */
export class WrongSecretKey extends Error {
  override readonly name = 'WrongSecretKey'
}

export interface SecretKeySource {
  /** SECRET_KEY, where given. */
  readonly secretKey: string | null
  readonly oldSecretKeys: readonly string[]
  readonly dataDir: string
}

const PLACE = 'secret_keys:1:key'
const FILE = 'secret.key'

/**
 * Makes `seal` and `open` work in this process. The key is SECRET_KEY, else the data folder's key file, which is made at the very first
 * start. @throws WrongSecretKey when it is not the key this database was sealed with
 */
export async function openSecrets(db: Kysely<DB>, source: SecretKeySource): Promise<void> {
  const stored = await readStored(db)
  const secret = source.secretKey ?? readKeyFile(source.dataDir) ?? (stored === null ? makeKeyFile(source.dataDir) : null)
  if (secret === null) {
    throw new WrongSecretKey(
      `This database holds sealed secrets, but there is neither SECRET_KEY nor ${join(source.dataDir, FILE)}. Start with the key of its first start.`,
    )
  }
  const current = wrappingKey(bytesOf(secret))
  const keys = [current, ...source.oldSecretKeys.map((old) => wrappingKey(bytesOf(old)))]
  const sealed = stored ?? (await storeFirst(db, current))
  useKeys({ current, keys, indexKey: openIndexKey(keys, sealed) })
}

function openIndexKey(keys: readonly WrappingKey[], sealed: Buffer): Buffer {
  try {
    return openBytes(keys, sealed, PLACE)
  } catch (error) {
    if (!(error instanceof CannotUnseal)) throw error
    throw new WrongSecretKey(
      'SECRET_KEY is not the key this database was sealed with. Start with the right key; after a change of keys, name the earlier one in SECRET_KEYS_OLD.',
      { cause: error },
    )
  }
}

async function readStored(db: Kysely<DB>): Promise<Buffer | null> {
  const { rows } = await sql<{ key_sealed: Buffer }>`select key_sealed from secret_keys`.execute(db)
  return rows[0]?.key_sealed ?? null
}

/** Two processes may start on a new database at once; the row of the first one counts. */
async function storeFirst(db: Kysely<DB>, key: WrappingKey): Promise<Buffer> {
  await sql`insert into secret_keys (key_sealed) values (${sealBytes(key, randomBytes(32), PLACE)}) on conflict do nothing`.execute(db)
  return (await readStored(db)) as Buffer
}

function readKeyFile(dataDir: string): string | null {
  const path = join(dataDir, FILE)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function makeKeyFile(dataDir: string): string {
  const secret = randomBytes(32).toString('base64')
  try {
    writeFileSync(join(dataDir, FILE), `${secret}\n`, { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readKeyFile(dataDir) as string
    throw error
  }
}

function bytesOf(secret: string): Buffer {
  const bytes = keyBytes(secret)
  if (bytes === null) throw new WrongSecretKey('The secret key is not 32 bytes as base64 or 64 hex digits')
  return bytes
}
