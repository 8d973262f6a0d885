import { describe, expect, test } from 'vitest'
import { deviceCorpus, readCorpus } from '../../../testing/device-corpus.ts'
import { findProfile } from './drivers/list.ts'
import { parseSaved } from './parse-output.ts'
import type { Reading, Recognised } from './parse/reading.ts'

const corpus = deviceCorpus()
const text = (path: string): string => readCorpus(`cli/${path}`)
const json = (path: string) => JSON.parse(text(path))

/** What a profile's parser makes of a file; it has to know it. */
const read = (profileId: string, command: string, path: string): Recognised => saved(profileId, command, text(path), path)

function saved(profileId: string, command: string, output: string, what = command): Recognised {
  const profile = findProfile(profileId)
  const found = profile?.commands[command]
  if (profile === null || found === undefined) throw new Error(`There is no ${profileId} ${command}`)
  const parsed = parseSaved(profile, found, output)
  if (parsed.kind === 'unrecognised') throw new Error(`${what}: unrecognised, ${parsed.why}: ${parsed.sample}`)
  return parsed
}

const G0B = 'vsol-gpon/v1600g0b_v1.4.8r'
const g0b = (command: string, file: string): Recognised => read('vsol-gpon', command, `${G0B}/${file}.txt`)
const place = ({ pon = null, onuId = null }: Reading): string => `${pon}:${onuId}`
const pick = (rows: readonly Reading[], ...names: readonly string[]) => rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null])))

describe.skipIf(corpus === null)('VSOL GPON', () => {
  test('57 ONUs: state, identity and light of each, and a count that proves the list', () => {
    const { onus } = json(`${G0B}/expected.dev.json`)
    const state = g0b('onu-state', 'show_onu_state')
    const info = new Map(g0b('onu-info', 'show_onu_info').rows.map((row) => [row['onuId'], row]))
    const rx = new Map(g0b('onu-rx', 'show_pon_onu_all_rx-power').rows.map((row) => [row['onuId'], row]))
    expect(info.size).toBe(57)
    expect(rx.size).toBe(57)
    const all = state.rows.map((row) => ({ ...row, ...info.get(row['onuId'] ?? null), ...rx.get(row['onuId'] ?? null) }))
    expect(pick(all, 'onuId', 'model', 'serial', 'admin', 'online', 'phase', 'rxDbm')).toEqual(onus)
    expect(state).toMatchObject({ complete: true, evidence: 'count', counted: 57, totals: { working: 52 }, rest: [] })
    expect(all.every(({ online, rxDbm }) => online === (rxDbm !== null))).toBe(true)
  })

  test('a list without a count at its end does not claim to be all', () => {
    expect(g0b('onu-rx', 'show_pon_onu_all_rx-power')).toMatchObject({ complete: false, evidence: null, rest: [] })
    expect(g0b('onu-info', 'show_onu_info')).toMatchObject({ complete: false, evidence: null, rest: [] })
  })

  test('addresses behind ONUs', () => {
    const table = g0b('mac-table', 'show_mac_address-table_interface_gpon_0_1')
    expect(pick(table.rows, 'mac', 'vlan', 'onuId')).toEqual(json(`${G0B}/expected.dev.json`).macs)
    expect(table).toMatchObject({ complete: true, counted: 52, rest: [] })
  })

  test('one ONU', () => {
    const { optical2, distance2 } = json(`${G0B}/expected.dev.json`)
    expect(g0b('onu-optics', 'show_onu_2_optical_info').rows).toMatchObject([optical2])
    expect(g0b('onu-distance', 'show_onu_2_distance').rows).toEqual([{ onuId: 2, distanceM: distance2 }])
    expect(g0b('onu-description', 'show_onu_2_desc').rows).toEqual([{ onuId: 2, description: 'CLIENTE-PRUEBA' }])
    expect(g0b('onu-description', 'show_onu_3_desc_empty').rows).toEqual([{ onuId: 3, description: null }])
    expect(g0b('onu-detail', 'show_onu_detail-info_2').rows).toMatchObject([
      { onuId: 2, vendor: 'VSOL', serial: 'GPON0CE43515', admin: 'enable', model: 'VSOLV824', upSeconds: 82_580 },
    ])
  })

  test('what waits to be authorised, and that nothing does', () => {
    expect(g0b('onu-autofind', 'show_onu_auto-find').rows).toMatchObject(json(`${G0B}/expected.dev.json`).autofind)
    expect(g0b('onu-autofind', 'show_onu_auto-find_empty_bare_error')).toMatchObject({ rows: [], complete: true })
    const placed = read('vsol-gpon', 'onu-autofind', 'vsol-gpon/v1600g1_erlan/show_onu_auto-find.ansi.raw')
    const { autofind } = json('vsol-gpon/v1600g1_erlan/expected.dev.json')
    expect(placed.rows.map(({ pon, onuId, serial, phase }) => [Number(String(pon).split('/')[1]), onuId, serial, phase])).toEqual(autofind)
    expect(pick(placed.rows, 'state', 'online')).toEqual([
      { state: 'unknown', online: null },
      { state: 'unknown', online: null },
    ])
  })

  test('the OLT and its PON', () => {
    expect(g0b('version', 'show_version').rows).toMatchObject([{ model: 'V1600G0-B', firmware: 'V1.4.8R', hardware: 'V3.1.4', oltSerial: 'V2504240405' }])
    expect(g0b('pon-info', 'show_pon_info').rows).toEqual([{ admin: 'enable', fec: 'disable', txState: 'enable' }])
    expect(g0b('pon-optics', 'show_pon_optical_transceiver').rows).toEqual([{ temperatureC: 54.824, voltageV: 3.27, biasMa: 30.15, txDbm: 9.608 }])
  })

  test('variants of other firmware', () => {
    const variant = (command: string, file: string) => read('vsol-gpon', command, `vsol-gpon/variants/${file}.txt`).rows
    expect(json('vsol-gpon/variants/expected.dev.json').trap).toContain('Lower rx optical threshold')
    for (const file of [`${G0B}/show_onu_2_optical_info`, 'vsol-gpon/variants/show_onu_optical_info_v1600g0b_other']) {
      // A threshold is a policy and no light, in whatever order the lines come.
      const lines = text(`${file}.txt`).trimEnd().split('\n')
      const [optics] = saved('vsol-gpon', 'onu-optics', `${lines.toReversed().join('\n')}\n`).rows
      expect(optics?.['rxDbm']).toBe(read('vsol-gpon', 'onu-optics', `${file}.txt`).rows[0]?.['rxDbm'])
    }
    expect(variant('onu-optics', 'show_onu_optical_info_v1600g0b_other')).toEqual([
      { rxDbm: -23.98, txDbm: 2.02, voltageV: 3.28, biasMa: 12, temperatureC: 55 },
    ])
    expect(pick(variant('onu-state', 'show_onu_state_config-state-column'), 'pon', 'onuId', 'state', 'online')).toEqual([
      { pon: '1/1/1', onuId: 1, state: 'online', online: true },
      { pon: '1/1/1', onuId: 2, state: 'offline', online: false },
      { pon: '1/1/1', onuId: 3, state: 'los', online: false },
    ])
    expect(pick(variant('onu-info', 'show_onu_info_rows'), 'pon', 'onuId', 'model', 'profile', 'serial')).toEqual([
      { pon: '0/1', onuId: 1, model: 'HG8120C', profile: 'HUAWEI', serial: 'HWTC7CA6A566' },
      { pon: '0/1', onuId: 2, model: null, profile: 'HUAWEI', serial: 'HWTC0A6F4947' },
      { pon: '0/2', onuId: 3, model: 'IC485WRF', profile: 'HUAWEI', serial: 'HWTC12345678' },
    ])
    expect(variant('mac-table', 'show_mac_address-table_pon_1_1')).toMatchObject([{ mac: '11:22:33:44:55:66', vlan: 100, pon: '0/1', onuId: 1 }])
    expect(variant('mac-address', 'show_mac_address-table_address')).toMatchObject([{ mac: '11:22:33:44:55:66', vlan: 100, port: 'GE0/17', onuId: null }])
    expect(variant('onu-eth', 'show_onu_eth')).toMatchObject([
      { port: 'eth_0/1', speed: 'auto', admin: 'enable' },
      { port: 'eth_0/2', speed: 'full-100' },
    ])
  })
})

describe.skipIf(corpus === null)('VSOL EPON', () => {
  const epon = (command: string, file: string): Recognised => read('vsol-epon', command, `vsol-epon/${file}`)
  const expected = () => json('vsol-epon/expected.dev.json')

  test('optics, closed by the prompt', () => {
    const optics = epon('onu-optics', 'show_onu_opm-diag_pon0_1.raw')
    expect(Object.fromEntries(optics.rows.map(({ pon: _pon, onuId, ...row }) => [onuId, row]))).toEqual(expected().opm_diag)
    expect(optics).toMatchObject({ complete: true, evidence: 'prompt' })
  })

  test('state, with why and how long', () => {
    const { rows } = epon('onu-status', 'show_onu_status_v1.01.51.txt')
    expect(rows.map((row) => ({ ...row, onu: place(row) }))).toMatchObject(expected()['status_v1.01.51'])
    expect(rows[0]?.['aliveSeconds']).toBe(6 * 86_400 + 19 * 3600 + 16 * 60 + 7)
  })

  test('the other lists', () => {
    expect(epon('onu-auth', 'show_onu_auth-info.txt')).toMatchObject({
      complete: true,
      rows: [{ pon: '0/1', onuId: 2, llid: 3, online: true, mac: '98:2a:0a:a0:25:b9', rtt: 672 }],
    })
    expect(epon('onu-basic', 'show_onu_basic-info.txt').rows).toEqual([
      { pon: '0/1', onuId: 1, vendor: 'MONU', model: 'H313', mac: 'a8:e2:07:69:d3:6f', hardware: 'V3.7L', firmware: '3.1.02-220505' },
    ])
    expect(epon('onu-mac', 'show_onu_1_mac-address-table.txt').rows).toMatchObject([
      { seq: 1, vlan: 100, mac: 'aa:bb:cc:dd:ee:01', pon: '0/1' },
      { seq: 2, vlan: 100, mac: '11:22:33:44:55:66' },
    ])
    expect(epon('onu-eth', 'show_onu_ctc_eth.txt').rows).toEqual([{ port: 1, link: 'up', autoNegotiation: 'enabled', loopDetection: 'activated' }])
    expect(epon('onu-totals', 'show_onu_totals.txt').rows).toEqual([
      { pon: '0/1', onus: 43, onlineOnus: 29 },
      { pon: '0/2', onus: 12, onlineOnus: 8 },
    ])
  })
})

describe.skipIf(corpus === null)('ZTE', () => {
  const expected = () => json('zte/expected.dev.json')
  const zte = (command: string, file: string): Recognised => read('zte-c300', command, `zte/${file}.txt`)

  test('states with their reasons, light where there is any', () => {
    const { rows } = zte('onu-state', 'c320_show_gpon_onu_state')
    expect(rows.map((row) => ({ onu: place(row), phase: row['phase'], online: row['online'], cause: row['lastDownCause'] }))).toEqual(
      expected().c320_state.map((row: object) => ({ ...row, onu: String((row as { onu: string }).onu) })),
    )
    const light = (file: string, name: string, command: string) => Object.fromEntries(zte(command, file).rows.map((row) => [row['onuId'], row[name]]))
    expect(light('c320_show_pon_power_onu-rx', 'rxDbm', 'onu-rx')).toEqual(expected().c320_onu_rx)
    expect(light('c320_show_pon_power_onu-tx', 'txDbm', 'onu-tx')).toEqual(expected().c320_onu_tx)
    const dark = zte('onu-rx', 'c320_show_pon_power_onu-rx')
      .rows.filter(({ rxDbm }) => rxDbm === null)
      .map(place)
    expect(rows.filter(({ pon, online }) => pon === '1/1/1' && online !== true).map(place)).toEqual(dark)
  })

  test('attenuation, addresses, what waits, cards', () => {
    expect(zte('onu-attenuation', 'c320_show_pon_power_attenuation').rows).toEqual([expected().attenuation])
    const macs = zte('onu-mac', 'c320_show_mac_gpon_onu')
    expect(macs.rows.map((row) => ({ mac: row['mac'], vlan: row['vlan'], onu: place(row) }))).toEqual(expected().mac)
    expect(macs).toMatchObject({ complete: true, counted: 1 })
    expect(zte('onu-uncfg', 'c320_show_gpon_onu_uncfg').rows).toMatchObject(expected().uncfg)
    const cards = read('zte-c600', 'cards', 'zte/c600_show_card.txt').rows
    expect(cards.length).toBe(9)
    const pons = (status: string) => cards.filter(({ name, status: is }) => String(name).startsWith('GF') && is === status).map(({ slot }) => slot)
    expect({ inservice: pons('INSERVICE'), offline: pons('OFFLINE') }).toEqual(expected().c600_pon_slots)
  })
})

describe.skipIf(corpus === null)('BDCOM', () => {
  test('EPON, with rows that go on in the next line', () => {
    const expected = json('bdcom-epon/expected.dev.json')
    const epon = (command: string, file: string) => read('bdcom-epon', command, `bdcom-epon/${file}.txt`)
    const wrapped = epon('onu-information', 'show_epon_onu-information_wrapped')
    expect(wrapped.rows).toMatchObject([expected.wrapped])
    // The count stands above the rows of one PON, and others may follow.
    expect(wrapped).toMatchObject({ complete: false, counted: 1 })
    expect(epon('onu-active', 'show_epon_active-onu').rows).toMatchObject([expected.active])
    expect(epon('onu-optics', 'show_epon_int_onu_ctc_opt').rows).toEqual([expected.ctc_opt])
    expect(epon('mac-table', 'show_mac_address-table_interface_epon')).toMatchObject({
      complete: true,
      rows: [{ vlan: 1, mac: '1c:ef:03:aa:69:49', pon: '0/4', onuId: 8 }],
    })
  })

  test('GPON', () => {
    const expected = json('bdcom-gpon/expected.dev.json')
    const gpon = (command: string, file: string) => read('bdcom-gpon', command, `bdcom-gpon/${file}.txt`)
    expect(gpon('onu-information', 'show_gpon_onu-information_row').rows).toMatchObject([expected.onu_information])
    expect(gpon('onu-active', 'show_gpon_active-onu')).toMatchObject({ complete: false, counted: 1, rows: [expected.active] })
    expect(gpon('onu-optics', 'show_gpon_int_onu_optical').rows).toMatchObject([expected.optical])
    expect(gpon('onu-port', 'show_gpon_int_onu_port_state').rows).toEqual([
      { pon: '0/8', onuId: 29, port: 1, link: 'up', speed: '10/100/1000 BASE-T(1Gbps Full-Duplex)' },
    ])
    expect(gpon('mac-table', 'show_mac_address-table_interface_gpon').rows).toMatchObject([{ vlan: 341, mac: '08:8a:f1:7f:ff:11', pon: '0/11', onuId: 1 }])
  })
})

describe.skipIf(corpus === null)('C-Data', () => {
  const expected = () => json('cdata/expected.dev.json')

  test('GPON: a count that disagrees is a list that is not all', () => {
    const info = read('cdata-gpon', 'ont-info', 'cdata/gpon_show_ont_info_all.txt')
    expect(info.rows).toMatchObject(expected().gpon_info)
    expect(info).toMatchObject({ complete: false, counted: 31, totals: { working: 31 } })
    const optics = read('cdata-gpon', 'ont-optics-all', 'cdata/gpon_show_ont_optical-info.txt')
    const byOnt = new Map(optics.rows.map((row) => [String(row['onuId']), row]))
    const { 8: dark, ...lit } = expected().gpon_optical
    expect(dark).toBe(null)
    expect(byOnt.get('8')).toMatchObject({ rxDbm: null, txDbm: null, oltRxDbm: null })
    for (const [ont, light] of Object.entries(lit)) expect(byOnt.get(ont)).toMatchObject(light as object)
    // The ruler that would close it is not in the record.
    expect(optics).toMatchObject({ complete: false, evidence: null })
  })

  test('EPON, and a command in a form it does not take', () => {
    expect(pick(read('cdata-epon', 'ont-info', 'cdata/epon_show_ont_info.txt').rows, 'pon', 'onuId', 'mac', 'online')).toEqual([
      { pon: '0/0/1', onuId: 1, mac: 'c4:70:0b:6c:80:48', online: true },
      { pon: '0/0/1', onuId: 6, mac: '00:6d:61:bb:0d:e8', online: false },
    ])
    expect(read('cdata-epon', 'ont-optics', 'cdata/epon_show_ont_optical-info_8_20.txt').rows).toMatchObject([
      { pon: '0/0/8', onuId: 20, ...expected().epon_optical },
    ])
    expect(read('cdata-epon', 'mac-table', 'cdata/epon_show_mac-address_ont.txt')).toMatchObject({
      complete: true,
      counted: 2,
      rows: [{ mac: 'e4:60:4d:72:71:ff', pon: '0/0/1', onuId: 1 }, { mac: 'c4:70:0b:6c:80:49' }],
    })
    const epon = findProfile('cdata-epon')
    const command = epon?.commands['ont-optics']
    if (epon === null || command === undefined) throw new Error('There is no such profile')
    expect(parseSaved(epon, command, text('cdata/epon_absolute_form_rejected.txt'))).toMatchObject({ kind: 'unrecognised', why: 'refused' })
  })
})

describe.skipIf(corpus === null)('GCOM', () => {
  const gcom = (command: string, file: string): Recognised => read('gcom', command, `gcom/${file}.txt`)

  test('light of a PON: what arrives and what was sent stand in one cell; a count of more than came is not all', () => {
    expect(gcom('ont-optics-all', 'show_ont_optical-info_interface_gpon_0_3')).toMatchObject({
      complete: false,
      counted: 20,
      rest: [],
      rows: [{ pon: '0/3', onuId: 21, voltageV: 3.32, rxDbm: -19.102, oltTxDbm: 7.729, txDbm: 2.712, oltRxDbm: -25.376, biasMa: 12.24 }],
    })
  })

  test('light of one, one that is away, and addresses', () => {
    expect(gcom('ont-optics', 'show_ont_optical-info_0_4_2').rows).toEqual([
      { rxDbm: -14.08, oltTxDbm: 7.616, txDbm: 2.558, oltRxDbm: -18.697, temperatureC: 32.68 },
    ])
    expect(gcom('ont-optics', 'show_ont_optical-info_offline').rows).toMatchObject([
      { online: false, state: 'offline', rxDbm: null, txDbm: null, oltRxDbm: null },
    ])
    expect(gcom('mac-table', 'show_ont_mac-address-table')).toMatchObject({
      complete: true,
      counted: 1,
      rows: [{ mac: '64:ee:b7:1f:22:2a', vlan: 343, pon: '0/4', onuId: 2, serial: 'XPON0C8AAA68', rawSerial: 'XPON-0c8aaa68', gem: '1/280' }],
    })
  })
})
