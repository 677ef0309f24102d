/** People made for one test, so that their rights can be taken away without anybody else noticing. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { ApiClient, cookieIn } from '../support/client.js';

/** A member of a demo tenant, signed in. */
export async function newMember(
  admin: Client,
  url: string,
  slug: string,
  roles: readonly string[],
  name = 'Ny',
): Promise<{ client: ApiClient; personId: string }> {
  const personId = randomUUID();
  await admin.query('insert into identity.person (id, persona) values ($1, $2)', [personId, personId]);
  await admin.query('insert into open_room.membership (tenant_id, person_id, name, roles) select tenant_id, $1, $2, $3 from open_room.tenant where slug = $4', [
    personId,
    name,
    roles,
    slug,
  ]);
  return { client: await ApiClient.as(url, personId, slug), personId };
}

/** The code in the link of a fresh invitation. */
export async function invitationTo(host: ApiClient, meetingId: string): Promise<{ id: string; code: string }> {
  const { createInvitations } = await host.do<{ createInvitations: { id: string; url: string }[] }>(
    'mutation ($id: UUID!) { createInvitations(meetingId: $id, count: 1) { id url } }',
    { id: meetingId },
  );
  const [one] = createInvitations;
  return { id: one?.id ?? '', code: one?.url.split('#')[1] ?? '' };
}

/** A guest of a meeting, come by its link. */
export async function newGuest(host: ApiClient, meetingId: string, name = 'Gæst'): Promise<{ client: ApiClient; personId: string }> {
  const { code } = await invitationTo(host, meetingId);
  const answer = await fetch(`${host.url}/auth/invitation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, name }),
  });
  if (!answer.ok) throw new Error(`the invitation was refused: ${answer.status}`);
  const client = ApiClient.withCookie(host.url, cookieIn(answer), host.tenant ?? '');
  return { client, personId: (await client.do<{ me: { personId: string } }>('{ me { personId } }')).me.personId };
}

export const signOut = (client: ApiClient): Promise<Response> =>
  fetch(`${client.url}/auth/sign-out`, { method: 'POST', headers: { cookie: client.cookie ?? '' } });
