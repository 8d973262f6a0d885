import type { App } from './app.ts'

type Json = Record<string, unknown>

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans Bengali", sans-serif }
body { max-width: 70rem; margin: 0 auto; padding: 1rem 1.5rem 4rem }
nav a { margin-right: .8rem; white-space: nowrap }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #8886 }
details { margin: .4rem 0; border: 1px solid #8884; border-radius: 6px; padding: .3rem .8rem }
summary { cursor: pointer }
code, pre { font: 13px/1.45 ui-monospace, monospace }
pre { overflow-x: auto; background: #8881; padding: .6rem; border-radius: 6px }
.verb { display: inline-block; min-width: 4.5rem; font-weight: 700 }
.permission { float: right; opacity: .7 }
table { border-collapse: collapse } td, th { text-align: left; padding: .15rem .8rem .15rem 0; vertical-align: top }
`

/** The contract for people, made from the same document that programs read; no script, nothing from elsewhere. */
export function registerDocs(app: App): void {
  let page: string | null = null
  app.get('/api/docs', { config: { permission: 'public' }, schema: { hide: true } }, async (_request, reply) => {
    page ??= render(app.swagger() as unknown as Json)
    return await reply.type('text/html; charset=utf-8').send(page)
  })
  app.get(
    '/api/docs.css',
    { config: { permission: 'public' }, schema: { hide: true } },
    async (_request, reply) => await reply.type('text/css; charset=utf-8').send(STYLE),
  )
}

const toHtml = (text: unknown): string => String(text ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

function render(document: Json): string {
  const info = document['info'] as Json
  const byTag = new Map<string, string[]>()
  for (const [path, operations] of Object.entries(document['paths'] as Record<string, Record<string, Json>>)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = String((operation['tags'] as string[] | undefined)?.[0] ?? 'other')
      byTag.set(tag, [...(byTag.get(tag) ?? []), renderOperation(method, path, operation)])
    }
  }
  const tags = [...byTag.keys()].sort()
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${toHtml(info['title'])} API</title><link rel="stylesheet" href="/api/docs.css">
<h1>${toHtml(info['title'])} API ${toHtml(info['version'])}</h1><p>${toHtml(info['description'])}</p><p><a href="/api/openapi.json">openapi.json</a></p>
<nav>${tags.map((tag) => `<a href="#${toHtml(tag)}">${toHtml(tag)}</a>`).join('')}</nav>
${tags.map((tag) => `<h2 id="${toHtml(tag)}">${toHtml(tag)}</h2>${(byTag.get(tag) ?? []).join('')}`).join('\n')}</html>`
}

function renderOperation(method: string, path: string, operation: Json): string {
  const parameters = (operation['parameters'] as Json[] | undefined) ?? []
  const body = ((operation['requestBody'] as Json | undefined)?.['content'] as Record<string, Json> | undefined)?.['application/json']?.['schema']
  const answers = Object.entries((operation['responses'] as Record<string, Json>) ?? {}).filter(([status]) => status !== 'default')
  return `<details><summary><span class="verb">${toHtml(method.toUpperCase())}</span><code>${toHtml(path)}</code> ${toHtml(operation['summary'])}<span class="permission">${toHtml(operation['x-permission'])}</span></summary>
${parameters.length === 0 ? '' : `<table><tr><th>parameter<th>in<th>type<th></tr>${parameters.map(renderParameter).join('')}</table>`}
${body === undefined ? '' : `<h4>Request</h4>${renderSchema(body as Json)}`}
${answers.map(([status, answer]) => `<h4>${toHtml(status)} ${toHtml(answer['description'])}</h4>${renderSchema(Object.values((answer['content'] as Record<string, Json> | undefined) ?? {})[0]?.['schema'] as Json | undefined)}`).join('')}</details>`
}

function renderParameter(parameter: Json): string {
  const schema = (parameter['schema'] as Json | undefined) ?? {}
  return `<tr><td><code>${toHtml(parameter['name'])}</code>${parameter['required'] === true ? ' *' : ''}<td>${toHtml(parameter['in'])}<td>${toHtml(schema['type'] ?? '')}<td>${toHtml(parameter['description'] ?? schema['description'])}</tr>`
}

const renderSchema = (schema: Json | undefined): string => (schema === undefined ? '' : `<pre>${toHtml(sketch(schema, 0))}</pre>`)

/** A schema as the shape of an example: `{ id: integer, name?: string }`. */
function sketch(schema: Json, depth: number): string {
  const indent = '  '.repeat(depth + 1)
  if (schema['$ref'] !== undefined) return String(schema['$ref']).split('/').at(-1) ?? ''
  if (schema['enum'] !== undefined) return (schema['enum'] as unknown[]).map((value) => JSON.stringify(value)).join(' | ')
  if (schema['const'] !== undefined) return JSON.stringify(schema['const'])
  const options = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (options !== undefined) return options.map((option) => sketch(option, depth)).join(' | ')
  if (schema['type'] === 'array') return `[${sketch((schema['items'] as Json | undefined) ?? {}, depth)}]`
  if (schema['properties'] !== undefined) {
    const required = new Set((schema['required'] as string[] | undefined) ?? [])
    const lines = Object.entries(schema['properties'] as Record<string, Json>).map(
      ([name, part]) => `${indent}${name}${required.has(name) ? '' : '?'}: ${sketch(part, depth + 1)}`,
    )
    return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
  }
  const type = Array.isArray(schema['type']) ? schema['type'].join(' | ') : String(schema['type'] ?? 'any')
  return schema['format'] === undefined ? type : `${type} (${String(schema['format'])})`
}
