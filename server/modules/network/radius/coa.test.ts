import { createHash } from 'node:crypto'
import { createSocket } from 'node:dgram'
import type { RemoteInfo, Socket } from 'node:dgram'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { decodeAnswer, encodeRequest } from './coa/packet.ts'
import type { SessionRequest } from './coa/packet.ts'
import { openSender } from './coa/sender.ts'

const SECRET = 'a secret that router and server share'
const request: SessionRequest = { kind: 'disconnect', login: 'anis', acctSessionId: '81d00001', address: '100.64.0.5' }

/** What a router answers to a request, made here and not by the code under test. */
function answerOf(packet: Buffer, code: number, { secret = SECRET, cause }: { secret?: string; cause?: number } = {}): Buffer {
  const attributes = cause === undefined ? Buffer.alloc(0) : Buffer.of(101, 6, 0, 0, cause >> 8, cause & 255)
  const answer = Buffer.concat([Buffer.of(code, packet[1] as number, 0, 20 + attributes.length), packet.subarray(4, 20), attributes])
  createHash('md5').update(answer).update(secret).digest().copy(answer, 4)
  return answer
}

async function aRouter(onRequest: (socket: Socket, packet: Buffer, from: RemoteInfo) => void): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  onTestFinished(() => void socket.close())
  socket.on('message', (packet, from) => onRequest(socket, packet, from))
  return socket.address().port
}
const senderTo = async (port: number, tryMs = 60) => {
  const sender = await openSender({ address: '127.0.0.1', port, secret: SECRET, isSigned: true }, { tryMs })
  onTestFinished(sender.close)
  return sender
}

test('the octets are those of RFC 5176, worked out by hand', () => {
  const packet = encodeRequest(
    { kind: 'change', login: 'a', acctSessionId: 'b', address: '1.2.3.4', rateLimit: '1k/2k' },
    { id: 7, secret: 's', isSigned: false },
  )
  // Change, id 7, length, authenticator; then name, session, address, and Mikrotik's (14988) eighth attribute.
  expect(packet.subarray(0, 4).toString('hex')).toBe('2b07002d')
  expect(packet.subarray(20).toString('hex')).toBe('0103612c03620806010203041a0d00003a8c0807316b2f326b')
  const zero = Buffer.from(packet)
  zero.fill(0, 4, 20)
  expect(createHash('md5').update(zero).update('s').digest('hex')).toBe(packet.subarray(4, 20).toString('hex'))
})

test('an answer counts only when it fits the request and was made by who knows the secret', () => {
  const packet = encodeRequest(request, { id: 9, secret: SECRET, isSigned: true })
  expect(decodeAnswer(answerOf(packet, 41), packet, SECRET)).toEqual({ isDone: true, errorCause: null })
  expect(decodeAnswer(answerOf(packet, 42, { cause: 503 }), packet, SECRET)).toEqual({ isDone: false, errorCause: 503 })
  expect(decodeAnswer(answerOf(packet, 44), packet, SECRET)).toBeNull()
  expect(decodeAnswer(answerOf(packet, 41, { secret: 'another' }), packet, SECRET)).toBeNull()
  const other = encodeRequest(request, { id: 10, secret: SECRET, isSigned: true })
  expect(decodeAnswer(answerOf(packet, 41), other, SECRET)).toBeNull()
  for (const length of [0, 1, 19]) expect(decodeAnswer(answerOf(packet, 41).subarray(0, length), packet, SECRET)).toBeNull()
  const torn = answerOf(packet, 42, { cause: 503 })
  torn[21] = 200
  expect(decodeAnswer(torn, packet, SECRET)).toBeNull()
})

test('what gets no answer is sent again with the same octets, and given up after three tries', async () => {
  const seen: string[] = []
  const port = await aRouter((_socket, packet) => seen.push(packet.toString('hex')))
  const sender = await senderTo(port, 30)
  expect(await sender.send(request)).toBeNull()
  expect(seen).toHaveLength(3)
  expect(new Set(seen).size).toBe(1)
})

test('A7: a forged answer is passed over, and the true one that follows counts', async () => {
  const port = await aRouter((socket, packet, from) => {
    socket.send(answerOf(packet, 41, { secret: 'a guess' }), from.port, from.address)
    socket.send(Buffer.from('nonsense'), from.port, from.address)
    socket.send(answerOf(packet, 42, { cause: 503 }), from.port, from.address)
  })
  expect(await (await senderTo(port)).send(request)).toEqual({ isDone: false, errorCause: 503 })
})

test('a thousand at once: never more than 200 on their way, no id twice, each its own answer', async () => {
  let flying = 0
  let most = 0
  const port = await aRouter((socket, packet, from) => {
    flying += 1
    most = Math.max(most, flying)
    setTimeout(() => {
      flying -= 1
      socket.send(answerOf(packet, packet.includes(Buffer.from('even')) ? 41 : 42), from.port, from.address)
    }, 2)
  })
  const sender = await senderTo(port, 2000)
  const answers = await Promise.all(Array.from({ length: 1000 }, async (_, n) => await sender.send({ ...request, login: n % 2 === 0 ? 'even' : 'odd' })))
  expect(answers.map((answer) => answer?.isDone)).toEqual(Array.from({ length: 1000 }, (_, n) => n % 2 === 0))
  expect(most).toBeLessThanOrEqual(200)
})

test('a closed port and an address without a way are as good as no answer', async () => {
  const closed = await senderTo(9, 20)
  expect(await closed.send(request)).toBeNull()
})
