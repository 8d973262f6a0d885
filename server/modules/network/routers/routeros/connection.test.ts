import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { DeviceRefusedLogin, DeviceRejected, DeviceTimedOut, DeviceUnreachable } from '#kernel/device-errors.ts'
import { scriptedRouter } from '../../../../testing/scripted-router.ts'
import type { Heard } from '../../../../testing/scripted-router.ts'
import { frame } from '../../../../../simulators/routeros/codec.ts'
import { connectRouter } from './connection.ts'
import type { RouterAccess, RouterConnection } from './connection.ts'
import { challengeResponse } from './login.ts'
import { CommandTrapped } from './reply.ts'
import type { Row } from './reply.ts'

const defaults: Omit<RouterAccess, 'host' | 'port'> = { tls: null, user: 'admin', password: 'secret', connectTimeoutMs: 2000, timeoutMs: 5000 }

async function connected(script: (heard: Heard) => void, options: Partial<RouterAccess> = {}) {
  const peer = await scriptedRouter(script)
  const connection = await connectRouter({ ...defaults, host: peer.host, port: peer.port, ...options })
  onTestFinished(() => connection.destroy())
  return { peer, connection }
}

async function rowsOf(connection: RouterConnection, ...words: [string, ...string[]]): Promise<Record<string, string>[]> {
  const rows: Row[] = []
  await connection.run(words, { onRow: (row) => rows.push(row) })
  return rows.map((row) => Object.fromEntries(row))
}
const nextTurn = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve))

/** Rejections nobody waited for, while a test runs; there must be none. */
function strayRejections(): unknown[] {
  const stray: unknown[] = []
  const listener = (reason: unknown): void => void stray.push(reason)
  process.on('unhandledRejection', listener)
  onTestFinished(() => void process.off('unhandledRejection', listener))
  return stray
}

test('C1 a control byte ends the connection and everything under way', async () => {
  for (const byte of [0xf8, 0xfc, 0xff]) {
    const { connection } = await connected(({ bytes, words }) => words[0] === '/b' && bytes(Buffer.of(byte)))
    const [a, b] = await Promise.allSettled([connection.run(['/a']), connection.run(['/b'])])
    for (const outcome of [a, b]) expect(outcome).toMatchObject({ status: 'rejected', reason: { reason: 'protocol' } })
    expect(await connection.closed).toMatchObject({ reason: 'protocol' })
  }
})

test('C2 an answer in pieces is the same answer: byte by byte, inside a length, at the edge of a word', async () => {
  const value = 'v'.repeat(200)
  const expected = [
    { '.id': '*1', comment: value },
    { '.id': '*2', comment: 'b' },
  ]
  const answer = (tag: string | null): Buffer =>
    Buffer.concat([
      frame(['!re', '=.id=*1', `=comment=${value}`, `.tag=${tag}`]),
      frame(['!re', '=.id=*2', '=comment=b', `.tag=${tag}`]),
      frame(['!done', `.tag=${tag}`]),
    ])
  // 12: between the second and the third word; 13: inside the two bytes of the third word's length.
  for (const cuts of ['bytes', [12], [13], [12, 13, 14], [3, 4]] as const) {
    const { connection } = await connected(({ tag, bytes }) => {
      const all = answer(tag)
      const ends = cuts === 'bytes' ? Array.from(all, (_, n) => n + 1) : [...cuts, all.length]
      void (async () => {
        for (const [n, end] of ends.entries()) {
          bytes(all.subarray(ends[n - 1] ?? 0, end))
          await new Promise((resolve) => setTimeout(resolve, cuts === 'bytes' ? 0 : 20))
        }
      })()
    })
    expect(await rowsOf(connection, '/ppp/secret/print'), String(cuts)).toEqual(expected)
  }
})

test('C3 twenty thousand rows, a word of 2 MiB and a sentence above 64 KiB arrive whole', async () => {
  const { connection } = await connected(({ words, reply }) => {
    if (words[0] === '/many') for (let n = 0; n < 20_000; n++) reply('!re', `=.id=*${n.toString(16)}`, `=name=user${n}`)
    else if (words[0] === '/word') reply('!re', `=contents=${'c'.repeat(2 * 1024 * 1024)}`)
    else reply('!re', ...Array.from({ length: 2000 }, (_, n) => `=p${n}=${'v'.repeat(40)}`))
    reply('!done')
  })
  const many = await rowsOf(connection, '/many')
  expect(many).toHaveLength(20_000)
  expect(new Set(many.map(({ name }) => name)).size).toBe(20_000)
  expect((await rowsOf(connection, '/word'))[0]?.['contents']).toHaveLength(2 * 1024 * 1024)
  expect(Object.keys((await rowsOf(connection, '/wide'))[0] ?? {})).toHaveLength(2000)
})

test('C3 a word above the limit ends the connection before it takes memory', async () => {
  const { connection } = await connected(({ bytes }) => bytes(Buffer.from('efffffff', 'hex')), { limits: { maxWordBytes: 1000, maxSentenceBytes: 5000 } })
  await expect(connection.run(['/a'])).rejects.toMatchObject({ reason: 'protocol' })
})

test('C4 an empty answer is no rows, rows after `!empty` count, and a reply nobody knows is passed over', async () => {
  const { connection } = await connected(({ words, reply }) => {
    if (words[0] !== '/none') reply('!empty')
    if (words[0] === '/odd') reply('!surprise', '=a=b')
    if (words[0] !== '/empty' && words[0] !== '/none') reply('!re', '=name=anis')
    reply('!done')
  })
  expect(await rowsOf(connection, '/empty')).toEqual([])
  expect(await rowsOf(connection, '/none')).toEqual([])
  expect(await rowsOf(connection, '/some')).toEqual([{ name: 'anis' }])
  expect(await rowsOf(connection, '/odd')).toEqual([{ name: 'anis' }])
})

test('C5 two traps are one rejection that keeps both, and the connection goes on', async () => {
  const { connection } = await connected(({ words, reply }) => {
    if (words[0] === '/bad') {
      reply('!trap', '=category=1', '=message=invalid value for argument address')
      reply('!trap', '=message=failure: something else (4)')
    }
    if (words[0] === '/mute') reply('!trap')
    if (words[0] === '/flood') for (let n = 0; n < 5000; n++) reply('!trap', '=message=no')
    reply('!done')
  })
  const error = await connection.run(['/bad']).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(CommandTrapped)
  expect(error).toBeInstanceOf(DeviceRejected)
  expect((error as CommandTrapped).traps).toEqual([
    { category: 1, message: 'invalid value for argument address' },
    { category: null, message: 'failure: something else (4)' },
  ])
  expect((error as CommandTrapped).reply).toHaveLength(2)
  await expect(connection.run(['/mute'])).rejects.toThrow('gave no reason')
  const flood = await connection.run(['/flood']).catch((reason: unknown) => reason)
  expect((flood as CommandTrapped).traps).toHaveLength(200)
  expect(await connection.run(['/good'])).toEqual({ ret: null, isCancelled: false })
})

test('C6 whichever way a connection ends, everything under way is rejected at once and nothing hangs or strays', async () => {
  const stray = strayRejections()
  const ways: Record<string, (heard: Heard) => void> = {
    'a fatal with a bare word': ({ say }) => say('!fatal', 'too many sessions'),
    'a fatal with a message': ({ say }) => say('!fatal', '=message=too many sessions'),
    'a reset': ({ socket }) => void socket.resetAndDestroy(),
    'an end inside a row': ({ bytes, socket }) => {
      bytes(Buffer.from('032172650b3d6e616d', 'hex'))
      socket.end()
    },
    'an end without a word, as after a restart': ({ socket }) => void socket.end(),
  }
  for (const [way, act] of Object.entries(ways)) {
    const { connection } = await connected((heard) => heard.words[0] === '/last' && act(heard))
    const outcomes: string[] = []
    // Nobody waits for these two; a promise that was given up must not end the process.
    void connection.run(['/forgotten'])
    connection.start(['/forgotten/listen'], { timeoutMs: null })
    const under = ['/a', '/b', '/last'].map(
      async (command) => await connection.run([command]).catch((error: unknown) => outcomes.push((error as Error).constructor.name)),
    )
    const reason = await connection.closed
    await nextTurn()
    expect(outcomes, way).toEqual(['DeviceUnreachable', 'DeviceUnreachable', 'DeviceUnreachable'])
    expect(reason, way).toBeInstanceOf(DeviceUnreachable)
    if (way.startsWith('a fatal')) expect(reason?.message).toContain('too many sessions')
    await Promise.all(under)
    expect(connection.isOpen).toBe(false)
    const began = performance.now()
    await expect(connection.run(['/later']), way).rejects.toBe(reason)
    expect(performance.now() - began).toBeLessThan(50)
  }
  await nextTurn()
  expect(stray).toEqual([])
})

test('C7 a silent router is given up on: the command is cancelled, a late answer is dropped, the connection is still good', async () => {
  let late: (() => void) | null = null
  const { peer, connection } = await connected(
    ({ words, reply }) => {
      if (words[0] === '/slow')
        late = () => {
          reply('!re', '=name=late')
          reply('!done')
        }
      else if (words[0] !== '/cancel') {
        late?.()
        reply('!re', '=name=new')
        reply('!done')
      }
    },
    { timeoutMs: 150 },
  )
  const began = performance.now()
  await expect(rowsOf(connection, '/slow')).rejects.toBeInstanceOf(DeviceTimedOut)
  expect(performance.now() - began).toBeLessThan(1500)
  expect(await rowsOf(connection, '/quick')).toEqual([{ name: 'new' }])
  expect(peer.heard.filter(([command]) => command === '/cancel')).toEqual([['/cancel', '=tag=1']])
  expect(connection.isOpen).toBe(true)
})

test('C7 a command that talks without end is given up on as well, and one that only pauses is not', async () => {
  const { peer, connection } = await connected(
    ({ words, reply, socket }) => {
      if (words[0] === '/cancel') return
      let n = 0
      const timer = setInterval(() => {
        n += 1
        if (socket.destroyed || n > 40) clearInterval(timer)
        else if (words[0] === '/paused' && n === 12) {
          clearInterval(timer)
          reply('!done')
        } else reply('!re', `=n=${n}`)
      }, 50)
    },
    { timeoutMs: 300 },
  )
  expect(await rowsOf(connection, '/paused')).toHaveLength(11)
  await expect(connection.run(['/endless'], { deadlineMs: 400 })).rejects.toThrow('did not finish')
  await vi.waitFor(() => expect(peer.heard.at(-1)?.[0]).toBe('/cancel'))
})

test('C8 two hundred commands answered in reverse order each get their own rows, and a trap for one is nobody else’s', async () => {
  const waiting: Heard[] = []
  const { connection } = await connected((heard) => {
    waiting.push(heard)
    if (waiting.length < 200) return
    for (const { words, reply, tag, say } of waiting.reverse()) {
      if (words[1] === '=n=77') reply('!trap', '=message=no such item')
      // The tag may stand anywhere in a sentence.
      else say('!re', `.tag=${tag}`, words[1] ?? '')
    }
    for (const { reply } of waiting) reply('!done')
  })
  const calls = Array.from({ length: 200 }, async (_, n) => await rowsOf(connection, '/echo', `=n=${n}`))
  const outcomes = await Promise.allSettled(calls)
  for (const [n, outcome] of outcomes.entries()) {
    if (n === 77) expect(outcome).toMatchObject({ status: 'rejected', reason: { traps: [{ message: 'no such item' }] } })
    else expect(outcome).toEqual({ status: 'fulfilled', value: [{ n: String(n) }] })
  }
})

test('C9 Bengali, emoji and Latin go both ways, and a byte of an old code page neither throws nor is lost', async () => {
  const { connection, peer } = await connected(({ words, reply, bytes, tag }) => {
    if (words[0] === '/old') bytes(Buffer.concat([frame(['!re', `=name=Ren\xe9 \x93x\x94`, `.tag=${tag}`]), frame(['!done', `.tag=${tag}`])]))
    else {
      reply('!re', ...words.slice(1))
      reply('!done')
    }
  })
  const name = 'রহিমা বেগম 😀 René'
  expect(await rowsOf(connection, '/echo', `=name=${name}`)).toEqual([{ name }])
  const [old] = await rowsOf(connection, '/old')
  expect(old?.['name']?.toWellFormed()).toBe('Ren\u{fffd} \u{fffd}x\u{fffd}')
  const seen: Buffer[] = []
  const server = createServer((socket) => socket.on('data', (piece: Buffer) => seen.push(piece)).on('error', () => {}))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const access = { ...defaults, host: '127.0.0.1', port: (server.address() as AddressInfo).port, timeoutMs: 100, user: old?.['name'] ?? '' }
  await connectRouter(access).catch(() => null)
  server.close()
  expect(Buffer.concat(seen).toString('latin1')).toContain('=name=Ren\xe9 \x93x\x94')
  expect(peer.connections).toBe(1)
})

test('C10 nothing in a value becomes a word of its own', async () => {
  const { connection, peer } = await connected(({ words, reply }) => {
    reply('!re', ...words.slice(1))
    reply('!done')
  })
  for (const value of ['a=b=c', '', '=name=x', '?name=x', '.tag=9', 'one\ntwo', '\0', '/quit', `x${String.fromCharCode(0)}\u0003/quit`]) {
    expect(await rowsOf(connection, '/ppp/secret/add', `=comment=${value}`, '=name=anis')).toEqual([{ comment: value, name: 'anis' }])
    expect(peer.heard.at(-1)).toEqual(['/ppp/secret/add', `=comment=${value}`, '=name=anis'])
  }
})

test('C11 the answer to a challenge is what RouterOS before 6.43 expects', () => {
  expect(challengeResponse('passTest', 'abc123')).toBeNull()
  expect(challengeResponse('', '856780b7411eefd3abadee2058c149a3')).toBe('005062f7a5ef124d34675bf3e81f56c556')
  expect(challengeResponse('passTest', 'zz6780b7411eefd3abadee2058c149a3')).toBeNull()
})

test('C11 an old router is answered with a hash, a challenge that is none ends the connection, and the password stays out of every message', async () => {
  const old = await scriptedRouter(
    ({ words, reply }) => {
      if (!words.some((word) => word.startsWith('=response='))) reply('!done', '=ret=856780b7411eefd3abadee2058c149a3')
      else reply('!done')
    },
    { answersLogin: true },
  )
  const connection = await connectRouter({ ...defaults, host: old.host, port: old.port, password: '' })
  onTestFinished(() => connection.destroy())
  expect(old.heard.at(-1)).toEqual(['/login', '=name=admin', '=response=005062f7a5ef124d34675bf3e81f56c556'])

  const odd = await scriptedRouter(({ reply }) => reply('!done', '=ret=not hexadecimal'), { answersLogin: true })
  const error = await connectRouter({ ...defaults, host: odd.host, port: odd.port }).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ reason: 'protocol' })
  expect(JSON.stringify([error, (error as Error).message, (error as Error).stack])).not.toContain('secret')
})

test('C11 a wrong password is an error of its own, tried once, and the connection does not stay', async () => {
  const peer = await scriptedRouter(
    ({ reply }) => {
      reply('!trap', '=message=invalid user name or password (6)')
      reply('!done')
    },
    { answersLogin: true },
  )
  const error = await connectRouter({ ...defaults, host: peer.host, port: peer.port }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DeviceRefusedLogin)
  expect(error).toMatchObject({ reply: ['invalid user name or password (6)'], code: 'device_refused_login' })
  expect(peer.connections).toBe(1)
  expect(peer.heard).toHaveLength(1)
})

test('closing says goodbye, rejects what is under way, and may be repeated', async () => {
  const { connection, peer } = await connected(({ words, say, socket }) => {
    if (words[0] !== '/quit') return
    say('!fatal', 'session terminated on request')
    socket.end()
  })
  const under = connection.run(['/slow'])
  await connection.close()
  await expect(under).rejects.toMatchObject({ reason: 'closed' })
  expect(await connection.closed).toBeNull()
  expect(peer.heard.at(-1)).toEqual(['/quit'])
  await connection.close()
})

test('an error of whoever takes the rows ends that command and nothing else', async () => {
  const { connection, peer } = await connected(({ words, reply }) => {
    if (words[0] === '/cancel') return
    reply('!re', '=name=anis')
    reply('!re', '=name=babul')
    reply('!done')
  })
  const failing = connection.run(['/a'], {
    onRow: () => {
      throw new Error('cannot be read')
    },
  })
  await expect(failing).rejects.toThrow('cannot be read')
  expect(await rowsOf(connection, '/b')).toHaveLength(2)
  await vi.waitFor(() => expect(peer.heard.map(([command]) => command)).toContain('/cancel'))
})
