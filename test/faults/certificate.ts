import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate of this machine's own name and its key, both as PEM, made for one test run. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const der = (tag: number, ...contents: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(contents);
  const length = content.length;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
};
const sequence = (...contents: readonly Buffer[]): Buffer => der(0x30, ...contents);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const number = (hex: string): Buffer => der(0x02, Buffer.from(hex, 'hex'));
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value));
const yes = der(0x01, Buffer.from([0xff]));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const named = (name: string): Buffer => sequence(der(0x31, sequence(oid('550403'), text(0x0c, name))));
const time = (at: Date): Buffer => text(0x18, `${at.toISOString().replaceAll(/[-:T]|\.\d+/g, '')}`);

/** A self-signed certificate for `localhost` (X.509, RFC 5280), good for a day. */
export const certificateForLocalhost = (): Certificate => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = 86_400_000;
  const extensions = sequence(
    // It is its own authority, and its name is localhost.
    sequence(oid('551d13'), yes, der(0x04, sequence(yes))),
    sequence(oid('551d11'), der(0x04, sequence(text(0x82, 'localhost')))),
  );
  const content = sequence(
    der(0xa0, number('02')),
    number('01'),
    ecdsaWithSha256,
    named('localhost'),
    sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + day))),
    named('localhost'),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, privateKey));
  const lines =
    sequence(content, ecdsaWithSha256, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};
