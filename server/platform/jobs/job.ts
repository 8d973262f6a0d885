import type { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Database } from '../db/tx.ts'
import type { Logger } from '../log.ts'

/** How jobs of one name and one key get along with each other. */
export type JobPolicy =
  /** Any number waits and runs. */
  | 'standard'
  /** One waits while another may run: for "look again" jobs that read the present state. */
  | 'short'
  /** Any number waits, one runs. */
  | 'singleton'
  /** One waits or runs; a second one is not stored. */
  | 'exclusive'
  /** One runs, in the order of arrival; a failed one blocks those behind it. */
  | 'key_strict_fifo'

export interface JobOptions {
  readonly policy?: JobPolicy
  /** Tries altogether before the job has failed; pauses between them grow. */
  readonly attempts?: number
  /** After this the signal is aborted and the job counts as failed. */
  readonly timeoutSeconds?: number
  /** How many one worker process runs at once. */
  readonly concurrency?: number
  /** First pause after a failure, doubled each time. */
  readonly retryDelaySeconds?: number
  /** False for small jobs that come by the thousand and whose outcome is a row elsewhere: no row in job_runs. */
  readonly isRecorded?: boolean
  /** Five fields, read in the company's zone; the payload is then `{}`. */
  readonly cron?: string
}

/** A job as its senders know it. Kept apart from the handler, so that a use case can enqueue without importing the work. */
export interface JobDefinition<Payload> {
  readonly name: string
  readonly schema: z.ZodType<Payload>
  readonly options: Readonly<Required<Omit<JobOptions, 'cron'>>> & { readonly cron: string | null }
}

export interface JobContext<Payload> {
  readonly database: Database
  readonly payload: Payload
  /** Aborted when the program stops, the time is up, or a person cancels the job; long work looks at it between its steps. */
  readonly signal: AbortSignal
  readonly log: Logger
  /** The system, under the job's name. */
  readonly actor: Actor
  /** 1 at the first try. */
  readonly attempt: number
  /** Shown on the jobs page; the last call wins. */
  progress(value: Readonly<Record<string, unknown>>): Promise<void>
}

export interface Job<Payload = unknown> extends JobDefinition<Payload> {
  handle(context: JobContext<Payload>): Promise<void>
}

/** Trying again cannot help; the job fails at once. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure'
}

const DEFAULTS = { policy: 'standard', attempts: 5, timeoutSeconds: 900, concurrency: 10, retryDelaySeconds: 2, isRecorded: true, cron: null } as const

/** Names a job and its payload (ids only). Schemas may hold codecs, e.g. an id as bigint; plain transforms cannot be sent. */
export function defineJob<Payload>({ name, schema, options = {} }: { name: string; schema: z.ZodType<Payload>; options?: JobOptions }): JobDefinition<Payload> {
  if (!/^[a-z]+(\.[a-z_]+)+$/.test(name)) throw new Error(`A job is named module.verb_noun, not "${name}"`)
  return { name, schema, options: { ...DEFAULTS, ...options } }
}

/** Joins a definition and its work; collected in each module's jobs.ts. */
export function handleJob<Payload>(definition: JobDefinition<Payload>, handle: (context: JobContext<Payload>) => Promise<void>): Job<Payload> {
  return { ...definition, handle }
}
