import { createRequire } from 'node:module'

let vendors: ReadonlyMap<string, string> | null = null

/**
 * Who made a box, by the first three bytes of its address in the list of the IEEE; null where they are nobody's, or made up by the box
 * (the second bit of the first byte). The list is read once, when it is first asked for.
 */
export function vendorOf(mac: string): string | null {
  vendors ??= readVendors()
  return vendors.get(mac.replaceAll(':', '').slice(0, 6).toUpperCase()) ?? null
}

function readVendors(): ReadonlyMap<string, string> {
  const load = createRequire(import.meta.url)
  try {
    const list = load('oui-data') as Readonly<Record<string, string>>
    // The lines after the first are the maker's postal address.
    return new Map(Object.entries(list).map(([prefix, text]) => [prefix, text.split('\n', 1)[0] ?? '']))
  } catch (error) {
    // An installation without optional packages shows addresses without their makers.
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return new Map()
    throw error
  }
}
