import type { TestOffice } from './office.ts';

/** How SQLite would carry out every statement that `run` prepares, in their order, as one text each. */
export function plansOf({ client }: TestOffice['office']['database'], run: () => void): string[] {
  const statements: string[] = [];
  const prepare = client.prepare.bind(client);
  client.prepare = ((source: string) => {
    statements.push(source);
    return prepare(source);
  }) as typeof client.prepare;
  try {
    run();
  } finally {
    client.prepare = prepare;
  }
  return statements.map((source) =>
    JSON.stringify(prepare(`explain query plan ${source}`).all(...Array(source.split('?').length - 1).fill(1))),
  );
}
