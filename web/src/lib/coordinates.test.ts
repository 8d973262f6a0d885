import { expect, test } from 'vitest'
import { readCoordinates, rounded, typedCoordinates } from './coordinates.ts'

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

test('a place is read out of the address of a map, its pin before what is shown', () => {
  const place = { latitude: 23.8069, longitude: 90.3687 }
  for (const typed of [
    'https://www.google.com/maps/@23.8069,90.3687,17z',
    'https://www.google.com/maps/place/Shop/@23.7,90.3,17z/data=!3m1!4b1!4m6!3m5!8m2!3d23.8069!4d90.3687!16s',
    'https://maps.google.com/?q=23.8069,90.3687',
    'https://www.google.com/maps/search/?api=1&query=23.8069%2C90.3687',
    'geo:23.8069,90.3687?z=17',
    'https://www.openstreetmap.org/?mlat=23.8069&mlon=90.3687#map=16/23.1/90.1',
    'https://www.openstreetmap.org/#map=16/23.8069/90.3687',
  ])
    expect(readCoordinates(typed), typed).toEqual(place)
  for (const typed of ['https://maps.app.goo.gl/abc', 'https://www.google.com/maps/@123.8,90.3,17z', 'geo:somewhere'])
    expect(readCoordinates(typed), typed).toBeUndefined()
})

test('a pointed place has six decimals', () => {
  expect(rounded({ latitude: 23.80691234, longitude: -90.36871299 })).toEqual({ latitude: 23.806912, longitude: -90.368713 })
})
