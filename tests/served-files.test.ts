import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../server/app.ts'
import { testDatabase } from '../server/testing/database.ts'
import { precompress } from '../web/precompress.ts'

const SCRIPT = `export const words = ${JSON.stringify(Array.from({ length: 400 }, (_, index) => `বিল ${index}`))}\n`
const PAGE = `<!doctype html><title>staff</title>${'<p>paid and unpaid</p>'.repeat(100)}`
const FONT = Buffer.alloc(3000, 'font')

const database = await testDatabase()
const webRoot = mkdtempSync(join(tmpdir(), 'lastmile-built-'))
mkdirSync(join(webRoot, 'assets'))
writeFileSync(join(webRoot, 'index.html'), PAGE)
writeFileSync(join(webRoot, 'icon.svg'), '<svg/>')
writeFileSync(join(webRoot, 'assets', 'app-1a2b.js'), SCRIPT)
writeFileSync(join(webRoot, 'assets', 'inter-9f.woff2'), FONT)
await precompress(webRoot)
const app = await buildApp({ database, config: { publicUrl: null, trustProxy: [], logLevel: 'silent' }, webRoot, shedsLoad: false })
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as AddressInfo
afterAll(async () => {
  await app.close()
  rmSync(webRoot, { recursive: true })
})

/** As a browser asks, but with the bytes as they came over the wire. */
function get(path: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })
}

test('a browser gets the smallest form it understands, and every form says that it depends on what was asked', async () => {
  const [br, gz, plain, refused] = await Promise.all([
    get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, deflate, br, zstd' }),
    get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' }),
    get('/assets/app-1a2b.js'),
    get('/assets/app-1a2b.js', { 'accept-encoding': 'br;q=0, gzip;q=0' }),
  ])
  expect([br, gz, plain, refused].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined, undefined])
  expect([brotliDecompressSync(br.bytes), gunzipSync(gz.bytes), plain.bytes].map(String)).toEqual([SCRIPT, SCRIPT, SCRIPT])
  expect(br.bytes.length).toBeLessThan(SCRIPT.length / 3)
  for (const { status, headers, bytes } of [br, gz, plain]) {
    expect([status, headers.vary, headers['content-type']]).toEqual([200, 'accept-encoding', 'application/javascript; charset=utf-8'])
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(Number(headers['content-length'])).toBe(bytes.length)
  }
})

test('each form has its own tag, and asking with it again costs no bytes', async () => {
  const encodings = ['br', 'gzip', 'identity']
  const first = await Promise.all(encodings.map((encoding) => get('/', { 'accept-encoding': encoding })))
  const tags = first.map(({ headers }) => headers.etag ?? '')
  expect(new Set(tags).size).toBe(3)
  const again = await Promise.all(encodings.map((encoding, index) => get('/', { 'accept-encoding': encoding, 'if-none-match': tags[index] ?? '' })))
  expect(again.map(({ status, bytes }) => [status, bytes.length])).toEqual([
    [304, 0],
    [304, 0],
    [304, 0],
  ])
  const other = await get('/', { 'accept-encoding': 'gzip', 'if-none-match': tags[0] ?? '' })
  expect([other.status, other.headers['content-encoding']]).toEqual([200, 'gzip'])
})

test('the page itself is asked for each time, at whatever address of the app, and comes compressed', async () => {
  for (const path of ['/', '/clients/7', '/index.html']) {
    const { headers, bytes } = await get(path, { 'accept-encoding': 'br' })
    expect([headers['cache-control'], headers['content-encoding'], headers['content-type']]).toEqual(['no-cache', 'br', 'text/html; charset=utf-8'])
    expect(String(brotliDecompressSync(bytes))).toBe(PAGE)
  }
})

test('what is compressed already, or too small to gain, is sent as it is', async () => {
  const [font, icon] = await Promise.all(['/assets/inter-9f.woff2', '/icon.svg'].map((path) => get(path, { 'accept-encoding': 'br, gzip' })))
  expect([font?.headers['content-encoding'], font?.bytes.equals(FONT)]).toEqual([undefined, true])
  expect([icon?.headers['content-encoding'], String(icon?.bytes), icon?.headers['cache-control']]).toEqual([undefined, '<svg/>', 'no-cache'])
})

test('a file of an earlier build is not there, and the page is not served in its place', async () => {
  const { status, headers } = await get('/assets/app-0000.js', { 'accept-encoding': 'br, gzip' })
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([404, 'application/problem+json; charset=utf-8', undefined])
})
