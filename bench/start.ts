/**
 * P10: from the start of the process to ready on an existing database (median of five), and the memory of the idle all-in-one process without PostgreSQL.
 *   npm run bench -- start --rounds 5
 */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { median } from './measure.ts'
import type { Result } from './measure.ts'

const ROOT = join(import.meta.dirname, '..')

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Starts the program, waits until it is ready, looks at its memory, stops it. */
async function once(dataDir: string, idleMs: number): Promise<{ readyMs: number; rssMb: number }> {
  const port = await freePort()
  const from = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'run.mjs'), 'server/cli.ts', 'start'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1' },
    stdio: 'ignore',
  })
  for (;;) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/readyz`)).ok) break
    } catch {
      // Not listening yet.
    }
    if (performance.now() - from > 120_000) throw new Error('the program did not become ready')
    await sleep(10)
  }
  const readyMs = performance.now() - from
  await sleep(idleMs)
  const rssMb = rssOf(child.pid ?? 0)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  return { readyMs, rssMb }
}

const rssOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024

export async function bench({ rounds = 5 }: { readonly rounds?: number } = {}): Promise<Result[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lastmile-bench-start-'))
  chmodSync(dataDir, 0o755)
  try {
    const first = await once(dataDir, 0)
    const measured = []
    for (let n = 0; n < rounds; n += 1) measured.push(await once(dataDir, n === rounds - 1 ? 10_000 : 0))
    const readyS = median(measured.map(({ readyMs }) => readyMs)) / 1000
    return [
      {
        part: 'P10',
        what: 'start to ready, existing database',
        ratio: readyS,
        against: 's',
        bar: 3,
        better: 'less',
        note: `first start ${(first.readyMs / 1000).toFixed(1)} s`,
      },
      {
        part: 'P10',
        what: 'memory of the idle process without PostgreSQL',
        ratio: measured.at(-1)?.rssMb ?? Number.NaN,
        against: 'MB',
        bar: 250,
        better: 'less',
        note: '',
      },
    ]
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
