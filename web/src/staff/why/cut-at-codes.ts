/** A row that a sentence speaks of, by the code it is called by. */
export interface Named {
  readonly type: string
  readonly id: number
  readonly code: string | null
}

/** "Invoice INV-7 of 1 Nov" -> "Invoice ", "INV-7" with its row, " of 1 Nov". A code inside a longer one is left alone. */
export function cutAtCodes(text: string, named: readonly Named[]): readonly { readonly part: string; readonly ref: Named | null }[] {
  const byCode = new Map(named.flatMap((ref) => (ref.code === null || ref.code === '' ? [] : [[ref.code, ref] as const])))
  if (byCode.size === 0) return [{ part: text, ref: null }]
  const codes = [...byCode.keys()].toSorted((a, b) => b.length - a.length).map((code) => code.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  const parts = text.split(new RegExp(`(?<![\\p{L}\\d-])(${codes.join('|')})(?![\\p{L}\\d]|-\\d)`, 'u'))
  return parts.filter((part) => part !== '').map((part) => ({ part, ref: byCode.get(part) ?? null }))
}
