import { HOUR_SECONDS, LONGEST_SECONDS } from './sample.ts'
import type { Sample } from './sample.ts'

export const INBOX_COLUMNS = 'subscription_id, hour, up_kib, down_kib, second, seconds'

/** COPY BINARY: a signature, flags, rows each of a field count and length-prefixed big-endian fields, and a -1. */
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const TRAILER = Buffer.from([0xff, 0xff])
const ROW_BYTES = 2 + 6 * 4 + 8 + 3 * 4 + 2 * 2
const ROWS_PER_CHUNK = 2000
const MAX_KIB = 2_147_483_647n

/** Samples as rows of traffic_inbox for `copy ... (format binary)`; those of no or too long a span are left out. */
export function* inboxRows(samples: readonly Sample[]): Generator<Uint8Array> {
  yield HEADER
  for (let from = 0; from < samples.length; from += ROWS_PER_CHUNK) {
    const chunk = Buffer.allocUnsafe(ROW_BYTES * Math.min(ROWS_PER_CHUNK, samples.length - from))
    let at = 0
    const int4 = (value: number): void => {
      at = chunk.writeInt32BE(value, chunk.writeInt32BE(4, at))
    }
    const int2 = (value: number): void => {
      at = chunk.writeInt16BE(value, chunk.writeInt32BE(2, at))
    }
    for (const { subscriptionId, until, seconds, upBytes, downBytes } of samples.slice(from, from + ROWS_PER_CHUNK)) {
      if (seconds < 1 || seconds > LONGEST_SECONDS) continue
      const end = Math.floor(until.epochMilliseconds / 1000)
      at = chunk.writeInt16BE(6, at)
      at = chunk.writeBigInt64BE(subscriptionId, chunk.writeInt32BE(8, at))
      int4(Math.floor(end / HOUR_SECONDS))
      int4(kib(upBytes))
      int4(kib(downBytes))
      int2(end % HOUR_SECONDS)
      int2(seconds)
    }
    yield chunk.subarray(0, at)
  }
  yield TRAILER
}

const kib = (bytes: bigint): number => Number(bytes >> 10n > MAX_KIB ? MAX_KIB : bytes >> 10n)
