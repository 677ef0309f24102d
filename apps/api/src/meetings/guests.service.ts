/** Guests of a meeting round a map: invited by a link that works once, seen and removed by the host. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { config } from '../config.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { hashToken, newToken } from '../platform/auth/sessions.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { type MeetingEntity, MeetingState } from './meeting.entity.js';
import { hasMap } from './meeting.rules.js';
import { checkedName } from '../platform/text/checked-text.js';
import {
  type EditorRow,
  editorsOf,
  type GuestRow,
  guestsOf,
  type InvitationRow,
  insertInvitations,
  invitationById,
  invitationsOf,
  removeGuest,
  revokeInvitation,
} from './meeting.sql.js';
import type { NewInvitation } from './meeting.type.js';
import { MeetingsService } from './meetings.service.js';

export const mostInvitationsAtOnce = 60;
/** A guest stays signed in for the meeting and the way home. */
const guestHours = 16;
const dayMs = 86_400_000;

interface Accepted extends Record<string, unknown> {
  problem: 'UNKNOWN' | 'USED' | 'EXPIRED' | 'REVOKED' | 'CLOSED' | 'CANCELLED' | null;
  tenant_slug: string;
  area_id: string;
  meeting_id: string;
}

const reasonOf = {
  UNKNOWN: 'INVITATION_NOT_FOUND',
  USED: 'INVITATION_USED',
  EXPIRED: 'INVITATION_EXPIRED',
  REVOKED: 'INVITATION_REVOKED',
  CLOSED: 'MEETING_CLOSED',
  CANCELLED: 'MEETING_CANCELLED',
} as const;

@Injectable()
export class GuestsService {
  constructor(
    private readonly db: Db,
    private readonly meetings: MeetingsService,
  ) {}

  async guests(meeting: MeetingEntity): Promise<GuestRow[]> {
    if (!currentActor().permissions.has('meeting.host')) return [];
    return this.db.query<GuestRow>(guestsOf, [meeting.tenantId, meeting.id]);
  }

  /** Members who changed the map in the meeting: theirs can be taken back as a guest's can. */
  async editors(meeting: MeetingEntity): Promise<EditorRow[]> {
    if (!currentActor().permissions.has('meeting.host')) return [];
    return this.db.query<EditorRow>(editorsOf, [meeting.tenantId, meeting.id]);
  }

  async invitations(meeting: MeetingEntity): Promise<InvitationRow[]> {
    if (!currentActor().permissions.has('meeting.host')) return [];
    return this.db.query<InvitationRow>(invitationsOf, [meeting.tenantId, meeting.id]);
  }

  /**
   * Makes links, each for one guest. They hold until the day after the meeting begins, or for a day
   * where that has passed. The code stands in the fragment, which browsers send to no server.
   */
  async invite(meetingId: string, count: number): Promise<NewInvitation[]> {
    if (count < 1 || count > mostInvitationsAtOnce)
      throw refuse('NUMBER_OUT_OF_RANGE', { field: 'count', min: 1, max: mostInvitationsAtOnce }, { field: 'count' });
    const meeting = await this.meetings.one(meetingId);
    if (!hasMap(meeting)) throw refuse('MEETING_WITHOUT_MAP', {}, { field: 'meetingId' });
    if (meeting.state === MeetingState.CLOSED) throw refuse('MEETING_ALREADY_CLOSED');
    if (meeting.state === MeetingState.CANCELLED) throw refuse('MEETING_CANCELLED');
    const expiresAt = new Date(Math.max(meeting.startsAt.getTime(), Date.now()) + dayMs);
    const made = Array.from({ length: count }, () => ({ id: randomUUID(), ...newToken() }));
    await this.db.query(insertInvitations, [
      meeting.tenantId,
      meeting.id,
      made.map(({ id }) => id),
      made.map(({ hash }) => hash),
      expiresAt,
      currentActor().personId,
    ]);
    return made.map(({ id, token }) => ({ id, url: `${config().publicUrl}/invitation#${token}`, expiresAt }));
  }

  /** @throws NOT_FOUND; CONFLICT where a guest has used it already */
  async revoke(invitationId: string): Promise<InvitationRow> {
    const ids = [currentTenant().id, invitationId];
    const [revoked] = await this.db.query<InvitationRow>(revokeInvitation, ids);
    if (revoked) return revoked;
    const [used] = await this.db.query<InvitationRow>(invitationById, ids);
    throw refuse(used ? 'INVITATION_USED' : 'INVITATION_NOT_FOUND');
  }

  /** Takes a guest's rights away at once; what they placed stays until it is taken back. */
  async remove(meetingId: string, personId: string): Promise<MeetingEntity> {
    const meeting = await this.meetings.one(meetingId);
    const [removed] = await this.db.query(removeGuest, [meeting.tenantId, meetingId, personId]);
    if (!removed) throw refuse('GUEST_NOT_FOUND', {}, { field: 'personId' });
    return meeting;
  }

  /**
   * Turns a link's code into a guest who is signed in. For callers who aren't.
   * @throws INVALID_INPUT with the reason: unknown, used, expired, revoked, the meeting is over, no name
   */
  async accept(code: string, name: string): Promise<{ token: string; hours: number; tenant: string; areaId: string; meetingId: string }> {
    const guest = checkedName(name);
    const { token, hash } = newToken();
    const [row] = await this.db.run(null, 'sign-in', () =>
      this.db.query<Accepted>('select * from open_room.accept_invitation($1, $2, $3, make_interval(hours => $4))', [hashToken(code), guest, hash, guestHours]),
    );
    if (!row || row.problem) throw refuse(reasonOf[row?.problem ?? 'UNKNOWN']);
    return { token, hours: guestHours, tenant: row.tenant_slug, areaId: row.area_id, meetingId: row.meeting_id };
  }
}
