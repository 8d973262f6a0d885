import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deviceCorpus, readCorpus, readParsedSample } from '../../../testing/device-corpus.ts'
import { huawei } from './drivers/huawei/huawei.ts'
import { findCommand, parseSaved } from './parse-output.ts'
import type { Cell, Reading } from './parse/reading.ts'

const corpus = deviceCorpus()

/** How the samples name what a reading has under another name; `-` is a field that is no part of ours, with the reason beside it. */
type Names = Readonly<Record<string, string>>

const PLACE: Names = { fsp: 'pon', ont_fsp: 'pon', ont_id: 'onuId', serial_number: 'serial' }
const MAC: Names = {
  mac: 'mac',
  mac_address: 'mac',
  vlan_id: 'vlan',
  gem_index: 'gem',
  bundle_index: 'bundle',
  service_port_index: 'servicePort',
  srv_port_index: 'servicePort',
  mac_type: 'macType',
  mac_address_type: 'macType',
  ont_port_id: 'portId',
  ont_port_type: 'portType',
}

const SAMPLES: Readonly<Record<string, readonly [command: string, names: Names]>> = {
  display_board: ['boards', { boardname: 'name', online_offline: 'link', slot_id: 'slot', subtype_0: 'subType0', subtype_1: 'subType1' }],
  'display_board_serial-number': ['board-serials', { board_name: 'name', slot_id: 'slot', serial_number: 'boardSerial' }],
  display_cpu: ['cpu', { cpu_occupancy: 'cpuPercent' }],
  'display_location_aaaa-aaaa-aaaa': ['mac-location', MAC],
  display_location: ['mac-location', MAC],
  'display_location_aaaa-aaaa-aaaa_ont': ['ont-location', MAC],
  'display_mac-address': ['mac-table', MAC],
  'display_mac-address_ont_0_1_2_0': ['ont-macs', MAC],
  display_mem: ['memory', { memory_occupancy: 'memoryPercent' }],
  'display_ont-lineprofile_gpon_all': ['line-profiles', { binding_times: 'bindings' }],
  'display_ont-srvprofile_gpon_all': ['service-profiles', { binding_times: 'bindings' }],
  display_ont_autofind: [
    'ont-autofind',
    {
      number: 'seq',
      ont_mac: 'mac',
      serial_number: 'rawSerial',
      vendor_id: 'vendor',
      ont_equipment_id: 'model',
      ont_version: 'hardware',
      ont_software_version: 'firmware',
      ont_autofind_time: 'foundAt',
      ont_equipment_serial_number: 'ontEquipmentSn',
    },
  ],
  display_ont_capability_all: [
    'ont-capability',
    {
      equipment_id: 'model',
      ont_description: 'description',
      number_of_tconts: 'numberOfTConts',
      ont_optical_module_power_control_capability: 'controlCapability',
      type_of_flow_control: 'theTypeOfFlowControl',
      voip_signaling_protocol: 'voipSignallingProtocol',
    },
  ],
  display_ont_gemport_0_ontid_0: [
    'ont-gemport',
    { downstream_pq: 'downstreamPq', t_cont_id: 'tcont', traffic_table_index: 'trafficTable', upstream_pq: 'upstreamPq' },
  ],
  display_ont_info_0: ['ont-info', { control_flag: 'admin', run_state: 'phase' }],
  display_ont_info_0_1_2: ['ont-info', { control_flag: 'admin', run_state: 'phase' }],
  display_ont_info_0_1: ['ont-detail', {}],
  display_ont_info_0_1_2_3: ['ont-detail', {}],
  'display_ont_info_by-sn_ABC': ['ont-detail', {}],
  display_ont_info_summary_ont: [
    'ont-summary',
    {
      port: 'pon',
      last_downcause: 'rawCause',
      last_downtime: 'lastDownAt',
      last_uptime: 'lastUpAt',
      ont_model_type: 'model',
      run_state: 'phase',
      rx_power_dbm: 'rxDbm',
      tx_power_dbm: 'txDbm',
    },
  ],
  'display_ont_optical-info_0_all': [
    'ont-optics-all',
    {
      current: 'biasMa',
      distance: 'distanceM',
      olt_rx_ont: 'oltRxDbm',
      rx_power: 'rxDbm',
      tx_power: 'txDbm',
      temperature: 'temperatureC',
      voltage: 'voltageV',
    },
  ],
  'display_ont_port_state_0_1_eth-port': ['ont-ports', { link_state: 'link', ont_port_id: 'portId', ont_port_type: 'portType', ring_status: 'ring' }],
  display_ont_port_vlan_0_1_byport_eth_0: ['ont-port-vlan', {}],
  display_ont_port_vlan_0_1_byvlan_0: ['ont-port-vlan', {}],
  'display_ont_snmp-profile_0_all': ['ont-snmp-profiles', { snmp_profile_id: 'profileId', snmp_profile_name: 'profileName' }],
  display_ont_version_summary_0: [
    'ont-versions',
    { offline: 'offlineOnus', online: 'onlineOnus', ont_model: 'model', software_version: 'firmware', vendor_id: 'vendor' },
  ],
  'display_ont_wan-info_0_1_2_0': ['ont-wan', { index: 'seq', mac_address: 'mac', manage_vlan: 'vlan', ipv6_primary_dns: 'ipv6PrimaryDns' }],
  'display_ont_wlan-info_0_1_2_0': ['ont-wlan', { ssid_index: 'seq', ssid_name: 'ssid', current_associate_number: 'currentAssociateNumber' }],
  'display_ont_wlan-status_0_1': ['ont-wlan-status', { channel_number: 'channel', sta_mac_address: 'mac', rx_rate: 'rxrate', tx_rate: 'txrate' }],
  display_port_info: [
    'port-info',
    {
      admin_state: 'admin',
      max_distance_km: 'maxDistance',
      min_distance_km: 'minDistance',
      max_guaranteed_bandwidth_kbps: 'maxGuaranteedBandwidth',
      left_guaranteed_bandwidth_kbps: 'leftGuaranteedBandwidth',
      ont_encryption_key_switching_interval_m: 'ontEncryptionKeySwitchingInterval',
      ont_online_power_threshold_dbm: 'ontOnlinePowerThreshold',
      port_mtu_bytes: 'portMtu',
      traffic_alarm_profile_id: 'trafficAlarmProfileId',
    },
  ],
  'display_service-port_all': [
    'service-ports',
    { gem_index: 'gem', index: 'servicePort', port_type: 'type', state: 'link', vlan_access: 'flowParameter', vlan_attr: 'vlanAttribute', vlan_id: 'vlan' },
  ],
  display_sysman_service_state: ['services', { network_service: 'service', state: 'serviceState' }],
  display_sysuptime: ['uptime', {}],
  display_temperature: ['temperature', { boardname: 'name', slotid: 'slot', temperature_c: 'temperatureC', temperature_d: 'temperatureF' }],
  display_version: [
    'version',
    {
      mainboard_type: 'mainboard',
      olt_version: 'firmware',
      product: 'model',
      data_area_a_version: 'dataAreaA',
      data_area_b_version: 'dataAreaB',
      program_area_a_version: 'programAreaA',
      program_area_b_version: 'programAreaB',
    },
  ],
  ont_add: ['ont-added', { onts: 'wanted', success: 'succeeded', port_id: 'portId' }],
  port_vlan: ['port-vlan-set', { success: 'succeeded' }],
}

// One ONT's page. The samples call some labels by names of their own.
const DETAIL: Names = {
  ...PLACE,
  control_flag: 'admin',
  run_state: 'phase',
  last_down_cause: 'rawCause',
  last_up_time: 'lastUpAt',
  last_down_time: 'lastDownAt',
  distance_m: 'distanceM',
  last_distance_m: 'ontLastDistance',
  temperature: 'temperatureC',
  line_profile_name: 'lineProfile',
  service_profile_name: 'serviceProfile',
  t_cont: 'tconts',
  number_eth: 'ethPorts',
  number_pots: 'potsPorts',
  number_tdm: 'tdmPorts',
  number_moca: 'mocaPorts',
  number_catv: 'catvPorts',
  global_ont_id: 'globalOntId',
  service_profile_multicast_forward_mode: 'multicastForwardMode',
  service_profile_multicast_forward_vlan: 'multicastForwardVlan',
  // The label stands twice on the page, for the ONT and for its service profile; the first one is told.
  multicast_mode: '-',
  service_profile_multicast_mode: '-',
  // It is 0 where the page says "ETH 4" and no number of an adaptive kind at all.
  number_max_adaptive_eth: '-',
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())

/** Both readings of one value in one form: blanks out of places, numbers as numbers, what is not said as ''. */
function alike(value: Cell | string | readonly string[] | undefined, name: string): string {
  const text = value === null || value === undefined ? '' : Array.isArray(value) ? value.join(',') : String(value)
  if (name === 'pon') return text.replace(/\s/g, '')
  if (name === 'mac') return text.replace(/[-:.]/g, '').toLowerCase()
  if (name === 'admin') return text.replace(/^(active|On)$/, 'enable')
  return /^-+$|^unknown$|^Invalid$|^none$/i.test(text) ? '' : /^-?\d+\.\d+$/.test(text) ? String(Number(text)) : text
}

describe.skipIf(corpus === null)('the samples of Huawei', () => {
  const root = 'cli/huawei'
  const filesIn = (folder: string): string[] => readdirSync(join(corpus ?? '', root, folder))
  const folders = corpus === null ? [] : filesIn('')

  test('all of them are known here', () => {
    expect(folders.filter((folder) => SAMPLES[folder] === undefined)).toEqual([])
  })

  test('what was typed is found by the name of its folder', () => {
    for (const folder of folders) {
      const found = findCommand(huawei, folder)
      for (const file of filesIn(folder).filter((name) => name.endsWith('.raw')))
        expect(found === null ? folder : parseSaved(huawei, found.command, readCorpus(join(root, folder, file))), folder).toMatchObject({
          kind: 'recognised',
        })
    }
  })

  for (const folder of folders) {
    const [command = '', names = {}] = SAMPLES[folder] ?? []
    for (const file of filesIn(folder).filter((name) => name.endsWith('.raw'))) {
      test(`${folder}: ${file} is read as it says it should be`, () => {
        const found = huawei.commands[command]
        if (found === undefined) throw new Error(`There is no command ${command}`)
        const parsed = parseSaved(huawei, found, readCorpus(join(root, folder, file)))
        const expected = readParsedSample(join(root, folder, file.replace(/\.raw$/, '.yml')))
        if (parsed.kind === 'unrecognised') throw new Error(`unrecognised, ${parsed.why}: ${parsed.sample}`)
        const called = (name: string): string => (command === 'ont-detail' ? DETAIL[name] : (names[name] ?? PLACE[name])) ?? camel(name)
        const told = (row: Reading | Record<string, string | string[]>, name: string, key: string): string => alike(row[key], called(name))
        const compared = expected.map((row) => Object.keys(row).filter((name) => called(name) !== '-'))
        expect(expected.length).toBeGreaterThan(0)
        expect(parsed.rows.length).toBe(expected.length)
        expect(parsed.rows.map((row, index) => Object.fromEntries((compared[index] ?? []).map((name) => [name, told(row, name, called(name))])))).toEqual(
          expected.map((row, index) => Object.fromEntries((compared[index] ?? []).map((name) => [name, told(row, name, name)]))),
        )
        expect(parsed.rest).toEqual([])
      })

      test(`${folder}: ${file} cut off at any line is all only with all of it`, () => {
        const found = huawei.commands[command]
        const text = readCorpus(join(root, folder, file))
        if (found === undefined) throw new Error(`There is no command ${command}`)
        const whole = parseSaved(huawei, found, text)
        const claims = [...text.matchAll(/\n/g)].flatMap(({ index }) => {
          const parsed = parseSaved(huawei, found, text.slice(0, index + 1))
          return parsed.kind === 'recognised' && parsed.complete ? [parsed.rows] : []
        })
        for (const rows of claims) expect(rows).toEqual(whole.kind === 'recognised' ? whole.rows : null)
        expect(whole.kind).toBe('recognised')
      })
    }
  }
})
