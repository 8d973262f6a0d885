import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
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

/** The Node of the machine, where it is older than the program's own: then the launcher has something to launch. */
export const hostNode = ((): string => {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, 'node')
    const { stdout } = spawnSync(candidate, ['--version'], { encoding: 'utf8' })
    if (/^v(20|21|22|23|24|25)\./.test(stdout ?? '')) return candidate
  }
  return process.execPath
})()

export interface RunOptions {
  readonly env?: Record<string, string>
  readonly user?: RunAs | undefined
  /** `npm start` instead of the launcher itself. */
  readonly byNpm?: boolean
}

export function run(args: readonly string[], { env = {}, user, byNpm = false }: RunOptions = {}): Program {
  const {
    DATABASE_URL: _url,
    DATABASE_DIRECT_URL: _direct,
    LASTMILE_LAUNCHER_PID: _launcher,
    VITEST: _vitest,
    NODE_ENV: _mode,
    npm_lifecycle_event: _event,
    ...inherited
  } = process.env
  const [command, all] = byNpm ? ['npm', ['start', '--silent']] : [hostNode, ['bin/run.mjs', ...args]]
  const child = spawn(command, all, {
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
