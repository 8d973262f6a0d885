import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import { businessDay } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn, Tx } from '../db/tx.ts'
import { inTransaction } from '../db/transaction.ts'

/** Runs one use case in one transaction as the caller of the request: all of it commits, or nothing. */
export function transact<T>(request: FastifyRequest, work: (tx: Tx) => Promise<T>, actor: Actor = request.actor): Promise<T> {
  return inTransaction(request.server.deps.database, { actor, requestId: request.id }, work)
}

/** For routes that only read, as the caller of the request sees it; a public route has none. */
export async function reading(request: FastifyRequest): Promise<Conn> {
  const { database } = request.server.deps
  return { db: request.identity === null ? database.db : database.scoped(request.actor.scope), company: await database.company() }
}

/** The company's day at which a request that only reads is answered. */
export const todayOf = (request: FastifyRequest, { company }: Conn): PlainDate => businessDay(request.server.deps.clock.now(), company.zone)
