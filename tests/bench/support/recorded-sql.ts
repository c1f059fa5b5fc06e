import type Database from 'better-sqlite3';

/** One statement as it was run. */
export type Run = {
  readonly sql: string;
  readonly method: 'run' | 'get' | 'all';
  /** Rows asked for as arrays, as drizzle does. */
  readonly raw: boolean;
  readonly parameters: readonly unknown[];
};

type Statement = Database.Statement<unknown[], unknown>;

/** Keeps every statement that a connection runs from now on, in order, with its parameters. */
export function recordStatements(client: Database.Database): Run[] {
  const runs: Run[] = [];
  const prepare = client.prepare.bind(client);
  const recording = (sql: string): Statement => listened(prepare(sql) as Statement, sql, runs);
  Object.assign(client, { prepare: recording });
  return runs;
}

function listened(statement: Statement, sql: string, runs: Run[]): Statement {
  let raw = false;
  const calling =
    (method: Run['method']) =>
    (...parameters: unknown[]): unknown => {
      runs.push({ sql, method, raw, parameters });
      return statement.raw !== undefined && statement.reader
        ? (statement.raw(raw) as Statement)[method](...parameters)
        : statement[method](...parameters);
    };
  const wrapper = {
    reader: statement.reader,
    run: calling('run'),
    get: calling('get'),
    all: calling('all'),
    raw: (on = true): Statement => {
      raw = on;
      return wrapper as unknown as Statement;
    },
  };
  return wrapper as unknown as Statement;
}

/** Runs recorded statements as a program would that does nothing else: each prepared once, inside one transaction. */
export function statementPlayer(client: Database.Database): (runs: readonly Run[]) => void {
  const prepared = new Map<string, Statement>();
  const statementOf = ({ sql, raw }: Run): Statement => {
    const key = `${raw} ${sql}`;
    const known = prepared.get(key);
    if (known !== undefined) return known;
    const statement = client.prepare(sql) as Statement;
    if (raw && statement.reader) statement.raw(true);
    prepared.set(key, statement);
    return statement;
  };
  return (runs) => {
    client.exec('begin immediate');
    for (const run of runs) statementOf(run)[run.method](...run.parameters);
    client.exec('commit');
  };
}
