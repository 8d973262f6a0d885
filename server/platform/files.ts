import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { AppError } from '../kernel/errors.ts'
import type { Conn, Tx } from './db/tx.ts'

export class FileTooLarge extends AppError {
  readonly code = 'too_large'
  readonly status = 413
}

/** A file outside the web root: its row, and where its bytes lie. */
export interface StoredFile {
  readonly id: bigint
  readonly kind: string
  readonly name: string
  readonly content_type: string
  readonly size_bytes: bigint
  readonly storage_key: string
  readonly client_id: bigint | null
  readonly created_at: Temporal.Instant
}

let folder: string | null = null

/** Called once at start-up: files lie in DATA_DIR/files, and nowhere a web server would serve them from. */
export function openFiles(dataDir: string): void {
  folder = join(dataDir, 'files')
}

function root(): string {
  if (folder === null) throw new Error('The folder of files is not open yet: the process must call openFiles at its start')
  return folder
}

/** Random names in 256 folders; what the person called the file is only in its row. */
const pathOf = (key: string): string => join(root(), key.slice(0, 2), key)

/** Reads an upload into memory and stops at the cap, so that nobody fills memory or disk. @throws FileTooLarge 413. */
export async function readCapped(source: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of source as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) {
      source.destroy()
      throw new FileTooLarge(`The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Bytes that lie in the folder and have no row yet. */
export interface ReceivedFile {
  readonly key: string
  readonly size: number
  readonly sha256: Buffer
}

/** Writes a stream to the folder without holding it, up to a cap; what was begun and refused is taken away. @throws FileTooLarge 413. */
export async function receiveFile(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, maxBytes: number): Promise<ReceivedFile> {
  const key = randomBytes(24).toString('hex')
  const path = pathOf(key)
  await mkdir(join(root(), key.slice(0, 2)), { recursive: true, mode: 0o700 })
  const file = await open(`${path}.part`, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  let isWhole = false
  try {
    for await (const chunk of source) {
      size += chunk.length
      if (size > maxBytes) throw new FileTooLarge(`The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB`)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
    isWhole = true
  } finally {
    await file.close()
    if (!isWhole) await unlink(`${path}.part`)
  }
  await rename(`${path}.part`, path)
  return { key, size, sha256: hash.digest() }
}

/** The row of bytes received before. */
export async function keepFile(tx: Tx, { kind, name, contentType, clientId = null }: NewFile, { key, size, sha256 }: ReceivedFile): Promise<StoredFile> {
  const { rows } = await sql<StoredFile>`
    insert into files (kind, name, content_type, size_bytes, sha256, storage_key, client_id, created_by, created_at)
    values (${kind}, ${name}, ${contentType}, ${size}, ${sha256}, ${key}, ${clientId}, ${tx.actor.userId}, ${tx.now})
    returning id, kind, name, content_type, size_bytes, storage_key, client_id, created_at`.execute(tx.db)
  return rows[0] as StoredFile
}

/** Takes the row away; {@link removeOrphans} takes the bytes. The caller has taken away what referred to it. */
export async function forgetFile(tx: Tx, fileId: bigint): Promise<void> {
  await sql`delete from files where id = ${fileId}`.execute(tx.db)
}

export interface NewFile {
  readonly kind: string
  readonly name: string
  readonly contentType: string
  readonly clientId?: bigint | null
}

/**
 * Stores bytes and their row. The bytes are on the disk before the row exists, so a committed row always has them; a rolled-back
 * transaction leaves bytes without a row, which {@link removeOrphans} takes away.
 */
export async function storeFile(tx: Tx, { kind, name, contentType, clientId = null }: NewFile, bytes: Uint8Array): Promise<StoredFile> {
  return keepFile(tx, { kind, name, contentType, clientId }, await receiveFile([bytes], bytes.length))
}

export async function findFile(conn: Pick<Conn, 'db'>, fileId: bigint): Promise<StoredFile | undefined> {
  const { rows } =
    await sql<StoredFile>`select id, kind, name, content_type, size_bytes, storage_key, client_id, created_at from files where id = ${fileId}`.execute(conn.db)
  return rows[0]
}

/** Where the bytes lie, for readers that want a path. */
export const filePath = (file: Pick<StoredFile, 'storage_key'> | ReceivedFile): string => pathOf('key' in file ? file.key : file.storage_key)

/** The bytes as a stream. */
export const streamFile = (file: StoredFile): Readable => createReadStream(pathOf(file.storage_key))

/**
 * Sends a file as a download. Whatever it contains, the browser neither guesses its type nor runs anything in it.
 */
export function sendFile(reply: FastifyReply, file: StoredFile): FastifyReply {
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return reply
    .header('content-type', file.content_type)
    .header('content-length', file.size_bytes.toString())
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(streamFile(file))
}

/** Deletes bytes older than a day that no row names. Returns how many files it deleted. */
export async function removeOrphans(conn: Pick<Conn, 'db'>, now: Temporal.Instant): Promise<number> {
  const limit = now.subtract({ hours: 24 }).epochMilliseconds
  let removed = 0
  for (const part of await readdir(root()).catch(() => [] as string[])) {
    const names = await readdir(join(root(), part)).catch(() => [] as string[])
    if (names.length === 0) continue
    const { rows } = await sql<{ storage_key: string }>`select storage_key from files where storage_key = any(${names}::text[])`.execute(conn.db)
    const known = new Set(rows.map(({ storage_key }) => storage_key))
    for (const name of names) {
      const path = join(root(), part, name)
      if (known.has(name) || (await stat(path)).mtimeMs > limit) continue
      await unlink(path)
      removed += 1
    }
  }
  return removed
}
