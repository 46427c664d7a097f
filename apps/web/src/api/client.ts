import createClient, { type Middleware } from 'openapi-fetch';
import { ownActs, shown } from './position';
import type { paths } from './schema';

/** The API, with paths, bodies and answers checked against `docs/openapi.json`. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });

/** A person sees their own act: every reading asks for at least the position that was last answered here. */
const seesOwnActs: Middleware = {
  onRequest: ({ request }) => {
    const position = ownActs.position();
    if (request.method === 'GET' && position > 0) request.headers.set('Exeat-Position', String(position));
    return request;
  },
  onResponse: ({ response }) => shown.heard(response.headers.get('Exeat-Position')),
};
api.use(seesOwnActs);
