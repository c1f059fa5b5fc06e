/** A name of which only the first sign is told: 王** for 王小明, whatever its length. */
export function maskName(name: string): string {
  const [first = ''] = name.trim();
  return first === '' ? '' : `${first}**`;
}
