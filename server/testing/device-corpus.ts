import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Real output of real devices, of other people's: it is read where it lies and never copied. Null where it is not at hand. */
export function deviceCorpus(): string | null {
  const folder = resolve(process.env.DEVICE_CORPUS ?? '../shared/device-corpus')
  if (existsSync(join(folder, 'manifest.json'))) return folder
  process.stderr.write(`SKIPPED: there is no device corpus at ${folder}; name its folder in DEVICE_CORPUS. What parsers make of real devices is not tested.\n`)
  return null
}

/** The samples of ntc-templates: a list of flat records, some of whose fields are lists. */
export function readParsedSample(path: string): Record<string, string | string[]>[] {
  const rows: Record<string, string | string[]>[] = []
  let list: string[] | null = null
  for (const line of readFileSync(path, 'utf8').split('\n')) {
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
