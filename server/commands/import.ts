import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { systemActor } from '../kernel/actor.ts'
import { AppError } from '../kernel/errors.ts'
import { ALL_PERMISSIONS } from '../kernel/permissions.ts'
import {
  executeImport,
  executePreview,
  findByCode,
  IMPORT_KINDS,
  importKinds,
  mapImport,
  optionsSchema,
  readHead,
  readImport,
  readImportRows,
  sayErrors,
  startImport,
  suggestMapping,
  uploadImport,
} from '../modules/imports/index.ts'
import type { ImportKindName } from '../modules/imports/index.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Database, Tx } from '../platform/db/tx.ts'
import { filePath, openFiles, receiveFile } from '../platform/files.ts'
import type { Command, CommandEnv } from './command.ts'
import { BadUsage, CommandFailed, withDatabase } from './command.ts'

const SHOWN_ERRORS = 20
const actor = systemActor('lastmile import', ALL_PERMISSIONS)

interface Arguments {
  readonly kind: ImportKindName
  readonly file: string
  readonly mapping: Readonly<Record<string, string>>
  readonly branch: string | undefined
  readonly packageCode: string | undefined
  readonly options: Readonly<Record<string, unknown>>
  readonly isDry: boolean
}

export const command: Command = {
  name: 'import',
  summary: 'imports clients, packages or payments from a CSV or XLSX file; the same file again adds nothing',
  usage:
    'import clients|packages|payments FILE [--map code=Client Code,phone=Mobile] [--branch HQ] [--package CODE] [--starts-on DATE] [--date-format dmy|mdy|ymd] [--billing prepaid|postpaid] [--dry-run]',
  async run(args, env) {
    const given = readArguments(args)
    await withDatabase(env, async (database) => {
      openFiles(env.config.dataDir)
      try {
        await importFile(database, env, given)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        env.out(`${error.message}${detailsOf(error)}`)
        throw new CommandFailed(error.message)
      }
    })
  },
}

async function importFile(database: Database, { out, say }: CommandEnv, given: Arguments): Promise<void> {
  const began = performance.now()
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database, { actor, direct: true }, work)
  const file = await receiveFile(createReadStream(given.file), 1024 * 1024 * 1024)
  const head = await readHead(filePath(file))
  const mapping = { ...suggestMapping(head.columns, importKinds[given.kind].fields), ...given.mapping }
  for (const [field, column] of Object.entries(mapping)) say(`  ${field} <- ${column}`)
  const id = await inTx(async (tx) => {
    const added = await uploadImport(tx, { kind: given.kind, name: basename(given.file), file, head })
    const branchId = given.branch === undefined ? undefined : await findByCode(tx, 'branches', given.branch)
    const packageId = given.packageCode === undefined ? undefined : await findByCode(tx, 'packages', given.packageCode)
    const wire = {
      ...given.options,
      ...(branchId === undefined ? {} : { branch_id: Number(branchId) }),
      ...(packageId === undefined ? {} : { package_id: Number(packageId) }),
    }
    await mapImport(tx, { importId: added.id, mapping, options: optionsSchema.parse(wire) })
    return added.id
  })
  const onProgress = ({ state, row }: { state: string; row: number }) =>
    say(`${state === 'previewing' ? 'checked' : 'imported'} up to row ${row} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  await executePreview(database, id, { actor, onProgress })
  if (!given.isDry) {
    await inTx((tx) => startImport(tx, id))
    await executeImport(database, id, { actor, onProgress })
  }
  const done = await inTx((tx) => readImport(tx, actor, id))
  for (const [state, count] of Object.entries(done?.counts ?? {})) out(`${state}: ${count}`)
  out(`import ${id}, ${((performance.now() - began) / 1000).toFixed(1)} s, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory`)
  const bad = await inTx((tx) => readImportRows(tx, id, ['invalid', 'failed'], { limit: SHOWN_ERRORS, after: 0 }))
  for (const { row_no, errors } of bad.slice(0, SHOWN_ERRORS))
    out(
      `row ${row_no}: ${sayErrors('en', importKinds[given.kind].fields, errors)
        .map(({ message }) => message)
        .join('; ')}`,
    )
  const count = (done?.counts.invalid ?? 0) + (done?.counts.failed ?? 0)
  if (count > SHOWN_ERRORS) out(`... and ${count - SHOWN_ERRORS} more rows`)
  if (count > 0) throw new CommandFailed(`${count} rows do not fit`)
}

function readArguments(args: readonly string[]): Arguments {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    throw new BadUsage((error as Error).message)
  }
  const {
    values,
    positionals: [kind, file, ...more],
  } = parsed
  if (kind === undefined || file === undefined || more.length > 0) throw new BadUsage('Name what is imported and one file')
  if (!(IMPORT_KINDS as readonly string[]).includes(kind)) throw new BadUsage(`What can be imported: ${IMPORT_KINDS.join(', ')}`)
  const options = { starts_on: values['starts-on'], date_format: values['date-format'], billing_mode: values.billing }
  const wire = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  const checked = optionsSchema.safeParse(wire)
  if (!checked.success) throw new BadUsage(checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  return {
    kind: kind as ImportKindName,
    file,
    mapping: readMapping(values.map),
    branch: values.branch,
    packageCode: values.package,
    options: wire,
    isDry: values['dry-run'] ?? false,
  }
}

const text = { type: 'string' } as const

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      map: { ...text, multiple: true },
      branch: text,
      package: text,
      'starts-on': text,
      'date-format': text,
      billing: text,
      'dry-run': { type: 'boolean' },
    },
  })

/** `field=Head of the column`, several with commas or several times. */
function readMapping(given: readonly string[] | undefined): Record<string, string> {
  const pairs = (given ?? []).flatMap((part) => part.split(/,(?=\w+=)/)).map((pair) => pair.split('=') as [string, string?])
  if (pairs.some(([, column]) => column === undefined)) throw new BadUsage('Write --map as field=Head of the column')
  return Object.fromEntries(pairs.map(([field, ...column]) => [field.trim(), column.join('=').trim()]))
}

function detailsOf(error: AppError): string {
  const errors = error.details['errors'] as readonly { field: string; message: string }[] | undefined
  return (errors ?? []).map(({ field, message }) => `\n  ${field}: ${message}`).join('')
}
