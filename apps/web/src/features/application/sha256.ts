/**
 * SHA-256 over the bytes of a file, in hexadecimal. Undefined where the browser does not compute it: it does so only for
 * pages that came over a protected connection.
 */
export const sha256Of = async (file: Blob): Promise<string | undefined> => {
  if (!window.isSecureContext) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
