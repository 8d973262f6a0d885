import { execFile, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../server/kernel/clock.ts'
import { connectRouter } from '../../server/modules/network/routers/index.ts'
import type { Row } from '../../server/modules/network/routers/index.ts'
import { simulateRouter } from '../../simulators/routeros/index.ts'

/**
 * Client and simulator could share a mistake, as they were written from one description. Debian's librouteros was not: its client drives our
 * simulator, and its codec speaks with our client.
 */
const python = ['/usr/bin/python3', 'python3'].find((candidate) => spawnSync(candidate, ['-c', 'import librouteros']).status === 0)
const missing = 'SKIPPED: no Python with librouteros; apt-get install python3-librouteros brings it'
if (python === undefined) process.stderr.write(`${missing}\n`)

describe.skipIf(python === undefined)(`librouteros as the other side${python === undefined ? ` (${missing})` : ''}`, () => {
  test.each([
    ['6.42', 'token', 'plain'],
    ['6.49.10', 'plain', 'plain'],
    ['7.17', 'plain', 'tls'],
    ['7.18.2', 'plain', 'plain'],
    ['7.18.2', 'plain', 'tls'],
  ])('its client works the simulator of RouterOS %s by %s log-in over %s', async (version, method, security) => {
    const users = [{ name: 'admin', password: 'secret', group: 'full' }] as const
    const router = await simulateRouter({ clock: systemClock, version, identity: 'pop-1', zone: 'Asia/Dhaka', users, seed: 1 }, { tlsPort: 0 })
    onTestFinished(router.close)
    const port = security === 'tls' ? router.tlsPort : router.port
    const script = join(import.meta.dirname, 'drive_router.py')
    const { stdout } = await promisify(execFile)(python ?? '', [script, router.host, String(port), 'admin', 'secret', method, security], { timeout: 25_000 })
    const { many, ...seen } = JSON.parse(stdout) as Record<string, unknown>
    expect(many).toBeGreaterThan(0)
    const row = (name: string) => ({ name, password: 7, disabled: false })
    expect(seen).toEqual({
      'wrong password': version === '6.42' ? 'cannot log in' : 'invalid user name or password (6)',
      empty: [],
      ids: ['*1', '*2', '*3'],
      rows: [row('anis'), row('babul'), row('chandan')],
      comments: [126, 127, 20_000],
      disabled: ['babul'],
      or: ['anis', 'chandan'],
      and: ['chandan'],
      in: ['babul'],
      not: ['anis', 'chandan'],
      taken: 'failure: secret with the same name already exists',
      gone: 'no such item',
      'no command': 'no such command',
      left: ['chandan'],
      identity: [{ name: 'pop-1' }],
      traffic: ['ether1', 'ether2'],
    })
    expect(router.rows('secrets')).toMatchObject([{ name: 'chandan', password: '007' }])
  })

  test('our client speaks with a peer on its codec: words of every length, several traps, emptiness, many commands at once', async () => {
    const peer = spawn(python ?? '', [join(import.meta.dirname, 'scripted_peer.py')], { stdio: ['ignore', 'pipe', 'pipe'] })
    onTestFinished(() => void peer.kill('SIGKILL'))
    let heard = ''
    peer.stderr.on('data', (chunk: Buffer) => (heard += chunk.toString()))
    const ended = new Promise((resolve) => peer.once('close', resolve))
    const port = Number(await new Promise((resolve) => peer.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))))
    const connection = await connectRouter({ host: '127.0.0.1', port, tls: null, user: 'admin', password: 'secret', connectTimeoutMs: 5000, timeoutMs: 10_000 })
    const ask = async (...words: [string, ...string[]]) => {
      const rows: Row[] = []
      const { ret } = await connection.run(words, { onRow: (row) => rows.push(row) })
      return { ret, rows: rows.map((row) => Object.fromEntries(row)) }
    }
    const lengths = (await ask('/lengths')).rows.map(({ v = '' }) => v.length)
    expect(lengths).toEqual([0, 123, 124, 125, 126, 16_379, 16_380, 16_381, 16_382, 2_097_148, 2_097_149])
    const values = [1, 124, 125, 16_380, 16_381, 2_097_148, 2_097_149].map((length) => 'y'.repeat(length))
    const echoed = await Promise.all(values.map(async (v) => await ask('/echo', `=v=${v}`)))
    expect(echoed).toEqual(values.map((v) => ({ ret: '*1', rows: [{ v }] })))
    await expect(ask('/traps')).rejects.toMatchObject({
      traps: [
        { category: 0, message: 'no such item' },
        { category: null, message: 'failure: and more' },
      ],
    })
    expect(await ask('/empty')).toEqual({ ret: null, rows: [] })
    await connection.close()
    await ended
    const sentences = JSON.parse(heard) as unknown[][]
    expect(sentences[0]).toEqual(['/login', '=name=admin', '=password=secret'])
    expect(sentences.filter(([name]) => name === '/echo').map(([, word]) => (typeof word === 'number' ? word : String(word).length))).toEqual([
      4, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152,
    ])
    expect(sentences.at(-1)).toEqual(['/quit'])
  })
})
