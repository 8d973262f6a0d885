import { randomInt } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { settableClock } from '../../server/kernel/clock.ts'
import { frame, lengthOf, unframer } from './codec.ts'
import { furnishNetwork, simulateRouter } from './index.ts'
import { rawClient } from './raw-client.ts'
import type { RouterOptions } from './state.ts'

const admin = { name: 'admin', password: 'secret', group: 'full' } as const
const START = '2026-03-01T12:00:00Z'

async function given(changes: Partial<RouterOptions> = {}) {
  const clock = settableClock(START)
  const router = await simulateRouter({ clock, version: '7.18.2', identity: 'pop-1', zone: 'Asia/Dhaka', users: [admin], seed: 1, ...changes })
  const client = await rawClient(router)
  onTestFinished(async () => {
    client.close()
    await router.close()
  })
  await client.logIn(admin.name, admin.password)
  return { clock, router, client }
}
const messageOf = (sentences: readonly (readonly string[])[]): string =>
  sentences
    .flat()
    .find((word) => word.startsWith('=message='))
    ?.slice(9) ?? ''

test('the codec gives back any sentence however it is cut, and lengths grow where the API says', () => {
  for (const [length, bytes] of [
    [127, '7f'],
    [128, '8080'],
    [16_383, 'bfff'],
    [16_384, 'c04000'],
    [2_097_151, 'dfffff'],
    [2_097_152, 'e0200000'],
    [268_435_455, 'efffffff'],
    [268_435_456, 'f010000000'],
  ] as const)
    expect(Buffer.from(lengthOf(length)).toString('hex')).toBe(bytes)
  const words = ['/a', 'x'.repeat(127), 'y'.repeat(128), 'z'.repeat(70_000), '\xff\x00=']
  const all = frame(words)
  const read = unframer()
  const found: string[][] = []
  for (let at = 0; at < all.length; ) {
    const size = randomInt(1, 400)
    found.push(...read(all.subarray(at, at + size)))
    at += size
  }
  expect(found).toEqual([words])
  expect(() => unframer()(Buffer.of(0xf8))).toThrow('no length')
})

test('S1 queries work on a stack: words are and-ed, ?# combines, an unknown operation is refused', async () => {
  const { router, client } = await given()
  for (const [name, comment, disabled] of [
    ['anis', '', 'no'],
    ['babul', 'shop', 'no'],
    ['chandan', 'shop', 'yes'],
    ['dulal', 'mosque', 'no'],
  ] as const)
    router.addRow('secrets', { name, ...(comment === '' ? {} : { comment }), disabled })
  const names = async (...queries: readonly string[]) => await client.values('name', '/ppp/secret/print', ...queries)

  expect(await names('?comment=shop')).toEqual(['babul', 'chandan'])
  expect(await names('?=comment=shop', '?disabled=no')).toEqual(['babul'])
  expect(await names('?name=anis', '?name=dulal', '?#|')).toEqual(['anis', 'dulal'])
  expect(await names('?name=anis', '?#!')).toEqual(['babul', 'chandan', 'dulal'])
  expect(await names('?name=anis', '?name=babul', '?#|!')).toEqual(['chandan', 'dulal'])
  expect(await names('?-comment')).toEqual(['anis'])
  expect(await names('?comment')).toEqual(['babul', 'chandan', 'dulal'])
  expect(await names('?>comment=')).toEqual(['babul', 'chandan', 'dulal'])
  expect(await names('?>comment=mosque')).toEqual(['babul', 'chandan'])
  expect(await names('?<name=babul')).toEqual(['anis'])
  // A lone operator pops the "true" that lies under the stack.
  expect(await names('?#&')).toHaveLength(4)
  expect(await names('?#!')).toEqual([])
  // An index copies; at the end of the word it keeps that value alone.
  expect(await names('?name=anis', '?name=babul', '?#1')).toEqual(['anis'])
  expect(await names('?name=anis', '?name=babul', '?#1.|')).toEqual(['anis'])
  expect(await names('?name=anis', '?#.|')).toEqual(['anis'])
  expect(messageOf(await client.ask('/ppp/secret/print', '?name=anis', '?#%'))).toContain('unknown query operation')
  const ports = await client.values('name', '/interface/print', '?name=ether1', '?name=ether5', '?#|', '?type=ether')
  expect(ports).toEqual(['ether1', 'ether5'])
})

test('S1 numbers and addresses are compared by size, not by their letters', async () => {
  const { router, client } = await given()
  for (const remote of ['10.0.0.9', '10.0.0.10', '10.0.0.100'])
    router.addRow('secrets', { name: remote, 'remote-address': remote, 'limit-bytes-in': remote.slice(7) })
  expect(await client.values('name', '/ppp/secret/print', '?<remote-address=10.0.0.50')).toEqual(['10.0.0.9', '10.0.0.10'])
  expect(await client.values('name', '/ppp/secret/print', '?>limit-bytes-in=9')).toEqual(['10.0.0.10', '10.0.0.100'])
})

test('S2 a taken name and an unknown id are refused in the words of RouterOS', async () => {
  const { router, client } = await given()
  router.addRow('secrets', { name: 'anis' })
  expect(await client.ask('/ppp/secret/add', '=name=anis')).toEqual([['!trap', '=message=failure: secret with the same name already exists'], ['!done']])
  for (const command of ['set', 'remove', 'enable', 'disable']) {
    expect(await client.ask(`/ppp/secret/${command}`, '=numbers=*999')).toEqual([['!trap', '=category=0', '=message=no such item'], ['!done']])
  }
  const added = await client.ask('/ppp/secret/add', '=name=babul')
  expect(await client.ask('/ppp/secret/set', `=.id=${added[0]?.[1]?.slice(5)}`, '=name=anis')).toContainEqual([
    '!trap',
    '=message=failure: secret with the same name already exists',
  ])
  expect(router.rows('secrets').map(({ name }) => name)).toEqual(['anis', 'babul'])
})

test('S2 a configuration may hold one name twice when that is what is wanted', async () => {
  const { router, client } = await given()
  router.faults.allowsDuplicateNames = true
  router.addRow('secrets', { name: 'anis' })
  expect((await client.ask('/ppp/secret/add', '=name=anis')).at(-1)?.[0]).toBe('!done')
  expect(await client.values('name', '/ppp/secret/print', '?name=anis')).toEqual(['anis', 'anis'])
})

test('S3 one missing row of several: what became of the others is for the reader to find out', async () => {
  for (const [mode, disabled] of [
    ['changes none', ['false', 'false', 'false']],
    ['changes those before', ['true', 'false', 'false']],
    ['changes the others', ['true', 'false', 'true']],
  ] as const) {
    const { router, client } = await given()
    router.faults.whenOneIsGone = mode
    for (const name of ['anis', 'babul', 'chandan']) router.addRow('secrets', { name })
    const [first, , third] = router.rows('secrets').map((row) => row['.id'])
    expect(messageOf(await client.ask('/ppp/secret/disable', `=numbers=${first},*99,${third}`))).toBe('no such item')
    expect(
      router.rows('secrets').map((row) => row['disabled']),
      mode,
    ).toEqual(disabled)
  }
})

test('values are stored as a router stores them; what is no value, no property or no command is refused', async () => {
  const { client } = await given()
  await client.ask('/queue/simple/add', '=name=q', '=target=10.0.0.2', '=max-limit=10M/512k', '=disabled=yes')
  expect(await client.ask('/queue/simple/print', '=.proplist=name,max-limit,disabled')).toEqual([
    ['!re', '=name=q', '=max-limit=10000000/512000', '=disabled=true'],
    ['!done'],
  ])
  expect(messageOf(await client.ask('/queue/simple/add', '=name=r', '=target=10.0.0.2', '=max-limit=fast'))).toBe('invalid value for argument max-limit')
  expect(messageOf(await client.ask('/ppp/secret/add', '=name=a', '=profile=gone'))).toBe('input does not match any value of profile')
  expect(messageOf(await client.ask('/ppp/secret/add', '=name=a', '=colour=red'))).toBe('unknown parameter')
  expect(messageOf(await client.ask('/ppp/secret/add', '=password=a'))).toContain('name')
  expect(messageOf(await client.ask('/ppp/secret/dance'))).toBe('no such command')
  expect(messageOf(await client.ask('/moon/print'))).toBe('no such command prefix')
  expect(messageOf(await client.ask('/ppp/profile/remove', '=numbers=default'))).toContain('default')
  expect(messageOf(await client.ask('/interface/remove', '=numbers=ether1'))).toBe('no such command')
  await client.ask('/ppp/secret/add', '=name=a', '=remote-address=10.0.0.2')
  await client.ask('/ppp/secret/set', '=numbers=a', '=!remote-address=')
  expect(await client.values('name', '/ppp/secret/print', '?-remote-address')).toEqual(['a'])
  await client.ask('/ppp/secret/set', '=numbers=a', '=comment=here')
  await client.ask('/ppp/secret/unset', '=numbers=a', '=value-name=comment')
  expect(await client.values('name', '/ppp/secret/print', '?-comment')).toEqual(['a'])
  expect(await client.ask('/ppp/secret/print', '=count-only=')).toEqual([['!done', '=ret=1']])
})

test('a reader may look, sees no passwords and changes nothing', async () => {
  const { router } = await given({ users: [admin, { name: 'viewer', password: 'v', group: 'read' }] })
  router.addRow('secrets', { name: 'anis', password: 'hidden' })
  const client = await rawClient(router)
  onTestFinished(client.close)
  await client.logIn('viewer', 'v')
  expect((await client.ask('/ppp/secret/print')).flat().filter((word) => word.includes('hidden'))).toEqual([])
  expect(messageOf(await client.ask('/ppp/secret/disable', '=numbers=anis'))).toBe('not enough permissions (9)')
})

test('each version logs in, writes dates and answers emptiness in its own way', async () => {
  for (const [version, isLegacy, empty, date] of [
    ['6.42', true, false, 'mar/01/2026'],
    ['6.49.10', false, false, 'mar/01/2026'],
    ['7.17', false, false, '2026-03-01'],
    ['7.18.2', false, true, '2026-03-01'],
  ] as const) {
    const { router, client } = await given({ version })
    const fresh = await rawClient(router)
    onTestFinished(fresh.close)
    const [answer] = await fresh.ask('/login', '=name=admin', '=password=secret')
    expect(
      answer?.some((word) => /^=ret=[0-9a-f]{32}$/.test(word)),
      version,
    ).toBe(isLegacy)
    expect(await client.ask('/ppp/secret/print'), version).toEqual(empty ? [['!empty'], ['!done']] : [['!done']])
    expect(await client.values('date', '/system/clock/print'), version).toEqual([date])
    expect(await client.values('version', '/system/resource/print')).toEqual([`${version} (stable)`])
    const wrong = await rawClient(router)
    onTestFinished(wrong.close)
    expect((await wrong.logIn('admin', 'guess'))[0]?.[0], version).toBe('!trap')
    expect(await wrong.ask('/ppp/secret/print'), version).toEqual([['!fatal', 'not logged in']])
  }
})

test('an old log leaves out today and this year, a new one nothing', async () => {
  const { clock, client } = await given({ version: '6.49.10' })
  clock.advance({ hours: 24 })
  expect(await client.values('time', '/log/print')).toEqual(['mar/01 18:00:00'])
  clock.advance({ hours: 24 * 365 })
  expect(await client.values('time', '/log/print')).toEqual(['mar/01/2026 18:00:00'])
  const modern = await given()
  expect(await modern.client.values('time', '/log/print')).toEqual(['2026-03-01 18:00:00'])
})

test('replies carry the tag of their command, several run at once, and cancel interrupts the one it names', async () => {
  const { router, client } = await given()
  client.say('/ppp/secret/listen', '.tag=l')
  client.say('/ping', '=address=127.0.0.1', '=interval=10ms', '.tag=p')
  expect(await client.next()).toContain('.tag=p')
  client.say('/cancel', '=tag=p', '.tag=c')
  const heard: (readonly string[])[] = []
  while (heard.filter((sentence) => sentence.includes('!done')).length < 2) heard.push((await client.next()) ?? ['!done', '!done'])
  expect(heard.filter((sentence) => sentence[0] !== '!re')).toEqual(
    expect.arrayContaining([
      ['!done', '.tag=c'],
      ['!trap', '=category=2', '=message=interrupted', '.tag=p'],
      ['!done', '.tag=p'],
    ]),
  )
  router.addRow('secrets', { name: 'anis' })
  expect((await client.next())?.slice(0, 3)).toEqual(['!re', '=.id=*1', '=name=anis'])
  client.say('/ppp/secret/remove', '.tag=r', '=numbers=anis')
  expect(await client.next()).toEqual(['!re', '=.id=*1', '=.dead=yes', '.tag=l'])
  expect(await client.next()).toEqual(['!done', '.tag=r'])
  expect(await client.ask('/quit')).toEqual([['!fatal', 'session terminated on request']])
  expect(await client.next()).toBeNull()
})

test('bytes that are no UTF-8 are stored and given back as they are', async () => {
  const { client, router } = await given()
  const name = 'রহিম\u{1F600}'
  await client.ask('/ppp/secret/add', `=name=${name}`, '=comment=a=b=c')
  expect(router.rows('secrets')[0]).toMatchObject({ name, comment: 'a=b=c' })
})

test('20,000 secrets are furnished and read in seconds', async () => {
  const { router, client } = await given()
  const began = performance.now()
  furnishNetwork(router, { subscribers: 20_000, seed: 1 })
  expect(await client.values('name', '/ppp/secret/print', '=.proplist=name,profile,disabled')).toHaveLength(20_000)
  expect(await client.values('name', '/ppp/secret/print', '?name=user19999')).toEqual(['user19999'])
  expect(performance.now() - began).toBeLessThan(8000)
})
