import { readFileSync, writeFileSync } from 'node:fs'
import { Client } from 'pg'
import * as catalogue from './catalogue.sql.ts'
import { withMigratedDatabase } from './migrated-database.ts'

// Writes migrations/schema.sql, the whole database for reading and for diffs; --check only tells whether it is up to date.
const TARGET = 'migrations/schema.sql'
const HEADER = `-- The whole database as the migrations leave it: for reading, and so that a change of it shows in a diff.
-- Made by "npm run db:schema"; nothing loads it. Partitions are left out.
`
const isCheck = process.argv.includes('--check')

interface Row {
  readonly name?: string
  readonly text: string
}

const dump = await withMigratedDatabase(async (url) => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await describe(client)
  } finally {
    await client.end()
  }
})

if (!isCheck) {
  writeFileSync(TARGET, dump)
  process.stdout.write(`${TARGET} written\n`)
} else if (readFileSync(TARGET, 'utf8') !== dump) {
  process.stdout.write(`${TARGET} is not what the migrations make: run npm run db:schema\n${firstDifference(readFileSync(TARGET, 'utf8'), dump)}\n`)
  process.exitCode = 1
} else {
  process.stdout.write(`${TARGET} is up to date\n`)
}

async function describe(client: Client): Promise<string> {
  const read = async (text: string): Promise<Row[]> => (await client.query<Row>(text)).rows
  const [indexes, triggers, policies] = [await read(catalogue.indexes), await read(catalogue.triggers), await read(catalogue.policies)]
  const of = (rows: Row[], name: string | undefined): string[] => rows.filter((row) => row.name === name).map(({ text }) => text)
  const tables = (await read(catalogue.tables)).map(({ name, text }) => [text, ...of(indexes, name), ...of(triggers, name), ...of(policies, name)].join('\n'))
  const plain = async (text: string): Promise<string[]> => (await read(text)).map((row) => row.text)
  const parts = [
    ...(await plain(catalogue.extensions)),
    ...(await plain(catalogue.types)),
    ...(await plain(catalogue.sequences)),
    ...(await plain(catalogue.functions)),
    ...tables,
    ...(await plain(catalogue.views)),
  ]
  // Functions come back as they were written, other things in catalogue form; trailing blanks differ between versions.
  return `${HEADER}\n${parts
    .join('\n\n')
    .replaceAll('public.', '')
    .replace(/[ \t]+$/gm, '')}\n`
}

function firstDifference(before: string, now: string): string {
  const [old, fresh] = [before.split('\n'), now.split('\n')]
  const at = fresh.findIndex((line, index) => line !== old[index])
  return `line ${at + 1}:\n- ${old[at] ?? '(end)'}\n+ ${fresh[at] ?? '(end)'}`
}
