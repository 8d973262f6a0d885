import type { z } from 'zod'

/** What the numbers of a setting count. */
export const UNITS = ['minor', 'minutes', 'hours', 'days', 'percent'] as const
export type Unit = (typeof UNITS)[number]

/** One setting of the company: what it is called, what it may be, what it is until somebody changes it, and what it does. */
export interface Setting<T = unknown> {
  /** `group.name`, snake_case. */
  readonly key: string
  /** The stored JSON value; plain JSON types only. */
  readonly schema: z.ZodType<T>
  readonly default: T
  readonly help: { readonly en: string; readonly bn: string }
  /** `minor` = money in minor units, typed as money by people. */
  readonly unit?: Unit
  /** What each value of a choice is called, where the value itself is no word for people. */
  readonly choices?: Readonly<Record<string, { readonly en: string; readonly bn: string }>>
}

/** Declares a setting. The module that reads it lists it in its `settings`, so that the page, the API and docs/SETTINGS.md know it. */
export function defineSetting<T>(setting: Setting<T>): Setting<T> {
  if (!/^[a-z_]+(\.[a-z_0-9]+)+$/.test(setting.key)) throw new Error(`Not a setting key: ${setting.key}`)
  setting.schema.parse(setting.default)
  return setting
}
