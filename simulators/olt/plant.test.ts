import { expect, onTestFinished, test } from 'vitest'
import { createPlant, isUp, lightOf } from './plant.ts'
import type { PlantOptions } from './plant.ts'

function planted(options: Partial<PlantOptions> = {}) {
  const plant = createPlant({ pons: 2, onusPerPon: 4, seed: 3, isEpon: false, startsAfterMs: 20, restartsAfterMs: 30, ...options })
  onTestFinished(plant.close)
  return plant
}

test('one that was authorised gets a number, comes up after a moment, and waits again when it is removed', async () => {
  const plant = planted()
  const heard: string[] = []
  plant.onChange((onu, isUpNow) => heard.push(`${onu.pon}:${onu.id} ${isUpNow ? 'up' : 'down'}`))
  const waiting = plant.addUnregistered({ pon: 2, serial: 'SIMUAAAA0001', hosts: ['02:aa:00:00:00:01'] })
  expect(plant.unregistered(2)).toEqual([waiting])
  expect(plant.unregistered(1)).toEqual([])
  expect(plant.register({ pon: 2, id: 4, serial: 'SIMUAAAA0001' })).toBeNull()
  const onu = plant.register({ pon: 2, id: null, serial: 'SIMUAAAA0001', vlan: 210 })
  expect(onu).toMatchObject({ pon: 2, id: 5, vlan: 210, hosts: ['02:aa:00:00:00:01'], down: 'starting' })
  expect(plant.unregistered()).toEqual([])
  await expect.poll(() => onu !== null && isUp(onu)).toBe(true)
  plant.remove(2, 5)
  expect(plant.find(2, 5)).toBeUndefined()
  expect(plant.unregistered(2).map(({ serial }) => serial)).toEqual(['SIMUAAAA0001'])
  expect(heard).toEqual(['2:5 up', '2:5 down'])
})

test('one whose ONU does not hang there is registered and stays dark', async () => {
  const plant = planted()
  const onu = plant.register({ pon: 1, id: 9, serial: 'SIMU00C0FFEE' })
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(onu).toMatchObject({ down: 'los' })
  plant.restore()
  expect(onu).toMatchObject({ down: 'los' })
})

test('a reboot takes it down and brings it back, but not against a fibre that was cut meanwhile', async () => {
  const plant = planted()
  const heard: string[] = []
  const stop = plant.onChange((onu, isUpNow) => heard.push(`${onu.pon}:${onu.id} ${isUpNow ? 'up' : 'down'}`))
  plant.reboot(1, 1)
  expect(plant.find(1, 1)).toMatchObject({ down: 'reset', lastDown: 'reset' })
  await expect.poll(() => heard).toEqual(['1:1 down', '1:1 up'])
  plant.reboot(1, 2)
  plant.cutFibre(1)
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(plant.on(1).map(({ down }) => down)).toEqual(['los', 'los', 'los', 'los'])
  plant.addUnregistered({ pon: 1 })
  expect(plant.unregistered(1)).toEqual([])
  stop()
  plant.restore()
  expect(plant.onus.filter(isUp).length).toBe(8)
  expect(plant.unregistered(1).length).toBe(1)
  expect(heard.filter((line) => line.endsWith('up'))).toEqual(['1:1 up'])
})

test('light decays by the clock of the plant, and only where it was told to', () => {
  let now = Temporal.Instant.from('2031-01-01T00:00:00Z')
  const plant = planted({
    onus: [
      { pon: 1, id: 1, rxCentiDbm: -2000, decayDbPerDay: 0.2 },
      { pon: 1, id: 2, rxCentiDbm: -2000 },
    ],
    clock: () => now,
  })
  const rx = (id: number): number => {
    const onu = plant.find(1, id)
    return onu === undefined ? Number.NaN : (lightOf(plant, onu).rx ?? Number.NaN)
  }
  const before = [rx(1), rx(2)]
  now = now.add({ hours: 24 * 21 })
  expect(rx(1)).toBeCloseTo((before[0] ?? 0) - 4.2, 5)
  expect(rx(2)).toBe(before[1])
  expect(plant.onus.length).toBe(2)
})
