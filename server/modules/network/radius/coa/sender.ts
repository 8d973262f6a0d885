import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIP } from 'node:net'
import { decodeAnswer, encodeRequest } from './packet.ts'
import type { SessionAnswer, SessionRequest } from './packet.ts'

/** A router that takes changes of its sessions. */
export interface CoaTarget {
  readonly address: string
  readonly port: number
  readonly secret: string
  readonly isSigned: boolean
}

export interface CoaSender {
  /** What the router answered; null after all tries without an answer that is its. */
  send(request: SessionRequest): Promise<SessionAnswer | null>
  close(): void
}

/** An id has eight bits, and one that is still on its way must not come again. */
const MOST_IN_FLIGHT = 200
const TRIES = 3
const TRY_MS = 1000

/** Speaks to one router from one socket; as many requests as its ids allow are on their way at once, the others wait. */
export async function openSender({ address, port, secret, isSigned }: CoaTarget, { tryMs = TRY_MS }: { tryMs?: number } = {}): Promise<CoaSender> {
  const socket = createSocket(isIP(address) === 6 ? 'udp6' : 'udp4')
  const flying = new Map<number, (packet: Buffer) => void>()
  const waiting: (() => void)[] = []
  let lastId = 255
  // Refused ports and lost routes are told here; a try that gets no answer says the same.
  socket.on('error', () => {})
  socket.on('message', (packet) => flying.get(packet[1] ?? -1)?.(packet))
  // Connected, so that nobody else's packets arrive.
  socket.connect(port, address)
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false, // No way there: as if nobody answered.
  )

  async function exchange(request: SessionRequest): Promise<SessionAnswer | null> {
    do lastId = (lastId + 1) & 255
    while (flying.has(lastId))
    const id = lastId
    const packet = encodeRequest(request, { id, secret, isSigned })
    return await new Promise((resolve) => {
      let tries = 0
      const end = (answer: SessionAnswer | null): void => {
        clearInterval(timer)
        flying.delete(id)
        waiting.shift()?.()
        resolve(answer)
      }
      const send = (): void => {
        if (tries === TRIES) return end(null)
        tries += 1
        socket.send(packet, () => {}) // As with errors of the socket: the next try says it.
      }
      const timer = setInterval(send, tryMs)
      flying.set(id, (answer) => {
        const decoded = decodeAnswer(answer, packet, secret)
        if (decoded !== null) end(decoded)
      })
      send()
    })
  }

  return {
    async send(request) {
      if (!isOpen) return null
      while (flying.size >= MOST_IN_FLIGHT) await new Promise<void>((resolve) => waiting.push(resolve))
      return await exchange(request)
    },
    close: () => void socket.close(),
  }
}
