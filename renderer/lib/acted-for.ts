/** For whom an act was done (代理), out of what its entry in the log says of itself; nothing where somebody did it themselves. */
export function actedFor(data: Readonly<Record<string, unknown>>): { actedFor?: string } {
  const name = data['actingForName'];
  return typeof name === 'string' && name !== '' ? { actedFor: name } : {};
}
