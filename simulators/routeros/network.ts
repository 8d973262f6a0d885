import { between, draw } from './chance.ts'
import type { SimulatedRouter } from './router.ts'

/** Packages as an invented provider sells them: profile and rate. */
const PACKAGES = [
  ['home-10', '10M/10M', 0.45],
  ['home-20', '20M/20M', 0.35],
  ['home-50', '50M/50M', 0.2],
] as const

/** Furnishes a router with pools, profiles and so many subscribers, whose names and passwords follow from the seed. */
export function furnishNetwork(router: SimulatedRouter, { subscribers, seed }: { subscribers: number; seed: number }): void {
  router.addRow('pools', { name: 'home', ranges: '100.64.0.2-100.127.255.254' })
  router.addRow('pools', { name: 'blocked', ranges: '10.255.0.2-10.255.255.254' })
  for (const [name, rate] of PACKAGES) router.addRow('profiles', { name, 'local-address': '100.64.0.1', 'remote-address': 'home', 'rate-limit': rate })
  router.addRow('profiles', {
    name: 'suspended',
    'local-address': '10.255.0.1',
    'remote-address': 'blocked',
    'rate-limit': '256k/256k',
    'address-list': 'suspended',
  })
  for (let n = 1; n <= subscribers; n++) {
    const name = `user${String(n).padStart(5, '0')}`
    const drawn = draw(seed, name, 'package')
    const [profile] = PACKAGES.find((_package, index) => drawn < PACKAGES.slice(0, index + 1).reduce((sum, [, , share]) => sum + share, 0)) ?? PACKAGES[0]
    const password = Math.floor(between(100_000, 999_999, draw(seed, name, 'password'))).toString()
    const mac = Array.from({ length: 3 }, (_, part) =>
      Math.floor(256 * draw(seed, name, 'mac', part))
        .toString(16)
        .padStart(2, '0')
        .toUpperCase(),
    )
    router.subscribe({ name, password, callerId: `50:D4:F7:${mac.join(':')}` }, { profile })
  }
}
