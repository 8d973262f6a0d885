import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Conn } from '../../../platform/db/tx.ts'
import { open, seal } from '../../../platform/secrets/index.ts'
import { KEY_BYTES } from './keep.ts'

const PLACE = 'radius_keys:1:key'

/** The key that FreeRADIUS shares with us; made when it is first asked for. Two may ask at once, and the first one's counts. */
export async function radiusKey({ db }: Pick<Conn, 'db'>): Promise<Buffer> {
  const stored = async (): Promise<Buffer | undefined> => (await sql<{ key: Buffer }>`select key_sealed as key from radius_keys`.execute(db)).rows[0]?.key
  let sealed = await stored()
  if (sealed === undefined) {
    await sql`insert into radius_keys (key_sealed) values (${seal(randomBytes(KEY_BYTES).toString('hex'), PLACE)}) on conflict do nothing`.execute(db)
    sealed = (await stored()) as Buffer
  }
  return Buffer.from(open(sealed, PLACE), 'hex')
}
