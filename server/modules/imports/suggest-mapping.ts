import { fold } from './cells.ts'
import type { ImportField } from './import-kind.ts'
import type { Mapping } from './options.ts'

/** The columns a file seems to mean, found by their heads; a column is taken once, and exact matches come first. */
export function suggestMapping(columns: readonly string[], fields: readonly ImportField[]): Mapping {
  const mapping: Record<string, string> = {}
  const taken = new Set<string>()
  const matches = (isExact: boolean): void => {
    for (const { key, label, synonyms } of fields) {
      if (mapping[key] !== undefined) continue
      const words = [key, label.en, label.bn, ...synonyms].map(fold)
      const column = columns.find(
        (head) => !taken.has(head) && words.some((word) => (isExact ? fold(head) === word : word.length >= 5 && fold(head).startsWith(word))),
      )
      if (column === undefined) continue
      mapping[key] = column
      taken.add(column)
    }
  }
  matches(true)
  matches(false)
  return mapping
}
