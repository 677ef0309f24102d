/** Links in reminders by which the responsible reports back without signing in. What they say is sealed. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { SignedLinks } from '../platform/mail/signed-link.js';

const purpose = 'agreements.report';
/** Longer than an agreement goes unanswered before the coordinator takes it up. */
const holdsMs = 60 * 86_400_000;

@Injectable()
export class ReportLinks {
  constructor(
    private readonly links: SignedLinks,
    private readonly clock: Clock,
  ) {}

  /** @returns an address within Kvarter that tells nothing */
  pathFor(tenantId: string, agreementId: string, personId: string): string {
    const expires = new Date(this.clock.now().getTime() + holdsMs);
    return `/report/${this.links.sign({ purpose, tenantId, subjectId: agreementId, personOrAddress: personId, expires })}`;
  }

  /** @throws LINK_UNKNOWN, LINK_EXPIRED */
  open(token: string): { tenantId: string; agreementId: string; personId: string } {
    const { tenantId, subjectId, personOrAddress } = this.links.open(token, purpose);
    return { tenantId, agreementId: subjectId, personId: personOrAddress };
  }
}
