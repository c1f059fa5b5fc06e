/** Lines of the set-up, so that nobody waits before a silent screen. */
export function say(line) {
  console.log(`· ${line}`);
}

/** An end that a person can act on: a sentence, no stack. */
export class Stop extends Error {}

/**
 * Runs a script's main and ends with its exit code; a `Stop` is shown as its sentence. `lastLine` is printed when it did
 * not get to its own end.
 */
export async function main(run, { lastLine } = {}) {
  try {
    process.exitCode = await run();
  } catch (error) {
    console.error(error instanceof Stop ? `\n✗ ${error.message}` : error);
    if (lastLine !== undefined) console.log(lastLine);
    process.exitCode = 1;
  }
}
