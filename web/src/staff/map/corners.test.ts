import { expect, test } from 'vitest'
import { betweenCorners, cornersText, movedCorner, readCorners, withCorner } from './corners.ts'

const corners = [
  { latitude: 23.8, longitude: 90.3 },
  { latitude: 23.8, longitude: 90.5 },
  { latitude: 23.9, longitude: 90.5 },
]

test('corners are typed as lines and read as the same corners', () => {
  expect(cornersText(corners)).toBe('23.8, 90.3\n23.8, 90.5\n23.9, 90.5')
  expect(readCorners(`${cornersText(corners)}\n\n`)).toEqual({ corners, wrongLine: null })
  expect(readCorners('23.8, 90.3\nnowhere\n23.9, 90.5').wrongLine).toBe(2)
  expect(readCorners('').corners).toEqual([])
})

test('between two corners another one is set, and the last is followed by the first', () => {
  const between = betweenCorners(corners)
  expect(between).toHaveLength(3)
  expect(between[0]).toEqual({ latitude: 23.8, longitude: 90.4 })
  const more = withCorner(corners, 1, { latitude: 23.7, longitude: 90.4 })
  expect(more.map(({ latitude }) => latitude)).toEqual([23.8, 23.7, 23.8, 23.9])
  expect(movedCorner(more, 1, { latitude: 1, longitude: 2 })[1]).toEqual({ latitude: 1, longitude: 2 })
  expect(betweenCorners(corners.slice(0, 1))).toEqual([])
})
