/**
 * The program of the process that sets type: takes a job, answers with a PDF. It is a process and not a thread because the typesetter
 * is native code: only a process can be stopped in the middle of a page, survive its crash and give its memory back.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles } from './fonts.ts'
import type { Job, Reply } from './job.ts'

const TEMPLATES = join(import.meta.dirname, 'templates')

const compiler = NodeCompiler.create({
  workspace: TEMPLATES,
  fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }],
})

process.on('message', (job: Job) => {
  process.send?.(typeset(job))
})
process.on('disconnect', () => process.exit(0))

function typeset(job: Job): Reply {
  for (const [name, bytes] of job.images) compiler.mapShadow(join(TEMPLATES, name), Buffer.from(bytes))
  try {
    let document = compile(job, 'no')
    if (document.numOfPages > job.papers) document = compile(job, 'yes')
    return { ok: true, pdf: compiler.pdf(document, { pdfTags: job.tagged }), ...usage() }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error), ...usage() }
  } finally {
    for (const [name] of job.images) compiler.unmapShadow(join(TEMPLATES, name))
    // The next single document gains a little from the last one's results; a month's chunk only holds memory.
    compiler.evictCache(job.papers > 1 ? 0 : 1)
  }
}

/** "Page 2 of 3" doubles the work, so it is asked for in a second go, when there are more pages than papers. */
function compile(job: Job, numbered: 'yes' | 'no'): NodeTypstDocument {
  const compiled = compiler.compile({ mainFilePath: join(TEMPLATES, `${job.template}.typ`), inputs: { data: job.data, numbered } })
  if (compiled.result !== null && !compiled.hasError()) return compiled.result
  const error = compiled.takeDiagnostics() ?? compiled.takeError()
  throw new Error(JSON.stringify(error === null ? 'no reason given' : compiler.fetchDiagnostics(error)).slice(0, 2000))
}

function usage(): { rssBytes: number; cpuMicros: number } {
  const { user, system } = process.cpuUsage()
  return { rssBytes: process.memoryUsage.rss(), cpuMicros: user + system }
}
