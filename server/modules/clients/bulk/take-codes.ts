import type { Tx } from '../../../platform/db/tx.ts'
import { getSetting } from '../../settings/index.ts'
import { codeOf, codeShape, counterName } from '../code.ts'
import type { CodeShape } from '../code.ts'
import { codePattern } from '../settings.ts'
import { raiseCounter, selectHighestNumber, selectTakenCodes, takeCounter } from '../store.ts'
import type { CheckedRegistration } from './check-registration.ts'

/** The codes of many clients in their order: what they bring, else the next free ones of the pattern, as `takeClientCode` gives them. */
export async function takeClientCodes(tx: Tx, registrations: readonly CheckedRegistration[]): Promise<string[]> {
  const codes = registrations.map(({ code }) => code)
  const wanting = registrations.flatMap((registration, index) => (registration.code === null ? [{ index, registration }] : []))
  if (wanting.length === 0) return codes as string[]
  const pattern = await getSetting(tx, codePattern)
  const shaped = wanting.map(({ index, registration }) => ({
    index,
    shape: codeShape(pattern, { branchCode: registration.branchCode, year: registration.facts.joined_on.year }),
  }))
  for (const [name, group] of Map.groupBy(shaped, ({ shape }) => counterName(shape))) {
    const [{ shape }] = group as [(typeof shaped)[number]]
    const given = new Set(codes.filter((code) => code !== null))
    const from = (first: bigint): string[] => group.map((_, n) => codeOf(shape, first + BigInt(n)))
    let taken = from(await takeCounter(tx, name, group.length))
    if (taken.some((code) => given.has(code)) || (await selectTakenCodes(tx, taken)).length > 0) {
      // Stepped over once, behind the highest of those stored and of those that come in the same batch.
      const highest = [...given].map((code) => numberIn(shape, code)).reduce(higher, await selectHighestNumber(tx, shape))
      await raiseCounter(tx, name, highest + 1n)
      taken = from(await takeCounter(tx, name, group.length))
    }
    for (const [n, { index }] of group.entries()) codes[index] = taken[n] as string
  }
  return codes as string[]
}

/** Math.max knows no bigint. */
function higher(a: bigint, b: bigint): bigint {
  if (a > b) return a
  return b
}

/** The running number in a code of this surrounding; 0 in any other. */
function numberIn({ prefix, suffix }: CodeShape, code: string): bigint {
  const digits = code.startsWith(prefix) && code.endsWith(suffix) ? code.slice(prefix.length, code.length - suffix.length) : ''
  return /^\d{1,15}$/.test(digits) ? BigInt(digits) : 0n
}
