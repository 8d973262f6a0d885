import { expect, test } from 'vitest'
import { readCoordinates, typedCoordinates } from './coordinates.ts'

test('a place is read as maps and phones copy it', () => {
  expect(readCoordinates('23.8069, 90.3687')).toEqual({ latitude: 23.8069, longitude: 90.3687 })
  expect(readCoordinates(' -33.9 18.4 ')).toEqual({ latitude: -33.9, longitude: 18.4 })
  expect(readCoordinates('২৩.৮, ৯০.৩')).toEqual({ latitude: 23.8, longitude: 90.3 })
})

test('what is no place on earth is not taken for one', () => {
  for (const typed of ['', '23.8', '95, 10', '23, 190', 'Mirpur 10', '23.8,90.3,5']) expect(readCoordinates(typed), typed).toBeUndefined()
})

test('a place that is typed out is read as the same place', () => {
  const place = { latitude: -7.25, longitude: 112.75 }
  expect(readCoordinates(typedCoordinates(place))).toEqual(place)
  expect(typedCoordinates({ latitude: null, longitude: 90 })).toBe('')
})
