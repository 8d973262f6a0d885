import { expect, test } from 'vitest'
import { observationOf } from '../poll/observation.ts'
import { judge } from './look-back.ts'
import type { Look } from './look-back.ts'

const nobody = { serial: null, mac: null }
const look = (row: Record<string, string | boolean> | null, more: Partial<Look> = {}): Look => ({
  isKnown: true,
  onu: row === null ? null : observationOf({ pon: '0/1', onuId: 5, serial: 'GPON00AB12CD', ...row }),
  admin: null,
  upSince: null,
  upSeconds: null,
  ...more,
})
const isSeen = (want: Parameters<typeof judge>[0], ...looks: Look[]): boolean => judge(want, nobody, looks).isSeen

test('a list that could not be read proves nothing, least of all that somebody is gone', () => {
  expect(isSeen({ kind: 'gone' }, look(null))).toBe(true)
  expect(isSeen({ kind: 'gone' }, look(null, { isKnown: false }))).toBe(false)
  expect(isSeen({ kind: 'gone' }, look({ state: 'offline' }))).toBe(false)
  expect(isSeen({ kind: 'disabled' }, look(null))).toBe(false)
  expect(isSeen({ kind: 'registered' })).toBe(false)
})

test('who is gone may have left his number to another', () => {
  const other = { serial: 'GPON00FFFFFF', mac: null }
  expect(judge({ kind: 'gone' }, other, [look({ state: 'online' })]).isSeen).toBe(true)
  expect(judge({ kind: 'registered' }, other, [look({ state: 'online' })]).words).toContain('another ONU stands there')
})

test('one that lost its light is not disabled, and one that the OLT calls disabled is', () => {
  expect(isSeen({ kind: 'disabled' }, look({ state: 'los' }))).toBe(false)
  expect(isSeen({ kind: 'disabled' }, look({ state: 'offline', lastDownCause: 'admin' }))).toBe(true)
  expect(isSeen({ kind: 'disabled' }, look({ state: 'offline' }, { admin: 'disable' }))).toBe(true)
  expect(isSeen({ kind: 'disabled' }, look({ state: 'offline' }, { admin: 'enable' }))).toBe(false)
  expect(isSeen({ kind: 'enabled' }, look({ state: 'los' }))).toBe(false)
  expect(isSeen({ kind: 'enabled' }, look({ state: 'los' }, { admin: 'enable' }))).toBe(true)
})

test('one that started again was seen down, or is up since another moment than before', () => {
  const up = look({ state: 'online' }, { upSince: '2031-01-01 08:00:00', upSeconds: 4000 })
  expect(isSeen({ kind: 'restarted' }, up, up)).toBe(false)
  expect(isSeen({ kind: 'restarted' }, up, look({ state: 'offline' }), up)).toBe(true)
  expect(judge({ kind: 'restarted' }, nobody, [up, look({ state: 'offline' })])).toMatchObject({ isSeen: true, isAll: false })
  expect(isSeen({ kind: 'restarted' }, up, look({ state: 'online' }, { upSince: '2031-01-01 09:00:00' }))).toBe(true)
  expect(isSeen({ kind: 'restarted' }, up, look({ state: 'online' }, { upSeconds: 3 }))).toBe(true)
  expect(isSeen({ kind: 'restarted' }, up, look({ state: 'online' }, { upSeconds: 4001 }))).toBe(false)
})
