import { expect, test } from 'vitest'
import { nextLight } from './light.ts'
import type { LightStanding } from './light.ts'

const limits = { weakDbm: -26, criticalDbm: -28, strongDbm: -8, hysteresisDb: 1 }
const after = (...measured: readonly number[]): string[] => {
  let standing: LightStanding = { light: 'unknown', lightSeen: 'unknown' }
  return measured.map((rxDbm) => {
    standing = nextLight(standing, rxDbm, limits)
    return standing.light
  })
}

test('light is worse only when two measurements in a row say so', () => {
  expect(after(-20, -27, -20, -27, -27)).toEqual(['good', 'good', 'good', 'good', 'weak'])
  expect(after(-20, -29, -29, -20, -20)).toEqual(['good', 'good', 'critical', 'critical', 'good'])
  expect(after(-27, -27)).toEqual(['unknown', 'weak'])
})

test('at a limit it does not flicker: better means beyond the limit by the hysteresis, twice', () => {
  expect(after(-20, -26.1, -26.1, -25.9, -25.9, -25.1, -25.1, -24.9, -24.9)).toEqual(['good', 'good', 'weak', 'weak', 'weak', 'weak', 'weak', 'weak', 'good'])
  expect(after(-29, -29, -27.5, -27.5, -26.9, -26.9)).toEqual(['unknown', 'critical', 'critical', 'critical', 'critical', 'weak'])
})

test('too much light is told apart from too little', () => {
  expect(after(-7, -7, -8.5, -8.5, -9.1, -9.1, -30, -30)).toEqual([
    'unknown',
    'too_strong',
    'too_strong',
    'too_strong',
    'too_strong',
    'good',
    'good',
    'critical',
  ])
})
