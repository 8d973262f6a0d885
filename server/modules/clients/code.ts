/**
 * Client codes by a pattern such as `C-{n:6}` or `{branch}-{n:5}`: `{branch}` is the branch's code, `{yyyy}` and `{yy}` the year of
 * joining, `{n}` a running number, zero-padded by `{n:width}`. Each distinct surrounding counts for itself.
 */
export interface CodeFacts {
  readonly branchCode: string
  readonly year: number
}

export interface CodeShape {
  readonly prefix: string
  readonly suffix: string
  readonly width: number
}

const NUMBER = /\{n(?::(\d{1,2}))?\}/

export const isCodePattern = (pattern: string): boolean =>
  pattern.length <= 60 &&
  (pattern.match(/\{n(:\d{1,2})?\}/g) ?? []).length === 1 &&
  !/[{}]/.test(pattern.replace(/\{(n(:\d{1,2})?|branch|yyyy|yy)\}/g, '')) &&
  !/\s/.test(pattern)

export function codeShape(pattern: string, { branchCode, year }: CodeFacts): CodeShape {
  const filled = pattern
    .replaceAll('{branch}', branchCode)
    .replaceAll('{yyyy}', String(year))
    .replaceAll('{yy}', String(year % 100).padStart(2, '0'))
  const match = NUMBER.exec(filled)
  if (match === null) throw new Error(`The pattern ${pattern} has no {n}`)
  return { prefix: filled.slice(0, match.index), suffix: filled.slice(match.index + match[0].length), width: Number(match[1] ?? 1) }
}

export const codeOf = ({ prefix, suffix, width }: CodeShape, number: bigint): string => `${prefix}${number.toString().padStart(width, '0')}${suffix}`

/** The row of code_counters that counts for this surrounding. */
export const counterName = ({ prefix, suffix }: CodeShape): string => `client:${prefix}{n}${suffix}`
