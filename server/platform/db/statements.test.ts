import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MIGRATIONS, readMigrations } from './migrate.ts'
import { splitStatements } from './statements.ts'

const texts = (file: string): string[] => splitStatements(file).map(({ text }) => text)

test('a semicolon ends a statement only outside strings, names, comments and bodies', () => {
  expect(texts("insert into a values ('x;y', 'it''s;'); select 1")).toEqual(["insert into a values ('x;y', 'it''s;')", 'select 1'])
  expect(texts('select ";" from b -- no; end\n; select 2;')).toEqual(['select ";" from b -- no; end', 'select 2'])
  expect(texts('/* a; /* nested; */ still; */ select 1;')).toEqual(['select 1'])
  expect(texts("select e'a\\';b'; select 'plain\\'; select 3")).toEqual(["select e'a\\';b'", "select 'plain\\'", 'select 3'])
  expect(texts('create function f() returns int language sql as $$ select 1; $$; do $x$ begin null; $$ ; end $x$;')).toHaveLength(2)
  expect(texts('select $1; select a$b$c from t;')).toHaveLength(2)
})

test('each statement knows the line of its first word; remarks alone are none', () => {
  expect(splitStatements('-- heading\n\nselect 1;\n\n-- about two\nselect\n2;\n-- the end\n')).toEqual([
    { text: 'select 1', line: 3 },
    { text: 'select\n2', line: 6 },
  ])
})

test('the migrations of the program come apart into statements that begin with a word of SQL', () => {
  for (const { name } of readMigrations()) {
    for (const { text } of splitStatements(readFileSync(join(MIGRATIONS, name), 'utf8'))) {
      expect(text, name).toMatch(/^(create|alter|insert|update|delete|select|comment|drop|do|grant|revoke|with|set|call|truncate)\b/i)
    }
  }
})
