import type { Instant } from '../../../kernel/time.ts'

/** What a line has moved in some seconds: measured bytes, not a rate at a moment. Up comes from the subscriber. */
export interface Sample {
  readonly subscriptionId: bigint
  /** When the span ended. */
  readonly until: Instant
  readonly seconds: number
  readonly upBytes: bigint
  readonly downBytes: bigint
}

/** A stretch of time of one line, as it is read back. */
export interface RatePoint {
  /** Epoch seconds. */
  readonly until: number
  readonly seconds: number
  /** Averages over the stretch. */
  readonly upKbps: number
  readonly downKbps: number
  /** The highest of its samples. */
  readonly upPeakKbps: number
  readonly downPeakKbps: number
}

/** A row of traffic_samples.samples: {second << 16 | seconds, up KiB, down KiB}. */
export type PackedSample = readonly [number, number, number]
/** A row of traffic_days.hours: {hour of the day, up KiB, down KiB, highest up, highest down in kbit/s}. */
export type PackedHour = readonly [number, number, number, number, number]

export const HOUR_SECONDS = 3600
/** The longest span that is kept; a longer one says nothing of a rate. */
export const LONGEST_SECONDS = 32_767

export function pointOfSample(hourStart: number, [packed, upKib, downKib]: PackedSample): RatePoint {
  const seconds = packed & 0x7fff
  const [upKbps, downKbps] = [kbps(upKib, seconds), kbps(downKib, seconds)]
  return { until: hourStart + (packed >> 16), seconds, upKbps, downKbps, upPeakKbps: upKbps, downPeakKbps: downKbps }
}

export const pointOfHour = (dayStart: number, [hour, upKib, downKib, upPeakKbps, downPeakKbps]: PackedHour): RatePoint => ({
  until: dayStart + (hour + 1) * HOUR_SECONDS,
  seconds: HOUR_SECONDS,
  upKbps: kbps(upKib, HOUR_SECONDS),
  downKbps: kbps(downKib, HOUR_SECONDS),
  upPeakKbps,
  downPeakKbps,
})

/** The average rate over a span, in kbit/s. */
export const kbps = (kib: number, seconds: number): number => Math.round((kib * 8.192) / seconds)
