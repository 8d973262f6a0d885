import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The program as a person starts it: through the launcher, in a process of its own. */
export interface Program {
  readonly child: ChildProcess
  /** What it said so far on both outputs. */
  output(): string
  /** Resolves when it says so; rejects when it ends first. */
  says(text: string | RegExp): Promise<void>
  readonly exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

export interface RunAs {
  readonly uid: number
  readonly gid: number
}

export function run(args: readonly string[], { env = {}, user }: { env?: Record<string, string>; user?: RunAs | undefined } = {}): Program {
  const { DATABASE_URL: _url, DATABASE_DIRECT_URL: _direct, LASTMILE_LAUNCHER_PID: _launcher, VITEST: _vitest, NODE_ENV: _mode, ...inherited } = process.env
  const child = spawn(process.execPath, ['bin/run.mjs', ...args], {
    env: { ...inherited, BUILD_WEB: 'never', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // An own process group, so that whatever is left of it can be ended together.
    detached: true,
    ...user,
  })
  let output = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      for (const look of waiting) look()
    })
  }
  const exit = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => child.on('close', (code, signal) => done({ code, signal })))
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await exit
  })
  return {
    child,
    output: () => output,
    exit,
    async says(text) {
      await new Promise<void>((done, refuse) => {
        const look = (): void => {
          if (typeof text === 'string' ? !output.includes(text) : !text.test(output)) return
          waiting.delete(look)
          done()
        }
        waiting.add(look)
        void exit.then(() => refuse(new Error(`It ended without saying ${String(text)}:\n${output}`)))
        look()
      })
    },
  }
}

/** A data folder that others may pass through, gone after the test. */
export function dataFolder(owner?: RunAs): string {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-start-'))
  chmodSync(folder, 0o755)
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function freePort(): Promise<number> {
  return await new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}
