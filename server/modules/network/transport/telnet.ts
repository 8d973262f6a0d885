import { connect } from 'node:net'
import { DeviceTimedOut } from '../../../kernel/device-errors.ts'
import { createTelnet, escapeTelnet } from './telnet-codec.ts'
import { createWire, unreachable, where } from './wire.ts'
import type { Address, Encoding, Wire } from './wire.ts'

const KEEP_ALIVE_MS = 30_000

/** Opens a telnet line; nothing is said on it yet. @throws DeviceUnreachable, DeviceTimedOut. */
export async function openTelnet(address: Address & { readonly encoding: Encoding }): Promise<Wire> {
  const socket = connect({ host: address.host, port: address.port })
  const telnet = createTelnet()
  const { wire, hear, end, ended } = createWire({
    encoding: address.encoding,
    what: where(address),
    send: (bytes) => void socket.write(escapeTelnet(bytes)),
    drop: () => socket.destroy(),
  })
  socket.on('data', (bytes: Buffer) => {
    const { data, reply } = telnet.take(bytes)
    if (reply.length > 0) socket.write(reply)
    if (data.length > 0) hear(data)
  })
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const error = new DeviceTimedOut(`${where(address)} did not take the connection within ${address.connectTimeoutMs} ms`)
      end(error)
      reject(error)
    }, address.connectTimeoutMs)
    socket.on('error', (error) => {
      clearTimeout(timer)
      const reason = unreachable(address, error)
      end(reason)
      reject(reason)
    })
    socket.on('end', ended)
    socket.on('close', ended)
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS)
      resolve(wire)
    })
  })
}
