import type { Clock } from '../../../../kernel/clock.ts'
import type { Source } from './plan.ts'

/** What was read of an OLT, and how far it can be believed. */
export interface Outcome<Row> {
  readonly source: Source
  /** When it began; the OLT's own clock may be anywhere. */
  readonly at: Temporal.Instant
  readonly ms: number
  /** It was proven to be all. If not, what is missing here may be there. */
  readonly complete: boolean
  readonly rows: readonly Row[]
  /** What could not be read, in words. */
  readonly problems: readonly string[]
}

export interface ReadOptions {
  /** Null: those there are. */
  readonly pons: readonly string[] | null
  readonly clock: Clock
  /** Nothing new is asked after so long. */
  readonly deadlineMs: number
}

export const ofOutcome = <Row>({ source, at, ms, complete, problems }: Omit<Outcome<unknown>, 'rows'>, rows: readonly Row[]): Outcome<Row> => ({
  source,
  at,
  ms,
  complete,
  rows,
  problems,
})
