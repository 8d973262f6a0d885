import type { Table } from './table.ts'

const toNumber = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
const toAddress = (n: number): string => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.')

/** Hands out the addresses of /ip/pool: the next one that is free after the last, around and around, then the next pool's. */
export function createAddresses(pools: Table) {
  const used = new Set<string>()
  const last = new Map<string, number>()

  function free(poolName: string, seen: readonly string[] = []): string | null {
    const pool = pools.named(poolName)
    if (pool === undefined || seen.includes(poolName)) return null
    for (const part of (pool.values.get('ranges') ?? '').split(',')) {
      const [first, end] = endsOf(part)
      const size = end - first + 1
      const begin = (last.get(part) ?? first - 1) - first + 1
      for (let n = 0; n < size; n++) {
        const number = first + ((begin + n) % size)
        if (used.has(toAddress(number))) continue
        last.set(part, number)
        return toAddress(number)
      }
    }
    const next = pool.values.get('next-pool')
    return next === undefined || next === 'none' ? null : free(next, [...seen, poolName])
  }

  return {
    /** An address of its own, or one of the pool of this name; null when there is none. */
    take(source: string): string | null {
      const address = pools.named(source) === undefined ? source : free(source)
      if (address !== null) used.add(address)
      return address
    },
    giveBack: (address: string): void => void used.delete(address),
  }
}

function endsOf(part: string): [number, number] {
  const [base = '', bits] = part.split('/')
  if (bits !== undefined) return [toNumber(base), toNumber(base) + 2 ** (32 - Number(bits)) - 1]
  const [first = '', end = first] = part.split('-')
  return [toNumber(first), toNumber(end)]
}
