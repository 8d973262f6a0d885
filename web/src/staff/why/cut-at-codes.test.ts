import { expect, test } from 'vitest'
import { cutAtCodes } from './cut-at-codes.ts'

const invoice = { type: 'invoice', id: 7, code: 'INV-7' }
const longer = { type: 'invoice', id: 71, code: 'INV-71' }

test('every document that is named in a sentence becomes a part of its own', () => {
  expect(cutAtCodes('Invoice INV-7 of 1 Nov: open, as INV-71 is.', [invoice, longer])).toEqual([
    { part: 'Invoice ', ref: null },
    { part: 'INV-7', ref: invoice },
    { part: ' of 1 Nov: open, as ', ref: null },
    { part: 'INV-71', ref: longer },
    { part: ' is.', ref: null },
  ])
})

test('a code inside a longer one is not taken for it', () => {
  expect(cutAtCodes('Invoice INV-71 is settled.', [invoice])).toEqual([{ part: 'Invoice INV-71 is settled.', ref: null }])
})

test('codes that mean something to a pattern are read as they are written', () => {
  const odd = { type: 'payment', id: 1, code: 'R(1).5' }
  expect(cutAtCodes('Paid by R(1).5.', [odd])[1]).toEqual({ part: 'R(1).5', ref: odd })
})

test('a sentence without codes stays whole', () => {
  expect(cutAtCodes('No invoice is open.', [{ type: 'client', id: 1, code: null }])).toEqual([{ part: 'No invoice is open.', ref: null }])
})
