import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contractTypes, TYPES_PATH } from '../../../tools/openapi/types.ts'

test('the typed client is the one that api/openapi.json makes; npm run api:types renews it', async () => {
  expect(readFileSync(TYPES_PATH, 'utf8')).toBe(await contractTypes())
})
