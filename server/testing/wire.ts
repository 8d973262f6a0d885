import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll } from 'vitest'

export interface Wire {
  /** The server's address through this wire. */
  readonly url: string
  /** From now on the server's answers wait; what is asked still reaches it. */
  hold(): void
  /** Hands on what waited, and everything after it at once. */
  release(): void
  /** Breaks the connections and takes no new ones until `mend`. */
  cut(): void
  mend(): void
}

/** A wire to the PostgreSQL of the tests that a test holds back or cuts, so that a race is a sequence and not luck. */
export async function wireTo(url: string): Promise<Wire> {
  const target = new URL(url)
  // The embedded server listens on a socket in a folder only.
  const folder = target.searchParams.get('host')
  const port = Number(target.port === '' ? 5432 : target.port)
  const reach = () => (folder?.startsWith('/') ? connect(`${folder}/.s.PGSQL.${port}`) : connect(port, folder ?? target.hostname))
  const pairs = new Map<Socket, Socket>()
  let isHeld = false
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = reach()
    pairs.set(near, far)
    near.pipe(far)
    far.pipe(near)
    if (isHeld) far.pause()
    for (const socket of [near, far]) {
      socket.on('error', () => {}) // 'close' follows.
      socket.on('close', () => {
        pairs.delete(near)
        near.destroy()
        far.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    for (const near of pairs.keys()) near.destroy()
    server.close()
  })
  const changed = new URL(url)
  changed.searchParams.delete('host')
  changed.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: changed.href,
    hold() {
      isHeld = true
      for (const far of pairs.values()) far.unpipe().pause()
    },
    release() {
      isHeld = false
      for (const [near, far] of pairs) far.pipe(near)
    },
    cut() {
      isCut = true
      for (const near of pairs.keys()) near.destroy()
    },
    mend() {
      isCut = false
    },
  }
}
