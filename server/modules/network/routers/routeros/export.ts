import { DeviceRejected } from '../../../../kernel/device-errors.ts'
import type { RouterConnection } from './connection.ts'
import { CommandTrapped } from './reply.ts'
import type { Row } from './reply.ts'

const isUnknownParameter = (error: unknown): boolean => error instanceof CommandTrapped && error.is('no_such_command')

/**
 * The router's configuration as the text of `/export`; it may hold passwords. The API gives no output of `/export` itself, so version 7
 * runs it as a script that answers with its text, and version 6 writes a file, of which the API hands out no more than 4 KB.
 * @throws DeviceRejected where a router of version 6 has more than that.
 */
export async function exportConfiguration(connection: RouterConnection, { fileName }: { fileName: string }): Promise<string> {
  try {
    const { ret } = await connection.run(['/execute', '=script=/export', '=as-string='])
    return (ret ?? '').replaceAll('\r\n', '\n')
  } catch (error) {
    if (!isUnknownParameter(error)) throw error
    return await exportByFile(connection, fileName)
  }
}

async function exportByFile(connection: RouterConnection, fileName: string): Promise<string> {
  const name = `${fileName}.rsc`
  await connection.run(['/export', `=file=${fileName}`])
  const rows: Row[] = []
  await connection.run(['/file/print', '=.proplist=.id,name,size,contents', `?name=${name}`], { onRow: (row) => rows.push(row) })
  const [file] = rows
  if (file === undefined) throw new DeviceRejected(`The router says it has exported, but there is no file ${name}`, [])
  await connection.run(['/file/remove', `=numbers=${file.get('.id') ?? ''}`])
  const contents = file.get('contents')
  // A part of it would be taken for the whole, so it is all or nothing.
  if (contents === undefined)
    throw new DeviceRejected(
      `The export has ${file.get('size') ?? 'too many'} bytes, and RouterOS 6 hands out no more than 4096 of a file by its API, so it is not kept. Update the router to version 7, or keep it by hand with /export file=backup`,
      [],
    )
  return contents.replaceAll('\r\n', '\n')
}
