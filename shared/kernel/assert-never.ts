/** Marks a branch the type checker has proved unreachable; reaching it is a bug, so it throws. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}
