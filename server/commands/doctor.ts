import { parseArgs } from 'node:util'
import { systemActor } from '../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../kernel/permissions.ts'
import { checkBooks, INVARIANTS, plain, rebuildProjections } from '../modules/doctor/index.ts'
import type { CheckResult, Rebuilt } from '../modules/doctor/index.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Database } from '../platform/db/tx.ts'
import type { Command, CommandEnv } from './command.ts'
import { BadUsage, CommandFailed, withDatabase } from './command.ts'

const SHOWN_ROWS = 10
const actor = systemActor('doctor', ALL_PERMISSIONS)

export const command: Command = {
  name: 'doctor',
  summary: 'checks that the books agree, prints the offending rows, and can rebuild what is derived; exit code 1 when red',
  usage: 'doctor [--rebuild] [--exact] [--recent] [--only D1,D2,...] [--json]',
  async run(args, env) {
    const { rebuild, exact, recent, only, json } = readArguments(args)
    await withDatabase(env, async (database) => {
      const rebuilt = rebuild ? await inTransaction(database, { actor, direct: true }, rebuildProjections) : null
      if (rebuilt !== null && !json) for (const one of rebuilt) printRebuilt(env, one)
      const isGreen = await check(database, env, { only, json, rebuilt, isExact: exact, seals: recent ? 'recent' : 'all' })
      if (!isGreen) throw new CommandFailed('The books do not agree')
    })
  },
}

async function check(
  database: Database,
  env: CommandEnv,
  options: { only: readonly string[] | undefined; json: boolean; rebuilt: readonly Rebuilt[] | null; isExact: boolean; seals: 'all' | 'recent' },
): Promise<boolean> {
  const { only, json, rebuilt, isExact, seals } = options
  const report = await checkBooks(database, {
    actor,
    occasion: 'command',
    isExact,
    seals,
    ...(only ? { only } : {}),
    ...(json ? {} : { onResult: (result) => printResult(env, result) }),
  })
  if (json) env.out(JSON.stringify(plain({ ok: report.ok, results: report.results, ...(rebuilt === null ? {} : { rebuilt }) }), null, 2))
  else env.out(`${report.ok ? 'The books agree.' : 'THE BOOKS DO NOT AGREE. The rows above say where.'}  (fingerprints of all of them: ${report.sumsMs} ms)`)
  return report.ok
}

function readArguments(args: readonly string[]): { rebuild: boolean; exact: boolean; recent: boolean; json: boolean; only: readonly string[] | undefined } {
  let values: { rebuild?: boolean; exact?: boolean; recent?: boolean; json?: boolean; only?: string }
  try {
    ;({ values } = parseArgs({
      args: [...args],
      options: { rebuild: { type: 'boolean' }, exact: { type: 'boolean' }, recent: { type: 'boolean' }, json: { type: 'boolean' }, only: { type: 'string' } },
    }))
  } catch (error) {
    throw new BadUsage((error as Error).message)
  }
  const only = values.only?.split(',').map((id) => id.trim().toUpperCase())
  const unknown = only?.find((id) => !INVARIANTS.some((invariant) => invariant.id === id))
  if (unknown !== undefined) throw new BadUsage(`There is no invariant ${unknown}; they are ${INVARIANTS.map(({ id }) => id).join(', ')}`)
  return { rebuild: values.rebuild ?? false, exact: values.exact ?? false, recent: values.recent ?? false, json: values.json ?? false, only }
}

function printResult({ out }: CommandEnv, { id, title, ok, ms, rows }: CheckResult): void {
  out(`${ok ? 'green' : 'RED  '}  ${id.padEnd(4)}${title.en}  (${ms} ms)`)
  for (const row of rows.slice(0, SHOWN_ROWS))
    out(
      `         ${Object.entries(plain(row) as Record<string, unknown>)
        .map(([key, value]) => `${key}=${shown(value)}`)
        .join('  ')}`,
    )
  if (rows.length > SHOWN_ROWS) out(`         ... and ${rows.length - SHOWN_ROWS}${rows.length >= 100 ? ' or more' : ''} others; --json prints them`)
}

function printRebuilt({ out }: CommandEnv, { projection, changed, rows }: Rebuilt): void {
  out(`${projection}: ${changed === 0 ? 'right already' : `${changed} ${changed === 1 ? 'row' : 'rows'} changed`}`)
  for (const row of rows.slice(0, SHOWN_ROWS)) out(`         ${shown(row.key)}  ${shown(row.before)} -> ${shown(row.after)}`)
}

const shown = (value: unknown): string => (value !== null && typeof value === 'object' ? JSON.stringify(plain(value)) : String(value))
