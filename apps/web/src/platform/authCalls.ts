import { type Failure, refusal, unreachable } from './failure';
import { currentLocale } from './i18n/locale';

export type Answer<T> = { ok: true; data: T } | { ok: false; failure: Failure };

/** Someone one may be in a demonstration. */
export interface Persona {
  persona: string;
  name: string;
  tenants: { slug: string; tenantName?: string; role: string }[];
}

/** Who one may be; refused where this is no demonstration. */
export const demoPersonas = () => call<Persona[]>('/auth/demo');

/** Signs in as a person of the demonstration. */
export const signInAs = (persona: string) => call<{ persona: string }>('/auth/demo', { persona });

/** Uses up the code of an invitation and signs its guest in. */
export const acceptInvitation = (code: string, name: string) => call<{ tenant: string; areaId: string; meetingId: string }>('/auth/invitation', { code, name });

/** What the link in a mail would end: in which municipality, which kinds of mail, and whether they are ended already. */
export interface MailSubscription {
  tenant: string;
  kinds: string[];
  stopped: boolean;
}

/** What a link is about; changes nothing. */
export const lookAtSubscription = (token: string) => call<MailSubscription>(`/auth/unsubscribe/${encodeURIComponent(token)}`);

/** Ends the mails a link is about. */
export const unsubscribe = (token: string) => call<MailSubscription>(`/unsubscribe/${encodeURIComponent(token)}`, {});

/** What the link in a reminder asks: how it goes with an agreement. It tells nothing of it. */
export interface AskedReport {
  /** Whether an answer is still wanted. */
  open: boolean;
}

export interface GivenReport {
  answer: 'DONE' | 'LATER' | 'CANT';
  note: string | null;
  /** YYYY-MM-DD, where it is done later. */
  dueOn: string | null;
}

/** Whether an answer is wanted; changes nothing. */
export const lookAtReport = (token: string) => call<AskedReport>(`/auth/report/${encodeURIComponent(token)}`);

/** Reports on the agreement a link is about. */
export const sendReport = (token: string, report: GivenReport) => call<AskedReport>(`/report/${encodeURIComponent(token)}`, report);

/** How somebody invited to a meeting has answered. It tells nothing of the meeting. */
export interface InvitedReply {
  answer: 'YES' | 'MAYBE' | 'NO' | null;
}

/** What was answered, if anything was; changes nothing. */
export const lookAtReply = (token: string) => call<InvitedReply>(`/auth/reply/${encodeURIComponent(token)}`);

/** Answers the invitation a link is about. */
export const sendReply = (token: string, answer: NonNullable<InvitedReply['answer']>) => call<InvitedReply>(`/reply/${encodeURIComponent(token)}`, { answer });

/** The few calls that are not GraphQL, because nobody is signed in yet. Refusals have its shape. */
async function call<T>(path: string, body?: object): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      credentials: 'same-origin',
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { accept: 'application/json', 'accept-language': currentLocale(), ...(body && { 'content-type': 'application/json' }) },
    });
    const answer = (await response.json()) as T & { errors?: { message: string; extensions?: unknown }[] };
    const error = answer.errors?.[0];
    if (error) return { ok: false, failure: refusal(error) };
    return response.ok ? { ok: true, data: answer } : { ok: false, failure: unreachable() };
  } catch {
    return { ok: false, failure: unreachable() };
  }
}
