import sharp from 'sharp'
import type { Tx } from '../../platform/db/tx.ts'
import { storeFile } from '../../platform/files.ts'
import { cleanUpload } from '../../platform/uploads.ts'
import { changeSettings } from '../settings/index.ts'
import type { Setting } from '../settings/index.ts'
import { LOGO_KIND } from './letterhead.ts'
import { logoFile } from './settings.ts'

const EDGE = 800

/** The picture as documents carry it: decoded, made small, encoded anew. @throws FileNotAccepted 422 for what is no picture. */
export async function logoBytes(upload: Buffer): Promise<Buffer> {
  const clean = await cleanUpload(upload, { accepts: ['image'], maxEdge: EDGE })
  return sharp(clean.bytes).png().toBuffer()
}

/** Sets the logo of the company's documents; null takes it away. Audited as a change of the setting. */
export async function changeLogo(tx: Tx, png: Buffer | null): Promise<void> {
  const stored = png === null ? null : await storeFile(tx, { kind: LOGO_KIND, name: 'logo.png', contentType: 'image/png' }, png)
  await changeSettings(tx, { known: [logoFile as Setting], values: { [logoFile.key]: stored === null ? null : Number(stored.id) } })
}
