/** The few ways in which the two stores differ, so that one set of migrations and queries serves both. */
export type DialectTraits = {
  kind: 'sqlite' | 'postgres'
  /** A 64-bit integer column. */
  integer: string
  bytes: string
  /** A text column compared and sorted byte by byte. */
  key: string
  /** Statements that make any UPDATE or DELETE of a table fail. */
  appendOnly: (table: string) => readonly string[]
  /** Statements that have one more run after each row that is inserted, and each that is changed as a condition on `old` and `new` says. */
  afterWriting: (table: string, name: string, isChanged: string, statement: string) => readonly string[]
  /** The full-text index over issues, addressed by `issues.search_id`. */
  searchTable: readonly string[]
  /** The larger and the smaller of two values, in SQL. */
  greatest: string
  least: string
  /** All rows of a query as one JSON text, each an array of these columns; null or `[]` where there are none. */
  jsonRows: (columns: readonly string[]) => string
  /** A column as the planner should not look it up in an index, but on rows that it meets otherwise. */
  met: (column: string) => string
}

export const SQLITE: DialectTraits = {
  kind: 'sqlite',
  integer: 'integer',
  bytes: 'blob',
  key: 'text',
  appendOnly: (table) =>
    ['update', 'delete'].map(
      (verb) =>
        `create trigger ${table}_no_${verb} before ${verb} on ${table}
         begin select raise(abort, '${table} is append-only'); end`,
    ),
  afterWriting: (table, name, isChanged, statement) =>
    ['insert', 'update'].map(
      (verb) =>
        `create trigger ${table}_${name}_${verb} after ${verb} on ${table}
         ${verb === 'update' ? `when ${isChanged}` : ''} begin ${statement}; end`,
    ),
  searchTable: [
    `create virtual table issue_search using fts5(
       body, prefix='2 3', tokenize="unicode61 remove_diacritics 2")`,
    "insert into issue_search (issue_search, rank) values ('secure-delete', 1)",
  ],
  greatest: 'max',
  least: 'min',
  jsonRows: (columns) => `json_group_array(json_array(${columns.join(', ')}))`,
  met: (column) => `+${column}`,
}

export const POSTGRES: DialectTraits = {
  kind: 'postgres',
  integer: 'bigint',
  bytes: 'bytea',
  key: 'text collate "C"',
  appendOnly: (table) => [
    `create function ${table}_append_only() returns trigger language plpgsql as
       $$ begin raise exception '${table} is append-only'; end $$`,
    `create trigger ${table}_append_only before update or delete or truncate on ${table}
       for each statement execute function ${table}_append_only()`,
  ],
  afterWriting: (table, name, isChanged, statement) => [
    `create function ${table}_${name}() returns trigger language plpgsql as $$ begin ${statement}; return null; end $$`,
    ...['insert', 'update'].map(
      (verb) =>
        `create trigger ${table}_${name}_${verb} after ${verb} on ${table} for each row
         ${verb === 'update' ? `when (${isChanged})` : ''} execute function ${table}_${name}()`,
    ),
  ],
  searchTable: [
    'create table issue_search (rowid bigint primary key, body tsvector not null)',
    'create index issue_search_body on issue_search using gin (body)',
    'create sequence issue_search_ids',
  ],
  greatest: 'greatest',
  least: 'least',
  jsonRows: (columns) => `cast(json_agg(json_build_array(${columns.join(', ')})) as text)`,
  // PostgreSQL decides by its statistics.
  met: (column) => column,
}
