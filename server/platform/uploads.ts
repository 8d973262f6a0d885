import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { AppError } from '../kernel/errors.ts'

export class FileNotAccepted extends AppError {
  readonly code = 'file_not_accepted'
  readonly status = 422
}

export interface CleanFile {
  readonly bytes: Buffer
  readonly contentType: string
  readonly extension: string
}

const IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp'])
// A picture of 100 megapixels is no scan of a card; it is an attempt to fill the memory.
const MAX_PIXELS = 100_000_000

/**
 * What an upload really is, by its bytes and never by its name. Pictures are decoded and encoded anew, which drops whatever else was
 * hidden in them together with the place and camera; a PDF stays as it is. @throws FileNotAccepted 422 for everything else.
 */
export async function cleanUpload(bytes: Buffer, { accepts, maxEdge }: { accepts: readonly ('image' | 'pdf')[]; maxEdge: number }): Promise<CleanFile> {
  const type = await fileTypeFromBuffer(bytes)
  if (type?.mime === 'application/pdf' && accepts.includes('pdf')) return { bytes, contentType: 'application/pdf', extension: 'pdf' }
  if (type === undefined || !IMAGES.has(type.mime) || !accepts.includes('image')) {
    throw new FileNotAccepted(accepts.includes('pdf') ? 'Send a JPEG, PNG or WebP picture, or a PDF' : 'Send a JPEG, PNG or WebP picture')
  }
  try {
    const picture = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: maxEdge, height: maxEdge, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer()
    return { bytes: picture, contentType: 'image/webp', extension: 'webp' }
  } catch (error) {
    throw new FileNotAccepted(`This picture cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
