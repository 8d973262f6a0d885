/**
 * npm run bench                          every part on the embedded database, at sizes that take a few minutes
 * npm run bench -- <part> [--clients n] [--rounds n] ...   one part at a chosen size
 * Every line is a ratio measured in this run; absolute figures depend on the machine and are for scale only.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { isMet, printed } from './measure.ts'
import type { Result } from './measure.ts'

type Options = Record<string, number>

/** Parts in the order of design/performance.md. */
const PARTS: Record<string, (options: Options) => Promise<Result[]>> = {
  'month-run': async (options) => await (await import('./month-run.ts')).bench(options),
  suspension: async (options) => await (await import('./suspension.ts')).bench(options),
  restore: async (options) => await (await import('./restore.ts')).bench(options),
  lists: async (options) => await (await import('./lists.ts')).bench(options),
  routers: async (options) => await (await import('./routers.ts')).bench(options),
  olt: async (options) => await (await import('./olt.ts')).bench(options),
  http: async (options) => await (await import('./http.ts')).bench(options),
  polls: async (options) => await (await import('./polls.ts')).bench(options),
  traffic: async (options) => await (await import('./traffic.ts')).bench(options),
  pdf: async (options) => await (await import('./pdf.ts')).bench(options),
  doctor: async (options) => await (await import('./doctor.ts')).bench(options),
  browser: async (options) => await (await import('./browser.ts')).bench(options),
  radius: async (options) => await (await import('./radius.ts')).bench(options),
  start: async (options) => await (await import('./start.ts')).bench(options),
}

function parse(args: readonly string[]): { part: string | null; options: Options } {
  const options: Options = {}
  let part: string | null = null
  for (let n = 0; n < args.length; n += 1) {
    const arg = args[n] ?? ''
    if (!arg.startsWith('--')) part = arg
    else {
      const value = Number(args[(n += 1)])
      if (!Number.isFinite(value)) throw new Error(`${arg} needs a number`)
      options[arg.slice(2)] = value
    }
  }
  return { part, options }
}

const { part, options } = parse(process.argv.slice(2))
if (part !== null && !(part in PARTS)) {
  console.error(`There is no part "${part}". Parts: ${Object.keys(PARTS).join(', ')}`)
  process.exit(2)
}
const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
console.log(`Lastmile bench on ${machine}`)
const results: Result[] = []
for (const [name, run] of Object.entries(PARTS)) {
  if (part !== null && part !== name) continue
  for (const result of await run(options)) {
    results.push(result)
    console.log(printed(result))
  }
}
const folder = join(import.meta.dirname, 'results')
mkdirSync(folder, { recursive: true })
const day = Temporal.Now.plainDateTimeISO().toString({ smallestUnit: 'second' }).replaceAll(':', '')
writeFileSync(join(folder, `${day}.json`), `${JSON.stringify({ day, machine, results }, null, 2)}\n`)
process.exitCode = results.every(isMet) ? 0 : 1
