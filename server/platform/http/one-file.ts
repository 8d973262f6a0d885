import type { FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { AppError, Invalid } from '../../kernel/errors.ts'

/**
 * Hands the one file of a multipart request over as a stream, read up to `maxBytes` by `take`, which refuses more.
 * @throws Invalid 422 for a body without a file or one that is not well formed, and whatever `take` throws of its own.
 */
export async function takeOneFile<T>(
  request: FastifyRequest,
  maxBytes: number,
  take: (file: { readonly name: string; readonly stream: Readable }) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw new Invalid('Send multipart/form-data with one file')
  try {
    const upload = await request.file({ limits: { fileSize: maxBytes + 1, files: 1 } })
    if (upload === undefined) throw new Invalid('The request holds no file', { errors: [{ field: 'file', message: 'Send one file' }] })
    return await take({
      name: upload.filename
        .normalize('NFC')
        .replace(/[\p{Cc}/\\]/gu, '_')
        .slice(0, 200),
      stream: upload.file,
    })
  } catch (error) {
    if (error instanceof AppError || (error instanceof Error && ('statusCode' in error || 'severity' in error || 'syscall' in error))) throw error
    // The parser of the body throws plain errors for a body that breaks off or has no parts.
    throw new Invalid('The multipart body is not well formed')
  }
}
