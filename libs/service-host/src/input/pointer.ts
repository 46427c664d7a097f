/** A path as a JSON pointer (RFC 6901): `['items', 0, 'a/b']` is `/items/0/a~1b`. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
