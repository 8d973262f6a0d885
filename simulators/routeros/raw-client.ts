import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { frame, toBytes, toText, unframer } from './codec.ts'

export type Sentence = readonly string[]

/** As little of a client as the simulator's own tests need: it sends words and gives back sentences, and knows nothing of what they mean. */
export async function rawClient({ host, port }: { host: string; port: number }, socket: Socket = connect({ host, port })) {
  const sentences: Sentence[] = []
  const read = unframer()
  let wake: () => void = () => {}
  let isOver = false
  socket.on('data', (piece: Buffer) => {
    sentences.push(...read(piece).map((words) => words.map(toText)))
    wake()
  })
  socket.on('error', () => {}) // Seen by `next`, as the end.
  socket.on('close', () => {
    isOver = true
    wake()
  })
  await new Promise((resolve) => {
    socket.once('connect', resolve)
    socket.once('close', resolve)
  })

  /** The next sentence; null when the router has ended the connection. */
  async function next(): Promise<Sentence | null> {
    while (sentences.length === 0 && !isOver) await new Promise<void>((resolve) => (wake = resolve))
    return sentences.shift() ?? null
  }
  const say = (...words: readonly string[]): void => void socket.write(frame(words.map(toBytes)))
  /** Says it and gives every sentence up to `!done` or the end. */
  async function ask(...words: readonly string[]): Promise<Sentence[]> {
    say(...words)
    const answer: Sentence[] = []
    for (;;) {
      const sentence = await next()
      if (sentence !== null) answer.push(sentence)
      if (sentence === null || sentence[0] === '!done' || sentence[0] === '!fatal') return answer
    }
  }
  return {
    say,
    next,
    ask,
    /** The values of one property in the rows that were given. */
    async values(property: string, ...words: readonly string[]): Promise<string[]> {
      const rows = (await ask(...words)).filter(([kind]) => kind === '!re')
      return rows.map((row) => row.find((word) => word.startsWith(`=${property}=`))?.slice(property.length + 2) ?? '')
    },
    async logIn(name: string, password: string): Promise<Sentence[]> {
      const first = await ask('/login', `=name=${name}`, `=password=${password}`)
      const challenge = first[0]?.find((word) => word.startsWith('=ret='))?.slice(5)
      if (challenge === undefined) return first
      const digest = createHash('md5')
        .update(`\0${toBytes(password)}`, 'latin1')
        .update(Buffer.from(challenge, 'hex'))
        .digest('hex')
      return await ask('/login', `=name=${name}`, `=response=00${digest}`)
    },
    close: () => void socket.destroy(),
  }
}
