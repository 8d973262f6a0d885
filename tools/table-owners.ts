import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** One write of a table found in the SQL of a source file. */
export interface Write {
  readonly table: string
  readonly file: string
  readonly line: number
}

// "for update of t" locks and "do update set" has no table; the words of a comment rarely name a table.
const WRITE = /(?<!\bfor )(?<!\bdo )\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy)\s+(?:only\s+)?"?([a-z_][a-z0-9_]*)"?/gi

/** Tables written by the SQL in a file's text; only names that are tables count. */
export function writesIn(file: string, text: string, tables: ReadonlySet<string>): Write[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...withoutComments.matchAll(WRITE)]
    .map((match) => ({ table: (match[1] ?? '').toLowerCase(), file, line: withoutComments.slice(0, match.index).split('\n').length }))
    .filter(({ table }) => tables.has(table))
}

/** The folder that writes a table; a second one only where it keeps a projected column of its own there, or rebuilds a projection. */
export type Owners = Readonly<Record<string, string | readonly string[]>>

/** What breaks the rule "each table has one writing module", in words. */
export function ownershipProblems(writes: readonly Write[], tables: ReadonlySet<string>, owners: Owners): string[] {
  const unowned = [...tables].filter((table) => owners[table] === undefined).map((table) => `${table} has no owner in tools/table-owners.json`)
  const gone = Object.keys(owners)
    .filter((table) => !tables.has(table))
    .map((table) => `${table} has an owner in tools/table-owners.json and is not in migrations/schema.sql`)
  const foreign = writes.flatMap(({ table, file, line }) => {
    const folders = [owners[table] ?? []].flat()
    if (folders.length === 0 || folders.some((folder) => file.startsWith(`${folder}/`))) return []
    return [`${file}:${line} writes ${table}, which belongs to ${folders[0]}: call that module instead`]
  })
  return [...unowned, ...gone, ...foreign]
}

/** Every table of the database, by the dump of its schema. */
export function tablesOf(schema: string): Set<string> {
  return new Set([...schema.matchAll(/^create (?:unlogged )?table "?([a-z0-9_]+)"? \(/gm)].map((match) => match[1] as string))
}

/** All writes of the program; tests may write what they like. */
export function scanWrites(root: string, tables: ReadonlySet<string>): Write[] {
  const folder = join(root, 'server')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('testing/') && !name.endsWith('.gen.ts'))
    .flatMap((name) => writesIn(relative(root, join(folder, name)), readFileSync(join(folder, name), 'utf8'), tables))
}
