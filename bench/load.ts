import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import autocannon from 'autocannon'

export interface Served {
  readonly port: number
  readonly process: ChildProcess
  stop(): Promise<void>
}

/** Starts a server file of this folder in a process of its own; it sends its port when it listens. */
export async function serve(file: string, args: readonly string[]): Promise<Served> {
  const child = fork(join(import.meta.dirname, file), [...args], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
  return {
    port,
    process: child,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

export interface Shot {
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Record<string, string>
  /** A fresh body and headers for each request. */
  readonly next?: () => { body: string; headers: Record<string, string> }
}

/** Requests per second at a concurrency, for some seconds, to a server on this machine; an answer that is not 2xx is an error. */
export async function rate(port: number, shot: Shot, { connections, seconds }: { connections: number; seconds: number }): Promise<number> {
  const base = { path: shot.path, method: shot.method ?? 'GET', headers: shot.headers ?? {} }
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    requests: [{ ...base, ...(shot.next ? { setupRequest: (request: autocannon.Request) => ({ ...request, ...merge(request, shot.next?.()) }) } : {}) }],
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${shot.path}: ${result.non2xx} answers were not 2xx, ${result.errors} errors; ${JSON.stringify(result.statusCodeStats)}`)
  return result.requests.average
}

const merge = (request: autocannon.Request, next: { body: string; headers: Record<string, string> } | undefined) =>
  next === undefined ? {} : { body: next.body, headers: { ...request.headers, ...next.headers } }
