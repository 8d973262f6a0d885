import { expect, test } from 'vitest'
import { maskSecrets } from './mask-secrets.ts'

test.each([
  ['snmp-server community s3cret rw', 'snmp-server community *** rw'],
  ['username ops password 7 04481F', 'username ops password 7 ***'],
  ['terminal user password cipher abc level 1', 'terminal user password cipher *** level 1'],
  ['  Community : public-of-us', '  Community : ***'],
  ['enable-secret=abc', 'enable-secret=***'],
  ['snmp-agent community read cipher abc', 'snmp-agent community read cipher ***'],
  ['show onu 5 state', 'show onu 5 state'],
  ['password ***', 'password ***'],
])('%s is shown as %s', (text, shown) => {
  expect(maskSecrets(text)).toBe(shown)
})

test('a text of any length takes bounded time', () => {
  const began = performance.now()
  maskSecrets(`password${' simple'.repeat(40_000)}`)
  maskSecrets('a-'.repeat(100_000))
  expect(performance.now() - began).toBeLessThan(2000)
})
