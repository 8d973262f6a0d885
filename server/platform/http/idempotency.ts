import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import type { Tx } from '../db/tx.ts'
import { encode } from './encode.ts'
import { claimKey, readAnswer, storeAnswer } from './idempotency.sql.ts'
import { transact } from './transact.ts'

export class IdempotencyKeyRequired extends AppError {
  readonly code = 'idempotency_key_required'
  readonly status = 400
}

export class IdempotencyKeyReused extends AppError {
  readonly code = 'idempotency_key_reused'
  readonly status = 422
}

export class IdempotencyKeyNotValid extends AppError {
  readonly code = 'idempotency_key_not_valid'
  readonly status = 400
}

/** What a route answers: a status and a body in the terms of its response schema. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** The answer as it goes over the wire. */
export interface StoredAnswer {
  readonly status: number
  readonly json: unknown
  /** True where an earlier request with the same key did the work. */
  readonly isRepeated: boolean
}

/** The header, checked; null where it is absent. @throws IdempotencyKeyNotValid 400, IdempotencyKeyRequired 400 on routes that move money. */
export function idempotencyKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key']
  if (header === undefined || header === '') {
    if (request.routeOptions.config.idempotency === 'required')
      throw new IdempotencyKeyRequired('This request moves money: send the header Idempotency-Key, a new one for each intended payment')
    return null
  }
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(header))
    throw new IdempotencyKeyNotValid('Idempotency-Key must be 8 to 200 printable ASCII characters, for instance a UUID')
  return header
}

/**
 * Runs `work` at most once per caller and key, in the caller's transaction: the key, the request's hash and the answer commit with
 * the effect. The same request again gets the stored answer; a second one at the same time waits for the first.
 * @throws IdempotencyKeyReused 422 where the key was used for another request.
 */
export async function idempotent(tx: Tx, request: FastifyRequest, work: () => Promise<Answer>): Promise<StoredAnswer> {
  const key = idempotencyKey(request)
  if (key === null) return { ...toWire(request, await work()), isRepeated: false }
  const actor = `${tx.actor.kind === 'system' ? 'system' : 'user'}:${tx.actor.userId ?? tx.actor.name}`
  const hash = requestHash(request)
  if (!(await claimKey(tx, { actor, key, hash }))) {
    const earlier = await readAnswer(tx, { actor, key })
    if (earlier === undefined || !earlier.request_hash.equals(hash))
      throw new IdempotencyKeyReused('This Idempotency-Key was used for a different request; take a new one')
    return { status: earlier.status, json: earlier.response, isRepeated: true }
  }
  const answer = toWire(request, await work())
  await storeAnswer(tx, { actor, key }, answer)
  return { ...answer, isRepeated: false }
}

/**
 * {@link idempotent} in a transaction of its own, and the reply sent: what a route that moves money returns.
 * `return transactOnce(request, reply, async (tx) => ({ status: 201, body: await takePayment(tx, ...) }))`
 */
export async function transactOnce(request: FastifyRequest, reply: FastifyReply, work: (tx: Tx) => Promise<Answer>): Promise<never> {
  const answer = await transact(request, (tx) => idempotent(tx, request, () => work(tx)))
  if (answer.isRepeated) reply.header('idempotency-replayed', 'true')
  // The answer is already in wire form, so it goes out as it is and not through the response schema again.
  return reply
    .code(answer.status)
    .type('application/json; charset=utf-8')
    .serializer((text: string) => text)
    .send(JSON.stringify(answer.json)) as never
}

/** The body through the route's response schema, which turns bigint and Temporal into JSON. */
function toWire(request: FastifyRequest, { status, body }: Answer): { status: number; json: unknown } {
  const schema = (request.routeOptions.schema?.response as Record<string, z.ZodType> | undefined)?.[String(status)]
  if (schema === undefined) throw new Error(`${request.routeOptions.url} answers ${status} without a response schema`)
  return { status, json: encode(schema, body) }
}

/** Method, address and body decide whether two requests are the same; the order of members does not. */
function requestHash(request: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(`${request.method}\n${request.url}\n${canonical(request.body)}`)
    .digest()
}

function canonical(value: unknown): string {
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return JSON.stringify(value)
  return `{${Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`)
    .join(',')}}`
}
