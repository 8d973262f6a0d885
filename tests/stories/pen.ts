/** Writes a script event by event; the oracle plays along, so that only what can happen is written. */
import { textOf } from '../oracle/calendar.ts'
import type { OracleCompany } from '../oracle/company.ts'
import { playEvent } from '../oracle/play.ts'
import type { EventBody, ScriptEvent } from '../oracle/script.ts'
import type { Random } from './random.ts'

export interface Pen {
  readonly company: OracleCompany
  readonly random: Random
  readonly events: ScriptEvent[]
  /** The business day being written, and the seconds of it that are over. */
  day: number
  second: number
  payments: number
}

const two = (n: number): string => `${n}`.padStart(2, '0')

/** Dhaka is six hours ahead: the first six hours of its day are still yesterday in UTC. */
export function instantOf(day: number, second: number): string {
  const utcSecond = second - 6 * 3600
  const utcDay = utcSecond < 0 ? day - 1 : day
  const inDay = utcSecond < 0 ? utcSecond + 86_400 : utcSecond
  return `${textOf(utcDay)}T${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}:${two(inDay % 60)}Z`
}

export function write(pen: Pen, body: EventBody): void {
  const event: ScriptEvent = { ...body, at: instantOf(pen.day, pen.second) }
  playEvent(pen.company, event)
  pen.events.push(event)
  // Whoever comes first comes at midnight sharp; nobody comes after the last second of the day.
  pen.second = Math.min(86_399, pen.second + pen.random.between(1, 900))
}

export function nextPayment(pen: Pen): string {
  pen.payments += 1
  return `payment${pen.payments}`
}
