import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly endsAt: number;
}

const most = 20_000;

/** All that the provider remembers of people who are signing in; gone with the process, so they sign in again. */
const kept = new Map<string, Kept>();

/** What oidc-provider needs of a store, in memory and bounded. */
export class MemoryAdapter implements Adapter {
  constructor(private readonly model: string) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    for (const oldest of kept.keys()) {
      if (kept.size < most) break;
      kept.delete(oldest);
    }
    const endsAt = expiresIn > 0 ? Date.now() + expiresIn * 1_000 : Infinity;
    kept.set(this.key(id), { payload, endsAt });
    if (payload.uid !== undefined)
      kept.set(this.key(`uid:${payload.uid}`), { payload: { ...payload, jti: id }, endsAt });
    if (payload.grantId !== undefined && this.model !== 'Grant') this.rememberGrant(payload.grantId, id, endsAt);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = kept.get(this.key(id));
    return found && found.endsAt > Date.now() ? found.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const found = await this.find(`uid:${uid}`);
    return found?.jti === undefined ? undefined : this.find(found.jti);
  }

  /** No device flow here, so no user codes. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async destroy(id: string): Promise<void> {
    kept.delete(this.key(id));
  }

  async consume(id: string): Promise<void> {
    const found = kept.get(this.key(id));
    if (found) found.payload.consumed = Math.floor(Date.now() / 1_000);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    const grant = kept.get(`grant:${grantId}`)?.payload['members'];
    if (Array.isArray(grant)) for (const key of grant) kept.delete(String(key));
    kept.delete(`grant:${grantId}`);
  }

  private rememberGrant(grantId: string, id: string, endsAt: number): void {
    const members = kept.get(`grant:${grantId}`)?.payload['members'];
    const known: unknown[] = Array.isArray(members) ? members : [];
    kept.set(`grant:${grantId}`, { payload: { members: [...known, this.key(id)] }, endsAt });
  }

  private key(id: string): string {
    return `${this.model}:${id}`;
  }
}
