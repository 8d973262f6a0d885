/** An address with its filter; what is null or undefined is left out. */
export function listPath(path: string, filter: Readonly<Record<string, string | number | null | undefined>>): string {
  const known = Object.entries(filter).filter((entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined)
  return known.length === 0 ? path : `${path}?${new URLSearchParams(known.map(([key, value]) => [key, String(value)])).toString()}`
}
