import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = resolve(process.env.DEVICE_CORPUS ?? '../shared/device-corpus')
const opened = new Set<string>()

/** Real output of real devices, of other people's: it is read where it lies and never copied. Null where it is not at hand. */
export function deviceCorpus(): string | null {
  if (existsSync(join(folder, 'manifest.json'))) return folder
  process.stderr.write(`SKIPPED: there is no device corpus at ${folder}; name its folder in DEVICE_CORPUS. What parsers make of real devices is not tested.\n`)
  return null
}

/** A file of it, byte by byte. */
export function readCorpus(path: string): string {
  opened.add(path)
  return readFileSync(join(folder, path), 'latin1')
}

/** What was read of it until now by tests of this process. */
export const openedInCorpus = (): ReadonlySet<string> => opened

/** The samples of ntc-templates: a list of flat records, some of whose fields are lists. */
export function readParsedSample(path: string): Record<string, string | string[]>[] {
  const rows: Record<string, string | string[]>[] = []
  let list: string[] | null = null
  for (const line of readCorpus(path).split('\n')) {
    const item = /^ {6}- "(.*)"$/.exec(line)
    if (item !== null && list !== null) {
      list.push(item[1] ?? '')
      continue
    }
    const [, dash = '', name = '', quoted, plain = ''] = /^ {2}(-| ) (\w+): ?(?:"(.*)"|(.*))$/.exec(line) ?? []
    if (name === '') continue
    if (dash === '-') rows.push({})
    list = quoted === undefined && plain === '' ? [] : null
    Object.assign(rows.at(-1) ?? {}, { [name]: list ?? quoted ?? plain })
  }
  return rows
}
