import { expect, test } from 'vitest'
import { idsBelow, treeOf } from './tree.ts'

const areas = [
  { id: 1, parent_id: null },
  { id: 2, parent_id: 1 },
  { id: 3, parent_id: null },
  { id: 4, parent_id: 2 },
  { id: 5, parent_id: 99 },
]
const shape = (folded: number[] = []) => treeOf(areas, (id) => folded.includes(id)).map(({ item, depth }) => [item.id, depth])

test('each area stands before what lies below it, deeper by one', () => {
  expect(shape()).toEqual([
    [1, 0],
    [2, 1],
    [4, 2],
    [3, 0],
    [5, 0],
  ])
})

test('a folded area hides everything below it', () => {
  expect(shape([1])).toEqual([
    [1, 0],
    [3, 0],
    [5, 0],
  ])
})

test('an area can be put below any other but itself and what lies below it', () => {
  expect([...idsBelow(areas, 1)]).toEqual([1, 2, 4])
})
